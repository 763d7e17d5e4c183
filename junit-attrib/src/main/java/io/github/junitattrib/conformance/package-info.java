/**
 * Holds attribution methods to the axioms that they claim, on models whose attributions are known exactly.
 *
 * <p>Open {@link io.github.junitattrib.conformance.ConformanceKit} to test a method of your own, {@link
 * io.github.junitattrib.conformance.ClosedForm} for a formula as a model, {@link
 * io.github.junitattrib.conformance.ClosedForms} for the classic ones, {@link
 * io.github.junitattrib.conformance.ClosedNetwork} for one with layers.
 */
@NullMarked
package io.github.junitattrib.conformance;

import org.jspecify.annotations.NullMarked;
