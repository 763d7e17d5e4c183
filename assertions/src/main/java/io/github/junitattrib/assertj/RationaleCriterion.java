package io.github.junitattrib.assertj;

import io.github.junitattrib.assertj.error.Bound;
import io.github.junitattrib.assertj.error.Measured;
import io.github.junitattrib.metric.MetricResult;
import io.github.junitattrib.metric.RationaleAgreement;
import java.util.function.BiFunction;
import java.util.function.Function;

/** How far an attribution should agree with a person: a metric and the least that it should be. */
public final class RationaleCriterion {

    private static final String GUESSING = "scores without relation to the rationale, on average";

    private final String name;
    private final Bound bound;
    private final Function<RationaleAgreement, MetricResult> metric;
    /** What the number is without any merit, for so many marked ones of so many words. */
    private final BiFunction<Integer, Integer, Double> idle;
    /** Where it is that, or more. */
    private final String where;

    private RationaleCriterion(
            String name,
            double least,
            Function<RationaleAgreement, MetricResult> metric,
            BiFunction<Integer, Integer, Double> idle,
            String where) {
        this.name = name;
        this.bound = Bound.atLeast(least).within("The " + name, 0, 1);
        this.metric = metric;
        this.idle = idle;
        this.where = where;
    }

    /** The precision of words in any order, all of them taken: the share of the marked ones. */
    private static double chance(int marked, int words) {
        return (double) marked / words;
    }

    static RationaleCriterion auprc(double least) {
        return new RationaleCriterion(
                "area under the precision-recall curve (AUPRC)",
                least,
                RationaleAgreement::auprc,
                RationaleCriterion::chance,
                GUESSING);
    }

    static RationaleCriterion averagePrecision(double least) {
        return new RationaleCriterion(
                "average precision", least, RationaleAgreement::averagePrecision, RationaleCriterion::chance, GUESSING);
    }

    static RationaleCriterion tokenF1(double least) {
        return new RationaleCriterion(
                "token F1", least, agreement -> agreement.tokenF1(agreement.size()), Overlap::f1, Overlap.ANY);
    }

    static RationaleCriterion iou(double least) {
        return new RationaleCriterion(
                "intersection over union (IOU)",
                least,
                agreement -> agreement.iou(agreement.size()),
                Overlap::jaccard,
                Overlap.ANY);
    }

    /** Measures on a text of so many words, and refuses a bound that every ranking of them meets, or chance. */
    Measured measure(RationaleAgreement agreement, int words) {
        Overlap.requireReachable(name, bound, idle.apply(agreement.size(), words), words, where);
        return new Measured(name, bound, metric.apply(agreement));
    }

    /** Such as {@code token F1 of at least 0.5}. */
    String metric() {
        return name + " of " + bound;
    }

    /** Returns such as {@code token F1 at least 0.5}. */
    @Override
    public String toString() {
        return name + " " + bound;
    }
}
