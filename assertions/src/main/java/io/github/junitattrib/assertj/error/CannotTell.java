package io.github.junitattrib.assertj.error;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Marked;
import java.util.List;
import org.assertj.core.error.BasicErrorMessageFactory;

/** Says that the numbers are not good enough for a verdict, why, and what to do: the one text of that kind. */
final class CannotTell extends BasicErrorMessageFactory implements Noted {

    private static final String UNKNOWN = "the uncertainty of the scores is unknown";

    private final List<Marked> notes;

    private CannotTell(String question, String reason, String remedy, Evidence evidence) {
        this(question, reason, remedy, evidence.text(), evidence.notes());
    }

    private CannotTell(String question, String reason, String remedy, String evidence, List<Marked> notes) {
        super(
                "Cannot tell whether %s, because %s. %s%s",
                unquotedString(question), unquotedString(reason), unquotedString(remedy), unquotedString(evidence));
        this.notes = notes;
    }

    @Override
    public List<Marked> notes() {
        return notes;
    }

    /** For what is shown otherwise than by the evidence of one attribution. */
    static CannotTell because(String question, String reason, String remedy, String evidence) {
        return new CannotTell(question, reason, remedy, evidence, List.of());
    }

    /** For comparisons of two words: the method did not converge, or they tie. */
    static CannotTell compare(Attribution attribution, String question, Margin margin, Evidence evidence) {
        if (!attribution.convergence().converged()) {
            return unsettled(attribution, question, evidence);
        }
        if (!Double.isFinite(margin.uncertainty())) {
            return new CannotTell(question, UNKNOWN, Remedies.MORE_PRECISION, evidence);
        }
        Numbers numbers = Numbers.of(attribution);
        return new CannotTell(
                question,
                "the margin " + numbers.signed(margin.value()) + " is within the "
                        + numbers.uncertainty(margin.uncertainty()),
                Remedies.tie(attribution, margin),
                evidence);
    }

    /**
     * For a number made of scores: the method did not converge, or the bar of the number reaches over its bound.
     *
     * @param number says which number it is, and its bar
     */
    static CannotTell near(
            Attribution attribution, String question, String number, double distance, Estimate bar, Evidence evidence) {
        if (!attribution.convergence().converged()) {
            return unsettled(attribution, question, evidence);
        }
        double uncertainty = (bar.high() - bar.low()) / 2;
        return Double.isFinite(uncertainty)
                ? new CannotTell(question, number, Remedies.near(attribution, distance, uncertainty), evidence)
                : new CannotTell(question, UNKNOWN, Remedies.MORE_PRECISION, evidence);
    }

    /** For a method that did not converge, whatever its numbers say. */
    static CannotTell unsettled(Attribution attribution, String question, Evidence evidence) {
        return new CannotTell(
                question,
                attribution.method().name() + " did not converge in "
                        + attribution.convergence().evaluations() + " evaluations",
                Remedies.ofMethod(attribution),
                evidence);
    }

    /** For numbers made of scores whose method tells no error bars. */
    static CannotTell unknown(Attribution attribution, String question, Evidence evidence) {
        return attribution.convergence().converged()
                ? new CannotTell(question, UNKNOWN, Remedies.MORE_PRECISION, evidence)
                : unsettled(attribution, question, evidence);
    }

    /** For all other reasons. */
    static CannotTell because(Attribution attribution, String question, String reason, Evidence evidence) {
        return new CannotTell(question, reason, Remedies.ofMethod(attribution), evidence);
    }

    /** For reasons that more precision would not change. */
    static CannotTell because(String question, String reason, String remedy, Evidence evidence) {
        return new CannotTell(question, reason, remedy, evidence);
    }
}
