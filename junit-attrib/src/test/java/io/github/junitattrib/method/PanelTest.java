package io.github.junitattrib.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Stretches of a path against integrals of powers. */
class PanelTest {

    /** Samples x^power and its negative, whose scores are those of the integral of the first. */
    private static List<PathSample> samples(double[] alphas, int power) {
        DoubleUnaryOperator score = x -> Math.pow(x, power + 1) / (power + 1);
        return Arrays.stream(alphas)
                .mapToObj(x -> new PathSample(
                        x, score.applyAsDouble(x), new double[] {Math.pow(x, power), -Math.pow(x, power)}))
                .toList();
    }

    private static Panel whole(int power) {
        return Panel.whole(samples(Panel.first(), power));
    }

    @Test
    void theFirstLevelHasNineClenshawCurtisPoints() {
        double[] first = Panel.first();

        assertThat(first).hasSize(9).startsWith(0).endsWith(1).isSorted();
        assertThat(first[1]).isCloseTo((1 - Math.cos(Math.PI / 8)) / 2, within(1e-15));
        assertThat(first[4]).isEqualTo(0.5);
    }

    @Test
    void ninePointsIntegratePowersUpToNineAndFiveUpToFive() {
        assertThat(whole(9).integral(0)).containsExactly(new double[] {0.1, -0.1}, within(1e-14));
        assertThat(whole(5).integral(1)).containsExactly(new double[] {1 / 6.0, -1 / 6.0}, within(1e-14));
        assertThat(whole(5).changes()).containsExactly(new double[] {0, 0}, within(1e-14));
        // Five points have the weights 1/30, 4/15, 2/5, 4/15 and 1/30 at 0, 0.146, ½, 0.854 and 1.
        double low = Math.pow((1 - Math.sqrt(0.5)) / 2, 6);
        double high = Math.pow((1 + Math.sqrt(0.5)) / 2, 6);
        double five = (low + high) * 4 / 15 + Math.pow(0.5, 6) * 2 / 5 + 1 / 30.0;
        assertThat(whole(6).changes()[0]).isCloseTo(Math.abs(five - 1 / 7.0), within(1e-14));
        assertThat(whole(6).decay()).isCloseTo(Math.abs(five - 1 / 7.0) / Math.abs(five - three()), within(1e-9));
    }

    /** Simpson's rule for x⁶. */
    private static double three() {
        return (4 * Math.pow(0.5, 6) + 1) / 6;
    }

    @Test
    void twiceAsManyPointsKeepThoseThatAreThere() {
        Panel panel = whole(15);
        Panel doubled = panel.doubled(samples(panel.doubling(), 15));

        assertThat(doubled.points()).isEqualTo(17);
        assertThat(doubled.integral(0)[0]).isCloseTo(1 / 16.0, within(1e-14));
        assertThat(doubled.integral(1)).containsExactly(panel.integral(0), within(1e-15));
        assertThat(doubled.shares()).isEqualTo(2);
    }

    @Test
    void halvesCoverThePanel() {
        Panel panel = whole(9);
        List<Panel> halves = panel.halves(samples(panel.halving(), 9));

        assertThat(halves)
                .hasSize(2)
                .allSatisfy(half -> assertThat(half.points()).isEqualTo(9));
        assertThat(halves.get(0).integral(0)[0]).isCloseTo(Math.pow(0.5, 10) / 10, within(1e-14));
        assertThat(halves.get(1).integral(0)[0]).isCloseTo((1 - Math.pow(0.5, 10)) / 10, within(1e-14));
        Panel quarter =
                halves.get(1).halves(samples(halves.get(1).halving(), 9)).get(0);
        assertThat(quarter.integral(0)[0]).isCloseTo((Math.pow(0.75, 10) - Math.pow(0.5, 10)) / 10, within(1e-14));
        assertThat(quarter.magnitude()).isCloseTo(quarter.integral(0)[0], within(1e-14));
    }

    @Test
    void deltaIsWhatTheSumMissesOfTheDifferenceOfScores() {
        // The two densities cancel, so that all of F(1) − F(0) = 1/10 is missing.
        assertThat(whole(9).delta()).isCloseTo(-0.1, within(1e-14));
        assertThat(whole(9).magnitude()).isCloseTo(0.1, within(1e-14));
    }

    @Test
    void aPanelWithoutChangeHasNotBegunToShrink() {
        assertThat(whole(0).decay()).isEqualTo(1);
    }
}
