package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.assertj.AttributionAssertions.kendallAtLeast;
import static io.github.junitattrib.assertj.AttributionAssertions.signsAgreeAtLeast;
import static io.github.junitattrib.assertj.AttributionAssertions.spearmanAtLeast;
import static io.github.junitattrib.assertj.AttributionAssertions.topTokensOverlapAtLeast;
import static io.github.junitattrib.assertj.Expecting.attributionError;
import static io.github.junitattrib.assertj.Expecting.inconclusive;
import static io.github.junitattrib.assertj.error.ShouldAgreeWith.shouldAgreeWith;
import static io.github.junitattrib.assertj.error.ShouldAgreeWith.unclearAgreement;
import static io.github.junitattrib.assertj.error.ShouldAgreeWith.unknownAgreement;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.InconclusiveException;
import io.github.junitattrib.RankedBy;
import io.github.junitattrib.assertj.error.Bound;
import io.github.junitattrib.assertj.error.Measured;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.metric.RankAgreement;
import io.github.junitattrib.metric.UndefinedMetricException;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Spearman's correlation of the ranks 1 2 3 4 with 2 1 3 4 is 1 - 6·2/(4·15) = 0.8, Kendall's (5 - 1)/6 = 0.6667. */
class AttributionAssert_agreesWith_Test {

    private final Attribution actual = four(4, 3, 2, 1).build();
    private final Attribution swapped =
            four(3, 4, 2, 1).method("Occlusion", Map.of()).build();

    private static AttributionBuilder four(double... scores) {
        return AttributionBuilder.of("a b c d").scores(scores);
    }

    private static AttributionRequest request(Attribution result) {
        return AttributionRequest.of(asked -> result, result.text(), new FixedMethod(result));
    }

    @Test
    void should_pass_if_the_metric_is_high_enough() {
        assertThat(actual)
                .agreesWith(swapped, spearmanAtLeast(0.79))
                .agreesWith(swapped, kendallAtLeast(0.66))
                .agreesWith(swapped, topTokensOverlapAtLeast(2, 1))
                .agreesWith(swapped, signsAgreeAtLeast(1))
                .agreesWith(request(swapped), spearmanAtLeast(0.79))
                .agreesWith(four(4, 3, 2, 1).build(), spearmanAtLeast(1));
    }

    @Test
    void should_fail_if_it_is_lower() {
        // WHEN
        AttributionAssertionError error =
                attributionError(() -> assertThat(actual).agreesWith(swapped, spearmanAtLeast(0.9)));
        // THEN
        then(error)
                .hasMessage(shouldAgreeWith(actual, swapped, spearman(actual, swapped, 0.9), RankedBy.SIGNED_SCORE)
                        .create());
        then(error)
                .hasMessageStartingWith("Expected IntegratedGradients and Occlusion to agree toward POSITIVE with a"
                        + " Spearman correlation of at least 0.9, but it is 0.8000.\n")
                .hasMessageContaining("<- 2nd by the other, +3.0000")
                .hasMessageContaining("  agreement  Spearman correlation 0.8000  (uncertainty 0.0000)\n")
                .hasMessageContaining("  other      Occlusion on model reviews toward POSITIVE\n");
        then(error.attribution()).isSameAs(actual);
        attributionError(() -> assertThat(actual).agreesWith(swapped, kendallAtLeast(0.67)));
        attributionError(() -> assertThat(actual).agreesWith(swapped, topTokensOverlapAtLeast(1, 0.1)));
        attributionError(() -> assertThat(actual).agreesWith(request(swapped), spearmanAtLeast(0.9)));
        attributionError(() -> assertThat(actual).agreesWith(four(4, 3, 2, -1).build(), signsAgreeAtLeast(0.8)));
    }

