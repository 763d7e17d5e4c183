package io.github.junitattrib;

/**
 * What a check expected and what it found, as two texts of equally many lines, such as the words of two rankings.
 *
 * @param expected what should have been, one word a line
 * @param actual what is
 */
public record Difference(String expected, String actual) {}
