package io.github.junitattrib;

import java.util.List;

/**
 * Scores by row and column, as reports draw them: word × word, word × layer.
 *
 * @param title what the numbers are, such as {@code Attention of layer 2, mean over heads}
 * @param rowsAre what a row is, such as {@code from}
 * @param columnsAre what a column is, such as {@code to}
 * @param rows names of the rows [M]
 * @param columns names of the columns [N]
 * @param scores the numbers [M][N]
 */
public record ScoreMatrix(
        String title,
        String rowsAre,
        String columnsAre,
        List<String> rows,
        List<String> columns,
        List<List<Double>> scores) {

    /**
     * Copies the numbers and checks their shape.
     *
     * @param title what the numbers are, such as {@code Attention of layer 2, mean over heads}
     * @param rowsAre what a row is, such as {@code from}
     * @param columnsAre what a column is, such as {@code to}
     * @param rows names of the rows [M]
     * @param columns names of the columns [N]
     * @param scores the numbers [M][N]
     * @throws IllegalArgumentException if there is not one number for each row and column
     */
    public ScoreMatrix {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        scores = scores.stream().map(List::copyOf).toList();
        int width = columns.size();
        if (scores.size() != rows.size() || scores.stream().anyMatch(row -> row.size() != width)) {
            throw new IllegalArgumentException("The matrix \"" + title + "\" has " + rows.size() + " names of rows and "
                    + width + " of columns, and needs one list of " + width + " numbers for each row.");
        }
    }
}
