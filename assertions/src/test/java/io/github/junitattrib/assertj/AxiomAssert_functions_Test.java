package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.assertj.AttributionAssertions.word;
import static io.github.junitattrib.assertj.Expecting.attributionError;
import static io.github.junitattrib.assertj.Expecting.inconclusive;
import static io.github.junitattrib.assertj.error.ShouldBeLinear.shouldBeLinear;
import static io.github.junitattrib.assertj.error.ShouldBeLinear.unclearLinearity;
import static io.github.junitattrib.assertj.error.ShouldBeSymmetric.shouldBeSymmetric;
import static io.github.junitattrib.assertj.error.ShouldBeSymmetric.unclearSymmetry;
import static io.github.junitattrib.assertj.error.ShouldIgnoreDummy.shouldIgnoreDummy;
import static io.github.junitattrib.assertj.error.ShouldIgnoreDummy.unclearDummy;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.InconclusiveException;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.axiom.AxiomResult;
import io.github.junitattrib.axiom.Dummy;
import io.github.junitattrib.axiom.Linearity;
import io.github.junitattrib.axiom.Symmetry;
import io.github.junitattrib.method.AttributionMethod;
import io.github.junitattrib.method.IntegratedGradients;
import io.github.junitattrib.method.Question;
import io.github.junitattrib.method.Saliency;
import io.github.junitattrib.text.WordSelector;
import org.junit.jupiter.api.Test;

class AxiomAssert_functions_Test {

    private final AttributionMethod ig = new IntegratedGradients();
    private final Linearity sum =
            new Linearity(2, ClosedFormula.PRODUCT, -3, ClosedFormula.SUM, ClosedFormula.COMBINATION);
    private final WordSelector first = word("5").occurrence(1);
    private final WordSelector second = word("5").occurrence(2);

    @Test
    void should_pass_if_a_method_is_linear() {
        assertThat(ig).isLinear(sum, "3 4").isLinear(sum, "3 1");
    }

    @Test
    void should_fail_if_a_method_is_not_linear() {
        // GIVEN
        AttributionMethod magnitudes = new Saliency();
        AxiomResult result = sum.measure(magnitudes, Question.of("3 1"));
        // WHEN
        AttributionAssertionError error =
                attributionError(() -> assertThat(magnitudes).isLinear(sum, "3 1"));
        // THEN
        then(error)
                .hasMessage(shouldBeLinear(result, result.scores().worst().orElseThrow())
                        .create())
                .hasMessageStartingWith(
                        "Expected Saliency to be linear, as 2ab - 3(a + b) = 2 (ab) - 3 (a + b), but the"
                                + " score of token \"3\" is +1.0000 in place of -1.0000 (tolerance ");
    }

    @Test
    void should_be_inconclusive_if_the_model_is_another_sum() {
        // GIVEN
        Linearity wrong = new Linearity(2, ClosedFormula.PRODUCT, 3, ClosedFormula.SUM, ClosedFormula.COMBINATION);
        AxiomResult result = wrong.measure(ig, Question.of("3 4"));
        // WHEN
        InconclusiveException error = inconclusive(() -> assertThat(ig).isLinear(wrong, "3 4"));
        // THEN
        then(error)
                .hasMessage(
                        unclearLinearity(result, result.scores().attributions().get(2))
                                .create())
                .hasMessageStartingWith("Cannot tell whether IntegratedGradients is linear, because it is not so that"
                        + " 2ab - 3(a + b) = 2 (ab) + 3 (a + b), at path point alpha=1 (the text): +45.0000 against"
                        + " +3.0000 (tolerance 0.0009). Declare functions of which that is true.");
    }

    @Test
    void should_pass_if_equal_words_have_equal_scores() {
        assertThat(ig).on(ClosedFormula.PRODUCT).isSymmetric(first, second, "5 5");
    }

