package io.github.junitattrib.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.junitattrib.method.WeightedFit.Draws;
import org.junit.jupiter.api.Test;

/** Weighted regressions and their errors against formulas. */
class WeightedFitTest {

    /** One column, so that all is a division: β = Σ w x y / (Σ w x² + α). */
    private static final double[][] COLUMN = {{1}, {2}, {-1}, {3}, {0.5}};

    private static final double[] VALUES = {2, 3, 1, 8, 1};
    private static final double[] WEIGHTS = {1, 2, 1, 0.5, 4};
    private static final double ALPHA = 1.5;
    /** 1 + 8 + 1 + 4.5 + 1 */
    private static final double SQUARES = 15.5;

    private static final double BETA = (2 + 12 - 1 + 12 + 2) / (SQUARES + ALPHA);

    private static double pull(int row) {
        double x = COLUMN[row][0];
        return WEIGHTS[row] * (VALUES[row] - BETA * x) * x;
    }

    /** √(Σ g² − (Σ g)² / n) / (Σ w x² + α) */
    private static double error(double... pulls) {
        double squares = 0;
        double sum = 0;
        for (double pull : pulls) {
            squares += pull * pull;
            sum += pull;
        }
        return Math.sqrt(squares - sum * sum / pulls.length) / (SQUARES + ALPHA);
    }

    private static WeightedFit fit(Draws draws) {
        return WeightedFit.of(COLUMN, VALUES, WEIGHTS, ALPHA, draws);
    }

    @Test
    void theCoefficientIsThatOfAWeightedRidge() {
        assertThat(fit(Draws.SINGLE).coefficients()).containsExactly(new double[] {BETA}, within(1e-12));
    }

    @Test
    void rowsThatWereDrawnAloneEachAddTheirPart() {
        assertThat(fit(Draws.SINGLE).errors()[0])
                .isCloseTo(error(pull(0), pull(1), pull(2), pull(3), pull(4)), within(1e-12));
    }

    @Test
    void aRowThatIsAlwaysThereIsNoError() {
        assertThat(fit(Draws.AFTER_FIRST).errors()[0])
                .isCloseTo(error(pull(1), pull(2), pull(3), pull(4)), within(1e-12));
    }

    @Test
    void rowsThatWereDrawnTogetherAddOnePart() {
        assertThat(fit(Draws.PAIRS).errors()[0])
                .isCloseTo(error(pull(0) + pull(1), pull(2) + pull(3), pull(4)), within(1e-12));
    }

    @Test
    void theCovarianceOfTwoCoefficientsThatDoNotMixIsThatOfTheirRows() {
        // Columns that no row shares, with weights 1: β = (2, 5), residuals (−1, 1) in both.
        double[][] rows = {{1, 0}, {1, 0}, {0, 1}, {0, 1}};
        double[] values = {1, 3, 4, 6};
        double[] ones = {1, 1, 1, 1};

        WeightedFit single = WeightedFit.of(rows, values, ones, 0, Draws.SINGLE);
        // Rows 0 and 2, then 1 and 3, drawn together: both coefficients err by the same.
        WeightedFit together = WeightedFit.of(
                new double[][] {rows[0], rows[2], rows[1], rows[3]}, new double[] {1, 4, 3, 6}, ones, 0, Draws.PAIRS);

        assertThat(single.coefficients()).containsExactly(new double[] {2, 5}, within(1e-12));
        assertThat(single.covariance()[0]).containsExactly(new double[] {0.5, 0}, within(1e-12));
        assertThat(single.covariance()[1]).containsExactly(new double[] {0, 0.5}, within(1e-12));
        assertThat(together.covariance()[0]).containsExactly(new double[] {0.5, 0.5}, within(1e-12));
        assertThat(together.covariance()[1]).containsExactly(new double[] {0.5, 0.5}, within(1e-12));
    }

    @Test
    void theCovarianceLeavesOutWhatAPenaltyPullsAlways() {
        // Both rows pull both coefficients by the same: that is no error, however the rows are drawn.
        double[][] rows = {{1, 0}, {0, 1}, {1, 0}, {0, 1}};
        double[] values = {2, 3, 2, 3};
        double[] ones = {1, 1, 1, 1};

        WeightedFit fit = WeightedFit.of(rows, values, ones, 2, Draws.PAIRS);

        assertThat(fit.coefficients()).containsExactly(new double[] {1, 1.5}, within(1e-12));
        assertThat(fit.covariance()[0]).containsExactly(new double[] {0, 0}, within(1e-12));
        assertThat(fit.covariance()[1]).containsExactly(new double[] {0, 0}, within(1e-12));
        assertThat(fit.errors()).containsExactly(new double[] {0, 0}, within(1e-12));
    }
}
