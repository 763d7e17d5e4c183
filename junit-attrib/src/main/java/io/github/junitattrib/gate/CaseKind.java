package io.github.junitattrib.gate;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    /** The prediction stayed, and the words are in another order, however little. */
    ORDERS("another order of the words for the same prediction"),
    /** A word outside of the rationale clearly leads, and did not before, or not clearly. */
    VIOLATIONS("led by a word outside of the rationale, and not clearly so before"),
    /** A word outside of the rationale clearly leads, as before. */
    OLD_VIOLATIONS("still led by a word outside of the rationale"),
    /** Both models miss it. */
    WRONG("wrong before and now"),
    /** The candidate gets right what the released model misses. */
    WON("wrong before, right now"),
    /** The candidate's scores are not complete, however little they lack. */
    GAPS("with a completeness gap"),
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

    /** All that became of a case. */
    static Set<CaseKind> of(ComparedCase one) {
        return Stream.of(values())
                .filter(kind -> kind.holds(one))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(CaseKind.class)));
    }

    private boolean holds(ComparedCase one) {
        return switch (this) {
            case LOST -> one.isLost();
            case CHANGED -> one.isPredictionChanged() && !one.isLost() && !one.isWon();
            case REASONS -> hasReasons(one);
            case ORDERS -> hasReasons(one) && one.moved() > 0;
            case LEADERS -> !one.isPredictionChanged() && one.topWord() == TopWord.CHANGED;
            case VIOLATIONS -> one.isViolated() && one.releasedOrder() != RationaleOrder.VIOLATED;
            case OLD_VIOLATIONS -> one.isViolated() && one.releasedOrder() == RationaleOrder.VIOLATED;
            case WRONG -> one.isCandidateWrong() && one.isReleasedWrong();
            case WON -> one.isWon();
            case GAPS ->
                CompletenessGap.of(one.candidate())
                        .filter(gap -> gap.value() > 0)
                        .isPresent();
            case INCONCLUSIVE -> !one.isConclusive();
        };
    }

    private static boolean hasReasons(ComparedCase one) {
        return !one.isPredictionChanged()
                && one.isConclusive()
                && one.agreement().isPresent();
    }

    /** Whether it holds for nearly all cases of a corpus, and says something only where a threshold counts it. */
    boolean isOfMost() {
        return this == ORDERS || this == GAPS;
    }

    /** How much a case of the kind deserves a look. */
    double weight(ComparedCase one) {
        return switch (this) {
            case LOST, CHANGED, VIOLATIONS, INCONCLUSIVE -> one.severity();
            case REASONS, ORDERS, LEADERS, OLD_VIOLATIONS, WON -> one.moved();
            case GAPS -> CompletenessGap.of(one.candidate()).map(Figure::value).orElse(0.0);
            // The surer it is, the worse.
            case WRONG -> one.candidate().prediction().probability().orElse(0);
        };
    }
}