    @Test
    void should_fail_if_equal_words_have_other_scores() {
        // GIVEN
        AttributionMethod firstFirst = new SpoiledMethod(
                ig,
                token -> token.span().orElseThrow().start() > 0
                        ? token
                        : new TokenScore(
                                token.text(), token.span(), token.word(), token.special(), 2 * token.score(), 0));
        AxiomResult result = new Symmetry(first, second).measure(ClosedFormula.PRODUCT, firstFirst, Question.of("5 5"));
        // WHEN
        AttributionAssertionError error = attributionError(
                () -> assertThat(firstFirst).on(ClosedFormula.PRODUCT).isSymmetric(first, second, "5 5"));
        // THEN
        then(error)
                .hasMessage(shouldBeSymmetric(result, result.scores().worst().orElseThrow())
                        .create())
                .hasMessageContaining("the score of \"5\" at 2 is +12.5000 in place of +25.0000 (tolerance ");
        then(error.marked()).hasSize(2);
    }

    @Test
    void should_be_inconclusive_if_words_cannot_change_places() {
        // GIVEN
        AxiomResult result = new Symmetry(first, second).measure(ClosedFormula.A, ig, Question.of("5 5"));
        // WHEN
        InconclusiveException error =
                inconclusive(() -> assertThat(ig).on(ClosedFormula.A).isSymmetric(first, second, "5 5"));
        // THEN
        then(error)
                .hasMessage(
                        unclearSymmetry(result, result.scores().attributions().get(0))
                                .create());
    }

    @Test
    void should_pass_if_a_dummy_has_no_score() {
        assertThat(ig).on(ClosedFormula.A).ignoresDummy("5", "2 5").ignoresDummy(word("5"), "2 5");
    }

    @Test
    void should_fail_if_a_dummy_has_a_score() {
        // GIVEN
        AttributionMethod more = SpoiledMethod.adding(ig, 0.5, 0);
        AxiomResult result = new Dummy(word("5")).measure(ClosedFormula.A, more, Question.of("2 5"));
        // WHEN
        AttributionAssertionError error =
                attributionError(() -> assertThat(more).on(ClosedFormula.A).ignoresDummy("5", "2 5"));
        // THEN
        then(error)
                .hasMessage(shouldIgnoreDummy(result, result.scores().worst().orElseThrow())
                        .create())
                .hasMessageStartingWith(
                        "Expected IntegratedGradients to ignore the dummy, as F does not depend on \"5\","
                                + " but the score of \"5\" is +0.5000 in place of +0.0000 (tolerance ");
    }

    @Test
    void should_be_inconclusive_if_the_error_bar_of_a_dummy_is_wide() {
        // GIVEN
        AttributionMethod vague = SpoiledMethod.adding(ig, 0, 1);
        AxiomResult result = new Dummy(word("5")).measure(ClosedFormula.A, vague, Question.of("2 5"));
        // WHEN
        InconclusiveException error =
                inconclusive(() -> assertThat(vague).on(ClosedFormula.A).ignoresDummy("5", "2 5"));
        // THEN
        then(error)
                .hasMessage(unclearDummy(result, result.scores().attributions().get(0))
                        .create())
                .hasMessageContaining("are more than three tenths of the numbers' size");
    }

    @Test
    void should_be_inconclusive_if_the_word_matters() {
        // WHEN
        InconclusiveException error =
                inconclusive(() -> assertThat(ig).on(ClosedFormula.A).ignoresDummy("2", "2 5"));
        // THEN
        then(error).hasMessageContaining("because it is not so that F does not depend on \"2\", at ");
    }

    @Test
    @SuppressWarnings("NullAway") // misuse is the point
    void should_refuse_nulls() {
        assertThatNullPointerException()
                .isThrownBy(() -> assertThat(ig).isLinear(null, "2 5"))
                .withMessageStartingWith("The sum must not be null.");
        assertThatNullPointerException()
                .isThrownBy(() -> assertThat(ig).on(ClosedFormula.A).isSymmetric(first, null, "5 5"))
                .withMessageStartingWith("The second word must not be null.");
        assertThatNullPointerException()
                .isThrownBy(() -> assertThat(ig).on(ClosedFormula.A).ignoresDummy((WordSelector) null, "2 5"))
                .withMessageStartingWith("The word must not be null.");
    }

    @Test
    void should_refuse_words_that_are_not_there() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(ig).on(ClosedFormula.A).ignoresDummy("7", "2 5"))
                .withMessageStartingWith("The word \"7\" stands 0 times in the text \"2 5\" with the words [2, 5].");
    }
}
