package io.github.junitattrib.gate;

import java.util.Locale;

/** What may have become of a case. Each kind has a list of its own, so that the worst of one hide none of another. */
public enum CaseKind {
    /** The candidate misses what the released model gets right. */
    LOST("right before, wrong now"),
    /** The candidate predicts another class, and no case is lost or won by that. */
    CHANGED("another prediction, neither lost nor won"),
    /** The prediction stayed, and the order of the words did not; how much is for a gate to say. */
    REASONS("other reasons for the same prediction"),
    /** The prediction stayed, and another word clearly leads. */
    LEADERS("another word leads to the same prediction"),
    /** A word outside of the rationale clearly leads, and did not before. */
    VIOLATIONS("newly led by a word outside of the rationale"),
    /** A word outside of the rationale clearly leads, as before. */
    OLD_VIOLATIONS("still led by a word outside of the rationale"),
    /** Both models miss it. */
    WRONG("wrong before and now"),
    /** The candidate gets right what the released model misses. */
    WON("wrong before, right now"),
    /** The method did not converge on it in one of the models. */
    INCONCLUSIVE("did not converge");

    private final String title;

    CaseKind(String title) {
        this.title = title;
    }

    /**
     * Names the kind as people read it.
     *
     * @return such as {@code right before, wrong now}
     */
    public String title() {
        return title;
    }

    /**
     * Names the kind as programs read it.
     *
     * @return such as {@code lost}
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean holds(ComparedCase one) {
        return switch (this) {
            case LOST -> one.isLost();
            case CHANGED -> one.isPredictionChanged() && !one.isLost() && !one.isWon();
            case REASONS ->
                !one.isPredictionChanged()
                        && one.isConclusive()
                        && one.agreement().isPresent();
            case LEADERS -> !one.isPredictionChanged() && one.topWord() == TopWord.CHANGED;
            case VIOLATIONS -> one.isViolated() && one.releasedOrder() != RationaleOrder.VIOLATED;
            case OLD_VIOLATIONS -> one.isViolated() && one.releasedOrder() == RationaleOrder.VIOLATED;
            case WRONG -> one.isCandidateWrong() && one.isReleasedWrong();
            case WON -> one.isWon();
            case INCONCLUSIVE -> !one.isConclusive();
        };
    }

    /** How much a case of the kind deserves a look. */
    double weight(ComparedCase one) {
        return switch (this) {
            case LOST, CHANGED, VIOLATIONS, INCONCLUSIVE -> one.severity();
            case REASONS, LEADERS, OLD_VIOLATIONS, WON -> one.moved();
            // The surer it is, the worse.
            case WRONG -> one.candidate().prediction().probability().orElse(0);
        };
    }
}
