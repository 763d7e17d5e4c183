package io.github.junitattrib.assertj;

import io.github.junitattrib.assertj.error.Bound;
import io.github.junitattrib.assertj.error.Measured;
import io.github.junitattrib.metric.MetricResult;
import io.github.junitattrib.metric.RationaleAgreement;
import java.util.function.BiFunction;
import java.util.function.Function;

/** How far an attribution should agree with a person: a metric and the least that it should be. */
public final class RationaleCriterion {

    private final String name;
    private final Bound bound;
    private final Function<RationaleAgreement, MetricResult> metric;
    /** The lowest that the number can be for so many marked ones of so many words. */
    private final BiFunction<Integer, Integer, Double> lowest;

    private RationaleCriterion(String name, double least, Function<RationaleAgreement, MetricResult> metric) {
        this(name, least, metric, (marked, words) -> Double.NEGATIVE_INFINITY);
    }

    private RationaleCriterion(
            String name,
            double least,
            Function<RationaleAgreement, MetricResult> metric,
            BiFunction<Integer, Integer, Double> lowest) {
        this.name = name;
        this.bound = Bound.atLeast(least).within("The " + name, 0, 1);
        this.metric = metric;
        this.lowest = lowest;
    }

    static RationaleCriterion auprc(double least) {
        return new RationaleCriterion(
                "area under the precision-recall curve (AUPRC)", least, RationaleAgreement::auprc);
    }

    static RationaleCriterion averagePrecision(double least) {
        return new RationaleCriterion("average precision", least, RationaleAgreement::averagePrecision);
    }

    static RationaleCriterion tokenF1(double least) {
        return new RationaleCriterion("token F1", least, agreement -> agreement.tokenF1(agreement.size()), Overlap::f1);
    }

    static RationaleCriterion iou(double least) {
        return new RationaleCriterion(
                "intersection over union (IOU)", least, agreement -> agreement.iou(agreement.size()), Overlap::jaccard);
    }

    /** Measures on a text of so many words, and refuses a bound that every ranking of them meets. */
    Measured measure(RationaleAgreement agreement, int words) {
        Overlap.requireReachable(name, bound, lowest.apply(agreement.size(), words), words);
        return new Measured(name, bound, metric.apply(agreement));
    }

    /** Returns such as {@code token F1 at least 0.5}. */
    @Override
    public String toString() {
        return name + " " + bound;
    }
}
