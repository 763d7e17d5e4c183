package io.github.junitattrib.vacuity;

import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.hipparchus.distribution.discrete.BinomialDistribution;

/**
 * Tells vacuous checks from strong ones by their survivors.
 *
 * <p>A check that says something about the model passes on a mutant by luck alone, each time with the probability p that
 * it passes on random scores, or with 1/2 if that is less: a check of which chance passes more than half demands too
 * little, and is measured by what a single comparison of two words would do. It is vacuous if at least seven of eight
 * mutants survive and so many or more survive by luck with a probability of at most 1 % (binomial). A strong check is
 * called vacuous in at most 1 of 100 cases; a check that passes on any model, always. Fewer than four mutants tell nothing
 * in either direction.
 */
final class VacuityRule {

    /** With fewer, one mutant that is like the model or unlike it by accident decides. */
    static final int FEWEST_COUNTED = 4;

    private static final double NEARLY_ALL = 7.0 / 8;
    /** At most 1 %, with the rounding of a sum of probabilities. */
    private static final double LEVEL = 0.01 * (1 + 1e-9);

    private static final double COIN = 0.5;

    private VacuityRule() {}

    /**
     * Judges a check.
     *
     * @param survivors mutants that pass
     * @param counted mutants that tell something
     * @param chance how often it passes on random scores; a coin if it is not known
     */
    static Strength of(int survivors, int counted, OptionalDouble chance) {
        if (counted < FEWEST_COUNTED) {
            return Strength.NOT_JUDGED;
        }
        double luck = Math.min(chance.orElse(COIN), COIN);
        if (survivors >= NEARLY_ALL * counted && tail(survivors, counted, luck) <= LEVEL) {
            return Strength.VACUOUS;
        }
        // If even all survivors could be luck, a check that none of them fails is neither weak nor strong.
        return survivors == counted ? Strength.NOT_JUDGED : Strength.STRONG;
    }

    /** P(X ≥ survivors) of a binomial X, summed from above: 1 − P(X < survivors) would round at the size of 1. */
    private static double tail(int survivors, int counted, double luck) {
        BinomialDistribution lucky = new BinomialDistribution(counted, luck);
        return IntStream.rangeClosed(survivors, counted)
                .mapToDouble(lucky::probability)
                .sum();
    }
}
