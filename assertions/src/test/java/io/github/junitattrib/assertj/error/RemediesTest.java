package io.github.junitattrib.assertj.error;

import static io.github.junitattrib.assertj.AttributionBuilder.review;
import static io.github.junitattrib.assertj.error.Words.margin;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The standard error shrinks with √N: to bring u below half of the distance d takes N·(2u/d)² samples. */
class RemediesTest {

    private static Attribution sampled(String parameter, int samples) {
        return review().method("Lime", Map.of(parameter, Integer.toString(samples), "seed", "1"))
                .build();
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0.1, 4000", "0.1, 0.2, 16000", "0.3, 0.4, 7200", "0.1, 0.15, 9000"})
    void should_tell_how_many_samples_would_do(double distance, double uncertainty, String needed) {
        then(Remedies.near(sampled("samples", 1000), distance, uncertainty))
                .isEqualTo("Take more samples, as the standard error shrinks with their square root: about " + needed
                        + " in place of 1000.");
    }

    @ParameterizedTest
    @CsvSource({"permutations", "draws", "maxEvaluations"})
    void should_know_what_methods_call_their_samples(String parameter) {
        then(Remedies.near(sampled(parameter, 100), 0.1, 0.1)).endsWith("about 400 in place of 100.");
    }

    @Test
    void should_name_no_number_that_nobody_waits_for() {
        then(Remedies.near(sampled("samples", 1000), 1e-9, 0.1))
                .isEqualTo("Take more samples, as the standard error shrinks with their square root.");
        then(Remedies.near(sampled("samples", 1000), 0, 0.1)).endsWith("with their square root.");
    }

    @Test
    void should_say_what_a_lasting_tie_means() {
        // GIVEN said - film = 0.2105
        Attribution actual = review().method("Lime", Map.of("samples", "1000", "seed", "1"))
                .uncertainty(0.2)
                .build();
        // THEN 1000 · (2 · 0.4 / 0.2105)² = 14443
        then(Remedies.tie(actual, margin(actual, "said", "film")))
                .isEqualTo(
                        "Take more samples, as the standard error shrinks with their square root: about 15000 in place"
                                + " of 1000. If they still tie, the model does not tell these words apart.");
    }

    @Test
    void should_ask_for_precision_where_the_method_has_no_samples() {
        // GIVEN
        Attribution actual = review().method("Occlusion", Map.of()).build();
        // THEN
        then(Remedies.near(actual, 0.1, 0.1)).isEqualTo("Give the method more evaluations or a tighter tolerance.");
        then(Remedies.bars(actual)).isEqualTo("Give the method more evaluations or a tighter tolerance.");
        then(Remedies.tie(actual, margin(actual, "said", "film")))
                .endsWith(" If they still tie, the model does not tell these words apart.");
    }

    @Test
    void should_not_ask_for_more_of_a_method_that_is_exact() {
        // GIVEN bars of the float noise alone
        Attribution actual = review().scores(0.1, 0.4, 0, 0.4, 0, 0, 0)
                .uncertainty(4e-7)
                .method("KernelShap", Map.of("maxEvaluations", "1000", "seed", "1"))
                .build();
        // THEN
        then(Remedies.tie(actual, margin(actual, "said", "film")))
                .isEqualTo("The scores of these words are the same as far as float32 can tell: do not compare them.");
    }

    @Test
    void should_ask_for_a_tighter_tolerance_of_one_score() {
        // GIVEN the largest number is F(x) - F(x') = 0.5714
        then(Remedies.near(review().build(), 0.02, 0.1)).endsWith("new Tolerance(1e-2, 1e-2, 1e-2))))");
        then(Remedies.near(review().build(), 0.001, 0.1)).endsWith("new Tolerance(1e-4, 1e-4, 1e-4))))");
        then(Remedies.near(review().build(), 1e-7, 0.1))
                .isEqualTo("There is no difference as far as float32 can tell: leave the assertion out.");
        then(Remedies.bars(review().build()))
                .isEqualTo("Tighten the tolerance of the request, as in .with(new IntegratedGradients("
                        + "IntegrationRule.adaptive().within(new Tolerance(1e-4, 1e-4, 1e-4))))");
    }
}
