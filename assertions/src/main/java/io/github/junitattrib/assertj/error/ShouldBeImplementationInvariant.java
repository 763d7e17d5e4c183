package io.github.junitattrib.assertj.error;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.axiom.Comparison;
import io.github.junitattrib.axiom.FunctionAgreement;
import io.github.junitattrib.axiom.InvarianceResult;
import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;

/** Makes the messages of implementation invariance. */
public final class ShouldBeImplementationInvariant extends BasicErrorMessageFactory {

    private ShouldBeImplementationInvariant(String expectation, String problem, String evidence) {
        super("Expected %s, but %s.%s", unquotedString(expectation), unquotedString(problem), unquotedString(evidence));
    }

    /**
     * Says where the functions of two models differ, so that nothing is to be expected of their scores.
     *
     * @param result what was found of two models
     * @param functions where their functions differ
     * @return the message
     */
    public static ErrorMessageFactory shouldComputeTheSameFunction(
            InvarianceResult result, FunctionAgreement functions) {
        return new ShouldBeImplementationInvariant(
                "variants " + both(result) + " to compute the same function toward "
                        + second(result).label(),
                "the functions already differ at " + FunctionText.difference(functions),
                evidence(result).text());
    }

    /**
     * Says which score differs though the functions agree.
     *
     * @param result what was found of two models
     * @param worst the score that is off by most
     * @return the message
     */
    public static ErrorMessageFactory shouldHaveTheSameScores(InvarianceResult result, Comparison worst) {
        Numbers numbers = Numbers.of(worst.scale());
        Evidence evidence = evidence(result);
        worst.places().forEach(place -> evidence.note(place, "other score"));
        return new ShouldBeImplementationInvariant(
                second(result).method().name() + " to give variants " + both(result) + " the same scores toward "
                        + second(result).label() + ", as they compute the same function",
                worst.what() + " is " + numbers.signed(worst.expected()) + " on "
                        + WordNames.quote(result.first()) + " and " + numbers.signed(worst.seen()) + " on "
                        + WordNames.quote(result.second()) + " (tolerance " + numbers.plain(worst.tolerance()) + ")",
                evidence.text());
    }

    /**
     * Says why functions or scores cannot be compared.
     *
     * @param result what was found of two models
     * @return the message
     */
    public static ErrorMessageFactory unclearInvariance(InvarianceResult result) {
        String question = "variants " + both(result) + " are invariant under "
                + second(result).method().name();
        String reason = result.scores().open();
        return result.scores()
                .unconverged()
                .<ErrorMessageFactory>map(
                        attribution -> CannotTell.because(attribution, question, reason, evidence(result)))
                .orElseGet(() -> CannotTell.because(
                        question,
                        reason,
                        result.functions().isEmpty()
                                ? "Give models and a text that can be compared."
                                : "Give the method more evaluations or samples, or the functions a smaller tolerance.",
                        evidence(result)));
    }

    private static Attribution second(InvarianceResult result) {
        return result.scores().attributions().get(1);
    }

    private static String both(InvarianceResult result) {
        return WordNames.quote(result.first()) + " and " + WordNames.quote(result.second());
    }

    private static Evidence evidence(InvarianceResult result) {
        Evidence evidence = new Evidence(second(result).withVerdictBars());
        result.functions().ifPresent(functions -> evidence.fact("functions", FunctionText.facts(functions)));
        result.slopes()
                .filter(slopes ->
                        result.functions().filter(FunctionAgreement::holds).isPresent() && !slopes.holds())
                .ifPresent(slopes -> evidence.fact(
                        "gradients",
                        "differ at " + FunctionText.difference(slopes) + ": one of the models stops some"));
        return evidence;
    }
}
