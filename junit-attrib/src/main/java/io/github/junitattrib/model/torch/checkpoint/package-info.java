/**
 * Reads the files of a model directory, config.json and safetensors, in plain Java; internal.
 *
 * <p>Open {@code WeightFiles} for weights, {@code ConfigFile} for settings.
 */
@NullMarked
package io.github.junitattrib.model.torch.checkpoint;

import org.jspecify.annotations.NullMarked;
