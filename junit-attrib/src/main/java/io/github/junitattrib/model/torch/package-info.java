/**
 * Everything PyTorch: the native runtime, models computed from safetensors by NDArray operations,
 * TorchScript archives, and tokenizers.
 *
 * <p>Open {@code HuggingFaceLoader} for how a checkpoint becomes a model, {@code Family} for what can be read, {@code
 * TransformerNetwork} for the network itself, {@code TorchScriptLoader} for archives, {@code TokenizerFiles} for
 * tokenizers, {@link io.github.junitattrib.model.torch.FunctionModel} to explain a function of your own, {@code
 * TorchEngine} for how the native library starts, {@code TorchRuntime} for the rules that keep the JVM alive.
 */
@NullMarked
package io.github.junitattrib.model.torch;

import org.jspecify.annotations.NullMarked;
