package io.github.junitattrib.model;

/**
 * The attention maps of a text, with the gradient by each of their numbers.
 *
 * <p>A number of a map counts as free here: rows need not sum to 1, and what follows from it in later layers is part of
 * its gradient.
 *
 * @param scores of all classes [C]
 * @param maps by layer, head, reading token and token that is read [L][H][T][T]
 * @param gradients ∂t/∂A of the same shape; zero where nothing reads the result
 */
@SuppressWarnings("ArrayRecordComponent") // a passing result of one call, never compared
public record AttentionGradients(double[] scores, double[][][][] maps, double[][][][] gradients) {}
