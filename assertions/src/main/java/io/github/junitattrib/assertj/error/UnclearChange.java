package io.github.junitattrib.assertj.error;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.report.VisibleText;
import io.github.junitattrib.text.WordSelection;
import org.assertj.core.error.ErrorMessageFactory;

/** Makes the messages where numbers are not good enough to say what a change does. */
public final class UnclearChange {

    private static final String TIGHTER = "Tighten the tolerance of the request: .with(new IntegratedGradients("
            + "IntegrationRule.adaptive().within(new Tolerance(1e-4, 1e-4, 1e-4)))).";

    private UnclearChange() {}

    /**
     * Says that the method did not converge on one of the two texts.
     *
     * @param pair the two attributions, at least one of which did not converge
     * @param question what cannot be told, such as {@code "great" keeps its sign toward POSITIVE}
     * @return the message
     */
    public static ErrorMessageFactory notConverged(ChangedPair pair, String question) {
        boolean original = !pair.original().convergence().converged();
        Attribution unsettled = original ? pair.original() : pair.changed();
        String where = original ? "" : " on the changed text";
        return because(
                pair,
                question,
                unsettled.method().name() + " did not converge in "
                        + unsettled.convergence().evaluations() + " evaluations" + where,
                Remedies.ofMethod(unsettled),
                new ChangeEvidence(pair));
    }

    /**
     * Says that the error bars are too wide.
     *
     * @param pair the two attributions
     * @param question what cannot be told
     * @param reason which numbers are within which bars
     * @return the message
     */
    public static ErrorMessageFactory withinBars(ChangedPair pair, String question, String reason) {
        return withinBars(pair, question, reason, new ChangeEvidence(pair));
    }

    static ErrorMessageFactory withinBars(ChangedPair pair, String question, String reason, ChangeEvidence evidence) {
        return because(
                pair,
                question,
                reason,
                (isAdaptive(pair.original()) ? TIGHTER : Remedies.MORE_PRECISION)
                        + " If it stays so, the model does not tell the two apart.",
                evidence);
    }

    /**
     * Says that the change takes the word away that the check names.
     *
     * @param pair the two attributions
     * @param question what cannot be told
     * @param word a word of the original text
     * @return the message
     */
    public static ErrorMessageFactory withoutCounterpart(ChangedPair pair, String question, WordSelection word) {
        return because(
                pair,
                question,
                "the changed text \"" + VisibleText.inLine(pair.changed().text()) + "\" has nothing in place of "
                        + WordNames.quoted(pair.original(), word),
                "Name a word that the change leaves.",
                new ChangeEvidence(pair).note(word.span(), "not in the changed text"));
    }

    /**
     * Says anything else.
     *
     * @param pair the two attributions
     * @param question what cannot be told
     * @param reason why
     * @param remedy what to do
     * @return the message
     */
    public static ErrorMessageFactory because(ChangedPair pair, String question, String reason, String remedy) {
        return because(pair, question, reason, remedy, new ChangeEvidence(pair));
    }

    static ErrorMessageFactory because(
            ChangedPair pair, String question, String reason, String remedy, ChangeEvidence evidence) {
        return CannotTell.because(question + " under " + ChangeSentences.change(pair), reason, remedy, evidence.text());
    }

    /** Such a method stops where its tolerance is met: more evaluations alone would change nothing. */
    private static boolean isAdaptive(Attribution attribution) {
        return attribution.method().name().equals("IntegratedGradients")
                && "adaptive".equals(attribution.method().parameters().get("rule"));
    }
}
