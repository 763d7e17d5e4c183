package io.github.junitattrib.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.InvalidTextException;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.conformance.ClosedForm;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.analysis.differentiation.Gradient;
import org.junit.jupiter.api.Test;

/** Words of other texts in their places, on formulas whose means are known. */
class PermutationImportanceTest {

    private static final ClosedForm PRODUCT =
            ClosedForm.of("x² + 3y", 2, x -> new Gradient[] {x[0].multiply(x[0]).add(x[1].multiply(3))});

    private static Attribution attribution(String text, PermutationImportance method) {
        return AttributionRequest.of(PRODUCT, text, method).attribution();
    }

    @Test
    void aScoreIsTheDropToTheMeanOfTheCorpus() {
        Attribution attribution = attribution("5 2", new PermutationImportance(List.of("1 4", "3 6", "2 -1")));

        assertThat(attribution.tokens()).extracting(TokenScore::text).containsExactly("5", "2");
        assertThat(attribution.tokens().get(0).score()).isCloseTo(25 - (1 + 9 + 4) / 3.0, within(1e-9));
        assertThat(attribution.tokens().get(1).score()).isCloseTo(6 - 9, within(1e-9));
        assertThat(attribution.inputScore()).isEqualTo(31);
        assertThat(attribution.baselineScore()).isNaN();
        assertThat(attribution.convergence().evaluations()).isEqualTo(7);
        assertThat(attribution.convergence().converged()).isTrue();
    }

    @Test
    void theWholeCorpusLeavesNoErrorButRounding() {
        PermutationImportance all = new PermutationImportance(List.of("1 4", "3 6", "2 -1")).draws(3);

        // The largest number asked for is 25 + 3·6.
        assertThat(attribution("5 2", all).tokens())
                .allSatisfy(token -> assertThat(token.uncertainty()).isCloseTo(43e-6, within(1e-12)));
    }

    @Test
    void drawnPartnersHaveAStandardError() {
        List<String> corpus =
                IntStream.range(0, 400).mapToObj(i -> (i % 20) + " " + (i / 20)).toList();
        PermutationImportance method = new PermutationImportance(corpus).draws(100);

        TokenScore second = attribution("5 2", method).tokens().get(1);

        // The mean of 0 to 19 is 9.5, their deviation 5.77.
        assertThat(second.uncertainty()).isCloseTo(3 * 5.77 / 10, within(0.3));
        assertThat(second.score()).isCloseTo(6 - 28.5, within(4 * second.uncertainty()));
        assertThat(attribution("5 2", method.seed(2)).tokens().get(1).score()).isNotEqualTo(second.score());
        Attribution few = attribution("5 2", method.draws(2));
        assertThat(few.convergence().converged()).isFalse();
        assertThat(few.convergence().remedy()).contains("after 2 draws. Take ");
    }

    @Test
    void aCorpusOfShorterTextsIsRefused() {
        assertThatThrownBy(() -> attribution("5 2", new PermutationImportance(List.of("1", "2"))))
                .isInstanceOf(InvalidTextException.class)
                .hasMessage("No text of the corpus has a word at the place of \"2\", which is number 2 of the explained"
                        + " text. Give texts of the same form.");
        assertThatThrownBy(() -> new PermutationImportance(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("needs a corpus");
    }
}
