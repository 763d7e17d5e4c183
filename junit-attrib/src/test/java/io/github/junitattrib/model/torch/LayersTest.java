package io.github.junitattrib.model.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.junitattrib.Baseline;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.TargetScore;
import io.github.junitattrib.model.AttentionGradients;
import io.github.junitattrib.model.DeviceChoice;
import io.github.junitattrib.model.InspectableClassifier;
import io.github.junitattrib.model.Layer;
import io.github.junitattrib.model.torch.checkpoint.WeightFiles;
import io.github.junitattrib.text.TokenizedText;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever lies inside a network must give the scores that the network gives as a whole, in every family. */
class LayersTest {

    private static final String TEXT = "They said it was great, and they were wrong";

    static List<Path> checkpoints() throws IOException, URISyntaxException {
        Path families = Path.of(Objects.requireNonNull(LayersTest.class.getResource("/families"))
                .toURI());
        try (Stream<Path> inside = Files.list(families)) {
            return inside.filter(WeightFiles::existIn).sorted().toList();
        }
    }

    private static InspectableClassifier load(Path checkpoint) {
        return (InspectableClassifier) new HuggingFaceLoader().load(checkpoint, "tiny", new DeviceChoice("cpu"));
    }

    private static double[] input(InspectableClassifier model, TokenizedText text) {
        return model.embed(text, Baseline.ZERO).input();
    }

