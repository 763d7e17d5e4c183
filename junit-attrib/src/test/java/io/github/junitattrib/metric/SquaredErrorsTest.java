package io.github.junitattrib.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Mean squares of β·a − d, and their errors, against the definitions. */
class SquaredErrorsTest {

    private static final double[] EXPECTED = {1, -2, 3, 0.5};
    private static final double[] CHANGES = {0.5, -3, 2, 2};

    private static double[] without(double[] numbers, int left) {
        return IntStream.range(0, numbers.length)
                .filter(i -> i != left)
                .mapToDouble(i -> numbers[i])
                .toArray();
    }

    /** √((n − 1)/n Σ (m_i − m̄)²) over the means m_i without one sample each. */
    private static double jackknife(boolean scaled) {
        double[] means = IntStream.range(0, 4)
                .mapToDouble(i -> new SquaredErrors(without(EXPECTED, i), without(CHANGES, i), scaled).mean())
                .toArray();
        double mean = Arrays.stream(means).average().orElseThrow();
        return Math.sqrt(Arrays.stream(means).map(m -> (m - mean) * (m - mean)).sum() * 3 / 4);
    }

    @Test
    void theErrorOfAnUnscaledMeanIsThatOfAMeanOfNumbers() {
        SquaredErrors squared = new SquaredErrors(EXPECTED, CHANGES, false);
        double[] squares = {0.25, 1, 1, 2.25};
        double mean = 4.5 / 4;
        double variance =
                DoubleStream.of(squares).map(s -> (s - mean) * (s - mean)).sum() / 3;

        assertThat(squared.mean()).isCloseTo(mean, within(1e-12));
        assertThat(squared.standardError()).isCloseTo(Math.sqrt(variance / 4), within(1e-12));
        assertThat(squared.standardError()).isCloseTo(jackknife(false), within(1e-12));
    }

    @Test
    void theErrorOfAScaledMeanIsThatOfTheFactorToo() {
        SquaredErrors squared = new SquaredErrors(EXPECTED, CHANGES, true);

        // (0.5 + 6 + 6 + 1) / (1 + 4 + 9 + 0.25)
        assertThat(squared.beta()).isCloseTo(13.5 / 14.25, within(1e-12));
        assertThat(squared.standardError()).isCloseTo(jackknife(true), within(1e-12));
    }

    @Test
    void scoresThatForetellNothingHaveNoFactor() {
        SquaredErrors nothing = new SquaredErrors(new double[] {0, 0}, new double[] {1, 3}, true);

        assertThat(nothing.beta()).isZero();
        assertThat(nothing.mean()).isEqualTo(5);
        assertThat(nothing.meanSquaredChange()).isEqualTo(5);
    }

    @Test
    void theBoundCountsErrorsOfScoresAndNoiseOfChanges() {
        double[] a = {2, 4};
        double[] d = {5, 7};
        double[] errors = {0.1, 0.2};

        // |a − d| = 3 and 3, off by at most 0.15 and 0.25.
        assertThat(new SquaredErrors(a, d, false).bound(errors, 0.05))
                .isCloseTo((2 * 3 * 0.15 + 0.15 * 0.15 + 2 * 3 * 0.25 + 0.25 * 0.25) / 2, within(1e-12));
        // β = 38/20 = 1.9; |β·a − d| = 1.2 and 0.6, off by at most 0.24 and 0.43.
        assertThat(new SquaredErrors(a, d, true).bound(errors, 0.05))
                .isCloseTo((2 * 1.2 * 0.24 + 0.24 * 0.24 + 2 * 0.6 * 0.43 + 0.43 * 0.43) / 2, within(1e-12));
    }
}
