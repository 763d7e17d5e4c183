/**
 * Texts to ask a model about: corpora of files, templates with slots, and changes of a text that tell where its words have
 * gone.
 *
 * <p>Open {@link io.github.junitattrib.corpus.Corpus} for the texts of a file, {@link
 * io.github.junitattrib.corpus.TextChanges} for the changes that there are, {@link
 * io.github.junitattrib.corpus.TextChange} to write another, {@link io.github.junitattrib.corpus.TextTemplate} for many
 * texts of one shape.
 */
@NullMarked
package io.github.junitattrib.corpus;

import org.jspecify.annotations.NullMarked;
