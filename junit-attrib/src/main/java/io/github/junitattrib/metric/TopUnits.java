package io.github.junitattrib.metric;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.InvalidTextException;
import io.github.junitattrib.method.PartialTexts;
import io.github.junitattrib.method.Question;
import io.github.junitattrib.model.TextClassifier;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.DoubleStream;

/**
 * Erases by the order of an attribution: what the score loses without some of the text, averaged over bins of top units.
 *
 * @param metric for refusals and results
 * @param erasure the options
 * @param left from the top units and the number of all to those that stay
 */
record TopUnits(String metric, Erasure erasure, BiFunction<BitSet, Integer, BitSet> left) {

    /** Other orders that are tried, as each of them costs evaluations. */
    static final int ORDERS = 20;

    /** Guards ⌈q·n⌉ against the rounding of q. */
    private static final double ROUNDING = 1e-9;

    MetricResult measure(TextClassifier model, Attribution attribution) {
        Question question = erasure.measure() == Erasure.Measure.PROBABILITY
                ? Explained.probability(attribution, metric)
                : Explained.question(attribution, metric);
        PartialTexts texts = PartialTexts.of(
                model, question.from(erasure.baseline()), erasure.perturbation(), metric, erasure.maxEvaluations());
        UnitScores scores = UnitScores.of(attribution, texts.units(), metric).requireOrder(metric);
        ScoreDraws orders = scores.draws(1).limit(ORDERS);
        double[] bins = drops(texts, orders.nominal());
        double spread = orders.spread(order -> mean(drops(texts, order)));
        Map<String, Double> parts = new LinkedHashMap<>();
        for (int bin = 0; bin < bins.length; bin++) {
            parts.put(percent(erasure.bins().get(bin)), bins[bin]);
        }
        return new MetricResult(
                metric,
                erasure.parameters(texts.removal(), texts.label()),
                mean(bins),
                spread + texts.noise(),
                texts.evaluations(),
                scores.caveat(),
                parts);
    }

    /** What the score loses in each bin. */
    private double[] drops(PartialTexts texts, Draw order) {
        int units = order.scores().length;
        BitSet all = new BitSet();
        all.set(0, units);
        List<BitSet> asked = new ArrayList<>(List.of(all));
        for (double bin : erasure.bins()) {
            asked.add(left.apply(order.top((int) Math.ceil(bin * units - ROUNDING)), units));
        }
        requireReadable(texts, asked);
        double[] values = texts.scores(asked);
        return DoubleStream.of(values).skip(1).map(value -> values[0] - value).toArray();
    }

    /** Names the bin that leaves nothing of the text, where the model does not read nothing. */
    private void requireReadable(PartialTexts texts, List<BitSet> asked) {
        for (int bin = 0; bin < erasure.bins().size(); bin++) {
            BitSet stays = asked.get(bin + 1);
            if (stays.isEmpty()) {
                try {
                    texts.scores(List.of(stays));
                } catch (InvalidTextException e) {
                    InvalidTextException named = new InvalidTextException(
                            metric + " takes all "
                                    + texts.units().size() + " units of the text away in its bin of "
                                    + percent(erasure.bins().get(bin))
                                    + ", and the model refuses what is left. Take smaller bins"
                                    + " (Erasure.bins), a longer text, or put something in the place of words:"
                                    + " Erasure.with(Removal.replaceBy(\"[MASK]\")), or from(Baseline.PAD) for a differentiable model.");
                    named.initCause(e);
                    throw named;
                }
            }
        }
    }

    private static double mean(double[] numbers) {
        return DoubleStream.of(numbers).average().orElseThrow();
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.4g", 100 * share).replaceFirst("\\.?0+$", "") + " %";
    }
}
