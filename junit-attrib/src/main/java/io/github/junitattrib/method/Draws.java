package io.github.junitattrib.method;

import org.hipparchus.random.RandomGenerator;
import org.hipparchus.random.Well19937c;

/** Where sampling methods take their random numbers from, one sample after the other. */
interface Draws {

    /** Returns a whole number from 0 to {@code among} − 1. */
    int choice(int among);

    /** Returns a number between 0 and 1. */
    double uniform();

    /** Returns a standard normal number. */
    double gaussian();

    /** Starts a generator whose numbers are the same on every machine. */
    static Draws seeded(long seed) {
        RandomGenerator generator = new Well19937c(seed);
        return new Draws() {
            @Override
            public int choice(int among) {
                return generator.nextInt(among);
            }

            @Override
            public double uniform() {
                return generator.nextDouble();
            }

            @Override
            public double gaussian() {
                return generator.nextGaussian();
            }
        };
    }
}
