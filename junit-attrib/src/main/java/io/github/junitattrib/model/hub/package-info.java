/**
 * Models that are kept elsewhere, in the caches that their own tools share with us, and downloaded where that is
 * allowed.
 *
 * <p>Open {@link io.github.junitattrib.model.hub.HuggingFaceHub} next, or {@link io.github.junitattrib.model.hub.DjlZoo}.
 */
@NullMarked
package io.github.junitattrib.model.hub;

import org.jspecify.annotations.NullMarked;
