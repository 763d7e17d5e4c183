package io.github.junitattrib.assertj.error;

import static io.github.junitattrib.assertj.AttributionBuilder.review;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.Span;
import io.github.junitattrib.text.WordSelection;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TighterToleranceTest {

    private static Margin margin(double value) {
        return new Margin(
                new WordSelection("said", new Span(3, 7), value, 0.1),
                new WordSelection("film", new Span(12, 16), 0, 0.1));
    }

    /** The largest number is F(x) - F(x') = 0.5714 there: tolerance * 4 * 0.5714 stays below the margin. */
    @ParameterizedTest
    @CsvSource({"0.1, 1e-2", "-0.1, 1e-2", "0.02, 1e-3", "0.0024, 1e-3", "0.0022, 1e-4", "0.00001, 1e-6"})
    void is_a_power_of_ten_that_leaves_half_of_the_margin_to_the_bars(double value, String tolerance) {
        // WHEN
        String remedy = TighterTolerance.remedy(review().build(), margin(value)).orElseThrow();
        // THEN
        then(remedy).endsWith("new Tolerance(" + tolerance + ", " + tolerance + ", " + tolerance + "))))");
    }

    @ParameterizedTest
    @CsvSource({"0", "1e-7"})
    void is_none_where_float32_ends(double value) {
        then(TighterTolerance.remedy(review().build(), margin(value)))
                .hasValue("The scores of these words are the same as far as float32 can tell: do not compare them.");
    }

    @Test
    void is_no_advice_for_other_methods() {
        // GIVEN
        Attribution review = review().build();
        Attribution other = new Attribution(
                review.text(),
                review.tokens(),
                review.target(),
                review.prediction(),
                review.inputScore(),
                review.baselineScore(),
                review.convergence(),
                new MethodFacts("Occlusion", Map.of()),
                review.model());
        // THEN
        then(TighterTolerance.remedy(other, margin(0.1))).isEmpty();
    }
}
