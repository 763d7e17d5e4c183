package io.github.junitattrib.report;

import io.github.junitattrib.ScoreMatrix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A matrix of scores as a table of coloured cells.
 *
 * @param title what the numbers are
 * @param corner what rows and columns are
 * @param columns names of the columns
 * @param rows the rows
 * @param legend the colours
 * @param leftOut says how much of the matrix is not shown; empty text if all is
 */
record MapView(
        String title,
        String corner,
        List<String> columns,
        List<Row> rows,
        List<HeatScale.Step> legend,
        String leftOut) {

    static MapView of(ScoreMatrix matrix, PageLimits limits) {
        HeatScale scale = new HeatScale(ScoreFormat.maxMagnitude(
                matrix.scores().stream().flatMap(List::stream).mapToDouble(Double::doubleValue)));
        ScoreFormat format = ScoreFormat.upTo(scale.max());
        boolean square = matrix.rows().equals(matrix.columns());
        List<Integer> rows = strongest(
                matrix.rows().size(),
                limits.side(),
                row -> largest(matrix.scores().get(row)));
        // Of words by words, the same words stand on both sides.
        List<Integer> columns = square
                ? rows
                : strongest(
                        matrix.columns().size(),
                        limits.side(),
                        column -> largest(matrix.scores().stream()
                                .map(row -> row.get(column))
                                .toList()));
        List<Row> shown = new ArrayList<>();
        for (int row : rows) {
            List<Double> scores = matrix.scores().get(row);
            shown.add(new Row(
                    limits.line(matrix.rows().get(row)),
                    columns.stream()
                            .map(column -> new Cell(scale.css(scores.get(column)), format.brief(scores.get(column))))
                            .toList()));
        }
        return new MapView(
                limits.line(matrix.title()),
                limits.line(matrix.rowsAre() + " \u2193 " + matrix.columnsAre() + " \u2192"),
                columns.stream()
                        .map(column -> limits.line(matrix.columns().get(column)))
                        .toList(),
                List.copyOf(shown),
                scale.steps(),
                leftOut(matrix, rows.size(), columns.size()));
    }

    /** The rows or columns with the largest scores, in their order. */
    private static List<Integer> strongest(int size, int most, IntToDoubleFunction magnitude) {
        return PageLimits.first(
                IntStream.range(0, size).boxed().toList(),
                most,
                Comparator.comparingDouble(place -> -magnitude.applyAsDouble(place)));
    }

    private static double largest(List<Double> scores) {
        return scores.stream().mapToDouble(ScoreFormat::magnitude).max().orElse(0);
    }

    private static String leftOut(ScoreMatrix matrix, int rows, int columns) {
        return rows == matrix.rows().size() && columns == matrix.columns().size()
                ? ""
                : "Shown are the " + rows + " of " + matrix.rows().size() + " rows and " + columns + " of "
                        + matrix.columns().size() + " columns with the largest scores.";
    }

    /**
     * A row.
     *
     * @param name its name
     * @param cells its scores
     */
    record Row(String name, List<Cell> cells) {}

    /**
     * A score.
     *
     * @param css class of its colour
     * @param score signed
     */
    record Cell(String css, String score) {}
}
