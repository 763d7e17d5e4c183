package io.github.junitattrib.text;

import io.github.junitattrib.Span;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A token of a model's input.
 *
 * @param id its number in the vocabulary
 * @param text the piece as the tokenizer prints it
 * @param span its place in the text; empty for tokens that the tokenizer added
 * @param word index of the user's word that it belongs to; empty outside of words
 * @param special whether the tokenizer added it
 */
public record Token(long id, String text, Optional<Span> span, OptionalInt word, boolean special) {}
