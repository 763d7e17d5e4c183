/**
 * The page to open first: annotations and static entry points of explanation tests.
 *
 * <p>{@link io.github.junitattrib.junit.AttributionTest} on the class, {@link
 * io.github.junitattrib.junit.Attributions#ig(String)} in the test.
 */
@NullMarked
package io.github.junitattrib.junit;

import org.jspecify.annotations.NullMarked;
