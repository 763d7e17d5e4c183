package io.github.junitattrib.metric;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Scores as they may be, with an order among those that are equal.
 *
 * @param scores one per unit
 * @param ties a permutation of the units: of equal ones that with the smaller number comes first
 */
@SuppressWarnings("ArrayRecordComponent") // read-only inside this package, never compared
record Draw(double[] scores, int[] ties) {

    /** Equal scores in the order of the text. */
    static Draw inTextOrder(double[] scores) {
        return new Draw(scores, IntStream.range(0, scores.length).toArray());
    }

    /** The units with the k highest scores. */
    BitSet top(int k) {
        BitSet top = new BitSet();
        IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer unit) -> -scores[unit])
                        .thenComparingInt(unit -> ties[unit]))
                .limit(k)
                .forEach(top::set);
        return top;
    }

    /** The same without signs. */
    Draw magnitudes() {
        return new Draw(DoubleStream.of(scores).map(Math::abs).toArray(), ties);
    }

    boolean isConstant() {
        return Arrays.stream(scores).distinct().count() < 2;
    }
}
