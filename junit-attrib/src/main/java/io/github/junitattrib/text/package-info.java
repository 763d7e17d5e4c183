/**
 * Texts as the model and as the user see them: tokens, words and ways to name a word.
 *
 * <p>Open {@link io.github.junitattrib.text.WordSelector} to name words, {@link
 * io.github.junitattrib.text.TokenizedText} for what the model gets.
 */
@NullMarked
package io.github.junitattrib.text;

import org.jspecify.annotations.NullMarked;
