package io.github.junitattrib;

/**
 * A point of the path from the baseline to the input, with the score there.
 *
 * @param alpha place on the path: 0 at the baseline, 1 at the input
 * @param score score of the explained class at this point
 */
public record PathPoint(double alpha, double score) {}
