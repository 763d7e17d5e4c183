package io.github.junitattrib.assertj;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.RankedBy;
import io.github.junitattrib.assertj.error.Bound;
import io.github.junitattrib.assertj.error.Measured;
import io.github.junitattrib.metric.MetricResult;
import io.github.junitattrib.metric.RankAgreement;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;

/** How far two attributions of a text should agree: a metric and the least that it should be. */
public final class AgreementCriterion {

    static final String NONE = "The criterion must not be null. Take one such as spearmanAtLeast(0.9).";

    private final String name;
    private final Bound bound;
    private final Function<RankAgreement, MetricResult> metric;
    /** The lowest that the number can be in a text of so many words. */
    private final IntToDoubleFunction least;

    private final boolean ofSigns;

    private AgreementCriterion(String name, Bound bound, Function<RankAgreement, MetricResult> metric) {
        this(name, bound, metric, words -> Double.NEGATIVE_INFINITY, false);
    }

    private AgreementCriterion(
            String name,
            Bound bound,
            Function<RankAgreement, MetricResult> metric,
            IntToDoubleFunction least,
            boolean ofSigns) {
        this.name = name;
        this.bound = bound;
        this.metric = metric;
        this.least = least;
        this.ofSigns = ofSigns;
    }

    static AgreementCriterion spearman(double least) {
        return new AgreementCriterion(
                "Spearman correlation", correlation("Spearman correlation", least), RankAgreement::spearman);
    }

    static AgreementCriterion kendall(double least) {
        return new AgreementCriterion(
                "Kendall correlation", correlation("Kendall correlation", least), RankAgreement::kendall);
    }

    static AgreementCriterion overlap(int k, double least) {
        return new AgreementCriterion(
                "Jaccard overlap of the top " + k + " tokens",
                share("Jaccard overlap", least),
                agreement -> agreement.jaccard(k),
                words -> Overlap.jaccard(k, words),
                false);
    }

    static AgreementCriterion signs(double least) {
        return new AgreementCriterion(
                "share of words with equal signs",
                share("share of words", least),
                RankAgreement::signs,
                words -> Double.NEGATIVE_INFINITY,
                true);
    }

    private static Bound correlation(String name, double least) {
        return Bound.atLeast(least).within("A " + name, -1, 1);
    }

    private static Bound share(String name, double least) {
        return Bound.atLeast(least).within("A " + name, 0, 1);
    }

    /** Measures how far two attributions agree, and refuses what any two agree on: signs without sign, and low bounds. */
    Measured measure(Attribution one, Attribution other, RankedBy by) {
        if (ofSigns) {
            Signs.require(one, other);
        }
        RankAgreement agreement = RankAgreement.between(one, other);
        Measured measured =
                new Measured(name, bound, metric.apply(by == RankedBy.MAGNITUDE ? agreement.byMagnitude() : agreement));
        int words = one.words().size();
        Overlap.requireReachable(name, bound, least.applyAsDouble(words), words, Overlap.ANY);
        return measured;
    }

    /** Such as {@code token F1 of at least 0.5}. */
    String metric() {
        return name + " of " + bound;
    }

    /** Returns such as {@code Spearman correlation at least 0.9}. */
    @Override
    public String toString() {
        return name + " " + bound;
    }
}
