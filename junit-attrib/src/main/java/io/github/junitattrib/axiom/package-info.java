/**
 * The axioms of attribution, computed and not asserted: what a method's scores must satisfy on one model and text, or on
 * two models that compute the same function.
 *
 * <p>Open {@link io.github.junitattrib.axiom.Sensitivity} for a text, {@link
 * io.github.junitattrib.axiom.ImplementationInvariance} for variants of a model, {@link
 * io.github.junitattrib.axiom.Linearity} for functions.
 */
@NullMarked
package io.github.junitattrib.axiom;

import org.jspecify.annotations.NullMarked;
