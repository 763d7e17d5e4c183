package io.github.junitattrib.method;

import static io.github.junitattrib.Numbers.scores;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.InvalidTextException;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.Target;
import io.github.junitattrib.UnsupportedModelException;
import io.github.junitattrib.conformance.ClosedForms;
import io.github.junitattrib.model.TextClassifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Gradient methods on closed forms, and what they say where there is nothing to say. */
class GradientMethodsTest {

    private static final NoiseLevel NOISE = NoiseLevel.stdev(0.1);

    static Stream<AttributionMethod> methods() {
        return Stream.of(
                new Saliency(),
                new Saliency(Saliency.Norm.L1),
                new InputTimesGradient(),
                new ExpectedGradients(),
                new SmoothGrad(new Saliency()).noise(NOISE),
                new VarGrad(new InputTimesGradient()).noise(NOISE));
    }

    private static Attribution explain(ClosedForm model, AttributionMethod method) {
        return AttributionRequest.of(model, model.text(), method).toward("F").attribution();
    }

    private static double[] zeros(double[] point) {
        return new double[point.length];
    }

    /** Case 2 of Captum's tests: BasicModel. */
    @ParameterizedTest
    @CsvSource({"1, 0, 0", "2, 0, 0", "3, 0, 0", "0, 1, 0", "-1, 1, -1", "7, 0, 0"})
    void theSlopeOfTheSaturatingFormula(double x, double slope, double product) {
        String text = Double.toString(x);

        assertThat(scores(new Saliency().attribute(ClosedForms.saturating(), Question.of(text))))
                .containsExactly(slope);
        assertThat(scores(new InputTimesGradient().attribute(ClosedForms.saturating(), Question.of(text))))
                .containsExactly(new double[] {product}, within(0.0));
    }

    /** Cases 1 and 28: IG divided by x − x' is the neuron's IG without the multiplication, 4 − 1/30 at (100, 100, 100). */
    @Test
    void fourUnitsByIntegratedGradients() {
        IntegratedGradients method = new IntegratedGradients(IntegrationRule.adaptive()
                .within(new Tolerance(1e-9, 1e-9, 1e-9))
                .maxEvaluations(20_000));
        Question one = Question.of("0 100 0").toward(Target.index(0));
        Question all = Question.of("100 100 100").toward(Target.index(0));

        assertThat(scores(method.attribute(ClosedForms.fourUnits(), one)))
                .containsExactly(new double[] {0, 390, 0}, within(390e-6));
        assertThat(Arrays.stream(scores(method.attribute(ClosedForms.fourUnits(), all)))
                        .map(score -> score / 100)
                        .toArray())
                .containsExactly(new double[] {4 - 1 / 30.0, 4 - 1 / 30.0, 4 - 1 / 30.0}, within(4e-6));
    }

    /** Cases 3 and 4: two ways to write one function have one gradient. */
    @ParameterizedTest
    @MethodSource("methods")
    void equalFunctionsHaveEqualAttributions(AttributionMethod method) {
        Question question = Question.of("3 1");

        assertThat(method.attribute(ClosedForms.reluFirst(), question).tokens())
                .isEqualTo(method.attribute(ClosedForms.reluLater(), question).tokens());
    }

    /** F = 3a − 4b at (2, 5), each number a token of its own. */
    @Test
    void aLinearModelHasItsWeights() {
        ClosedForm linear = ClosedForm.of(z -> 3 * z[0] - 4 * z[1], z -> new double[] {3, -4}, 2, 5);

        assertThat(scores(explain(linear, new Saliency()))).containsExactly(3, 4);
        assertThat(scores(explain(linear, new Saliency(Saliency.Norm.L1)))).containsExactly(3, 4);
        assertThat(scores(explain(linear, new InputTimesGradient()))).containsExactly(6, -20);
        assertThat(scores(explain(linear, new ExpectedGradients())))
                .containsExactly(new double[] {6, -20}, within(1e-12));
    }

    @Test
    void aGradientClaimsNoCompletenessAndIsExact() {
        ClosedForm linear = ClosedForm.of(z -> 3 * z[0] - 4 * z[1], z -> new double[] {3, -4}, 2, 5);

        Attribution attribution = explain(linear, new InputTimesGradient());

        assertThat(attribution.inputScore()).isEqualTo(-14);
        assertThat(attribution.baselineScore()).isNaN();
        assertThat(attribution.delta()).isNaN();
        assertThat(attribution.convergence().converged()).isTrue();
        assertThat(attribution.convergence().evaluations()).isEqualTo(1);
        assertThat(attribution.convergence().deltaLimit()).isNaN();
        assertThat(attribution.tokens()).allMatch(token -> Math.abs(token.uncertainty() - 20e-6) < 1e-12);
        assertThat(explain(linear, new Saliency()).method())
                .isEqualTo(MethodFacts.ofMagnitudes("Saliency", Map.of("norm", "L2")));
    }

