package io.github.junitattrib.metric;

import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.random.RandomGenerator;
import org.hipparchus.random.Well19937c;

/**
 * Scores, and others that their error bars allow: how far a number made of scores may be off.
 *
 * <p>A score of a draw is evenly distributed over its error bar, and equal scores come in a random order. So ties, and
 * orders that the bars hide, show in the uncertainty of whatever is made of an order.
 *
 * @param nominal the scores themselves, equal ones in the order of the text
 * @param others allowed by the error bars
 */
record ScoreDraws(Draw nominal, List<Draw> others) {

    /** How many others are drawn. */
    static final int DRAWS = 200;

    static ScoreDraws of(double[] scores, double[] bars, long seed) {
        RandomGenerator random = new Well19937c(seed);
        return new ScoreDraws(
                Draw.inTextOrder(scores),
                Stream.generate(() -> draw(scores, bars, random)).limit(DRAWS).toList());
    }

    private static Draw draw(double[] scores, double[] bars, RandomGenerator random) {
        double[] drawn = new double[scores.length];
        int[] ties = IntStream.range(0, scores.length).toArray();
        for (int unit = 0; unit < drawn.length; unit++) {
            drawn[unit] = scores[unit] + (2 * random.nextDouble() - 1) * bars[unit];
            int place = random.nextInt(unit + 1);
            ties[unit] = ties[place];
            ties[place] = unit;
        }
        return new Draw(drawn, ties);
    }

    ScoreDraws map(UnaryOperator<Draw> change) {
        return new ScoreDraws(change.apply(nominal), others.stream().map(change).toList());
    }

    /** The first of the others alone, where each costs evaluations. */
    ScoreDraws limit(int most) {
        return new ScoreDraws(nominal, others.subList(0, Math.min(most, others.size())));
    }

    /** How far a number made of the scores may be from that of the nominal ones. */
    double spread(ToDoubleFunction<Draw> number) {
        return spread(number.applyAsDouble(nominal), others.stream().mapToDouble(number));
    }

    /** The same of a number made of two lists of scores. */
    static double spread(ScoreDraws first, ScoreDraws second, ToDoubleBiFunction<Draw, Draw> number) {
        return spread(
                number.applyAsDouble(first.nominal, second.nominal),
                IntStream.range(0, DRAWS)
                        .mapToDouble(i -> number.applyAsDouble(first.others.get(i), second.others.get(i))));
    }

    /** A draw that leaves the number undefined says nothing. */
    private static double spread(double nominal, DoubleStream numbers) {
        return numbers.filter(number -> !Double.isNaN(number))
                .map(number -> Math.abs(number - nominal))
                .max()
                .orElse(0);
    }
}
