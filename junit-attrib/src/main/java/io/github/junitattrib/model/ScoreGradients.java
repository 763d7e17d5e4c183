package io.github.junitattrib.model;

/**
 * Scores at several points, with the gradient of one class.
 *
 * @param scores the scores of all classes [B][C]
 * @param gradients the gradient of the chosen class [B][n]
 */
@SuppressWarnings("ArrayRecordComponent") // a passing result of one call, never compared
public record ScoreGradients(double[][] scores, double[][] gradients) {}