    @Test
    void normsTakeAllDimensionsOfAToken() {
        double[] gradient = {3, -4, 0, 1};

        assertThat(PerToken.euclidean(gradient, 2)).containsExactly(5, 1);
        assertThat(PerToken.absolute(gradient, 2)).containsExactly(7, 1);
        assertThat(PerToken.dot(gradient, new double[] {1, 1, 2, 2}, 2)).containsExactly(-1, 2);
        assertThat(PerToken.absoluteDot(gradient, new double[] {1, 1, 2, 2}, 2)).containsExactly(7, 2);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void aConstantModelIsInconclusive(AttributionMethod method) {
        Attribution attribution = explain(ClosedForm.of(z -> 3, GradientMethodsTest::zeros, 1, 2), method);

        assertThat(scores(attribution)).containsExactly(0, 0);
        assertThat(attribution.convergence().converged()).isFalse();
        assertThat(attribution.convergence().remedy())
                .startsWith("All scores are zero, so no token can be told from another");
    }

    @ParameterizedTest
    @MethodSource("methods")
    void gradientsThatAreNoNumbersAreInconclusive(AttributionMethod method) {
        for (double broken : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            Attribution attribution = explain(ClosedForm.of(z -> z[0], z -> new double[] {1, broken}, 1, 2), method);

            assertThat(attribution.convergence().converged()).isFalse();
            assertThat(attribution.convergence().remedy()).startsWith("The gradients are no finite numbers.");
            assertThat(attribution.tokens()).anyMatch(token -> !Double.isFinite(token.score()));
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void logitsThatAreNoNumbersAreAnError(AttributionMethod method) {
        ClosedForm broken = ClosedForm.of(z -> Double.NaN, GradientMethodsTest::zeros, 1, 2);

        assertThatThrownBy(() -> explain(broken, method))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("gives scores that are no finite numbers");
    }

    @ParameterizedTest
    @MethodSource("methods")
    void scoresOfAnotherTextAreAnError(AttributionMethod method) {
        ClosedForm unfaithful = new ClosedForm(z -> z[0], z -> new double[] {1}, new double[] {2}, new double[1], 2.5);

        assertThatThrownBy(() -> explain(unfaithful, method))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("what would be explained is not what the model says");
    }

    @Test
    void aBaselineEqualToTheInputIsAnError() {
        ClosedForm there = ClosedForm.from(z -> z[0], z -> new double[] {1}, new double[] {2}, 2);

        assertThatThrownBy(() -> explain(there, new ExpectedGradients()))
                .isInstanceOf(InvalidTextException.class)
                .hasMessageContaining("have the same embeddings, so there is nothing to explain");
        assertThat(scores(explain(there, new Saliency()))).containsExactly(1);
    }

    @Test
    void oneNumberHasNoSpreadThatNoiseCouldBeAShareOf() {
        ClosedForm one = ClosedForm.of(z -> z[0], z -> new double[] {1}, 2);

        assertThatThrownBy(() -> explain(one, new SmoothGrad(new Saliency())))
                .isInstanceOf(InvalidTextException.class)
                .hasMessage("The embeddings of the text \"w\" do not vary, so that no noise is a share of their"
                        + " deviation. Set its standard deviation by NoiseLevel.stdev(…).");
    }

    @Test
    void noiseIsAShareOfTheNumbersOfTheText() {
        var text = ClosedForm.of(z -> z[0], z -> z, 1, 3).tokenize("w w");
        double[] x = {1, 3};

        assertThat(NoiseLevel.stdev(0.5).sigma(text, x)).isEqualTo(0.5);
        assertThat(NoiseLevel.ofRange(0.5).sigma(text, x)).isEqualTo(1);
        assertThat(NoiseLevel.ofDeviation(0.5).sigma(text, x)).isEqualTo(0.5);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void aModelWithoutGradientsIsRefused(AttributionMethod method) {
        TextClassifier service = new TextClassifier() {
            @Override
            public List<String> labels() {
                return List.of("NO", "YES");
            }

            @Override
            public Prediction predict(String text) {
                return Prediction.ofLogits(labels(), new double[] {0, 1});
            }
        };

        assertThatThrownBy(() -> method.attribute(service, Question.of("w")))
                .isInstanceOf(UnsupportedModelException.class)
                .hasMessageStartingWith(method.facts().name() + " needs gradients by the word embeddings (rung 2");
    }

    @Test
    void noiseIsRefusedAroundAMethodThatReadsOtherTexts() {
        AttributionMethod leavingOut = new AttributionMethod() {
            @Override
            public MethodFacts facts() {
                return new MethodFacts("LeavingOut", Map.of());
            }

            @Override
            public Attribution attribute(TextClassifier model, Question question) {
                model.predict("w");
                throw new AssertionError("not refused");
            }
        };
        ClosedForm two = ClosedForm.of(z -> z[0], z -> new double[] {1, 0}, 2, 3);

        assertThatThrownBy(() -> explain(two, new SmoothGrad(leavingOut)))
                .isInstanceOf(UnsupportedModelException.class)
                .hasMessageContaining("asks about another text, \"w\"")
                .hasMessageContaining("Put noise around a gradient method");
    }
}
