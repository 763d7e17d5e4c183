/**
 * The values that everyone touches: what an attribution is, of which text, toward which class, and how sure it is.
 *
 * <p>Open {@link io.github.junitattrib.Attribution} next; tests begin in {@code io.github.junitattrib.junit}.
 */
@NullMarked
package io.github.junitattrib;

import org.jspecify.annotations.NullMarked;
