/**
 * Encoders with a classification head, computed from a checkpoint's weights by NDArray operations; internal.
 *
 * <p>Open {@code Family} for what can be read, {@code TransformerNetwork} for the network.
 */
@NullMarked
package io.github.junitattrib.model.torch.transformer;

import org.jspecify.annotations.NullMarked;