    @Test
    void should_be_inconclusive_if_the_error_bars_allow_both() {
        // GIVEN
        Attribution uncertain = four(4, 3.9, 2, 1)
                .uncertainty(0.2)
                .method("Lime", Map.of("samples", "100", "seed", "1"))
                .build();
        // WHEN
        InconclusiveException exception =
                inconclusive(() -> assertThat(actual).agreesWith(uncertain, spearmanAtLeast(0.9)));
        // THEN
        then(exception)
                .hasMessage(unclearAgreement(actual, uncertain, spearman(actual, uncertain, 0.9), RankedBy.SIGNED_SCORE)
                        .create());
        then(exception)
                .hasMessageStartingWith("Cannot tell whether IntegratedGradients and Lime agree toward POSITIVE with a"
                        + " Spearman correlation of at least 0.9, because it is 1.0000 and may be off by 0.2000 within"
                        + " the error bars of the scores. Take more samples, as the standard error shrinks with their"
                        + " square root.\n");
    }

    @Test
    void should_be_inconclusive_if_one_of_the_methods_did_not_converge() {
        // GIVEN
        Attribution open = four(4, 3, 2, 1)
                .method("Lime", Map.of())
                .notConverged("Take more samples.")
                .build();
        // WHEN
        InconclusiveException exception = inconclusive(() -> assertThat(actual).agreesWith(open, spearmanAtLeast(0.9)));
        // THEN
        then(exception)
                .hasMessageContaining("because the scores are not good enough. Lime has not converged on \"a b c d\"."
                        + " Take more samples.\n");
    }

    @Test
    void should_be_inconclusive_if_a_method_tells_no_error_bars() {
        // GIVEN
        Attribution unknown = four(4, 3, 2, 1)
                .uncertainty(Double.POSITIVE_INFINITY)
                .method("Lime", Map.of())
                .build();
        Attribution open = four(0, 0, 0, 0)
                .uncertainty(Double.POSITIVE_INFINITY)
                .method("KernelShap", Map.of())
                .notConverged("Allow at least 80 maxEvaluations.")
                .build();
        // WHEN/THEN
        then(inconclusive(() -> assertThat(actual).agreesWith(unknown, spearmanAtLeast(0.9))))
                .hasMessage(unknownAgreement(
                                actual, unknown, unknown, "Spearman correlation of at least 0.9", RankedBy.SIGNED_SCORE)
                        .create())
                .hasMessageStartingWith("Cannot tell whether IntegratedGradients and Lime agree toward POSITIVE with a"
                        + " Spearman correlation of at least 0.9, because the uncertainty of the scores is unknown.");
        then(inconclusive(() -> assertThat(open).agreesWith(actual, spearmanAtLeast(0.9))))
                .hasMessageContaining("because KernelShap did not converge in 33 evaluations. Allow at least 80"
                        + " maxEvaluations.\n");
    }

    @Test
    void should_fail_on_scores_that_are_no_numbers() {
        Attribution none = four(4, Double.NaN, 2, 1).build();
        then(attributionError(() -> assertThat(actual).agreesWith(none, spearmanAtLeast(0.9))))
                .hasMessageStartingWith("Expected finite scores")
                .satisfies(error -> then(error.attribution()).isSameAs(none));
    }

    @Test
    void should_compare_magnitudes_on_request() {
        // GIVEN
        Attribution unsigned = four(4, 3, 2, 1).method("Saliency", Map.of()).build();
        Attribution signed = four(-4, 3, -2, 1).build();
        // WHEN/THEN
        assertThat(signed).byMagnitude().agreesWith(unsigned, spearmanAtLeast(1));
        then(attributionError(() -> assertThat(signed).agreesWith(unsigned, spearmanAtLeast(1))))
                .hasMessageStartingWith("Expected IntegratedGradients and Saliency to agree toward POSITIVE with");
        then(attributionError(() -> assertThat(actual)
                        .byMagnitude()
                        .agreesWith(four(1, 2, 3, 4).build(), kendallAtLeast(0.5))))
                .hasMessageStartingWith(
                        "Expected IntegratedGradients and another IntegratedGradients to agree by"
                                + " magnitude toward POSITIVE with a Kendall correlation of at least 0.5, but it is -1.0000.\n");
    }

