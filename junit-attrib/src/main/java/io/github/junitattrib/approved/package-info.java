/**
 * Approved attributions: what a release was accepted with, kept in the source tree, and how far another may drift from it.
 *
 * <p>Open {@link io.github.junitattrib.approved.ApprovedAttributions} next; {@link io.github.junitattrib.approved.Drift} is
 * the comparison.
 */
@NullMarked
package io.github.junitattrib.approved;

import org.jspecify.annotations.NullMarked;
