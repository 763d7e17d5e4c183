package io.github.junitattrib.model.torch.transformer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import io.github.junitattrib.model.torch.engine.TorchRuntime;
import java.util.function.UnaryOperator;

/** Slopes (f(a) − f(b)) / (a − b) in single precision, also where a and b are close or the same. */
final class Slopes {

    /** Below it Simpson's mean of the derivative is closer than the quotient: both are off by about 6e-7 there. */
    private static final double CLOSE = 0.1;

    private Slopes() {}

    /** Takes the quotient where a and b are apart, Simpson's mean of the derivative where they are close. */
    static NDArray of(UnaryOperator<NDArray> f, UnaryOperator<NDArray> derivative, NDArray a, NDArray b) {
        NDArray middle = a.add(b).mul(TorchRuntime.constant(a, 0.5));
        NDArray mean = derivative
                .apply(a)
                .add(derivative.apply(middle).mul(TorchRuntime.constant(a, 4)))
                .add(derivative.apply(b))
                .div(TorchRuntime.constant(a, 6));
        return apartOr(mean, f, a, b, CLOSE);
    }

    /** Takes the quotient wherever a and b differ: exact for functions of straight pieces. */
    static NDArray ofPieces(UnaryOperator<NDArray> f, UnaryOperator<NDArray> derivative, NDArray a, NDArray b) {
        return apartOr(derivative.apply(a), f, a, b, 0);
    }

    /** The slope of exp: e^((a+b)/2) sinh(d)/d with d = (a − b)/2, as a series where d is small. */
    static NDArray exponential(NDArray a, NDArray b) {
        NDArray half = TorchRuntime.constant(a, 0.5);
        NDArray d = a.sub(b).mul(half);
        NDArray square = d.mul(d);
        NDArray one = TorchRuntime.constant(a, 1);
        NDArray series = one.add(square.div(TorchRuntime.constant(a, 6))
                .mul(one.add(square.div(TorchRuntime.constant(a, 20))
                        .mul(one.add(square.div(TorchRuntime.constant(a, 42)))))));
        return apartOr(a.add(b).mul(half).exp().mul(series), NDArray::exp, a, b, 1);
    }

    private static NDArray apartOr(NDArray close, UnaryOperator<NDArray> f, NDArray a, NDArray b, double apart) {
        NDArray difference = a.sub(b);
        NDArray isApart = difference.abs().gt(TorchRuntime.constant(a, apart));
        // The quotient of close ones is never taken, but must not be 0/0 either.
        NDArray safe = NDArrays.where(isApart, difference, difference.onesLike());
        return NDArrays.where(isApart, f.apply(a).sub(f.apply(b)).div(safe), close);
    }
}
