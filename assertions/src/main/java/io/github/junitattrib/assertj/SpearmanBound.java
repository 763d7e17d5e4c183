package io.github.junitattrib.assertj;

/**
 * How alike two rankings should be: {@code spearmanAtLeast(0.9)}.
 *
 * @param least the lowest correlation that will do
 */
public record SpearmanBound(double least) {}
