/**
 * Closed forms to try attribution methods on: models whose attributions are known exactly.
 *
 * <p>Open {@link io.github.junitattrib.conformance.ClosedForm} for such a model, {@link
 * io.github.junitattrib.conformance.ClosedForms} for the classic ones.
 */
@NullMarked
package io.github.junitattrib.conformance;

import org.jspecify.annotations.NullMarked;
