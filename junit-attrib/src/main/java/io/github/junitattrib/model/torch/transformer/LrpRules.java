package io.github.junitattrib.model.torch.transformer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import io.github.junitattrib.model.torch.engine.TorchRuntime;
import java.util.function.UnaryOperator;

/**
 * Layer-wise relevance propagation, written so that input times slope is relevance: R = x ⊙ ∂F/∂x.
 *
 * <p>Activations pass relevance unchanged (slope f(x)/x), norms hold their deviation fixed, products share in halves; a
 * softmax is differentiated (AttnLRP) or held fixed (CP-LRP), and then products with it go to the other factor alone.
 *
 * @param throughSoftmax whether relevance passes into the attention scores
 * @param epsilon of the ε-rule of linear layers: added to the outputs away from zero
 * @param gamma of the γ-rule of linear layers: how much more those contributions count that have the output's sign
 */
record LrpRules(boolean throughSoftmax, double epsilon, double gamma) implements Rules {

    /** Keeps 0/0 out; no relevance of a size that matters has a denominator so small. */
    private static final double TINY = 1e-30;

    @Override
    public NDArray linear(Linear layer, NDArray x) {
        NDArray z = layer.apply(x);
        if (epsilon == 0 && gamma == 0) {
            return z;
        }
        NDArray h = gamma == 0 ? z : favouring(layer, x, z);
        return slope(z, h, z.div(awayFromZero(h, epsilon)));
    }

    /** What agrees with the sign of the output counts 1 + γ times: so h has that sign too, and is never near zero. */
    private NDArray favouring(Linear layer, NDArray x, NDArray z) {
        NDArray positive = ai.djl.nn.Activation.relu(x);
        NDArray negative = x.sub(positive);
        Linear up = favouring(layer, ai.djl.nn.Activation::relu);
        Linear down = favouring(layer, LrpRules::negative);
        NDArray above = up.apply(positive).add(down.withoutBias().apply(negative));
        NDArray below = down.apply(positive).add(up.withoutBias().apply(negative));
        return NDArrays.where(z.gte(TorchRuntime.constant(z, 0)), above, below);
    }

    /** w + γ w⁺ or w + γ w⁻. */
    private Linear favouring(Linear layer, UnaryOperator<NDArray> part) {
        UnaryOperator<NDArray> more = w -> w.add(part.apply(w).mul(TorchRuntime.constant(w, gamma)));
        return new Linear(more.apply(layer.weight()), layer.bias() == null ? null : more.apply(layer.bias()));
    }

    private static NDArray negative(NDArray w) {
        return w.sub(ai.djl.nn.Activation.relu(w));
    }

    @Override
    public NDArray activation(Activation f, NDArray x) {
        NDArray y = f.apply(x);
        return slope(y, x, y.div(awayFromZero(x, 0)));
    }

    @Override
    public NDArray norm(LayerNorm norm, NDArray x) {
        NDArray centred = x.sub(x.mean(new int[] {-1}, true));
        NDArray variance = centred.mul(centred).mean(new int[] {-1}, true);
        NDArray deviation =
                variance.add(TorchRuntime.constant(x, norm.epsilon())).sqrt();
        return centred.div(deviation.stopGradient()).mul(norm.weight()).add(norm.bias());
    }

    @Override
    public NDArray softmax(NDArray x) {
        NDArray attention = x.softmax(-1);
        return throughSoftmax ? attention : attention.stopGradient();
    }

    @Override
    public NDArray product(NDArray a, NDArray b) {
        // With the attention held fixed only the values get relevance, and queries and keys none.
        return throughSoftmax ? half(a).matMul(half(b)) : a.matMul(b);
    }

    private static NDArray half(NDArray x) {
        NDArray stopped = x.stopGradient();
        return stopped.add(x.sub(stopped).mul(TorchRuntime.constant(x, 0.5)));
    }

    /** Gives y the slope m by x. */
    private static NDArray slope(NDArray y, NDArray x, NDArray m) {
        return y.stopGradient().add(x.sub(x.stopGradient()).mul(m.stopGradient()));
    }

    /** x + ε sign(x), with sign(0) = 1. */
    private static NDArray awayFromZero(NDArray x, double epsilon) {
        NDArray step = TorchRuntime.constant(x, Math.max(epsilon, TINY));
        NDArray zero = TorchRuntime.constant(x, 0);
        return NDArrays.where(x.gte(zero), x.add(step), x.sub(step));
    }
}
