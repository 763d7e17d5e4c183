package io.github.junitattrib.model.torch.mutant;

/**
 * How the matrix of word embeddings lies in memory.
 *
 * @param rows V
 * @param columns D
 * @param rowStride distance of neighbours in a column
 * @param columnStride distance of neighbours in a row
 */
public record WordRows(int rows, int columns, int rowStride, int columnStride) {

    /** Row after row, as matrices usually lie. */
    public static WordRows dense(int rows, int columns) {
        return new WordRows(rows, columns, columns, 1);
    }

    int index(int row, int column) {
        return row * rowStride + column * columnStride;
    }
}
