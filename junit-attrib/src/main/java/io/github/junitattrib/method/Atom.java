package io.github.junitattrib.method;

import io.github.junitattrib.Span;
import java.util.List;
import java.util.OptionalInt;

/**
 * The smallest part of a text that can be taken away: a word, or a piece of one.
 *
 * @param text as it is shown
 * @param span its place
 * @param word index of the word it belongs to; empty outside of words
 * @param tokens positions of its tokens in the model's input; empty if the model does not show them
 */
record Atom(String text, Span span, OptionalInt word, List<Integer> tokens) {}
