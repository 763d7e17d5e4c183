package io.github.junitattrib.model.torch.transformer;

import ai.djl.ndarray.NDArray;

/**
 * The distances of all pairs of tokens of one text, as rows of a table.
 *
 * @param rows the part of the table that this text needs [R,X]
 * @param index row of query i and key j [T,T]
 */
record Distances(NDArray rows, NDArray index) {}
