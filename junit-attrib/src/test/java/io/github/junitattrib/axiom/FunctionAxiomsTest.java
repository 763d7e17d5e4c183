package io.github.junitattrib.axiom;

import static io.github.junitattrib.text.WordSelector.word;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.junitattrib.InvalidTextException;
import io.github.junitattrib.Span;
import io.github.junitattrib.Verdict;
import io.github.junitattrib.conformance.ClosedForm;
import io.github.junitattrib.conformance.ClosedForms;
import io.github.junitattrib.method.IntegratedGradients;
import io.github.junitattrib.method.IntegrationRule;
import io.github.junitattrib.method.Occlusion;
import io.github.junitattrib.method.Question;
import io.github.junitattrib.method.Saliency;
import io.github.junitattrib.model.TextClassifier;
import io.github.junitattrib.text.WordSelector;
import org.hipparchus.analysis.differentiation.Gradient;
import org.junit.jupiter.api.Test;

/** Linearity, symmetry, dummy and completeness on functions whose scores are computed by hand. */
class FunctionAxiomsTest {

    private static final IntegratedGradients IG = new IntegratedGradients();
    private static final ClosedForm IGNORES_B =
            ClosedForm.of("3a + 0b", 2, x -> new Gradient[] {x[0].multiply(3).add(x[1].multiply(0))});
    private static final Linearity LINEAR =
            new Linearity(2, Functions.PRODUCT, -3, Functions.SUM, Functions.COMBINATION);

    private static Symmetry places(int first, int second) {
        WordSelector.ByText five = word("5");
        return new Symmetry(five.occurrence(first), five.occurrence(second));
    }

    @Test
    void integratedGradientsAreLinear() {
        AxiomResult result = LINEAR.measure(IG, Question.of("3 4"));

        assertThat(result.verdict()).isEqualTo(Verdict.PASS);
        assertThat(result.property()).isEqualTo("2ab - 3(a + b) = 2 (ab) - 3 (a + b)");
        // 2·6 − 3·3 and 2·6 − 3·4.
        assertThat(result.scores().comparisons().get(0).seen()).isCloseTo(3, within(1e-9));
        assertThat(result.scores().comparisons().get(1).expected()).isCloseTo(0, within(1e-9));
        assertThat(result.scores().attributions()).hasSize(3);
    }

    @Test
    void magnitudesOfGradientsAreNotLinear() {
        // |2b − 3| = 5, not 2·|b| − 3·|1|·… = 8 − 3; at b = 1 it is 1, and 2 − 3 = −1.
        AxiomResult result = LINEAR.measure(new Saliency(), Question.of("3 1"));

        assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
        Comparison worst = result.scores().worst().orElseThrow();
        assertThat(worst.expected()).isCloseTo(-1, within(1e-9));
        assertThat(worst.seen()).isCloseTo(1, within(1e-9));
        assertThat(worst.places()).containsExactly(new Span(0, 1));
    }

    @Test
    void ofAnotherSumTheAxiomSaysNothing() {
        Linearity wrong = new Linearity(2, Functions.PRODUCT, 3, Functions.SUM, Functions.COMBINATION);

        AxiomResult result = wrong.measure(IG, Question.of("3 4"));

        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(result.applies()).isFalse();
        FunctionAgreement functions = result.functions().orElseThrow();
        assertThat(functions.at().description()).isEqualTo("path point alpha=1 (the text)");
        assertThat(functions.first()).isEqualTo(2 * 12 + 3 * 7);
        assertThat(functions.second()).isEqualTo(2 * 12 - 3 * 7);
    }

