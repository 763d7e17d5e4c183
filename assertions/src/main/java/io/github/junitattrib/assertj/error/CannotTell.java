package io.github.junitattrib.assertj.error;

import io.github.junitattrib.Attribution;
import org.assertj.core.error.BasicErrorMessageFactory;

/** Says that the numbers are not good enough for a verdict, why, and what to do: the one text of that kind. */
final class CannotTell extends BasicErrorMessageFactory {

    private static final String MORE_PRECISION = "Give the method more evaluations or a tighter tolerance.";

    private CannotTell(String question, String reason, String remedy, Evidence evidence) {
        this(question, reason, remedy, evidence.text());
    }

    private CannotTell(String question, String reason, String remedy, String evidence) {
        super(
                "Cannot tell whether %s, because %s. %s%s",
                unquotedString(question), unquotedString(reason), unquotedString(remedy), unquotedString(evidence));
    }

    /** For what is shown otherwise than by the evidence of one attribution. */
    static CannotTell because(String question, String reason, String remedy, String evidence) {
        return new CannotTell(question, reason, remedy, evidence);
    }

    /** For comparisons of two words: the method did not converge, or they tie. */
    static CannotTell compare(Attribution attribution, String question, Margin margin, Evidence evidence) {
        if (!attribution.convergence().converged()) {
            return new CannotTell(
                    question,
                    attribution.method().name() + " did not converge in "
                            + attribution.convergence().evaluations() + " evaluations",
                    remedy(attribution),
                    evidence);
        }
        Numbers numbers = Numbers.of(attribution);
        if (!Double.isFinite(margin.uncertainty())) {
            return new CannotTell(question, "the uncertainty of the scores is unknown", MORE_PRECISION, evidence);
        }
        return new CannotTell(
                question,
                "the margin " + numbers.signed(margin.value()) + " is within the "
                        + numbers.uncertainty(margin.uncertainty()),
                TighterTolerance.remedy(attribution, margin)
                        .orElse(MORE_PRECISION + " If they still tie, the model does not tell these words apart."),
                evidence);
    }

    /** For all other reasons. */
    static CannotTell because(Attribution attribution, String question, String reason, Evidence evidence) {
        return new CannotTell(question, reason, remedy(attribution), evidence);
    }

    /** For reasons that more precision would not change. */
    static CannotTell because(String question, String reason, String remedy, Evidence evidence) {
        return new CannotTell(question, reason, remedy, evidence);
    }

    private static String remedy(Attribution attribution) {
        String remedy = attribution.convergence().remedy();
        return remedy.isBlank() ? MORE_PRECISION : remedy;
    }
}
