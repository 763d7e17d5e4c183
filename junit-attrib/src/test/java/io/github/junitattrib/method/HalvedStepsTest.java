package io.github.junitattrib.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.junitattrib.PathPoint;
import io.github.junitattrib.TargetScore;
import io.github.junitattrib.conformance.ClosedForm;
import java.util.function.UnaryOperator;
import org.hipparchus.analysis.differentiation.Gradient;
import org.junit.jupiter.api.Test;

/** Integrals along corners, from 0 over 1 to 3, of slopes whose sums can be written down. */
class HalvedStepsTest {

    private static PolygonalPath path(UnaryOperator<Gradient> formula) {
        ClosedForm form = ClosedForm.of("f", 1, x -> new Gradient[] {formula.apply(x[0])});
        return new PolygonalPath(
                new double[][] {{0}, {1}, {3}}, 1, form.function(form.tokenize("3")), new TargetScore.OfClass(0, "f"));
    }

    private static PathIntegral integral(PolygonalPath path, int budget, double range) {
        return new HalvedSteps(path, IntegrationRule.adaptive().maxEvaluations(budget)).integrate(range);
    }

    @Test
    void simpsonsRuleIsExactForACubeAndSaysSoAfterTheFirstHalving() {
        PolygonalPath path = path(x -> x.multiply(x).multiply(x));

        PathIntegral integral = integral(path, 100, 27);

        assertThat(integral.scores()).containsExactly(new double[] {27}, within(1e-12));
        assertThat(integral.errors()).containsExactly(new double[] {0}, within(1e-12));
        assertThat(path.evaluations()).isEqualTo(9);
        // Every quarter of both stretches, once.
        assertThat(path.curve().stream().mapToDouble(PathPoint::alpha))
                .containsExactly(0.0, 0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875, 1.0);
        // The mean of 3x² over five points of each, times its length: 3·30/16/5 and 2·3·22.5/5.
        assertThat(integral.magnitude()).isCloseTo(3 * 30 / 16.0 / 5 + 2 * 3 * 22.5 / 5, within(1e-12));
    }

    @Test
    void theFirstErrorIsThatOfTheTrapezoidRule() {
        PolygonalPath path = path(x -> x.multiply(x).multiply(x));
        ClenshawCurtisRule loose = IntegrationRule.adaptive().within(new Tolerance(1, 100, 100));

        PathIntegral integral = new HalvedSteps(path, loose).integrate(27);

        // 3x² by trapezoids over halves is 1.125 and 27 in place of 1 and 26; the margin is 2.
        assertThat(integral.scores()).containsExactly(new double[] {27}, within(1e-12));
        assertThat(integral.errors()).containsExactly(new double[] {2 * 1.125}, within(1e-12));
        assertThat(path.evaluations()).isEqualTo(5);
    }

    @Test
    void stepsAreHalvedWhileTheBudgetLasts() {
        // A kink at 0.3, where no step ends.
        UnaryOperator<Gradient> kink = x -> x.getValue() > 0.3 ? x.subtract(0.3).multiply(100) : x.multiply(0);
        PolygonalPath short9 = path(kink);
        PolygonalPath short16 = path(kink);
        PolygonalPath short17 = path(kink);

        integral(short9, 9, 270);
        integral(short16, 16, 270);
        integral(short17, 17, 270);

        assertThat(short9.evaluations()).isEqualTo(9);
        assertThat(short16.evaluations()).isEqualTo(9);
        assertThat(short17.evaluations()).isEqualTo(17);
    }

    @Test
    void slopesThatAreNoNumbersEndTheSearch() {
        PolygonalPath path = path(x -> x.subtract(1).sqrt());

        PathIntegral integral = integral(path, 100, 1);

        assertThat(integral.scores()).containsOnly(Double.NaN);
        assertThat(path.evaluations()).isEqualTo(5);
    }
}
