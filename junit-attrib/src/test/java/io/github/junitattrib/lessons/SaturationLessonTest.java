package io.github.junitattrib.lessons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.InvalidTextException;
import io.github.junitattrib.conformance.ClosedForm;
import io.github.junitattrib.conformance.ClosedForms;
import io.github.junitattrib.method.AttributionMethod;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.ExpectedGradients;
import io.github.junitattrib.method.InputTimesGradient;
import io.github.junitattrib.method.IntegratedGradients;
import io.github.junitattrib.method.Saliency;
import org.junit.jupiter.api.Test;

/**
 * Lesson: a slope says what would change next, not what has made the score.
 *
 * <p>f(x) = 1 − relu(1 − x) rises from f(0) = 0 to f(1) = 1 and stays there. At 2, x has made all of the score, but the
 * slope has forgotten it (Sundararajan, Taly, Yan 2017, section 2.1).
 */
class SaturationLessonTest {

    private static final ClosedForm F = ClosedForms.saturating();

    private static Attribution explain(double x, AttributionMethod method) {
        return AttributionRequest.of(F, ClosedForm.text(x), method).attribution();
    }

    private static double score(double x, AttributionMethod method) {
        return explain(x, method).tokens().get(0).score();
    }

    @Test
    void theScoreIsMadeBetweenZeroAndTwo() {
        assertThat(F.predict("0").scores()).containsExactly(0.0);
        assertThat(F.predict("2").scores()).containsExactly(1.0);
    }

    @Test
    void theSlopeIsThereAtZeroAndGoneAtTwo() {
        assertThat(score(0, new Saliency())).isEqualTo(1);
        assertThat(score(2, new Saliency())).isZero();
    }

    @Test
    void inputTimesGradientMissesWhatXHasMade() {
        assertThat(score(2, new InputTimesGradient())).isZero();
    }

    @Test
    void aFlatSlopeIsReportedAsInconclusiveRatherThanAsNoInfluence() {
        Attribution attribution = explain(2, new InputTimesGradient());

        assertThat(attribution.convergence().converged()).isFalse();
        assertThat(attribution.convergence().remedy())
                .contains("saturated")
                .contains("follow a path to the text by IntegratedGradients");
    }

    @Test
    void integratedGradientsFindAllOfIt() {
        Attribution attribution = explain(2, new IntegratedGradients());

        assertThat(attribution.convergence().converged()).isTrue();
        assertThat(attribution.tokens().get(0).score())
                .isCloseTo(1, within(attribution.convergence().deltaLimit()));
    }

    @Test
    void expectedGradientsFindItUpToTheirStandardError() {
        Attribution attribution = explain(2, new ExpectedGradients());

        // Half of the path is steep: a sample is 2 or 0, so that 200 of them have a standard error of 1/√200.
        assertThat(attribution.tokens().get(0).uncertainty()).isCloseTo(1 / Math.sqrt(200), within(0.003));
        assertThat(attribution.tokens().get(0).score())
                .isCloseTo(1, within(3 * attribution.tokens().get(0).uncertainty()));
    }

    @Test
    void atZeroThereIsNothingToShareOut() {
        assertThatThrownBy(() -> explain(0, new IntegratedGradients()))
                .isInstanceOf(InvalidTextException.class)
                .hasMessageContaining("have the same embeddings, so there is nothing to explain");
    }
}
