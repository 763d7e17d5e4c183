/**
 * Models on PyTorch: Hugging Face checkpoints, TorchScript archives, and functions of your own.
 *
 * <p>Open {@code HuggingFaceLoader} for how a checkpoint becomes a model, {@code TorchScriptLoader} for archives, {@code
 * TorchClassifier} for what both give, {@link io.github.junitattrib.model.torch.FunctionModel} to explain a function of
 * your own. Below: the native library ({@code .engine}), files ({@code .checkpoint}), {@code .tokenizer}, the networks of
 * checkpoints ({@code .transformer}), archives ({@code .script}).
 */
@NullMarked
package io.github.junitattrib.model.torch;

import org.jspecify.annotations.NullMarked;
