/**
 * Deals the weights of a network anew while it is loaded, in plain Java and before they reach the native library;
 * internal. Start with {@link io.github.junitattrib.model.torch.mutant.WeightChange}.
 */
@NullMarked
package io.github.junitattrib.model.torch.mutant;

import org.jspecify.annotations.NullMarked;