    @Test
    void should_name_the_models_if_they_differ() {
        // GIVEN
        Attribution candidate = four(1, 2, 3, 4).model("reviews-2.1").build();
        // WHEN
        AttributionAssertionError error =
                attributionError(() -> assertThat(actual).agreesWith(candidate, topTokensOverlapAtLeast(2, 0.5)));
        // THEN
        then(error)
                .hasMessageStartingWith("Expected IntegratedGradients on model reviews and IntegratedGradients on model"
                        + " reviews-2.1 to agree toward POSITIVE with a Jaccard overlap of the top 2 tokens of at least"
                        + " 0.5, but it is 0.0000.\n");
    }

    @Test
    void should_tell_two_settings_of_one_method_apart() {
        // GIVEN
        Attribution hasty = four(1, 2, 3, 4)
                .method("IntegratedGradients", Map.of("steps", "5"))
                .build();
        // WHEN/THEN
        then(attributionError(() -> assertThat(actual).agreesWith(hasty, spearmanAtLeast(0.9))))
                .hasMessageStartingWith(
                        "Expected IntegratedGradients (steps adaptive) and IntegratedGradients (steps 5)"
                                + " to agree toward POSITIVE with a Spearman correlation of at least 0.9, but it is -1.0000.\n")
                .hasMessageContaining("  other      IntegratedGradients on model reviews toward POSITIVE\n");
    }

    @Test
    void should_refuse_to_compare_an_attribution_with_itself() {
        AttributionRequest own = request(actual);
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> assertThat(actual).agreesWith(actual, spearmanAtLeast(0.9)),
                () -> assertThat(own).agreesWith(own, spearmanAtLeast(0.9)),
                () -> assertThat(own).agreesWith(own.toward(own.target()), spearmanAtLeast(0.9)),
                // The predicted class by its name.
                () -> assertThat(own).agreesWith(own.toward("POSITIVE"), spearmanAtLeast(0.9)))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(call)
                    .withMessageStartingWith("An attribution agrees with itself whatever the model is");
        }
    }

    @Test
    void should_refuse_what_cannot_be_compared() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(actual)
                        .agreesWith(AttributionBuilder.of("a b c").build(), spearmanAtLeast(0.9)))
                .withMessageStartingWith("Only attributions of the same text can be compared");
        assertThatExceptionOfType(UndefinedMetricException.class)
                .isThrownBy(() -> assertThat(actual).agreesWith(four(1, 1, 1, 1).build(), spearmanAtLeast(0.9)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> spearmanAtLeast(1.1))
                .withMessage("A Spearman correlation lies between -1 and 1, so that one at least 1.1 is nothing to"
                        + " check. Give a bound between these.");
        assertThatIllegalArgumentException().isThrownBy(() -> topTokensOverlapAtLeast(2, -0.1));
        assertThatIllegalArgumentException().isThrownBy(() -> signsAgreeAtLeast(Double.NaN));
    }

    @Test
    void should_refuse_an_overlap_that_all_rankings_reach() {
        // Two sets of 3 of 4 words share 2 of 4 at least.
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(actual).agreesWith(swapped, topTokensOverlapAtLeast(3, 0.5)))
                .withMessage("In a text of 4 words the Jaccard overlap of the top 3 tokens is 0.5 or more for every"
                        + " ranking, so that one at least 0.5 is nothing to check. Give a higher bound, fewer words or"
                        + " a longer text.");
        assertThat(actual).agreesWith(swapped, topTokensOverlapAtLeast(3, 0.51));
    }

    private static Measured spearman(Attribution one, Attribution other, double least) {
        return new Measured(
                "Spearman correlation",
                Bound.atLeast(least),
                RankAgreement.between(one, other).spearman());
    }
}
