/**
 * Everything PyTorch: the native runtime, and models computed from safetensors by NDArray operations.
 *
 * <p>Open {@link io.github.junitattrib.model.torch.FunctionModel} to explain a function of your own, {@code HuggingFaceLoader} for how a checkpoint becomes a model, {@code BertEncoder} for the network itself,
 * {@code TorchEngine} for how the native library starts, {@code TorchRuntime} for the rules that keep the JVM alive.
 */
@NullMarked
package io.github.junitattrib.model.torch;

import org.jspecify.annotations.NullMarked;
