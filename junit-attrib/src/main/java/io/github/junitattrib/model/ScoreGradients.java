package io.github.junitattrib.model;

/**
 * Scores at several points, with the gradient of a number made of them.
 *
 * @param scores the scores of all classes [B][C]
 * @param gradients the gradient of the target [B][n]
 */
@SuppressWarnings("ArrayRecordComponent") // a passing result of one call, never compared
public record ScoreGradients(double[][] scores, double[][] gradients) {}
