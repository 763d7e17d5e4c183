/**
 * The texts of failures, one factory per expectation.
 *
 * <p>Open {@link io.github.junitattrib.assertj.error.ShouldRankAbove} as the example: a first line that is complete in
 * itself, then the evidence.
 */
@NullMarked
package io.github.junitattrib.assertj.error;

import org.jspecify.annotations.NullMarked;
