package io.github.junitattrib.assertj.error;

import static io.github.junitattrib.assertj.error.ShouldBeSensitive.noInfluence;
import static io.github.junitattrib.assertj.error.ShouldBeSensitive.shouldBeSensitive;
import static io.github.junitattrib.assertj.error.ShouldBeSensitive.unclearSensitivity;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Span;
import io.github.junitattrib.assertj.AttributionBuilder;
import io.github.junitattrib.axiom.SensitivityResult;
import io.github.junitattrib.axiom.WordChange;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShouldBeSensitive_create_Test {

    private static SensitivityResult result(Attribution attribution, double score, double uncertainty) {
        WordChange good = new WordChange("good", new Span(3, 7), 0.5, score, uncertainty, attribution);
        return new SensitivityResult(0.01, 2, 0.5, List.of(good), attribution);
    }

    @Test
    void should_name_word_change_and_score() {
        // GIVEN
        SensitivityResult result =
                result(AttributionBuilder.of("so good").scores(0, 0).build(), 0, 0);
        // WHEN
        String message = shouldBeSensitive(result, result.changes().get(0)).create();
        // THEN
        then(message)
                .startsWith(
                        "Expected \"good\" to have a score toward POSITIVE, as taking this word alone away changes F(x)"
                                + " by -0.5000, but IntegratedGradients gives it +0.0000 (uncertainty 0.0000).\n\n  text       so"
                                + " good\n")
                .contains("  change     F(x) - F(x without \"good\") = +0.5000  (threshold 0.0100, exceeded by 1 of 2"
                        + " words)\n")
                .contains("<- expected a score");
    }

    @Test
    void should_say_that_the_score_is_within_its_error_bar() {
        // GIVEN
        SensitivityResult result =
                result(AttributionBuilder.of("so good").scores(0, 0.1).build(), 0.1, 0.2);
        // WHEN
        String message = unclearSensitivity(result, result.changes().get(0)).create();
        // THEN
        then(message)
                .startsWith("Cannot tell whether \"good\" has a score toward POSITIVE, because its score +0.1000"
                        + " (uncertainty 0.2000) is neither told from 0 nor certainly none, at a change of -0.5000. Give the"
                        + " method more evaluations or a tighter tolerance.\n");
    }

    @Test
    void should_say_that_the_method_did_not_converge() {
        // GIVEN
        SensitivityResult result = result(
                AttributionBuilder.of("so good")
                        .scores(0, 0.1)
                        .notConverged("Raise maxEvaluations.")
                        .build(),
                0.1,
                0.01);
        // WHEN
        String message = unclearSensitivity(result, result.changes().get(0)).create();
        // THEN
        then(message)
                .startsWith(
                        "Cannot tell whether \"good\" has a score toward POSITIVE, because IntegratedGradients did not"
                                + " converge in 33 evaluations. Raise maxEvaluations.\n");
    }

    @Test
    void should_say_that_no_word_matters() {
        // GIVEN
        Attribution attribution =
                AttributionBuilder.of("so good").scores(0.1, 0.1).build();
        // WHEN
        String message = noInfluence(new SensitivityResult(0.01, 2, 0.002, List.of(), attribution))
                .create();
        // THEN
        then(message)
                .startsWith("Cannot tell whether IntegratedGradients is sensitive to the words of this text toward"
                        + " POSITIVE, because none of its 2 words changes F(x) by more than the threshold 0.0100 where it"
                        + " alone is taken away (largest change 0.0020). Take a text with words that matter, or a smaller"
                        + " threshold: new Sensitivity().above(..).\n");
    }
}
