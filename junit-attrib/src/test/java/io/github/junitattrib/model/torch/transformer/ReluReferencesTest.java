package io.github.junitattrib.model.torch.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.junitattrib.model.DeviceChoice;
import io.github.junitattrib.model.torch.engine.TorchEngine;
import io.github.junitattrib.model.torch.engine.TorchRuntime;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** DeepLIFT and the ε-rule on networks of linear layers and ReLUs against captum (relu_references.py). */
class ReluReferencesTest {

    private static NDManager manager;

    @BeforeAll
    static void start() {
        manager = TorchRuntime.newManager(TorchEngine.start(new DeviceChoice("cpu")));
    }

    @AfterAll
    static void close() {
        manager.close();
    }

    /** A case of a network; the ε is that of all. */
    record Case(String name, JsonNode layers, JsonNode numbers, double epsilon) {

        @Override
        public String toString() {
            return name;
        }

        int target() {
            return numbers.path("target").asInt();
        }

        double[] read(String name) {
            return doubles(numbers.path(name));
        }
    }

    static Stream<Case> cases() throws IOException {
        JsonNode root;
        try (InputStream json = ReluReferencesTest.class.getResourceAsStream("/references/relu-networks.json")) {
            root = JsonMapper.builder().build().readTree(Objects.requireNonNull(json));
        }
        List<Case> cases = new ArrayList<>();
        for (JsonNode network : root.path("networks")) {
            for (JsonNode numbers : network.path("cases")) {
                String name = network.path("layers").size() + " layers, case " + cases.size();
                cases.add(new Case(
                        name,
                        network.path("layers"),
                        numbers,
                        root.path("epsilon").asDouble()));
            }
        }
        assertThat(cases).hasSize(18);
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void deepLiftIsThatOfCaptum(Case it) {
        double[] point = it.read("point");
        double[] reference = it.read("reference");

        double[] slopes = slopes(
                point,
                x -> output(it, x.concat(row(reference)), new DeepLiftRules()).get("0:1"));

        assertClose(
                IntStream.range(0, point.length)
                        .mapToDouble(i -> (point[i] - reference[i]) * slopes[i])
                        .toArray(),
                it.read("deep_lift"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void epsilonRuleIsThatOfCaptum(Case it) {
        double[] point = it.read("point");

        double[] slopes = slopes(point, x -> output(it, x, new LrpRules(true, it.epsilon(), 0)));

        assertClose(
                IntStream.range(0, point.length)
                        .mapToDouble(i -> point[i] * slopes[i])
                        .toArray(),
                it.read("epsilon_lrp"));
    }

    private static NDArray output(Case it, NDArray x, Rules rules) {
        NDArray state = x;
        for (int i = 0; i < it.layers().size(); i++) {
            JsonNode layer = it.layers().get(i);
            float[] bias = floats(doubles(layer.path("bias")));
            float[] weight = floats(StreamSupport.stream(layer.path("weight").spliterator(), false)
                    .flatMapToDouble(row -> DoubleStream.of(doubles(row)))
                    .toArray());
            Linear linear = new Linear(
                    TorchRuntime.own(manager, weight, new Shape(bias.length, weight.length / bias.length)),
                    TorchRuntime.own(manager, bias, new Shape(bias.length)));
            NDArray input = i == 0 ? state : rules.activation(Activation.RELU, state);
            state = rules.linear(linear, input);
        }
        return state.get(":," + it.target() + ":" + (it.target() + 1));
    }

    private static double[] slopes(double[] point, Function<NDArray, NDArray> network) {
        float[] slopes = TorchRuntime.differentiate(
                        manager, floats(point), new Shape(1, point.length), network::apply, scores -> new float[] {1})
                .gradient();
        return IntStream.range(0, slopes.length).mapToDouble(i -> slopes[i]).toArray();
    }

    private static NDArray row(double[] numbers) {
        return TorchRuntime.own(manager, floats(numbers), new Shape(1, numbers.length));
    }

    private static void assertClose(double[] actual, double[] expected) {
        double largest = DoubleStream.of(expected).map(Math::abs).max().orElseThrow();
        assertThat(largest).isPositive();
        assertThat(actual).containsExactly(expected, within(1e-4 * largest));
    }

    private static double[] doubles(JsonNode numbers) {
        return StreamSupport.stream(numbers.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    private static float[] floats(double[] numbers) {
        float[] floats = new float[numbers.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) numbers[i];
        }
        return floats;
    }
}
