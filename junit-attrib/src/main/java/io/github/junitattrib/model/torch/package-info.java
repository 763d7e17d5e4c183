/**
 * Everything PyTorch: the native runtime, and models computed from safetensors by NDArray operations.
 *
 * <p>Open {@code HuggingFaceLoader} for how a checkpoint becomes a model, {@code Family} for what can be read, {@code
 * TransformerNetwork} for the network itself, {@code TorchEngine} for how the native library starts, {@code
 * TorchRuntime} for the rules that keep the JVM alive.
 */
@NullMarked
package io.github.junitattrib.model.torch;

import org.jspecify.annotations.NullMarked;
