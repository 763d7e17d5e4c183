package io.github.junitattrib.conformance;

import io.github.junitattrib.UnsupportedModelException;
import io.github.junitattrib.model.Propagation;
import java.util.function.DoubleUnaryOperator;

/**
 * One step of a {@link ClosedNetwork}: from a state to the next, and from the slopes by the next back to those by the
 * state, in the ways that methods ask for.
 *
 * <pre>{@code
 * ClosedNetwork.of("relu(2a − b)", 2, Stage.linear(new double[][] {{2, -1}}, 0), Stage.relu());
 * }</pre>
 */
public interface Stage {

    /**
     * Computes the next state.
     *
     * @param x the state [n]
     * @return the next [m]
     */
    double[] forward(double[] x);

    /**
     * Computes gradients.
     *
     * @param x the state [n]
     * @param slopes ∂F by the next state [m]
     * @return ∂F by the state [n]
     */
    double[] backward(double[] x, double[] slopes);

    /**
     * Hands relevance on, where relevance is a state times its slopes.
     *
     * @param x the state [n]
     * @param slopes by the next state [m]
     * @param rule of layer-wise relevance propagation
     * @return slopes by the state [n]
     * @throws UnsupportedModelException unless overridden
     */
    default double[] relevance(double[] x, double[] slopes, Propagation.Relevance rule) {
        throw new UnsupportedModelException(
                "This stage has no rule of relevance propagation. Build the network from linear stages and activations.");
    }

    /**
     * Hands DeepLIFT's multipliers on.
     *
     * @param x the state [n]
     * @param reference the state at the baseline [n]
     * @param slopes multipliers by the next state [m]
     * @return multipliers by the state [n]
     * @throws UnsupportedModelException unless overridden
     */
    default double[] differences(double[] x, double[] reference, double[] slopes) {
        throw new UnsupportedModelException(
                "This stage has no rule of differences (DeepLIFT). Build the network from linear stages and activations.");
    }

    /**
     * Returns attention maps.
     *
     * @param x the state [n]
     * @return by head, reading token and token that is read [H][T][T]; empty for a stage without attention
     */
    default double[][][] attention(double[] x) {
        return new double[0][][];
    }

    /**
     * Computes the gradients by the attention maps.
     *
     * @param x the state [n]
     * @param slopes ∂F by the next state [m]
     * @return as {@link #attention} [H][T][T]
     */
    default double[][][] attentionSlopes(double[] x, double[] slopes) {
        return new double[0][][];
    }

    /**
     * Makes W x + b.
     *
     * @param weights W [m][n]
     * @param bias b [m]; a single number for all, such as 0
     * @return a stage whose relevance follows LRP-0, ε and γ
     */
    static Stage linear(double[][] weights, double... bias) {
        return LinearStage.of(weights, bias);
    }

    /**
     * Makes x itself, as a linear stage of a state's numbers.
     *
     * @param size n
     * @return the stage
     */
    static Stage identity(int size) {
        double[][] weights = new double[size][size];
        for (int i = 0; i < size; i++) {
            weights[i][i] = 1;
        }
        return linear(weights, 0);
    }

    /**
     * Makes max(0, x), with slope 0 at 0.
     *
     * @return the stage
     */
    static Stage relu() {
        return activation(x -> Math.max(0, x), x -> x > 0 ? 1 : 0);
    }

    /**
     * Makes tanh(x).
     *
     * @return the stage
     */
    static Stage tanh() {
        return activation(Math::tanh, x -> 1 - Math.tanh(x) * Math.tanh(x));
    }

    /**
     * Makes σ(x) = 1/(1 + e^−x).
     *
     * @return the stage
     */
    static Stage sigmoid() {
        DoubleUnaryOperator sigmoid = x -> 1 / (1 + Math.exp(-x));
        return activation(sigmoid, x -> sigmoid.applyAsDouble(x) * sigmoid.applyAsDouble(-x));
    }

    /**
     * Makes an activation: a function of each number alone.
     *
     * @param function f
     * @param derivative f'
     * @return the stage, which hands relevance on unchanged (slope f(x)/x) and has the multiplier Δf/Δx
     */
    static Stage activation(DoubleUnaryOperator function, DoubleUnaryOperator derivative) {
        return new ActivationStage(function, derivative);
    }

    /**
     * Makes one head of attention: token t reads y_t = Σ_s A_ts (v_s x_s + b), where A_ts is the softmax over s of x_t k_s
     * x_s. The next state is y and, as a residual connection has it, x behind it [2T].
     *
     * @param keys k [T]
     * @param values v [T]
     * @param bias b of all values
     * @return a stage with an attention map, for gradients alone
     */
    static Stage attention(double[] keys, double[] values, double bias) {
        return new AttentionStage(keys.clone(), values.clone(), bias);
    }
}