    @ParameterizedTest
    @MethodSource("checkpoints")
    void theTwoPartsOfANetworkGiveItsScoresAtEveryLayer(Path checkpoint) {
        try (InspectableClassifier model = load(checkpoint)) {
            TokenizedText text = model.tokenize(TEXT);
            double[] expected = numbers(model.predict(text));

            assertThat(model.layers()).hasSizeGreaterThan(2);
            for (Layer layer : model.layers()) {
                double[][] states = model.below(text, layer).scores(new double[][] {input(model, text)});
                assertThat(states[0].length % text.size()).isZero();
                assertThat(model.above(text, layer).scores(states)[0])
                        .as(layer.toString())
                        .containsExactly(expected, within(1e-5));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("checkpoints")
    void theGradientByTheStateLeadsDownwardsToThatByTheWordEmbeddings(Path checkpoint) {
        try (InspectableClassifier model = load(checkpoint)) {
            TokenizedText text = model.tokenize(TEXT);
            TargetScore target = new TargetScore.OfClass(0, "first");
            double[] x = input(model, text);
            double[] gradient =
                    model.function(text).gradients(new double[][] {x}, target).gradients()[0];
            double slope = dot(gradient, x);

            for (Layer layer : model.layers()) {
                // Along x: d/dα F(αx) at 1, by the gradient above and a central difference of the state below.
                double h = 1e-2;
                double[][] states = model.below(text, layer)
                        .scores(new double[][] {scaled(x, 1), scaled(x, 1 + h), scaled(x, 1 - h)});
                double[] byState = model.above(text, layer)
                        .gradients(new double[][] {states[0]}, target)
                        .gradients()[0];
                double[] change = new double[states[0].length];
                for (int i = 0; i < change.length; i++) {
                    change[i] = (states[1][i] - states[2][i]) / (2 * h);
                }
                assertThat(dot(byState, change))
                        .as(layer.toString())
                        .isCloseTo(slope, within(5e-3 * Math.max(1, norm(gradient) * norm(x))));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("checkpoints")
    void attentionIsSharedOutAndItsGradientLeavesTheScoresAsTheyAre(Path checkpoint) {
        try (InspectableClassifier model = load(checkpoint)) {
            TokenizedText text = model.tokenize(TEXT);
            double[] x = input(model, text);
            double[] expected = numbers(model.predict(text));
            int layers = depth(model);

            AttentionGradients all = model.attentionGradients(text, x, new TargetScore.OfClass(0, "first"));

            assertThat(all.scores()).containsExactly(expected, within(1e-5));
            assertThat(all.maps()).hasNumberOfRows(layers).isDeepEqualTo(model.attention(text, x));
            for (double[][][] heads : all.maps()) {
                for (double[][] map : heads) {
                    for (double[] row : map) {
                        assertThat(row).hasSize(text.size());
                        assertThat(DoubleStream.of(row).sum()).isCloseTo(1, within(1e-5));
                    }
                }
            }
            // The head reads the first token alone, so nothing else that is read in the last layer matters.
            double[][] last = all.gradients()[layers - 1][0];
            assertThat(norm(last[0])).isPositive();
            assertThat(norm(last[1])).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("checkpoints")
    void statesAndAttentionAreThoseOfTransformers(Path checkpoint) throws IOException {
        JsonNode expected = reference(checkpoint.getFileName().toString());
        try (InspectableClassifier model = load(checkpoint)) {
            TokenizedText text = model.tokenize(TEXT);
            double[] x = input(model, text);
            int depth = depth(model);
            // Where ALBERT applies several layers as one, transformers shows the state behind all of them alone.
            int step = depth / (expected.path("states").size() - 1);
            assertThat(depth % step).isZero();

            for (int layer = 0; layer <= depth / step; layer++) {
                assertState(
                        model, new Layer(layer * step), expected.path("states").get(layer));
            }
            assertThat(expected.path("attention_states")).hasSize(depth);
            for (int layer = 1; layer <= depth; layer++) {
                assertState(
                        model,
                        Layer.encoder(layer).attention(),
                        expected.path("attention_states").get(layer - 1));
                assertState(
                        model,
                        Layer.encoder(layer).feedForward(),
                        expected.path("feed_forward_states").get(layer - 1));
            }
            double[] pooled = model.below(text, Layer.POOLED).scores(new double[][] {x})[0];
            double[] cast = new double[1];
            for (int i = 0; i < pooled.length / text.size(); i++) {
                cast[0] += pooled[i] * Math.cos(i);
            }
            assertNear(cast, new ObjectMapper().createArrayNode().add(expected.path("pooled")), 1e-5, "pooled");
            AttentionGradients attention = model.attentionGradients(text, x, new TargetScore.OfClass(0, "first"));
            for (int layer = 0; layer < depth; layer++) {
                assertNear(
                        cast(attention.maps()[layer]),
                        expected.path("attention").get(layer),
                        1e-5,
                        "maps");
                assertNear(
                        cast(attention.gradients()[layer]),
                        expected.path("attention_gradients").get(layer),
                        1e-4,
                        "gradients of layer " + (layer + 1));
            }
        }
    }

    /** How many encoder layers are applied. */
    private static int depth(InspectableClassifier model) {
        return (int) model.states().stream()
                .filter(layer -> layer.part() == Layer.Part.FEED_FORWARD)
                .count();
    }

    /** Casts the state of each token into one number, as the script does. */
    private static void assertState(InspectableClassifier model, Layer layer, JsonNode expected) {
        TokenizedText text = model.tokenize(TEXT);
        double[] state = model.below(text, layer).scores(new double[][] {input(model, text)})[0];
        double[] found = new double[text.size()];
        int width = state.length / found.length;
        for (int i = 0; i < state.length; i++) {
            found[i / width] += state[i] * Math.cos(i % width);
        }
        assertNear(found, expected, 1e-5, layer.toString());
    }

    @ParameterizedTest
    @MethodSource("checkpoints")
    void statesAreInTheOrderOfTheNetworkAndAllThatCutItAreLayers(Path checkpoint) {
        try (InspectableClassifier model = load(checkpoint)) {
            assertThat(model.states()).isSorted().doesNotHaveDuplicates();
            assertThat(model.states().stream()
                            .filter(layer -> layer.part() != Layer.Part.FEED_FORWARD)
                            // The convolution of some DeBERTa reads the embeddings beside the first layer.
                            .filter(layer -> !layer.equals(Layer.encoder(1).attention())
                                    || model.layers().contains(layer)))
                    .containsExactlyElementsOf(model.layers());
            assertThat(model.layers()).contains(Layer.encoder(depth(model)).attention());
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            model.above(model.tokenize(TEXT), Layer.encoder(1).feedForward()))
                    .withMessageContaining("is not cut by the feed-forward activation of layer 1. It has [");
        }
    }

    private static JsonNode reference(String name) throws IOException {
        try (InputStream stream = LayersTest.class.getResourceAsStream("/references/families-layers.json")) {
            for (JsonNode family :
                    new ObjectMapper().readTree(Objects.requireNonNull(stream)).path("cases")) {
                if (family.path("name").asText().equals(name)) {
                    return family;
                }
            }
        }
        throw new IllegalStateException("no reference of " + name);
    }

    /** Casts each map into one number, as the script does. */
    private static double[] cast(double[][][] maps) {
        double[] numbers = new double[maps.length];
        for (int head = 0; head < maps.length; head++) {
            int place = 0;
            for (double[] row : maps[head]) {
                for (double value : row) {
                    numbers[head] += value * Math.cos(place++);
                }
            }
        }
        return numbers;
    }

    private static void assertNear(double[] found, JsonNode expected, double tolerance, String what) {
        assertThat(found).as(what).hasSize(expected.size());
        double largest = 1e-6;
        for (JsonNode number : expected) {
            largest = Math.max(largest, Math.abs(number.asDouble()));
        }
        for (int i = 0; i < found.length; i++) {
            assertThat(found[i])
                    .as("%s, number %d", what, i)
                    .isCloseTo(expected.get(i).asDouble(), within(tolerance * largest));
        }
    }

    private static double[] scaled(double[] x, double factor) {
        return DoubleStream.of(x).map(each -> factor * each).toArray();
    }

    private static double[] numbers(Prediction prediction) {
        return prediction.scores().stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double norm(double[] x) {
        return Math.sqrt(dot(x, x));
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
