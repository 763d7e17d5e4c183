package io.github.junitattrib.model.torch.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.junitattrib.model.DeviceChoice;
import io.github.junitattrib.model.torch.engine.TorchEngine;
import io.github.junitattrib.model.torch.engine.TorchRuntime;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.hipparchus.special.Erf;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rules on small networks of the encoder's own operations, whose relevance can be computed by hand. */
class PropagationRulesTest {

    private static final LrpRules ZERO = new LrpRules(true, 0, 0);
    private static NDManager manager;

    @BeforeAll
    static void start() {
        Device device = TorchEngine.start(new DeviceChoice("cpu"));
        manager = TorchRuntime.newManager(device);
    }

    @AfterAll
    static void close() {
        manager.close();
    }

    /** A small network: from [1,n] to [1,1] by rules. */
    private interface Small {
        NDArray apply(NDArray x, Rules rules);
    }

    private static Linear linear(int outputs, float... weights) {
        return new Linear(
                TorchRuntime.own(manager, weights, new Shape(outputs, weights.length / outputs)),
                TorchRuntime.own(manager, new float[outputs], new Shape(outputs)));
    }

    private static float[] all(int count, double value) {
        float[] all = new float[count];
        Arrays.fill(all, (float) value);
        return all;
    }

    /** Input times slope. */
    private static double[] relevance(Small network, Rules rules, float... x) {
        float[] slopes = TorchRuntime.differentiate(
                        manager, x, new Shape(1, x.length), point -> network.apply(point, rules), scores ->
                                new float[] {1})
                .gradient();
        double[] relevance = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            relevance[i] = (double) x[i] * slopes[i];
        }
        return relevance;
    }

    /** Δx times multiplier, from zero. */
    private static double[] deepLift(Small network, float... x) {
        float[] slopes = TorchRuntime.differentiate(
                        manager,
                        x,
                        new Shape(1, x.length),
                        point -> network.apply(point.concat(point.zerosLike()), new DeepLiftRules())
                                .get("0:1"),
                        scores -> new float[] {1})
                .gradient();
        double[] shares = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            shares[i] = (double) x[i] * slopes[i];
        }
        return shares;
    }

    /** Three units of weights 2, relu, one unit of weights 3 (Captum's LRP tests). */
    private static Small layers(float firstWeight) {
        float[] first = all(9, 2);
        first[0] = firstWeight;
        Linear hidden = linear(3, first);
        Linear output = linear(1, all(3, 3));
        return (x, rules) -> rules.linear(output, rules.activation(Activation.RELU, rules.linear(hidden, x)));
    }

    @Test
    void epsilonSharesByContribution() {
        assertThat(relevance(layers(2), ZERO, 1, 2, 3)).containsExactly(new double[] {18, 36, 54}, within(1e-4));
        // With ε = 12: z = 12 at each unit, so half is lost there; at the output 108/(108 + 12).
        assertThat(relevance(layers(2), new LrpRules(true, 12, 0), 1, 2, 3))
                .containsExactly(new double[] {18 * 0.45, 36 * 0.45, 54 * 0.45}, within(1e-4));
    }

    @Test
    void gammaFavoursPositiveWeights() {
        // γ(1) in the first layer, γ(.25) in the second, as positive weights of one size cannot tell the second apart
        assertThat(relevance(layers(-2), new LrpRules(true, 0, 1), 1, 2, 3))
                .containsExactly(new double[] {28 / 3.0, 104 / 3.0, 52}, within(1e-4));
    }

    @Test
    void tanhPassesRelevanceOn() {
        Linear hidden = linear(3, all(9, 0.1));
        Linear output = linear(1, all(3, 0.1));
        Small network = (x, rules) -> rules.linear(output, rules.activation(Activation.TANH, rules.linear(hidden, x)));

        double unit = Math.tanh(0.6) * 0.1;
        assertThat(relevance(network, ZERO, 1, 2, 3))
                .containsExactly(new double[] {unit / 2, unit, unit * 1.5}, within(1e-6))
                .containsExactly(new double[] {0.0269, 0.0537, 0.0806}, within(1e-4));
    }

    @Test
    void aSkippedLayerSharesWithTheLayer() {
        Linear weights = linear(2, all(4, 5));
        Linear second = linear(1, 0, 1);
        Small network =
                (x, rules) -> rules.linear(second, rules.linear(weights, x).add(x));

        assertThat(relevance(network, ZERO, 2, 3)).containsExactly(new double[] {10, 18}, within(1e-4));
    }

    @Test
    void deepLiftTakesDifferences() {
        Linear first = linear(2, 1, 0, 0, 1);
        NDArray bias = TorchRuntime.own(manager, new float[] {0, -1.5f}, new Shape(2));
        Linear shifted = new Linear(first.weight(), bias);
        Linear sum = linear(1, 2, 2);
        Small network = (x, rules) -> rules.linear(sum, rules.activation(Activation.RELU, rules.linear(shifted, x)));

        assertThat(deepLift(network, 1, 2)).containsExactly(new double[] {2, 1}, within(1e-6));
    }

    @Test
    void deepLiftLeavesDeadUnitsOut() {
        // relu(3a₁ + a₂) + relu(2b₁ + 3b₂) at a = (−10, 1), b = (3, 3): the first unit is dead
        Linear first = linear(2, 3, 1, 0, 0, 0, 0, 2, 3);
        Linear sum = linear(1, 1, 1);
        Small network = (x, rules) -> rules.linear(sum, rules.activation(Activation.RELU, rules.linear(first, x)));

        assertThat(deepLift(network, -10, 1, 3, 3)).containsExactly(new double[] {0, 0, 6, 9}, within(1e-5));
    }

    @Test
    void deepLiftSharesTheWholeDifferenceOfNormAndSoftmax() {
        LayerNorm norm = new LayerNorm(
                TorchRuntime.own(manager, new float[] {1, 2, -1}, new Shape(3)),
                TorchRuntime.own(manager, new float[] {0.5f, 0, 1}, new Shape(3)),
                1e-5f);
        Linear spread = linear(3, 1, 2, -1, 0.5f, -2, 1, 3, 1, 0);
        Linear sum = linear(1, 10, -20, 5);
        Small network = (x, rules) -> rules.linear(
                sum,
                rules.softmax(rules.norm(
                        norm,
                        rules.linear(spread, x.add(spread.weight().get("0").reshape(1, 3))))));

        double[] shares = deepLift(network, 0.3f, -1.2f, 0.8f);
        float[] ends = TorchRuntime.withoutGradients(
                manager,
                scope -> network.apply(
                                TorchRuntime.own(scope, new float[] {0.3f, -1.2f, 0.8f, 0, 0, 0}, new Shape(2, 3)),
                                Rules.GRADIENT)
                        .toFloatArray());
        assertThat(DoubleStream.of(shares).sum()).isCloseTo(ends[0] - ends[1], within(1e-5));
        assertThat(Math.abs(ends[0] - ends[1])).isGreaterThan(0.1f);
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void slopesAreThoseOfDoublePrecision(Activation activation) {
        double[] starts = {-6, -1.3, -0.4, 0, 0.02, 0.7, 2.5, 8};
        double[] steps = {0, 1e-7, 1e-4, 0.01, 0.09, 0.11, 1, 5};
        for (double start : starts) {
            for (double step : steps) {
                float a = (float) (start + step);
                float b = (float) start;
                float[] slope = TorchRuntime.withoutGradients(
                        manager,
                        scope -> activation
                                .slope(scope.create(new float[] {a}), scope.create(new float[] {b}))
                                .toFloatArray());
                assertThat((double) slope[0])
                        .as("between %s and %s", b, a)
                        .isCloseTo(slope(activation, a, b), within(5e-6));
            }
        }
    }

    private static double slope(Activation activation, double a, double b) {
        DoubleUnaryOperator f = exact(activation);
        if (activation == Activation.RELU) {
            return a == b ? (a > 0 ? 1 : 0) : (f.applyAsDouble(a) - f.applyAsDouble(b)) / (a - b);
        }
        double step = Math.abs(a - b) < 1e-5 ? 1e-5 : 0;
        return (f.applyAsDouble(a + step) - f.applyAsDouble(b - step)) / (a - b + 2 * step);
    }

    private static DoubleUnaryOperator exact(Activation activation) {
        return switch (activation) {
            case GELU -> x -> x * (1 + Erf.erf(x / Math.sqrt(2))) / 2;
            case GELU_TANH -> x -> x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x))) / 2;
            case RELU -> x -> Math.max(0, x);
            case SILU -> x -> x / (1 + Math.exp(-x));
            case TANH -> Math::tanh;
        };
    }
}
