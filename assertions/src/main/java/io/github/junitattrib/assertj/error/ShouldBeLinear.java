package io.github.junitattrib.assertj.error;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.axiom.AxiomResult;
import io.github.junitattrib.axiom.Comparison;
import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;

/** Makes the messages of linearity. */
public final class ShouldBeLinear extends BasicErrorMessageFactory {

    private ShouldBeLinear(String method, String property, String problem, String evidence) {
        super(
                "Expected %s to be linear, as %s, but %s.%s",
                unquotedString(method), unquotedString(property), unquotedString(problem), unquotedString(evidence));
    }

    /**
     * Says which score is another one than the axiom asks for.
     *
     * @param result what was found
     * @param failing the score that is off by most
     * @return the message
     */
    public static ErrorMessageFactory shouldBeLinear(AxiomResult result, Comparison failing) {
        Attribution last = result.scores()
                .attributions()
                .get(result.scores().attributions().size() - 1);
        Evidence evidence = AxiomText.evidence(result, last);
        failing.places().forEach(place -> evidence.note(place, "other than the sum"));
        return new ShouldBeLinear(last.method().name(), result.property(), AxiomText.problem(failing), evidence.text());
    }

    /**
     * Says why nothing can be told: the functions are others, or the scores are too uncertain.
     *
     * @param result what was found
     * @param attribution the attribution that is shown
     * @return the message
     */
    public static ErrorMessageFactory unclearLinearity(AxiomResult result, Attribution attribution) {
        return AxiomText.unclear(result, attribution, attribution.method().name() + " is linear");
    }
}
