package io.github.junitattrib.method;

import static io.github.junitattrib.Numbers.largest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.References;
import io.github.junitattrib.SentimentModel;
import io.github.junitattrib.TokenScore;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares with Captum in double precision (fixtures/training/make_references.py). */
class IntegratedGradientsReferenceTest {

    static Stream<Arguments> fixedRules() {
        return Stream.of(
                        Arguments.of("gausslegendre", FixedRule.Kind.GAUSS_LEGENDRE, 50),
                        Arguments.of("gausslegendre", FixedRule.Kind.GAUSS_LEGENDRE, 300),
                        Arguments.of("riemann_left", FixedRule.Kind.RIEMANN_LEFT, 20),
                        Arguments.of("riemann_left", FixedRule.Kind.RIEMANN_LEFT, 50),
                        Arguments.of("riemann_right", FixedRule.Kind.RIEMANN_RIGHT, 20),
                        Arguments.of("riemann_right", FixedRule.Kind.RIEMANN_RIGHT, 50),
                        Arguments.of("riemann_middle", FixedRule.Kind.RIEMANN_MIDDLE, 20),
                        Arguments.of("riemann_middle", FixedRule.Kind.RIEMANN_MIDDLE, 50),
                        Arguments.of("riemann_trapezoid", FixedRule.Kind.CAPTUM_TRAPEZOID, 20),
                        Arguments.of("riemann_trapezoid", FixedRule.Kind.CAPTUM_TRAPEZOID, 50))
                .flatMap(rule -> References.sentiment((String) rule.get()[0], (Integer) rule.get()[2]).stream()
                        .map(run -> Arguments.of(run, rule.get()[1], rule.get()[2])));
    }

    @ParameterizedTest
    @MethodSource("fixedRules")
    void equalsCaptumPerToken(References.Run run, FixedRule.Kind kind, int points) {
        Attribution attribution = attribute(run, IntegrationRule.fixed(kind, points));

        double[] expected = run.scores();
        double tolerance = 1e-4 * largest(expected);
        assertThat(attribution.tokens()).hasSize(expected.length);
        for (int t = 0; t < expected.length; t++) {
            assertThat(attribution.tokens().get(t).score()).isCloseTo(expected[t], within(tolerance));
        }
        assertThat(attribution.delta()).isCloseTo(run.number("delta"), within(tolerance));
        assertThat(attribution.inputScore()).isCloseTo(run.number("f_input"), within(1e-5));
        assertThat(attribution.baselineScore()).isCloseTo(run.number("f_baseline"), within(1e-5));
    }

    @Test
    void adaptiveRuleStatesItsErrorHonestly() {
        List<References.Run> runs = References.sentiment("gausslegendre", 300);
        int tokens = 0;
        int covered = 0;
        double worst = 0;
        long evaluations = 0;
        for (References.Run run : runs) {
            Attribution attribution = attribute(run, IntegrationRule.adaptive());
            assertThat(attribution.convergence().converged()).as(run.toString()).isTrue();
            evaluations += attribution.convergence().evaluations();
            double[] expected = run.scores();
            double floor = 1e-6 * largest(expected);
            for (int t = 0; t < expected.length; t++) {
                TokenScore token = attribution.tokens().get(t);
                if (token.special()) {
                    assertThat(token.score()).isEqualTo(expected[t]).isZero();
                    continue;
                }
                double error = Math.abs(token.score() - expected[t]);
                tokens++;
                covered += error <= token.uncertainty() ? 1 : 0;
                worst = Math.max(worst, (error - floor) / Math.max(token.uncertainty(), 1e-300));
                assertThat(error).as(run + ", token " + token).isLessThanOrEqualTo(3 * token.uncertainty() + floor);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "adaptive rule on %d runs: %d of %d tokens within their uncertainty, worst ratio %.2f, %.1f evaluations%n",
                runs.size(),
                covered,
                tokens,
                worst,
                (double) evaluations / runs.size());
        assertThat((double) covered / tokens).isGreaterThanOrEqualTo(0.95);
    }

    static List<References.Case> cases() {
        return References.sentiment();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void logitsEqualTransformers(References.Case reference) {
        var prediction = SentimentModel.get().predict(reference.text());

        double[] expected = reference.logits();
        for (int label = 0; label < expected.length; label++) {
            assertThat(prediction.scores().get(label)).isCloseTo(expected[label], within(1e-5));
        }
    }

    private static Attribution attribute(References.Run run, IntegrationRule rule) {
        return AttributionRequest.of(SentimentModel.get(), run.of().text(), new IntegratedGradients(rule))
                .toward(run.target())
                .from(run.baseline())
                .attribution();
    }
}
