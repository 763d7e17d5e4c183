/**
 * Checks as functions, so that they can be judged again: on a mutant of the model under test, or on a release candidate.
 *
 * <p>Open {@link io.github.junitattrib.check.Check} next.
 */
@NullMarked
package io.github.junitattrib.check;

import org.jspecify.annotations.NullMarked;
