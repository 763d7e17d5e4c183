package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.assertj.Expecting.attributionError;
import static io.github.junitattrib.assertj.Expecting.inconclusive;
import static io.github.junitattrib.assertj.error.ShouldBeSensitive.noInfluence;
import static io.github.junitattrib.assertj.error.ShouldBeSensitive.shouldBeSensitive;
import static io.github.junitattrib.assertj.error.ShouldBeSensitive.unclearSensitivity;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Baseline;
import io.github.junitattrib.InconclusiveException;
import io.github.junitattrib.Target;
import io.github.junitattrib.axiom.Sensitivity;
import io.github.junitattrib.axiom.SensitivityResult;
import io.github.junitattrib.conformance.ClosedForm;
import io.github.junitattrib.conformance.ClosedForms;
import io.github.junitattrib.method.AttributionMethod;
import io.github.junitattrib.method.AttributionRunner;
import io.github.junitattrib.method.InputTimesGradient;
import io.github.junitattrib.method.IntegratedGradients;
import io.github.junitattrib.method.Occlusion;
import io.github.junitattrib.method.Question;
import io.github.junitattrib.model.TextClassifier;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AxiomAssert_isSensitive_Test {

    private final AttributionMethod ig = new IntegratedGradients();
    private final ClosedForm saturating = ClosedForms.saturating();

    private static SensitivityResult result(TextClassifier model, AttributionMethod method, String text) {
        return new Sensitivity().measure(model, method, Question.of(text));
    }

    @Test
    void should_pass_if_every_word_that_changes_the_score_has_one() {
        // WHEN/THEN
        assertThat(ig).on(saturating).isSensitive("2");
        assertThat(ig).on(ClosedFormula.PRODUCT).isSensitive("3 4");
    }

    @Test
    void should_fail_if_a_word_that_changes_the_score_has_none() {
        // GIVEN
        AttributionMethod flat = new InputTimesGradient();
        SensitivityResult result = result(saturating, flat, "2");
        // WHEN
        AttributionAssertionError error =
                attributionError(() -> assertThat(flat).on(saturating).isSensitive("2"));
        // THEN
        then(error)
                .hasMessage(shouldBeSensitive(result, result.changes().get(0)).create());
        then(error.marked()).containsExactly(result.changes().get(0).span());
        then(error.attribution().text()).isEqualTo("2");
    }

    @Test
    void should_be_inconclusive_if_no_word_changes_the_score() {
        // GIVEN
        AttributionMethod occlusion = new Occlusion();
        SensitivityResult result = result(ClosedFormula.ZERO, occlusion, "3 4");
        // WHEN
        InconclusiveException error =
                inconclusive(() -> assertThat(occlusion).on(ClosedFormula.ZERO).isSensitive("3 4"));
        // THEN
        then(error).hasMessage(noInfluence(result).create());
    }

    @Test
    void should_be_inconclusive_if_no_change_exceeds_the_threshold() {
        // WHEN
        InconclusiveException error =
                inconclusive(() -> assertThat(ig).on(ClosedFormula.SUM).isSensitive("3 4", new Sensitivity().above(5)));
        // THEN
        then(error)
                .hasMessageStartingWith("Cannot tell whether IntegratedGradients is sensitive to the words of this text"
                        + " toward F, because none of its 2 words changes F(x) by more than the threshold 5.0000 where it"
                        + " alone is taken away (largest change 4.0000). Take a text with words that matter, or a smaller"
                        + " threshold: new Sensitivity().above(..).");
    }

    @Test
    void should_be_inconclusive_if_the_score_is_too_uncertain() {
        // GIVEN
        AttributionMethod vague = SpoiledMethod.adding(ig, 0, 100);
        SensitivityResult result = result(saturating, vague, "2");
        // WHEN
        InconclusiveException error =
                inconclusive(() -> assertThat(vague).on(saturating).isSensitive("2"));
        // THEN
        then(error)
                .hasMessage(unclearSensitivity(result, result.changes().get(0)).create());
    }

    @Test
    void should_judge_sampled_methods_by_three_standard_errors() {
        // GIVEN a score of 1.1 standard errors
        Attribution sampled = AttributionBuilder.of("3 4")
                .method("ExpectedGradients", Map.of("samples", "100", "seed", "1"))
                .scores(1, 0.11)
                .uncertainty(0.1)
                .build();
        AttributionMethod method = new FixedMethod(sampled);
        // WHEN
        InconclusiveException error =
                inconclusive(() -> assertThat(method).on(ClosedFormula.PRODUCT).isSensitive("3 4"));
        // THEN
        then(error)
                .hasMessageStartingWith("Cannot tell whether \"4\" has a score toward POSITIVE, because its score"
                        + " +0.1100 (uncertainty 0.3000) is neither told from 0 nor certainly none")
                .hasMessageContaining("uncertainties are three standard errors of the samples")
                .hasMessageContaining("4          +0.1100       0.3000");
        then(error.attribution()).isEqualTo(sampled);
    }

    @Test
    void should_ask_toward_the_target_and_from_the_baseline_of_the_runner() {
        // GIVEN
        ClosedForm masked = saturating.baseline(Baseline.MASK, 1);
        AttributionRunner from1 = new AttributionRunner(
                AttributionRunner.of(masked, ig).attributor(), ig, Target.index(0), Baseline.MASK);
        // WHEN
        InconclusiveException error = inconclusive(() -> assertThat(from1).isSensitive("2"));
        // THEN 1 − relu(1 − x) is 1 at 1 and at 2
        then(error).hasMessageContaining("none of its 1 words changes F(x) by more than the threshold 0.0100");
    }

    @Test
    void should_keep_the_description() {
        // WHEN
        AttributionAssertionError error =
                attributionError(() -> assertThat((AttributionMethod) new InputTimesGradient())
                        .as("the classic example")
                        .on(saturating)
                        .isSensitive("2"));
        // THEN
        then(error).hasMessageStartingWith("[the classic example] Expected \"2\" to have a score toward F");
    }

    @Test
    void should_refuse_what_cannot_be_asked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(ig).on(saturating).isSensitive("2", new Sensitivity().above(-1)));
    }

    @Test
    @SuppressWarnings("NullAway") // misuse is the point
    void should_refuse_nulls() {
        assertThatNullPointerException()
                .isThrownBy(() -> assertThat(ig).on(saturating).isSensitive(null))
                .withMessage("The text to explain must not be null. Give a text.");
        then(catchThrowable(() -> assertThat((AttributionRunner) null).isSensitive("2")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Expecting actual not to be null");
        then(catchThrowable(() -> assertThat((AttributionMethod) null).on(saturating)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Expecting actual not to be null");
    }
}
