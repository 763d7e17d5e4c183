package io.github.junitattrib.assertj;

import io.github.junitattrib.assertj.error.Bound;
import java.math.BigDecimal;
import java.math.MathContext;

/** How much two sets of k of n words have in common at least: where they are more than half, they must overlap. */
final class Overlap {

    static final String ANY = "every ranking";

    private Overlap() {}

    /** The lowest |A ∩ B|. */
    static int common(int k, int words) {
        return Math.max(0, 2 * k - words);
    }

    /** The lowest |A ∩ B| / |A ∪ B|. */
    static double jaccard(int k, int words) {
        int common = common(k, words);
        return (double) common / (2 * k - common);
    }

    /** The lowest 2·|A ∩ B| / (|A| + |B|). */
    static double f1(int k, int words) {
        return (double) common(k, words) / k;
    }

    /** Refuses a lower bound that every ranking meets, or chance. */
    static void requireReachable(String name, Bound bound, double least, int words, String where) {
        if (bound.lower() <= least) {
            throw new IllegalArgumentException("In a text of " + words + " words the " + name + " is "
                    + new BigDecimal(least)
                            .round(new MathContext(4))
                            .stripTrailingZeros()
                            .toPlainString()
                    + " or more for " + where + ", so that one " + bound
                    + " is nothing to check. Give a higher bound, fewer words or a longer text.");
        }
    }
}
