package io.github.junitattrib.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Means, their errors, and what is asked for where these are too large. */
class SampleStatisticsTest {

    /** Two tokens: 1, 2, 6 with mean 3 and deviations −2, −1, 3, and a constant. */
    private static final List<double[]> SAMPLES =
            List.of(new double[] {1, 7}, new double[] {2, 7}, new double[] {6, 7});

    @Test
    void meansComeWithTheirStandardErrors() {
        Means means = new Means(2);
        SAMPLES.forEach(means::add);

        assertThat(means.means()).containsExactly(new double[] {3, 7}, within(1e-12));
        // s² = (4 + 1 + 9) / 2, over n = 3.
        assertThat(means.standardErrors()).containsExactly(new double[] {Math.sqrt(7 / 3.0), 0}, within(1e-12));
    }

    @Test
    void sampledScoresHaveMomentsAndTheirErrors() {
        SampledScores sampled = new SampledScores(SAMPLES);
        double second = 14 / 3.0;
        double fourth = (16 + 1 + 81) / 3.0;

        assertThat(sampled.means()).containsExactly(new double[] {3, 7}, within(1e-12));
        assertThat(sampled.variances()).containsExactly(new double[] {second, 0}, within(1e-12));
        assertThat(sampled.standardErrors()).containsExactly(new double[] {Math.sqrt(7 / 3.0), 0}, within(1e-12));
        // The factor (N − 3)/(N − 1) is 0 for three samples, and 1/3 for four.
        assertThat(sampled.varianceErrors()[0]).isCloseTo(Math.sqrt(fourth / 3), within(1e-12));
        SampledScores four =
                new SampledScores(List.of(new double[] {-3}, new double[] {-1}, new double[] {1}, new double[] {3}));
        assertThat(four.varianceErrors()[0]).isCloseTo(Math.sqrt((41 - 25 / 3.0) / 4), within(1e-12));
    }

    @Test
    void errorsWithinTheShareOfTheLargestScoreAreSmallEnough() {
        SamplingError tenth = new SamplingError(0.125);

        assertThat(tenth.judge(new double[] {-4, 1}, new double[] {0.5, 0.1}, 0, "draws", 10, Map.of("a", "b")))
                .isEqualTo(new Verification(true, "", Map.of("a", "b")));
        assertThat(tenth.judge(new double[] {0, 0}, new double[] {0.5, 0.5}, 0.5, "draws", 10, Map.of())
                        .converged())
                .isTrue();
    }

    @Test
    void errorsThatAreTooLargeSayHowManySamplesWouldDo() {
        SamplingError eighth = new SamplingError(0.125);

        // Twice what is allowed: four times as many, and a fifth more.
        assertThat(eighth.judge(new double[] {-4, 1}, new double[] {1, 0.1}, 0, "draws", 10, Map.of("a", "b")))
                .isEqualTo(new Verification(
                        false,
                        "The standard error of a score is 1.0, more than 0.13 of the largest score, after 10 draws. Take"
                                + " about 48, or fewer units, such as Units.SENTENCES or Units.windows(3).",
                        Map.of("a", "b")));
        assertThat(eighth.judge(new double[] {0}, new double[] {1}, 0, "draws", 10, Map.of())
                        .remedy())
                .contains("Take many more, or fewer units");
    }

    @Test
    void gradientSamplesAskForMoreInTheSquareOfWhatIsMissing() {
        GradientSampling sampling = GradientSampling.of(50).within(0.25);

        assertThat(sampling.remedy(new double[] {4, -1}, new double[] {1, 0.5})).isEmpty();
        assertThat(sampling.remedy(new double[] {4, -1}, new double[] {2, 0.5}))
                .isEqualTo("Take about 200 samples instead of 50: the largest standard error is 50 % of the largest"
                        + " score, more than 25 %.");
    }
}
