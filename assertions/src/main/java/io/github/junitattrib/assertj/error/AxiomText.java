package io.github.junitattrib.assertj.error;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.axiom.AxiomResult;
import io.github.junitattrib.axiom.Comparison;
import io.github.junitattrib.axiom.FunctionAgreement;
import org.assertj.core.error.ErrorMessageFactory;

/** Writes what the axioms on functions have in common. */
final class AxiomText {

    private AxiomText() {}

    /** A score that is not what was asked for. */
    static String problem(Comparison failing) {
        Numbers numbers = Numbers.of(failing.scale());
        return failing.what() + " is " + numbers.signed(failing.seen()) + " in place of "
                + numbers.signed(failing.expected()) + " (tolerance " + numbers.plain(failing.tolerance()) + ")";
    }

    static Evidence evidence(AxiomResult result, Attribution attribution) {
        Evidence evidence = new Evidence(attribution.withVerdictBars()).fact("functions", result.property());
        result.functions().ifPresent(functions -> evidence.fact("", FunctionText.facts(functions)));
        return evidence;
    }

    /** The property does not hold, or the scores are too uncertain. */
    static ErrorMessageFactory unclear(AxiomResult result, Attribution attribution, String question) {
        Evidence evidence = evidence(result, attribution);
        if (result.functions().isEmpty()) {
            return CannotTell.because(
                    question, result.scores().obstacle(), "Declare functions that can be compared.", evidence);
        }
        FunctionAgreement functions = result.functions().get();
        if (!functions.holds()) {
            return CannotTell.because(
                    question,
                    "it is not so that " + result.property() + ", at " + FunctionText.difference(functions),
                    "Declare functions of which that is true.",
                    evidence);
        }
        return CannotTell.because(
                result.scores().unconverged().orElse(attribution),
                question,
                result.scores().open(),
                evidence);
    }
}
