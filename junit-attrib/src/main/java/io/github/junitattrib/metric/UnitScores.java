package io.github.junitattrib.metric;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Span;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.WordScore;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;

/**
 * The scores of an attribution by words or other units of its text: special tokens and what is outside of them are left
 * out.
 *
 * @param attribution whose text it is, and whose scores unless another source is named
 * @param source what gives the scores, such as the name of a method
 * @param scores one per unit, the sum of its tokens
 * @param bars half width of the error bar of each, the sum of its tokens
 */
@SuppressWarnings("ArrayRecordComponent") // read-only inside this package, never compared
record UnitScores(Attribution attribution, String source, double[] scores, double[] bars) {

    /** Takes the words; {@code metric} is for the refusal of scores that are no numbers, and of a single word. */
    static UnitScores ofWords(Attribution attribution, String metric) {
        List<WordScore> words = attribution.words();
        return new UnitScores(
                        attribution,
                        attribution.method().name(),
                        words.stream().mapToDouble(WordScore::score).toArray(),
                        words.stream().mapToDouble(WordScore::uncertainty).toArray())
                .requireNumbers(metric);
    }

    /** Sums tokens over units, which stand at one or several places. */
    static UnitScores of(Attribution attribution, List<List<Span>> units, String metric) {
        UnitScores sums = new UnitScores(
                attribution, attribution.method().name(), new double[units.size()], new double[units.size()]);
        for (TokenScore token : attribution.tokens()) {
            if (token.span().isPresent() && !token.special()) {
                int unit = unitOf(token.span().get(), units, attribution, metric);
                if (unit >= 0) {
                    sums.scores[unit] += token.score();
                    sums.bars[unit] += token.uncertainty();
                }
            }
        }
        return sums.requireNumbers(metric);
    }

    /** The unit that shares most with a token; −1 if none does. */
    private static int unitOf(Span token, List<List<Span>> units, Attribution attribution, String metric) {
        int best = -1;
        int most = 0;
        int inside = 0;
        for (int unit = 0; unit < units.size(); unit++) {
            int shared = 0;
            boolean whole = false;
            for (Span place : units.get(unit)) {
                shared += Math.max(0, Math.min(place.end(), token.end()) - Math.max(place.start(), token.start()));
                whole |= token.contains(place);
            }
            inside += whole ? 1 : 0;
            if (shared > most) {
                best = unit;
                most = shared;
            }
        }
        if (inside > 1) {
            throw new IllegalArgumentException(metric + " needs a score for each of its units, but "
                    + attribution.method().name() + " gives one for \"" + token.of(attribution.text())
                    + "\", which is several of them. Give the metric the units of the method, or the method words.");
        }
        return best;
    }

    private UnitScores requireNumbers(String metric) {
        if (scores.length < 2) {
            throw new UndefinedMetricException(metric + " compares the parts of a text, but \"" + attribution.text()
                    + "\" has " + (scores.length == 0 ? "none" : "one alone")
                    + " that could be compared. Measure longer texts, or in smaller units.");
        }
        if (!DoubleStream.concat(Arrays.stream(scores), Arrays.stream(bars)).allMatch(Double::isFinite)) {
            throw new UndefinedMetricException(metric + " needs finite scores with finite error bars, but "
                    + source + " gives " + Arrays.toString(scores) + " ± " + Arrays.toString(bars)
                    + " for \"" + attribution.text() + "\". Check the model's weights, or explain another target.");
        }
        return this;
    }

    /** Refuses scores that give no order. */
    UnitScores requireOrder(String metric) {
        return requireOrder(metric, UnaryOperator.identity());
    }

    /** Refuses scores that give no order where they are looked at in another way. */
    UnitScores requireOrder(String metric, UnaryOperator<Draw> view) {
        Draw seen = view.apply(Draw.inTextOrder(scores));
        if (seen.isConstant()) {
            throw new UndefinedMetricException(metric + " needs an order of the parts of the text, but " + source
                    + " gives all of \"" + attribution.text() + "\" the same score, " + seen.scores()[0]
                    + ". Measure another text, target or method.");
        }
        return this;
    }

    int size() {
        return scores.length;
    }

    /** The scores with others that their bars allow. */
    ScoreDraws draws(long seed) {
        return ScoreDraws.of(scores, bars, seed);
    }

    /** Why there should be no verdict on an order of these scores; empty if there may be. */
    String caveat() {
        String open = Caveat.of(attribution);
        return open.isEmpty() && isOrderHidden()
                ? "The error bars of " + source + " hide the order of all parts of \""
                        + attribution.text()
                        + "\". Take more evaluations or samples, or a text whose parts differ more."
                : open;
    }

    /** Whether one number lies in all error bars. */
    private boolean isOrderHidden() {
        double highestLow = Double.NEGATIVE_INFINITY;
        double lowestHigh = Double.POSITIVE_INFINITY;
        for (int unit = 0; unit < scores.length; unit++) {
            highestLow = Math.max(highestLow, scores[unit] - bars[unit]);
            lowestHigh = Math.min(lowestHigh, scores[unit] + bars[unit]);
        }
        return highestLow <= lowestHigh;
    }
}
