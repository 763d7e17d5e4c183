package io.github.junitattrib.gate;

import io.github.junitattrib.Attribution;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What is found of some cases: of the whole corpus, or of a slice of it. Counts and two to four numbers of each case are kept. */
public final class Figures {

    /** Which completeness gap stands for all: the one that this share of cases does not exceed. */
    public static final double GAP_QUANTILE = 0.95;

    private long cases;
    private long labeled;
    private long releasedRight;
    private long candidateRight;
    private long changed;
    private long lost;
    private long won;
    private long inconclusive;
    private long topChanged;
    private long topUnclear;
    private long marked;
    private final Map<RationaleOrder, Long> releasedOrders = new EnumMap<>(RationaleOrder.class);
    private final Map<RationaleOrder, Long> candidateOrders = new EnumMap<>(RationaleOrder.class);
    private final NumberList agreements = new NumberList();
    private final NumberList lowAgreements = new NumberList();
    private final NumberList highAgreements = new NumberList();
    private final NumberList knownGaps = new NumberList();
    /** The same less what the scores are uncertain by. */
    private final NumberList leastGaps = new NumberList();

    private long unknownGaps;

    Figures() {}

    void add(ComparedCase one) {
        cases++;
        inconclusive += one.isConclusive() ? 0 : 1;
        changed += one.isPredictionChanged() ? 1 : 0;
        if (one.origin().label().isPresent()) {
            labeled++;
            releasedRight += one.isReleasedWrong() ? 0 : 1;
            candidateRight += one.isCandidateWrong() ? 0 : 1;
            lost += one.isLost() ? 1 : 0;
            won += one.isWon() ? 1 : 0;
        }
        RationaleOrder order = one.candidateOrder();
        if (order != RationaleOrder.NOT_ASKED) {
            marked++;
            candidateOrders.merge(order, 1L, Long::sum);
            releasedOrders.merge(one.releasedOrder(), 1L, Long::sum);
        }
        if (!one.isPredictionChanged()) {
            one.agreement().ifPresent(agreement -> {
                agreements.add(agreement.value());
                lowAgreements.add(agreement.low());
                highAgreements.add(agreement.high());
                TopWord top = one.topWord();
                topChanged += top == TopWord.CHANGED ? 1 : 0;
                topUnclear += top == TopWord.UNCLEAR ? 1 : 0;
            });
        }
        addGap(one.candidate());
    }

    private void addGap(Attribution attribution) {
        if (attribution.claimsCompleteness()) {
            CompletenessGap.of(attribution)
                    .ifPresentOrElse(
                            gap -> {
                                knownGaps.add(gap.value());
                                leastGaps.add(gap.low());
                            },
                            () -> unknownGaps++);
        }
    }

    /**
     * Counts the cases.
     *
     * @return how many
     */
    public long cases() {
        return cases;
    }

    /**
     * Counts the cases that a person labeled.
     *
     * @return how many
     */
    public long labeled() {
        return labeled;
    }

    /**
     * Counts the labeled cases that only the released model gets right.
     *
     * @return how many
     */
    public long lost() {
        return lost;
    }

    /**
     * Counts the labeled cases that only the candidate gets right.
     *
     * @return how many
     */
    public long won() {
        return won;
    }

    /**
     * Returns the share of labeled cases that the released model gets right.
     *
     * @return empty if none is labeled
     */
    public Optional<Figure> releasedAccuracy() {
        return share(releasedRight, 0, labeled);
    }

    /**
     * Returns the share of labeled cases that the candidate gets right.
     *
     * @return empty if none is labeled
     */
    public Optional<Figure> candidateAccuracy() {
        return share(candidateRight, 0, labeled);
    }

    /**
     * Returns how much lower the candidate's accuracy is.
     *
     * @return negative if it is higher; empty if no case is labeled
     */
    public Optional<Figure> accuracyDrop() {
        return labeled == 0
                ? Optional.empty()
                : Optional.of(Figure.exact((double) (releasedRight - candidateRight) / labeled));
    }

    /**
     * Returns the share of cases that the models predict differently.
     *
     * @return empty without cases
     */
    public Optional<Figure> predictionsChanged() {
        return share(changed, 0, cases);
    }

