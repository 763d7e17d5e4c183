package io.github.junitattrib.report;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Several attributions side by side.
 *
 * @param columns the texts, coloured
 * @param severalTexts whether they are not all of one text
 * @param legends the colours of each scale
 * @param tables the scores of words; the first column of each is the reference
 * @param leftOut says how many words are not in the tables; empty text if all are
 */
record ComparisonView(
        List<Column> columns, boolean severalTexts, List<Legend> legends, List<Table> tables, String leftOut) {

    /**
     * A text.
     *
     * @param number of the attribution, from 1
     * @param title what tells it from the others
     * @param predicted what the model says of it
     * @param text the text
     */
    record Column(int number, String title, String predicted, List<Heatmap.Fragment> text) {}

    /**
     * A scale.
     *
     * @param of whose scores it is for
     * @param steps its colours
     */
    record Legend(String of, List<HeatScale.Step> steps) {}

    /**
     * A table of words by attributions.
     *
     * @param columns whose scores, the reference first
     * @param rows the words
     */
    record Table(List<Column> columns, List<Row> rows) {

        /** Such as {@code 1, 4, 5}. */
        String numbers() {
            return columns.stream()
                    .map(column -> String.valueOf(column.number()))
                    .collect(Collectors.joining(", "));
        }
    }

    /**
     * A word.
     *
     * @param word as the reference has it
     * @param cells its scores
     */
    record Row(String word, List<Cell> cells) {}

    /**
     * A score of a word.
     *
     * @param css class of its colour; empty text where the word is missing
     * @param score signed; a dash where the word is missing
     * @param uncertainty half width of its error bar
     * @param rank place by signed score
     * @param move how many places it gained over the reference; negative for lost ones
     * @param differs whether it differs from the reference by more than both error bars
     * @param word the word here if it is another; empty text if it is the same
     */
    record Cell(String css, String score, String uncertainty, String rank, int move, boolean differs, String word) {

        static final Cell MISSING = new Cell("", "\u2013", "", "", 0, false, "");

        boolean isMissing() {
            return css.isEmpty();
        }

        String sign() {
            return (move > 0 ? "\u25B2" : "\u25BC") + Math.abs(move);
        }

        String spoken() {
            return (move > 0 ? "up " : "down ") + Math.abs(move);
        }
    }
}
