package io.github.junitattrib.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.junitattrib.method.WeightedFit.Draws;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** LIME's regressions on one and two columns, where they are divisions. */
class LimeFitTest {

    private static final double[] VALUES = {3, 1, 5, 2};
    private static final double[] WEIGHTS = {1, 2, 1, 1};

    private static BitSet of(int... players) {
        BitSet coalition = new BitSet();
        Arrays.stream(players).forEach(coalition::set);
        return coalition;
    }

    /** With the weighted means 2.4 and 0.4 taken out, Σ w x² = 1.2, Σ w x y = 3.2 and Σ w y² = 11.2. */
    private static LimeFit one(Lime.Penalty penalty, double alpha) {
        return LimeFit.of(List.of(of(0), of(), of(0), of()), 1, VALUES, WEIGHTS, penalty, alpha);
    }

    @Test
    void aRidgeDividesByMore() {
        LimeFit fit = one(Lime.Penalty.RIDGE, 0.4);

        assertThat(fit.scores()).containsExactly(new double[] {3.2 / 1.6}, within(1e-12));
        assertThat(fit.intercept()).isCloseTo(2.4 - 2 * 0.4, within(1e-12));
    }

    @Test
    void aLassoTakesTheSameFromEveryProduct() {
        // α counts once for each of the weights, which sum to 5.
        LimeFit fit = one(Lime.Penalty.LASSO, 0.4);

        assertThat(fit.scores()).containsExactly(new double[] {(3.2 - 0.4 * 5) / 1.2}, within(1e-12));
        assertThat(fit.intercept()).isCloseTo(2.4 - 1 * 0.4, within(1e-12));
        assertThat(one(Lime.Penalty.LASSO, 0.65).scores()).containsExactly(0);
        assertThat(one(Lime.Penalty.LASSO, 0.65).errors()).containsExactly(0);
    }

    @Test
    void theShareThatIsExplainedIsThatOfTheWeightedVariance() {
        // Residuals −0.6, −0.6, 1.4 and 0.4.
        double left = 0.36 + 2 * 0.36 + 1.96 + 0.16;

        assertThat(one(Lime.Penalty.RIDGE, 0.4).r2()).isCloseTo(1 - left / 11.2, within(1e-12));
    }

    @Test
    void aConstantIsExplained() {
        LimeFit fit = LimeFit.of(
                List.of(of(0), of(), of(0)), 1, new double[] {7, 7, 7}, new double[] {1, 1, 1}, Lime.Penalty.RIDGE, 1);

        assertThat(fit.r2()).isEqualTo(1);
        assertThat(fit.intercept()).isEqualTo(7);
        assertThat(fit.scores()).containsExactly(0);
    }

    @Test
    void aLassoOverColumnsThatMixSolvesTheEquationsOfThoseThatStay() {
        double[][] rows = {{1, 1}, {1, 0}, {0, 1}, {1, 2}};
        double[] values = {3, 1, 3, 6};
        double[] ones = {1, 1, 1, 1};

        // XᵀX = (3 3; 3 6), Xᵀy = (10, 18), less α·4 = 1 each: β = (1/3, 8/3).
        WeightedFit both = Lasso.of(rows, values, ones, 0.25, Draws.SINGLE);
        // Less 4 each: β₁ = (6 − 3·14/6)/3 is below 0, so that 3·14/6 = 7 > 6 holds it at 0.
        WeightedFit second = Lasso.of(rows, values, ones, 1, Draws.SINGLE);

        assertThat(both.coefficients()).containsExactly(new double[] {1 / 3.0, 8 / 3.0}, within(1e-9));
        assertThat(both.errors())
                .containsExactly(
                        WeightedFit.of(rows, values, ones, 0, Draws.SINGLE).errors(), within(1e-12));
        assertThat(second.coefficients()).containsExactly(new double[] {0, 14 / 6.0}, within(1e-9));
        double[][] column = {{1}, {0}, {1}, {2}};
        assertThat(second.errors())
                .containsExactly(
                        new double[] {
                            0,
                            WeightedFit.of(column, values, ones, 0, Draws.SINGLE)
                                    .errors()[0]
                        },
                        within(1e-12));
    }
}