    /**
     * Returns the share of cases whose reasons changed although the prediction stayed.
     *
     * @param least the lowest Spearman correlation of word scores that counts as the same reasons
     * @return of the cases whose prediction stayed and whose words have an order in one of the models at least, as a
     *     correlation of 0 if the other has none; empty if there is no such case
     */
    public Optional<Figure> reasonsDrifted(double least) {
        int of = agreements.size();
        if (of == 0) {
            return Optional.empty();
        }
        return Optional.of(new Figure(
                (double) below(agreements, least) / of,
                (double) below(highAgreements, least) / of,
                (double) below(lowAgreements, least) / of));
    }

    /**
     * Returns the mean Spearman correlation of the word scores of both models.
     *
     * @return of the same cases as {@link #reasonsDrifted}, with the ends of all their error bars
     */
    public Optional<Figure> meanAgreement() {
        return agreements.size() == 0
                ? Optional.empty()
                : Optional.of(new Figure(
                        ComparedCase.rounded(agreements.mean()),
                        ComparedCase.rounded(lowAgreements.mean()),
                        ComparedCase.rounded(highAgreements.mean())));
    }

    private static long below(NumberList correlations, double least) {
        return correlations.count(value -> ComparedCase.isBelow(value, least));
    }

    /**
     * Returns the share of cases that another word clearly leads although the prediction stayed.
     *
     * @return empty if there is no such case
     */
    public Optional<Figure> topWordsChanged() {
        return share(topChanged, topUnclear, agreements.size());
    }

    /**
     * Returns the share of cases with a rationale that a word outside of it clearly leads in the released model.
     *
     * @return empty if no labeled case has a rationale
     */
    public Optional<Figure> releasedViolations() {
        return violations(releasedOrders);
    }

    /**
     * Returns the share of cases with a rationale that a word outside of it clearly leads in the candidate.
     *
     * @return empty if no labeled case has a rationale
     */
    public Optional<Figure> candidateViolations() {
        return violations(candidateOrders);
    }

    private Optional<Figure> violations(Map<RationaleOrder, Long> orders) {
        return share(count(orders, RationaleOrder.VIOLATED), count(orders, RationaleOrder.UNCLEAR), marked);
    }

    private static long count(Map<RationaleOrder, Long> orders, RationaleOrder order) {
        return orders.getOrDefault(order, 0L);
    }

    /**
     * Returns how much the share of violations is higher in the candidate.
     *
     * @return empty if no labeled case has a rationale
     */
    public Optional<Figure> violationsRise() {
        if (marked == 0) {
            return Optional.empty();
        }
        // Whole cases are subtracted, as the difference of two shares is not what a limit is written as.
        long now = count(candidateOrders, RationaleOrder.VIOLATED);
        long before = count(releasedOrders, RationaleOrder.VIOLATED);
        return Optional.of(new Figure(
                (double) (now - before) / marked,
                (double) (now - before - count(releasedOrders, RationaleOrder.UNCLEAR)) / marked,
                (double) (now + count(candidateOrders, RationaleOrder.UNCLEAR) - before) / marked));
    }

    /**
     * Returns the completeness gap of the candidate that {@link #GAP_QUANTILE} of the cases do not exceed, as a share of
     * |F(x) − F(x')|.
     *
     * @return empty if the method claims no completeness
     */
    public Optional<Figure> completenessGap() {
        if (knownGaps.size() + unknownGaps == 0) {
            return Optional.empty();
        }
        // An unknown gap may be the smallest of all or the largest.
        double gap = gap(knownGaps, 0);
        return Optional.of(new Figure(gap, gap(leastGaps, unknownGaps), gap));
    }

    /** The quantile if this many gaps are below all known ones, and the other unknown ones above. */
    private double gap(NumberList known, long below) {
        long rank = (long) Math.ceil(GAP_QUANTILE * (known.size() + unknownGaps)) - below;
        if (rank <= 0) {
            return 0;
        }
        return rank > known.size() ? Double.POSITIVE_INFINITY : known.smallest((int) rank);
    }

    /**
     * Returns the share of cases whose explanation by one of the models did not converge.
     *
     * @return empty without cases
     */
    public Optional<Figure> inconclusive() {
        return share(inconclusive, 0, cases);
    }

    private static Optional<Figure> share(long certain, long unclear, long of) {
        return of == 0 ? Optional.empty() : Optional.of(Figure.share(certain, unclear, of));
    }
}
