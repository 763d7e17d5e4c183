/**
 * AssertJ assertions on why a classifier decides as it does.
 *
 * <p>Open {@link io.github.junitattrib.assertj.AttributionAssertions} to write tests, {@link
 * io.github.junitattrib.assertj.AbstractAttributionAssert} to add an assertion: a judgment (a record that maps an
 * attribution to an {@link io.github.junitattrib.assertj.Outcome}), a message in {@code error}, one public method. The same
 * assertions have other entry points: {@link io.github.junitattrib.assertj.AttributionSoftAssertions}, {@link
 * io.github.junitattrib.assertj.BDDAttributionAssertions}, {@link io.github.junitattrib.assertj.AttributionAssumptions}.
 */
@NullMarked
package io.github.junitattrib.assertj;

import org.jspecify.annotations.NullMarked;
