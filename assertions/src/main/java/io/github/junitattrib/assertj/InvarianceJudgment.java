package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.error.ShouldBeImplementationInvariant.shouldComputeTheSameFunction;
import static io.github.junitattrib.assertj.error.ShouldBeImplementationInvariant.shouldHaveTheSameScores;
import static io.github.junitattrib.assertj.error.ShouldBeImplementationInvariant.unclearInvariance;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Verdict;
import io.github.junitattrib.axiom.Comparison;
import io.github.junitattrib.axiom.FunctionAgreement;
import io.github.junitattrib.axiom.ImplementationInvariance;
import io.github.junitattrib.axiom.InvarianceResult;
import io.github.junitattrib.method.AttributionMethod;
import io.github.junitattrib.method.Question;
import io.github.junitattrib.model.Variants;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Whether variants compute the same function and a method gives them the same scores (Sundararajan, Taly, Yan 2017, section
 * 2.2).
 *
 * @param options when functions count as the same
 * @param method the method with its options
 * @param question text, target and baseline
 */
record InvarianceJudgment(ImplementationInvariance options, AttributionMethod method, Question question)
        implements Function<Variants, Outcome> {

    @Override
    public Outcome apply(Variants variants) {
        return outcome(measure(variants));
    }

    List<InvarianceResult> measure(Variants variants) {
        return options.measure(variants, method, question);
    }

    /** The attributions of all variants, in their order. */
    static List<Attribution> attributions(List<InvarianceResult> results) {
        return Stream.concat(
                        Stream.of(attribution(results.get(0), 0)),
                        results.stream().map(result -> attribution(result, 1)))
                .toList();
    }

    static Outcome outcome(List<InvarianceResult> results) {
        return first(results, Verdict.FAIL)
                .or(() -> first(results, Verdict.INCONCLUSIVE))
                .map(InvarianceJudgment::outcome)
                .orElseGet(() -> Outcome.pass(List.of()).shownBy(attribution(results.get(0), 0)));
    }

    private static Optional<InvarianceResult> first(List<InvarianceResult> results, Verdict verdict) {
        return results.stream().filter(result -> result.verdict() == verdict).findFirst();
    }

    private static Outcome outcome(InvarianceResult result) {
        Attribution second = attribution(result, 1);
        Optional<InvarianceResult.Step> broken = result.broken();
        if (broken.isEmpty()) {
            return Outcome.inconclusive(unclearInvariance(result), List.of()).shownBy(second);
        }
        if (broken.get() == InvarianceResult.Step.FUNCTIONS) {
            FunctionAgreement functions = result.functions().orElseThrow();
            return Outcome.fail(
                            shouldComputeTheSameFunction(result, functions),
                            functions.at().places())
                    .shownBy(second);
        }
        Comparison worst = result.scores().worst().orElseThrow();
        return Outcome.fail(shouldHaveTheSameScores(result, worst), worst.places())
                .shownBy(second);
    }

    private static Attribution attribution(InvarianceResult result, int number) {
        return result.scores().attributions().get(number);
    }
}
