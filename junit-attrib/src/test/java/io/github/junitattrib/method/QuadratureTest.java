package io.github.junitattrib.method;

import static io.github.junitattrib.Numbers.scores;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.InvalidTextException;
import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.PathPoint;
import io.github.junitattrib.Target;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.UnknownLabelException;
import io.github.junitattrib.method.FixedRule.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Integrated Gradients of functions whose integral is known. */
class QuadratureTest {

    private static final double EXACT = 1e-12;

    /** F = 2a − 3b + 1 from 0: every share is weight times value. */
    private static final ClosedForm LINEAR =
            ClosedForm.of(z -> 2 * z[0] - 3 * z[1] + 1, z -> new double[] {2, -3}, 1.5, 1);
    /** F = a²b at (1,1) from 0: ∫2α²dα = 2/3 and ∫α²dα = 1/3. */
    private static final ClosedForm CUBIC =
            ClosedForm.of(z -> z[0] * z[0] * z[1], z -> new double[] {2 * z[0] * z[1], z[0] * z[0]}, 1, 1);
    /** F = σ(3a − 2b + ½) at (1,1) from 0. */
    private static final ClosedForm SIGMOID = ClosedForm.of(
            z -> sigmoid(3 * z[0] - 2 * z[1] + 0.5),
            z -> {
                double s = sigmoid(3 * z[0] - 2 * z[1] + 0.5);
                return new double[] {3 * s * (1 - s), -2 * s * (1 - s)};
            },
            1,
            1);

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "CAPTUM_TRAPEZOID")
    void everyCompleteRuleIsExactOnALinearFunction(Kind kind) {
        for (int points = 2; points < 40; points++) {
            Attribution attribution = attribute(LINEAR, IntegrationRule.fixed(kind, points));

            assertThat(scores(attribution)).containsExactly(new double[] {3, -3}, within(EXACT));
            assertThat(attribution.delta()).isCloseTo(0, within(EXACT));
        }
    }

    @Test
    void theAdaptiveRuleIsExactOnALinearFunctionAtItsFirstLevel() {
        Attribution attribution = attribute(LINEAR, IntegrationRule.adaptive());

        assertThat(scores(attribution)).containsExactly(new double[] {3, -3}, within(EXACT));
        assertThat(attribution.convergence().converged()).isTrue();
        assertThat(attribution.convergence().evaluations()).isEqualTo(9);
        assertThat(attribution.convergence().remedy()).isEmpty();
    }

    @Test
    void captumsTrapezoidLacksOneNth() {
        for (int points : new int[] {2, 10, 50, 200}) {
            Attribution attribution = attribute(LINEAR, IntegrationRule.fixed(Kind.CAPTUM_TRAPEZOID, points));

            double share = 1 - 1.0 / points;
            assertThat(scores(attribution)).containsExactly(new double[] {3 * share, -3 * share}, within(EXACT));
            for (TokenScore token : attribution.tokens()) {
                assertThat(token.uncertainty()).isGreaterThanOrEqualTo(3.0 / points * (1 - EXACT));
            }
        }
    }

    /** attribution-semantics.md §2.2, from Captum. */
    static Stream<Arguments> fifty() {
        return Stream.of(
                Arguments.of(Kind.RIEMANN_LEFT, 0.6468, 0.3234, 8.573e-4),
                Arguments.of(Kind.RIEMANN_RIGHT, 0.6868, 0.3434, -8.598e-4),
                Arguments.of(Kind.RIEMANN_MIDDLE, 0.6666, 0.3333, 6.20e-7),
                Arguments.of(Kind.CAPTUM_TRAPEZOID, 0.65346939, 0.32673469, -3.9036e-3),
                Arguments.of(Kind.GAUSS_LEGENDRE, 2.0 / 3, 1.0 / 3, 0));
    }

    @ParameterizedTest
    @MethodSource("fifty")
    void equalsCaptumOnTwoClosedForms(Kind kind, double first, double second, double delta) {
        assertThat(scores(attribute(CUBIC, IntegrationRule.fixed(kind, 50))))
                .containsExactly(new double[] {first, second}, within(1e-8));
        assertThat(attribute(SIGMOID, IntegrationRule.fixed(kind, 50)).delta()).isCloseTo(delta, within(1e-6));
    }

    @Test
    void adaptiveAndGaussianRulesReachTheExactShares() {
        for (IntegrationRule rule : List.of(IntegrationRule.adaptive(), IntegrationRule.gaussLegendre(50))) {
            assertThat(scores(attribute(CUBIC, rule))).containsExactly(new double[] {2.0 / 3, 1.0 / 3}, within(1e-12));
            // The score is linear in z, so both share F(x) − F(x') as 3 : −2.
            double range = sigmoid(1.5) - sigmoid(0.5);
            assertThat(scores(attribute(SIGMOID, rule)))
                    .containsExactly(new double[] {3 * range, -2 * range}, within(1e-8))
                    .containsExactly(new double[] {0.58534543, -0.39023029}, within(1e-8));
        }
    }

    @Test
    void gaussianNodesAreThoseOfTheBooks() {
        Attribution attribution = attribute(LINEAR, IntegrationRule.gaussLegendre(3));

        assertThat(attribution.convergence().path().stream()
                        .mapToDouble(PathPoint::alpha)
                        .toArray())
                .containsExactly(new double[] {0.1127017, 0.5, 0.8872983}, within(1e-7));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 8, 51, 300})
    void gaussianRulesAndTheirCompanionsIntegrateAnExponential(int points) {
        GaussLegendre rule = GaussLegendre.of(points);
        double sum = 0;
        double coarse = 0;
        for (int k = 0; k < points; k++) {
            sum += rule.weights()[k] * Math.exp(rule.nodes()[k]);
            coarse += rule.companion()[k] * Math.exp(rule.nodes()[k]);
        }
        double exact = Math.E - 1;
        assertThat(sum).isCloseTo(exact, within(points < 8 ? 1e-3 : 1e-13));
        assertThat(coarse).isCloseTo(exact, within(points < 8 ? 1 : points == 8 ? 1e-3 : 1e-11));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5, 9, 17, 33, 65})
    void clenshawCurtisIntegratesPolynomialsBelowItsNumberOfPoints(int points) {
        double[] weights = ClenshawCurtisWeights.of(points);
        for (int degree = 0; degree < points; degree++) {
            double sum = 0;
            for (int j = 0; j < points; j++) {
                sum += weights[j] * Math.pow((1 - Math.cos(Math.PI * j / (points - 1))) / 2, degree);
            }
            assertThat(sum).as("degree %d", degree).isCloseTo(1.0 / (degree + 1), within(1e-14));
        }
        assertThat(Arrays.stream(weights).min().orElseThrow()).isPositive();
    }

    static Stream<Arguments> kinks() {
        return Stream.of(
                // 1 − relu(1 − x) from 0 to 2: all of the share is 1, made before the kink at α = ½
                Arguments.of(
                        ClosedForm.of(z -> 1 - relu(1 - z[0]), z -> new double[] {z[0] < 1 ? 1 : 0}, 2), new double[] {1
                        }),
                // relu(a + b − 0.7) from 0 to (1, 0.5): kink at α = 0.7/1.5, shares 0.8 as 2 : 1
                Arguments.of(
                        ClosedForm.of(
                                z -> relu(z[0] + z[1] - 0.7),
                                z -> z[0] + z[1] > 0.7 ? new double[] {1, 1} : new double[2],
                                1,
                                0.5),
                        new double[] {1.6 / 3, 0.8 / 3}),
                // two kinks: relu(a − 0.31) − relu(b − 0.83), each of its own token
                Arguments.of(
                        ClosedForm.of(
                                z -> relu(z[0] - 0.31) - relu(z[1] - 0.83),
                                z -> new double[] {z[0] > 0.31 ? 1 : 0, z[1] > 0.83 ? -1 : 0},
                                1,
                                1),
                        new double[] {0.69, -0.17}),
                // z/(z + 0.001) from 0 to 1: nearly all of it within α < 0.01
                Arguments.of(
                        ClosedForm.of(
                                z -> z[0] / (z[0] + 1e-3),
                                z -> new double[] {1e-3 / ((z[0] + 1e-3) * (z[0] + 1e-3))},
                                1),
                        new double[] {1 / 1.001}));
    }

    private static double relu(double x) {
        return Math.max(0, x);
    }

    @ParameterizedTest
    @MethodSource("kinks")
    void theAdaptiveRuleSplitsAtKinksAndSingularities(ClosedForm function, double[] exact) {
        Attribution attribution = attribute(function, IntegrationRule.adaptive());

        assertThat(attribution.convergence().converged()).isTrue();
        assertThat(attribution.convergence().evaluations()).isBetween(65, 512);
        for (int t = 0; t < exact.length; t++) {
            TokenScore token = attribution.tokens().get(t);
            assertThat(Math.abs(token.score() - exact[t])).isLessThanOrEqualTo(3 * token.uncertainty());
        }
    }

    @Test
    void saysWhatToDoWhereTheBudgetIsSpent() {
        ClosedForm steep = (ClosedForm) kinks().toList().get(3).get()[0];

        Attribution attribution = attribute(steep, IntegrationRule.adaptive().maxEvaluations(20));

        assertThat(attribution.convergence().converged()).isFalse();
        assertThat(attribution.convergence().evaluations()).isLessThanOrEqualTo(20);
        assertThat(attribution.convergence().remedy())
                .isEqualTo("Allow more than 20 evaluations, or start from another baseline.");
        assertThat(attribute(steep, IntegrationRule.gaussLegendre(9))
                        .convergence()
                        .remedy())
                .isEqualTo("Take more than 9 points, or the adaptive rule.");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void neverConvergesOnGradientsThatAreNotFinite(double gradient) {
        ClosedForm broken = ClosedForm.of(z -> z[0] + z[1], z -> new double[] {gradient, 1}, 1, 1);
        for (IntegrationRule rule : List.of(IntegrationRule.adaptive(), IntegrationRule.gaussLegendre(10))) {
            Attribution attribution = attribute(broken, rule);

            assertThat(attribution.convergence().converged()).isFalse();
            assertThat(attribution.tokens().get(0).uncertainty()).isInfinite();
        }
    }

    @Test
    void neverConvergesOnScoresThatAreNotFiniteOnTheWay() {
        ClosedForm broken = ClosedForm.of(z -> z[0] == 1 ? 1 : Double.NaN, z -> new double[] {1}, 1);

        assertThat(attribute(broken, IntegrationRule.adaptive()).convergence().converged())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesAModelWhosePredictionIsNotFinite(double score) {
        ClosedForm broken = ClosedForm.of(z -> score, z -> new double[] {1}, 1);

        assertThatThrownBy(() -> attribute(broken, IntegrationRule.adaptive()))
                .isInstanceOf(ModelLoadException.class)
                .hasMessage("Model closed form gives scores that are no finite numbers: [0.0, " + score
                        + "] for [NOTHING, F] on the text \"w\". Check what it computes for this text: a class predicted"
                        + " from these would mean nothing.");
    }

    @Test
    void saysThatABaselineIsZeroAnyway() {
        ClosedForm fromZero = ClosedForm.of(z -> z[0], z -> new double[] {1}, 1);
        ClosedForm fromElsewhere = ClosedForm.from(z -> z[0], z -> new double[] {1}, new double[] {0.5}, 1);

        assertThat(attribute(fromZero, IntegrationRule.adaptive()).method().parameters())
                .containsEntry("baseline", "PAD")
                .containsEntry("baseline row", "zero");
        assertThat(attribute(fromElsewhere, IntegrationRule.adaptive()).method().parameters())
                .containsEntry("baseline", "PAD")
                .doesNotContainKey("baseline row");
    }

    @Test
    void aGradientThatIsCutOffShowsAsTheWholeRange() {
        ClosedForm detached = ClosedForm.of(z -> 5 * z[0], z -> new double[1], 1);
        for (IntegrationRule rule : List.of(IntegrationRule.adaptive(), IntegrationRule.gaussLegendre(50))) {
            Attribution attribution = attribute(detached, rule);

            assertThat(attribution.delta()).isEqualTo(-5);
            assertThat(attribution.convergence().converged()).isFalse();
        }
    }

    @Test
    void refusesAFunctionThatSaysSomethingElseThanTheModel() {
        ClosedForm other =
                new ClosedForm(LINEAR.value(), LINEAR.gradient(), LINEAR.input(), LINEAR.baseline(), 1 + 2e-5);

        assertThatThrownBy(() -> attribute(other, IntegrationRule.adaptive()))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageStartingWith(
                        "Model closed form scores 1.0000200 for F from the text, but 1.0000000 from its")
                .hasMessageContaining("what would be explained is not what the model says");
    }

    @Test
    void refusesAnInputThatIsItsBaseline() {
        ClosedForm nothing = ClosedForm.of(z -> z[0], z -> new double[] {1}, 0);

        assertThatThrownBy(() -> attribute(nothing, IntegrationRule.adaptive()))
                .isInstanceOf(InvalidTextException.class)
                .hasMessage(
                        "The text \"w\" and its baseline PAD have the same embeddings, so there is nothing to explain."
                                + " Choose another baseline.");
    }

    @Test
    void explainsTheClassThatWasAskedFor() {
        var request = AttributionRequest.of(LINEAR, LINEAR.text(), new IntegratedGradients());

        assertThat(request.attribution().label()).as("F scores 1, the other 0").isEqualTo("F");
        assertThat(request.toward("NOTHING").attribution().tokens()).allMatch(token -> token.score() == 0);
        assertThat(request.toward(Target.index(1)).attribution().label()).isEqualTo("F");
        assertThatThrownBy(() -> request.toward("f").attribution())
                .isInstanceOf(UnknownLabelException.class)
                .hasMessage("Model closed form has no class \"f\". Its classes are [NOTHING, F], spelled exactly so:"
                        + " name one of them.");
        for (int index : new int[] {-1, 2}) {
            assertThatThrownBy(() -> request.toward(Target.index(index)).attribution())
                    .isInstanceOf(UnknownLabelException.class)
                    .hasMessageContaining("number " + index);
        }
    }

    @Test
    void ofTooFewPointsToCompareTheErrorIsAsLargeAsTheScore() {
        for (FixedRule rule : List.of(IntegrationRule.gaussLegendre(1), IntegrationRule.fixed(Kind.TRAPEZOID, 2))) {
            Attribution attribution = attribute(CUBIC, rule);

            assertThat(attribution.convergence().converged()).isFalse();
            for (TokenScore token : attribution.tokens()) {
                assertThat(token.uncertainty()).isGreaterThanOrEqualTo(Math.abs(token.score()));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void fixedRulesStayWithinTheirErrorBarOnSmoothFunctions(Kind kind) {
        Random random = new Random(7);
        Coverage coverage = new Coverage();
        for (int round = 0; round < 100; round++) {
            Smooth smooth = Smooth.random(random);
            coverage.add(attribute(smooth.form(), IntegrationRule.fixed(kind, 20)), smooth.exact());
        }
        assertThat(coverage.share()).as(coverage.toString()).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void theAdaptiveRuleStaysWithinItsErrorBarOnSmoothFunctions() {
        Random random = new Random(20261122);
        Coverage coverage = new Coverage();
        for (int round = 0; round < 300; round++) {
            Smooth smooth = Smooth.random(random);
            Attribution attribution = attribute(smooth.form(), IntegrationRule.adaptive());
            assertThat(attribution.convergence().converged()).isTrue();
            coverage.add(attribution, smooth.exact());
        }
        assertThat(coverage.share()).as(coverage.toString()).isGreaterThanOrEqualTo(0.95);
    }

    /** F = Σ_k c_k tanh(w_k·z + b_k): the share of token t is Σ_k c_k w_kt x_t (tanh(w_k·x + b_k) − tanh(b_k)) / (w_k·x). */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Smooth(double[][] weights, double[] biases, double[] factors, double[] input) {

        static Smooth random(Random random) {
            int tokens = 2 + random.nextInt(6);
            int units = 1 + random.nextInt(5);
            double[][] weights = new double[units][tokens];
            double[] biases = random.doubles(units, -3, 3).toArray();
            for (double[] row : weights) {
                Arrays.setAll(row, i -> 2 * random.nextGaussian());
            }
            return new Smooth(
                    weights,
                    biases,
                    random.doubles(units, -2, 2).toArray(),
                    random.doubles(tokens, -1, 1).toArray());
        }

        ClosedForm form() {
            return ClosedForm.of(
                    z -> {
                        double sum = 0;
                        for (int k = 0; k < biases.length; k++) {
                            sum += factors[k] * Math.tanh(dot(weights[k], z) + biases[k]);
                        }
                        return sum;
                    },
                    z -> {
                        double[] gradient = new double[z.length];
                        for (int k = 0; k < biases.length; k++) {
                            double tanh = Math.tanh(dot(weights[k], z) + biases[k]);
                            for (int t = 0; t < z.length; t++) {
                                gradient[t] += factors[k] * (1 - tanh * tanh) * weights[k][t];
                            }
                        }
                        return gradient;
                    },
                    input);
        }

        double[] exact() {
            double[] exact = new double[input.length];
            for (int k = 0; k < biases.length; k++) {
                double slope = dot(weights[k], input);
                double mean = (Math.tanh(slope + biases[k]) - Math.tanh(biases[k])) / slope;
                for (int t = 0; t < exact.length; t++) {
                    exact[t] += factors[k] * weights[k][t] * input[t] * mean;
                }
            }
            return exact;
        }

        private static double dot(double[] a, double[] b) {
            double sum = 0;
            for (int i = 0; i < a.length; i++) {
                sum += a[i] * b[i];
            }
            return sum;
        }
    }

    private static final class Coverage {
        private int tokens;
        private int covered;
        private double worst;

        void add(Attribution attribution, double[] exact) {
            for (int t = 0; t < exact.length; t++) {
                TokenScore token = attribution.tokens().get(t);
                double error = Math.abs(token.score() - exact[t]);
                tokens++;
                covered += error <= token.uncertainty() ? 1 : 0;
                worst = Math.max(worst, error / token.uncertainty());
            }
        }

        double share() {
            return (double) covered / tokens;
        }

        @Override
        public String toString() {
            return covered + " of " + tokens + " tokens covered, worst ratio " + worst;
        }
    }

    private static Attribution attribute(ClosedForm function, IntegrationRule rule) {
        return AttributionRequest.of(function, function.text(), new IntegratedGradients(rule))
                .toward("F")
                .attribution();
    }
}
