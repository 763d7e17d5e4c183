/**
 * How users write where something is, the same for models, corpora and thresholds, and how files are replaced as a whole.
 *
 * <p>Open {@link io.github.junitattrib.location.WrittenFile} for files, {@link
 * io.github.junitattrib.location.Utf8Lines} for what is in them, {@link io.github.junitattrib.location.Placeholders} for <code>${property}</code>, {@link
 * io.github.junitattrib.location.Neighbours} for what is said of something that is not there, {@link
 * io.github.junitattrib.location.WholeFiles} to write.
 */
@NullMarked
package io.github.junitattrib.location;

import org.jspecify.annotations.NullMarked;
