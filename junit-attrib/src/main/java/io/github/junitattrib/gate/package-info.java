/**
 * Compares a release candidate with the released model over a corpus, and holds what is found against thresholds.
 *
 * <p>Open {@link io.github.junitattrib.gate.ModelComparison} for what is measured, {@link io.github.junitattrib.gate.Gate}
 * for the thresholds.
 */
@NullMarked
package io.github.junitattrib.gate;

import org.jspecify.annotations.NullMarked;
