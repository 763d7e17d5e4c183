package io.github.junitattrib.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Error bars of integrals, and when they are small enough. */
class ErrorBarsTest {

    @Test
    void noTokenClaimsLessThanHalfOfTheLargestError() {
        assertThat(ErrorBars.withLeastShare(new double[] {1, 2, 3}, new double[] {0.1, 0.8, 0.5}))
                .containsExactly(0.4, 0.8, 0.5);
    }

    @Test
    void tokensThatNothingMovesHaveNoError() {
        double[] scores = {0, 0, 2};
        double[] errors = {0, 0.1, 0.4};

        assertThat(ErrorBars.withLeastShare(scores, errors)).containsExactly(0, 0.2, 0.4);
        assertThat(ErrorBars.withNoise(scores, errors, 0.5)).containsExactly(0, 0.6, 0.9);
        assertThat(ErrorBars.withNoise(new double[] {3}, new double[] {0}, 0.5)).containsExactly(0.5);
        assertThat(new PathIntegral(scores, errors, 2000).bars())
                .containsExactly(new double[] {0, 0.102, 0.402}, within(1e-12));
    }

    @Test
    void barsReachTheGapOfTheSum() {
        // The scores sum to 3, which is 1 more than they should.
        PathIntegral integral = new PathIntegral(new double[] {1, 2}, new double[] {0.1, 0.3}, 3);

        assertThat(integral.delta(2)).isEqualTo(1);
        assertThat(integral.coveringDelta(2).errors()).containsExactly(new double[] {0.25, 0.75}, within(1e-12));
        assertThat(integral.coveringDelta(4).errors()).containsExactly(new double[] {0.25, 0.75}, within(1e-12));
        assertThat(integral.coveringDelta(2.7)).isSameAs(integral);
        PathIntegral sure = new PathIntegral(new double[] {1, 2}, new double[2], 3);
        assertThat(sure.coveringDelta(2)).isSameAs(sure);
    }

    @Test
    void aToleranceIsMetByTheSumAndByEveryToken() {
        Tolerance tolerance = new Tolerance(0.25, 0.125, 0.5);
        PathIntegral integral = new PathIntegral(new double[] {1, -2}, new double[] {0.5, 1}, 3);

        // The scores sum to −1. The larger of a quarter of the range and 1/8 is allowed, and 1 for each token.
        assertThat(tolerance.deltaLimit(-8)).isEqualTo(2);
        assertThat(tolerance.deltaLimit(0.25)).isEqualTo(0.125);
        assertThat(tolerance.isMetBy(integral, -0.875)).isTrue();
        assertThat(tolerance.isMetBy(integral, -0.5)).isFalse();
        assertThat(tolerance.isMetBy(new PathIntegral(new double[] {1, -2}, new double[] {0.5, 1.1}, 3), -1))
                .isFalse();
        assertThat(tolerance.isMetBy(new PathIntegral(new double[] {Double.NaN}, new double[1], 3), 1))
                .isFalse();
        assertThatThrownBy(() -> new Tolerance(0, Double.NaN, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Tolerances must be numbers from 0, but are 0.0, NaN and 0.0.");
        assertThat(new Tolerance(0, 0, 0).deltaLimit(5)).isZero();
    }

    @Test
    void severalPathsAreAveragedAndConvergeTogether() {
        PathResult one = new PathResult(
                new PathIntegral(new double[] {1, 3}, new double[] {0.2, 0.4}, 4), 5, 1, true, 9, List.of());
        PathResult other = new PathResult(
                new PathIntegral(new double[] {3, 4}, new double[] {0.4, 0}, 8), 5, -2, true, 17, List.of());

        PathResult mean = PathResult.mean(List.of(one, other));

        assertThat(mean.integral().scores()).containsExactly(2, 3.5);
        assertThat(mean.integral().errors()).containsExactly(new double[] {0.3, 0.2}, within(1e-12));
        assertThat(mean.integral().magnitude()).isEqualTo(6);
        assertThat(mean.range()).isEqualTo(5.5);
        assertThat(mean.evaluations()).isEqualTo(26);
        assertThat(mean.converged()).isTrue();
        PathResult open = new PathResult(other.integral(), 5, -2, false, 17, List.of());
        assertThat(PathResult.mean(List.of(one, open)).converged()).isFalse();
        assertThat(PathResult.mean(List.of(one))).isSameAs(one);
    }

    @Test
    void tokensAreSumsOverTheirDimensions() {
        double[] a = {1, -2, 3, -4};
        double[] b = {2, 1, -1, 0.5};

        assertThat(PerToken.sum(a, 2)).containsExactly(-1, -1);
        assertThat(PerToken.dot(a, b, 2)).containsExactly(0, -5);
        assertThat(PerToken.absoluteDot(a, b, 2)).containsExactly(4, 5);
        assertThat(PerToken.absolute(a, 2)).containsExactly(3, 7);
        assertThat(PerToken.euclidean(new double[] {3, -4, 0, 2}, 2)).containsExactly(5, 2);
    }
}
