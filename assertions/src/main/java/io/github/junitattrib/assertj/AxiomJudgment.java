package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.error.ShouldBeLinear.shouldBeLinear;
import static io.github.junitattrib.assertj.error.ShouldBeLinear.unclearLinearity;
import static io.github.junitattrib.assertj.error.ShouldBeSymmetric.shouldBeSymmetric;
import static io.github.junitattrib.assertj.error.ShouldBeSymmetric.unclearSymmetry;
import static io.github.junitattrib.assertj.error.ShouldIgnoreDummy.shouldIgnoreDummy;
import static io.github.junitattrib.assertj.error.ShouldIgnoreDummy.unclearDummy;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Span;
import io.github.junitattrib.axiom.AxiomResult;
import io.github.junitattrib.axiom.Comparison;
import java.util.List;
import java.util.function.Function;
import org.assertj.core.error.ErrorMessageFactory;

/** Whether the scores on functions with a certain property are what an axiom asks for. */
final class AxiomJudgment {

    private AxiomJudgment() {}

    static Outcome linearity(AxiomResult result) {
        return outcome(
                result, failing -> shouldBeLinear(result, failing), unclear -> unclearLinearity(result, unclear));
    }

    static Outcome symmetry(AxiomResult result) {
        return outcome(
                result, failing -> shouldBeSymmetric(result, failing), unclear -> unclearSymmetry(result, unclear));
    }

    static Outcome dummy(AxiomResult result) {
        return outcome(result, failing -> shouldIgnoreDummy(result, failing), unclear -> unclearDummy(result, unclear));
    }

    private static Outcome outcome(
            AxiomResult result,
            Function<Comparison, ErrorMessageFactory> failure,
            Function<Attribution, ErrorMessageFactory> openQuestion) {
        List<Attribution> all = result.scores().attributions();
        Attribution evidence = all.get(all.size() - 1);
        Outcome outcome = switch (result.verdict()) {
            case PASS -> Outcome.pass(places(result));
            case FAIL -> {
                Comparison worst = result.scores().worst().orElseThrow();
                yield Outcome.fail(failure.apply(worst), worst.places());
            }
            case INCONCLUSIVE -> Outcome.inconclusive(openQuestion.apply(evidence), places(result));
        };
        return outcome.shownBy(evidence);
    }

    private static List<Span> places(AxiomResult result) {
        return result.scores().comparisons().stream()
                .flatMap(each -> each.places().stream())
                .toList();
    }
}
