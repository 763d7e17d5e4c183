package io.github.junitattrib.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.junitattrib.Attribution;
import io.github.junitattrib.SentimentModel;
import io.github.junitattrib.Target;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.method.NeuronAttribution.Kind;
import io.github.junitattrib.model.Layer;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares with Captum and the papers' formulas in double precision (fixtures/training/layers_references.py). */
class LayerReferencesTest {

    private static final Map<String, Double> WORST = new LinkedHashMap<>();

    static List<JsonNode> cases() throws IOException {
        try (InputStream stream = LayerReferencesTest.class.getResourceAsStream("/references/sentiment-layers.json")) {
            JsonNode all = new ObjectMapper().readTree(Objects.requireNonNull(stream));
            assertThat(all.path("method").asText()).isEqualTo("gausslegendre");
            assertThat(all.path("n_steps").asInt()).isEqualTo(50);
            return StreamSupport.stream(all.path("cases").spliterator(), false).toList();
        }
    }

    @AfterAll
    static void tellWhatWasMet() {
        WORST.forEach((name, error) -> System.out.printf(Locale.ROOT, "%s within %.1e of the largest%n", name, error));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void methodsAtALayerEqualCaptum(JsonNode expected) {
        FixedRule rule = IntegrationRule.gaussLegendre(50);
        for (JsonNode at : expected.path("layers")) {
            Layer layer = new Layer(at.path("depth").asInt());

            Attribution path = equal(new IntegratedGradients(rule).at(layer), expected, at, "integrated_gradients");
            assertThat(path.inputScore()).isCloseTo(expected.path("f_input").asDouble(), within(1e-4));
            assertThat(path.baselineScore())
                    .isCloseTo(expected.path("f_baseline").asDouble(), within(1e-4));
            equal(new LayerConductance(layer, rule), expected, at, "conductance");
            equal(new InternalInfluence(layer, rule), expected, at, "internal_influence");
            equal(new LayerGradientTimesActivation(layer), expected, at, "gradient_times_activation");
            equal(new LayerActivation(layer), expected, at, "activation");
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void zScoresOfALayerEqualTheirFormula(JsonNode expected) {
        for (JsonNode at : expected.path("layers")) {
            methods(new Layer(at.path("depth").asInt())).forEach((name, method) -> {
                LayerView view = method.reduced(Reduction.Z_SCORE);
                if (at.path("z_scores").path(name).isNull()) {
                    Attribution attribution = attribute(view, expected);
                    assertThat(attribution.convergence().converged()).isFalse();
                    assertThat(attribution.convergence().remedy()).contains("Reduction.SUM");
                } else {
                    equal(view, expected, at.path("z_scores"), name);
                }
            });
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void meansOfALayerAreTheSumsOverTheNumberOfUnits(JsonNode expected) {
        for (JsonNode at : expected.path("layers")) {
            int units = at.path("units").asInt();
            methods(new Layer(at.path("depth").asInt())).forEach((name, method) -> {
                Attribution attribution = attribute(method.reduced(Reduction.MEAN), expected);
                double[] means = DoubleStream.of(doubles(at.path(name)))
                        .map(sum -> sum / units)
                        .toArray();
                assertThat(error(attribution, means)).as(name).isLessThanOrEqualTo(1e-4);
                assertThat(attribution.method().parameters()).containsEntry("units", Integer.toString(units));
            });
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void methodsAtThePooledOutputEqualCaptum(JsonNode expected) {
        JsonNode at = expected.path("pooled");
        methods(Layer.POOLED).forEach((name, method) -> {
            Attribution attribution = attribute(method, expected);
            double[] alone = new double[attribution.tokens().size()];
            alone[0] = at.path(name).asDouble();
            double error = error(attribution, alone);
            assertThat(error).as(name).isLessThanOrEqualTo(1e-4);
            WORST.merge("pooled " + name, error, Math::max);
        });

        FixedRule rule = IntegrationRule.gaussLegendre(50);
        NeuronAttribution unit = new NeuronAttribution(Layer.POOLED, 0, 17);
        equal(unit.by(rule), expected, at, "neuron_integrated_gradients");
        equal(unit.by(Kind.GRADIENT_NORM), expected, at, "neuron_gradient_norm");
        equal(new NeuronConductance(Layer.POOLED, 0, 17, rule), expected, at, "neuron_conductance");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void methodsInsideALayerEqualCaptum(JsonNode expected) {
        assertThat(expected.path("inside")).hasSize(expected.path("layers").size() - 1);
        for (JsonNode inside : expected.path("inside")) {
            Layer layer = Layer.encoder(inside.path("depth").asInt());
            JsonNode attention = inside.path("attention");
            methods(layer.attention()).forEach((name, method) -> {
                if (attention.path("units").has(name)) {
                    slopesEqual(method, expected, attention, name);
                } else {
                    equal(method, expected, attention, name);
                }
            });
            equal(
                    new NeuronConductance(layer.attention(), 1, 17, IntegrationRule.gaussLegendre(50)),
                    expected,
                    attention,
                    "neuron_conductance");
            unitsEqual(layer.attention(), expected, attention);

            JsonNode neurons = inside.path("feed_forward");
            equal(new LayerActivation(layer.feedForward()), expected, neurons, "activation");
            unitsEqual(layer.feedForward(), expected, neurons);
        }
    }

    /**
     * Between two norms slopes sum to next to nothing over a token, as adding a number to its state or scaling it changes
     * little: units are compared, and the sums relative to the sizes that are summed in the place of the first token.
     */
    private static void slopesEqual(LayerMethod method, JsonNode text, JsonNode expected, String name) {
        Question question = question(text);
        double[] units = method.units(SentimentModel.get(), question)[0];
        double[] first = doubles(expected.path("units").path(name));
        double largest = DoubleStream.of(first).map(Math::abs).max().orElseThrow();
        assertThat(units).containsExactly(first, within(1e-4 * largest));
        double sizes = DoubleStream.of(first).map(Math::abs).sum();
        assertThat(attribute(method, text).tokens().stream()
                        .mapToDouble(TokenScore::score)
                        .toArray())
                .containsExactly(doubles(expected.path(name)), within(1e-4 * sizes));
    }

    private static void unitsEqual(Layer layer, JsonNode text, JsonNode expected) {
        NeuronAttribution unit = new NeuronAttribution(layer, 1, 17);
        equal(unit.by(IntegrationRule.gaussLegendre(50)), text, expected, "neuron_integrated_gradients");
        equal(unit.by(Kind.GRADIENT_NORM), text, expected, "neuron_gradient_norm");
    }

    private static Map<String, LayerMethod> methods(Layer layer) {
        FixedRule rule = IntegrationRule.gaussLegendre(50);
        return Map.of(
                "integrated_gradients",
                new IntegratedGradients(rule).at(layer),
                "conductance",
                new LayerConductance(layer, rule),
                "internal_influence",
                new InternalInfluence(layer, rule),
                "gradient_times_activation",
                new LayerGradientTimesActivation(layer),
                "activation",
                new LayerActivation(layer));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void methodsForOneUnitEqualCaptum(JsonNode expected) {
        FixedRule rule = IntegrationRule.gaussLegendre(50);
        for (JsonNode at : expected.path("layers")) {
            Layer layer = new Layer(at.path("depth").asInt());
            NeuronAttribution unit = new NeuronAttribution(layer, 1, 17);

            equal(unit.by(rule), expected, at, "neuron_integrated_gradients");
            equal(unit.by(Kind.GRADIENT_NORM), expected, at, "neuron_gradient_norm");
            equal(new NeuronConductance(layer, 1, 17, rule), expected, at, "neuron_conductance");
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void methodsOnAttentionEqualTheirFormulas(JsonNode expected) {
        JsonNode attention = expected.path("attention");

        equal(new RawAttention(), expected, attention, "raw");
        equal(new RawAttention().ofLayer(1).ofHead(2), expected, attention, "raw_layer_1_head_2");
        equal(new AttentionRollout(), expected, attention, "rollout");
        equal(new AttentionTimesGradient(), expected, attention, "times_gradient");
        equal(new AttentionTimesGradient().ofLayer(1), expected, attention, "times_gradient_layer_1");
        equal(new Chefer(), expected, attention, "chefer");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void adaptiveConductanceIsTheExactOneWithinItsErrorBars(JsonNode expected) {
        for (JsonNode at : expected.path("layers")) {
            LayerConductance method =
                    new LayerConductance(new Layer(at.path("depth").asInt()));
            Attribution attribution = attribute(method, expected);
            double[] exact = doubles(at.path("conductance_exact"));

            assertThat(attribution.convergence().converged()).isTrue();
            assertThat(Math.abs(attribution.delta()))
                    .isLessThanOrEqualTo(attribution.convergence().deltaLimit());
            for (int t = 0; t < exact.length; t++) {
                TokenScore token = attribution.tokens().get(t);
                assertThat(token.score())
                        .as("%s of %s", token.text(), method)
                        .isCloseTo(exact[t], within(token.uncertainty() + 1e-9));
            }
            WORST.merge(
                    "adaptive conductance (" + attribution.convergence().evaluations() + " evaluations)",
                    error(attribution, exact),
                    Math::max);
        }
    }

    private static Attribution equal(AttributionMethod method, JsonNode text, JsonNode numbers, String name) {
        Attribution attribution = attribute(method, text);
        double[] expected = doubles(numbers.path(name));
        assertThat(attribution.tokens()).hasSameSizeAs(expected);
        double error = error(attribution, expected);
        assertThat(error).as("%s by %s", text.path("text").asText(), method).isLessThanOrEqualTo(1e-4);
        WORST.merge(name, error, Math::max);
        return attribution;
    }

    private static Attribution attribute(AttributionMethod method, JsonNode text) {
        return method.attribute(SentimentModel.get(), question(text));
    }

    private static Question question(JsonNode text) {
        return Question.of(text.path("text").asText())
                .toward(Target.label(text.path("label").asText()));
    }

    private static double error(Attribution attribution, double[] expected) {
        double largest = DoubleStream.of(expected).map(Math::abs).max().orElseThrow();
        double error = 0;
        for (int t = 0; t < expected.length; t++) {
            error = Math.max(error, Math.abs(attribution.tokens().get(t).score() - expected[t]));
        }
        // Nothing reads the last layer's other tokens: then zeros are expected, and exactly these.
        return largest == 0 ? error : error / largest;
    }

    private static double[] doubles(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }
}
