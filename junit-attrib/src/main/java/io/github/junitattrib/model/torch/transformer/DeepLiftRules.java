package io.github.junitattrib.model.torch.transformer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import io.github.junitattrib.model.torch.engine.TorchRuntime;

/**
 * DeepLIFT's rescale rule: the slope of every operation is that of the line between its input and the input that the
 * reference text gives it, so that Σ slope · Δx = Δy exactly.
 *
 * <p>Batches carry both, first the points and then as many references; slopes reach the points alone. Elementwise
 * operations take Δy/Δx. A product of two matrices takes the mean of the other factor at both ends. Softmax is split into
 * exp, sum, reciprocal and product, layer normalisation into mean, square, reciprocal root and product; all of these
 * have slopes in closed form, without a small difference in a denominator. Only {@link Pair#change} carries a slope.
 */
final class DeepLiftRules implements Rules {

    @Override
    public NDArray activation(Activation f, NDArray x) {
        Pair in = Pair.of(x);
        NDArray atPoint = f.apply(in.point());
        NDArray atReference = f.apply(in.reference());
        NDArray slope = f.slope(in.point(), in.reference());
        return Pair.join(atPoint.add(in.change().mul(slope)), atReference);
    }

    @Override
    public NDArray product(NDArray a, NDArray b) {
        Pair first = Pair.of(a);
        Pair second = Pair.of(b);
        NDArray value = first.point().matMul(second.point());
        NDArray moved = first.change().matMul(second.mean()).add(first.mean().matMul(second.change()));
        NDArray atReference = first.reference().matMul(second.reference());
        return Pair.join(value.add(moved), atReference);
    }

    @Override
    public NDArray softmax(NDArray x) {
        Pair in = Pair.of(x);
        NDArray largest = NDArrays.maximum(
                in.point().max(new int[] {-1}, true), in.reference().max(new int[] {-1}, true));
        NDArray a = in.point().sub(largest);
        NDArray b = in.reference().sub(largest);
        Pair exponential = new Pair(a.exp(), b.exp(), in.change().mul(Slopes.exponential(a, b)));
        Pair sum = exponential.sum();
        NDArray one = TorchRuntime.constant(x, 1);
        NDArray slope = sum.point().mul(sum.reference()).neg();
        Pair reciprocal = new Pair(
                one.div(sum.point()), one.div(sum.reference()), sum.change().div(slope));
        return exponential.times(reciprocal).joined();
    }

    @Override
    public NDArray norm(LayerNorm norm, NDArray x) {
        NDArray centred = x.sub(x.mean(new int[] {-1}, true));
        Pair c = Pair.of(centred);
        Pair variance = c.times(c).mean(norm.epsilon());
        NDArray atPoint = variance.point().sqrt();
        NDArray atReference = variance.reference().sqrt();
        NDArray slope = atPoint.mul(atReference).mul(atPoint.add(atReference)).neg();
        NDArray one = TorchRuntime.constant(x, 1);
        Pair inverse = new Pair(
                one.div(atPoint), one.div(atReference), variance.change().div(slope));
        return c.times(inverse).joined().mul(norm.weight()).add(norm.bias());
    }

    /**
     * An operation's value at the points and at the references, and its change: zero in value, with the slope that leads
     * back to the points.
     *
     * @param point value without slope [B,…]
     * @param reference value without slope [B,…]
     * @param change zeros that carry the slope [B,…]
     */
    private record Pair(NDArray point, NDArray reference, NDArray change) {

        static Pair of(NDArray both) {
            NDList halves = both.split(2);
            NDArray point = halves.get(0);
            NDArray stopped = point.stopGradient();
            return new Pair(stopped, halves.get(1).stopGradient(), point.sub(stopped));
        }

        NDArray mean() {
            return point.add(reference).mul(TorchRuntime.constant(point, 0.5));
        }

        Pair times(Pair other) {
            return new Pair(
                    point.mul(other.point),
                    reference.mul(other.reference),
                    change.mul(other.mean()).add(mean().mul(other.change)));
        }

        Pair sum() {
            int[] last = {-1};
            return new Pair(point.sum(last, true), reference.sum(last, true), change.sum(last, true));
        }

        /** The mean over the last axis, and a constant more. */
        Pair mean(double more) {
            int[] last = {-1};
            NDArray constant = TorchRuntime.constant(point, more);
            return new Pair(
                    point.mean(last, true).add(constant),
                    reference.mean(last, true).add(constant),
                    change.mean(last, true));
        }

        NDArray joined() {
            return join(point.add(change), reference);
        }

        static NDArray join(NDArray point, NDArray reference) {
            return point.concat(reference);
        }
    }
}
