package io.github.junitattrib.assertj;

import io.github.junitattrib.InconclusiveException;
import io.github.junitattrib.axiom.ImplementationInvariance;
import io.github.junitattrib.axiom.InvarianceResult;
import io.github.junitattrib.check.Check;
import io.github.junitattrib.junit.AttributionLog;
import io.github.junitattrib.method.AttributionMethod;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.Question;
import io.github.junitattrib.model.Variants;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on models that are meant to compute the same function; not final, because AssertJ's soft assertions subclass
 * it.
 */
public class ModelVariantsAssert extends AbstractAssert<ModelVariantsAssert, Variants> {

    /**
     * Begins assertions; tests call {@link AttributionAssertions#assertThat(Variants)}.
     *
     * @param actual at least two models
     */
    public ModelVariantsAssert(Variants actual) {
        super(actual, ModelVariantsAssert.class);
    }

    /**
     * Verifies that the models compute the same function of a text, on the path from the baseline and off it, and that a
     * method gives them the same scores. Each is compared with the first one.
     *
     * <p>The class that the first model predicts is explained of all. Functions count as the same within 2e-5 of their
     * range and 8 · 2^-23 of their largest value, as single precision allows.
     *
     * <pre>{@code
     * ClosedForm a = ClosedForm.of("a", 2, x -> new Gradient[] {x[0].add(x[1].multiply(0))});
     * ClosedForm same = ClosedForm.of("(2a)/2", 2, x -> new Gradient[] {x[0].multiply(2).add(x[1].multiply(0)).divide(2)});
     * ClosedForm b = ClosedForm.of("b", 2, x -> new Gradient[] {x[1].add(x[0].multiply(0))});
     * assertThat(variants(a, same)).areInvariantUnder(integratedGradients(), "2 2"); // passes
     * assertThat(variants(a, b)).areInvariantUnder(integratedGradients(), "2 2"); // fails: the same where a = b alone
     * }</pre>
     *
     * @param method the method with its options
     * @param text the text exactly as it is to be explained
     * @return these assertions, to go on
     * @throws AssertionError if the functions or the scores differ by more than their tolerance
     * @throws InconclusiveException if they cannot be compared, or the scores are too uncertain to tell
     * @throws IllegalArgumentException if there is one model alone
     * @see ImplementationInvariance
     */
    public ModelVariantsAssert areInvariantUnder(AttributionMethod method, String text) {
        return areInvariantUnder(method, text, new ImplementationInvariance());
    }

    /**
     * Verifies that the models compute the same function of a text within a stated tolerance, and that a method gives them
     * the same scores.
     *
     * <pre>{@code
     * ClosedForm a = ClosedForm.of("a", 2, x -> new Gradient[] {x[0].add(x[1].multiply(0))});
     * ClosedForm nearly = ClosedForm.of("1.001 a", 2, x -> new Gradient[] {x[0].multiply(1.001).add(x[1].multiply(0))});
     * ImplementationInvariance lenient = new ImplementationInvariance().within(FunctionTolerance.relative(2e-3));
     * assertThat(variants(a, nearly)).areInvariantUnder(integratedGradients(), "2 3", lenient); // passes
     * assertThat(variants(a, nearly)).areInvariantUnder(integratedGradients(), "2 3"); // fails
     * }</pre>
     *
     * @param method the method with its options
     * @param text the text exactly as it is to be explained
     * @param options when functions count as the same, and how many random points are compared
     * @return these assertions, to go on
     * @throws AssertionError if the functions or the scores differ by more than their tolerance
     * @throws InconclusiveException if they cannot be compared, or the scores are too uncertain to tell
     * @throws IllegalArgumentException if there is one model alone
     */
    public ModelVariantsAssert areInvariantUnder(
            AttributionMethod method, String text, ImplementationInvariance options) {
        return areInvariantUnder(method, Question.of(text), options);
    }

    /**
     * Verifies the same toward a named target, or from another baseline.
     *
     * <pre>{@code
     * ClosedForm a = ClosedForm.of("a", 2, x -> new Gradient[] {x[0].add(x[1].multiply(0))});
     * ClosedForm b = ClosedForm.of("b", 2, x -> new Gradient[] {x[1].add(x[0].multiply(0))});
     * Question fromZero = Question.of("2 2").from(Baseline.ZERO);
     * ImplementationInvariance options = new ImplementationInvariance();
     * assertThat(variants(a, ClosedForm.of("a + 0", 2, x -> new Gradient[] {x[0].add(x[1].multiply(0))}))).areInvariantUnder(integratedGradients(), fromZero, options); // passes
     * assertThat(variants(a, b)).areInvariantUnder(integratedGradients(), fromZero, options); // fails
     * }</pre>
     *
     * @param method the method with its options
     * @param question text, target and baseline
     * @param options when functions count as the same, and how many random points are compared
     * @return these assertions, to go on
     * @throws AssertionError if the functions or the scores differ by more than their tolerance
     * @throws InconclusiveException if they cannot be compared, or the scores are too uncertain to tell
     * @throws IllegalArgumentException if there is one model alone
     */
    public ModelVariantsAssert areInvariantUnder(
            AttributionMethod method, Question question, ImplementationInvariance options) {
        isNotNull();
        Objects.requireNonNull(method, "The method must not be null. Name one, such as integratedGradients().");
        Objects.requireNonNull(question, "The question must not be null. Give a text: Question.of(\"A moving film\").");
        Objects.requireNonNull(options, "The options must not be null. Leave them out for those of single precision.");
        Variants variants = actual;
        InvarianceJudgment judgment = new InvarianceJudgment(options, method, question);
        List<InvarianceResult> results = judgment.measure(variants);
        AttributionLog.current().ifPresent(log -> log.recordCompared(InvarianceJudgment.attributions(results)));
        Outcome outcome = InvarianceJudgment.outcome(results);
        new Settlement(
                        "areInvariantUnder",
                        List.of(variants.names(), method.facts().name(), question.text(), options.parameters()),
                        Check.About.METHOD,
                        requests(method, question))
                .settle(
                        outcome,
                        models -> judgment.apply(variants),
                        outcome.evidence().orElseThrow(),
                        info,
                        this::assertionError);
        return myself;
    }

    private List<AttributionRequest> requests(AttributionMethod method, Question question) {
        return actual.asMap().values().stream()
                .map(model -> AttributionRequest.of(model, question.text(), method)
                        .toward(question.target())
                        .from(question.baseline()))
                .toList();
    }

    @Override
    protected boolean isElementOfCustomAssert(StackTraceElement frame) {
        return super.isElementOfCustomAssert(frame) || OurFrames.contain(frame);
    }
}
