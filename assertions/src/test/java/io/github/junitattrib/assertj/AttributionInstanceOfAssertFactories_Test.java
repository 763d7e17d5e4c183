package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.Answers.scored;
import static io.github.junitattrib.assertj.AttributionInstanceOfAssertFactories.ATTRIBUTION_METHOD;
import static io.github.junitattrib.assertj.AttributionInstanceOfAssertFactories.ATTRIBUTION_REQUESTS;
import static io.github.junitattrib.assertj.AttributionInstanceOfAssertFactories.ATTRIBUTION_RUNNER;
import static io.github.junitattrib.assertj.AttributionInstanceOfAssertFactories.MODEL_COMPARISON;
import static io.github.junitattrib.assertj.AttributionInstanceOfAssertFactories.MODEL_VARIANTS;
import static io.github.junitattrib.assertj.Expecting.attributionError;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.axiom.Linearity;
import io.github.junitattrib.method.AttributionMethod;
import io.github.junitattrib.method.AttributionRunner;
import io.github.junitattrib.method.InputTimesGradient;
import io.github.junitattrib.method.IntegratedGradients;
import io.github.junitattrib.method.Saliency;
import io.github.junitattrib.model.Variants;
import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.InstanceOfAssertFactory;
import org.junit.jupiter.api.Test;

/** What AssertJ finds untyped in a test is asserted on by what it is; FormsTest does so with attributions. */
class AttributionInstanceOfAssertFactories_Test {

    private final AttributionMethod ig = new IntegratedGradients();

    private static <A extends AbstractAssert<?, ?>> A on(Object untyped, InstanceOfAssertFactory<?, A> factory) {
        return then(untyped).asInstanceOf(factory);
    }

    @Test
    void should_lead_from_a_list_to_assertions_on_all_texts() {
        Object requests = List.of(new Answers(scored("it was great", 0.1, 0.2, 0.9)).request("it was great"));
        on(requests, ATTRIBUTION_REQUESTS).allSatisfy(each -> each.hasTopToken("great"));
        attributionError(() -> on(requests, ATTRIBUTION_REQUESTS).allSatisfy(each -> each.hasTopToken("it")));
    }

    @Test
    void should_lead_from_a_runner_to_axioms() {
        on(AttributionRunner.of(ClosedFormula.PRODUCT, ig), ATTRIBUTION_RUNNER).isComplete("2 5");
        AttributionMethod more = SpoiledMethod.adding(ig, 0.5, 0);
        attributionError(() -> on(AttributionRunner.of(ClosedFormula.PRODUCT, more), ATTRIBUTION_RUNNER)
                .isComplete("2 5"));
    }

    @Test
    void should_lead_from_a_method_to_its_axioms() {
        Linearity sum = new Linearity(2, ClosedFormula.PRODUCT, -3, ClosedFormula.SUM, ClosedFormula.COMBINATION);
        on(ig, ATTRIBUTION_METHOD)
                .isLinear(sum, "3 1")
                .on(ClosedFormula.PRODUCT)
                .isComplete("3 1");
        attributionError(() -> on(new Saliency(), ATTRIBUTION_METHOD).isLinear(sum, "3 1"));
        attributionError(() -> on(SpoiledMethod.adding(new InputTimesGradient(), 1, 0), ATTRIBUTION_METHOD)
                .on(ClosedFormula.A)
                .ignoresDummy("5", "2 5"));
    }

    @Test
    void should_lead_from_variants_to_what_they_compute() {
        on(Variants.of(ClosedFormula.A, ClosedFormula.TWICE_HALF_A), MODEL_VARIANTS)
                .areInvariantUnder(ig, "2 2");
        attributionError(() -> on(Variants.of(ClosedFormula.A, ClosedFormula.B), MODEL_VARIANTS)
                .areInvariantUnder(ig, "2 2"));
    }

    @Test
    void should_lead_from_a_comparison_to_its_limits() {
        on(Comparisons.withOtherReasons(), MODEL_COMPARISON).hasAccuracyOfAtLeast(0.9);
        attributionError(
                () -> on(Comparisons.predictingOtherwise(), MODEL_COMPARISON).hasAccuracyOfAtLeast(0.9));
    }
}
