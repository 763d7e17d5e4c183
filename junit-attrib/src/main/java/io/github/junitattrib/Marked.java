package io.github.junitattrib;

/**
 * A stretch of the text that a check named, with what it expected of it.
 *
 * @param span its place in the text
 * @param note what was expected, such as {@code expected below "great"}
 */
public record Marked(Span span, String note) {}