    @Test
    void weightsOfALinearityAreNumbers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Linearity(Double.NaN, Functions.A, 1, Functions.B, Functions.SUM))
                .withMessage("The weights of Linearity are finite numbers, but are NaN and 1.0.");
    }

    @Test
    void integratedGradientsAreSymmetric() {
        AxiomResult result = places(1, 3).measure(ClosedForms.fourUnits(), IG, Question.of("5 5 5"));

        assertThat(result.verdict()).isEqualTo(Verdict.PASS);
        assertThat(result.scores().comparisons().get(0).places()).containsExactly(new Span(0, 1), new Span(4, 5));
    }

    @Test
    void aMethodThatPrefersTheFirstWordIsNotSymmetric() {
        AxiomResult result =
                places(1, 2).measure(ClosedForms.fourUnits(), new FirstComesFirst(IG), Question.of("5 5 5"));

        assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(result.scores().worst().orElseThrow().message())
                .startsWith("the score of \"5\" at 2 should be ")
                .contains(", but is ");
    }

    @Test
    void ofNumbersThatCannotChangePlacesSymmetrySaysNothing() {
        // b² and a are the same at 1, and at 0.
        ClosedForm other = ClosedForm.of("a + b²", 2, x -> new Gradient[] {x[0].add(x[1].multiply(x[1]))});
        Symmetry ones = new Symmetry(word("1").occurrence(1), word("1").occurrence(2));

        AxiomResult result = ones.measure(other, IG, Question.of("1 1"));

        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(result.applies()).isFalse();
        assertThat(result.functions().orElseThrow().onPath()).isZero();
        assertThat(result.property())
                .isEqualTo("F stays the same where \"1\" (occurrence 1) and \"1\" (occurrence 2) change places");
    }

    @Test
    void symmetryNeedsTwoPlacesOfOneValue() {
        Question question = Question.of("5 5 3");

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Symmetry(word("5").occurrence(1), word("3")).measure(ClosedForms.fourUnits(), IG, question))
                .withMessageEndingWith("are \"5\" at 0 and \"3\" at 4. Name two places of one word.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> places(1, 1).measure(ClosedForms.fourUnits(), IG, question));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Symmetry(word("5"), word("3")).measure(ClosedForms.fourUnits(), IG, question))
                .withMessageContaining("The word \"5\" stands 2 times in the text \"5 5 3\" with the words [5, 5, 3].");
    }

    @Test
    void modelsOfPredictionsAloneMayBeSymmetric() {
        TextClassifier counts = Predicting.logit("counts", text -> (double) text.length());
        TextClassifier starts = Predicting.logit("starts", text -> text.startsWith("so") ? 1.0 : 0);
        Symmetry both = new Symmetry(word("so").occurrence(1), word("so").occurrence(2));

        assertThat(both.measure(counts, new Occlusion(), Question.of("so good so fine"))
                        .verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(both.measure(starts, new Occlusion(), Question.of("so good so fine"))
                        .applies())
                .isFalse();
    }

    @Test
    void whatAFunctionIgnoresHasNoScore() {
        AxiomResult result = new Dummy(word("5")).measure(IGNORES_B, IG, Question.of("2 5"));

        assertThat(result.verdict()).isEqualTo(Verdict.PASS);
        assertThat(result.property()).isEqualTo("F does not depend on \"5\"");
        assertThat(result.functions().orElseThrow().largest()).isZero();
    }

    @Test
    void aScoreOfADummyFails() {
        AxiomResult result = new Dummy(word("5")).measure(IGNORES_B, new Stated(0.5, 0.1, true), Question.of("2 5"));

        assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(result.scores().worst().orElseThrow().message())
                .isEqualTo("the score of \"5\" should be 0.00000, but is 0.500000 ± 0.10");
    }

    @Test
    void aHugeErrorBarOfADummyIsNoPass() {
        AxiomResult result = new Dummy(word("5")).measure(IGNORES_B, new Stated(0.5, 1, true), Question.of("2 5"));

        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(result.applies()).isTrue();
    }

    @Test
    void ofAWordThatChangesTheFunctionDummySaysNothing() {
        AxiomResult result = new Dummy(word("4")).measure(Functions.PRODUCT, IG, Question.of("3 4"));

        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(result.applies()).isFalse();
    }

    @Test
    void aDummyOfOneTextAloneIsNone() {
        // At b = 0, where the path begins, and at a = 1, where the text is, c has no influence.
        ClosedForm hidden = ClosedForm.of("b + (a − 1)bc", 3, x ->
                new Gradient[] {x[1].add(x[0].subtract(1).multiply(x[1]).multiply(x[2]))});

        assertThat(new Dummy(word("7"))
                        .measure(hidden, IG, Question.of("1 2 7"))
                        .applies())
                .isFalse();
    }

    @Test
    void aTextOfOneWordThatCannotBeTakenAwayIsRefused() {
        TextClassifier counts = Predicting.logit("counts", text -> (double) text.length());

        assertThatExceptionOfType(InvalidTextException.class)
                .isThrownBy(() -> new Dummy(word("good")).measure(counts, new Stated(0), Question.of("good")))
                .withMessage(
                        "Dummy takes words of the text \"good\" away, but without its one word nothing is left that"
                                + " counts can be asked about. Give a text of several words, or a differentiable model.");
    }

    @Test
    void aWordAloneHasNoOtherToChangePlacesWith() {
        TextClassifier counts = Predicting.logit("counts", text -> (double) text.length());
        Symmetry itself = new Symmetry(word("good"), word("good"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> itself.measure(counts, new Stated(0), Question.of("good")))
                .withMessageEndingWith("Name two places of one word.");
    }

    @Test
    void aSumOfFunctionsOfAWordAloneCannotBeTried() {
        TextClassifier counts = Predicting.logit("counts", text -> (double) text.length());

        AxiomResult result = new Linearity(1, counts, 0, counts, counts).measure(new Stated(0), Question.of("good"));

        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(result.scores().open()).contains("has one word alone");
    }

    @Test
    void theRoundingOfLargePartsThatCancelIsAllowed() {
        // 1e6 + a − 1e6 in single precision is off by a sixteenth.
        ClosedForm large = ClosedForm.of("a + 1e6", 1, x -> new Gradient[] {x[0].add(1e6)});
        ClosedForm constant =
                ClosedForm.of("1e6", 1, x -> new Gradient[] {x[0].multiply(0).add(1e6)});
        ClosedForm difference = ClosedForm.of("a", 1, x -> new Gradient[] {x[0].add(1.0 / 16)});

        AxiomResult result = new Linearity(1, large, -1, constant, difference).measure(IG, Question.of("3"));

        assertThat(result.applies()).isTrue();
    }

    @Test
    void completenessComparesTheSum() {
        assertThat(Completeness.measure(Functions.PRODUCT, IG, Question.of("3 4"))
                        .verdict())
                .isEqualTo(Verdict.PASS);
        ScoreAgreement without = Completeness.measure(Functions.PRODUCT, new Saliency(), Question.of("3 4"));
        assertThat(without.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(without.open()).isEqualTo("Saliency claims no sum of its scores");
        // x³ at 0 and 1 by the trapezoid: 1/2 · 3 in place of 1.
        ClosedForm cube =
                ClosedForm.of("x³", 1, x -> new Gradient[] {x[0].multiply(x[0]).multiply(x[0])});
        assertThat(Completeness.measure(
                                cube,
                                new FirstComesFirst(new IntegratedGradients(IntegrationRule.adaptive())),
                                Question.of("1"))
                        .verdict())
                .isEqualTo(Verdict.FAIL);
    }
}
