/**
 * What a text classifier must offer to be explained, and how one is found and loaded.
 *
 * <p>Open {@link io.github.junitattrib.model.TextClassifier} next.
 */
@NullMarked
package io.github.junitattrib.model;

import org.jspecify.annotations.NullMarked;
