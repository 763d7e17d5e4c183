/**
 * Attribution methods, one class each, and the request that names what is to be computed.
 *
 * <p>Open {@link io.github.junitattrib.method.AttributionRequest} for what tests hold, {@link
 * io.github.junitattrib.method.IntegratedGradients} for the first method that follows gradients, {@link
 * io.github.junitattrib.method.Occlusion} for the first that takes words away.
 */
@NullMarked
package io.github.junitattrib.method;

import org.jspecify.annotations.NullMarked;
