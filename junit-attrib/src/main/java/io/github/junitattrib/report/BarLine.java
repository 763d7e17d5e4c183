package io.github.junitattrib.report;

/** A line of the text table. */
sealed interface BarLine {

    /**
     * A word, or a group of tokens outside of words.
     *
     * @param rank place by signed score; a dash for what is not ranked
     * @param token the word, visible
     * @param pieces the word with its pieces; the same as token where there is one piece
     * @param score signed score
     * @param uncertainty half width of its error bar
     * @param note what a check expected of it; empty text if none named it
     */
    record Row(String rank, String token, String pieces, double score, double uncertainty, String note)
            implements BarLine {}

    /**
     * Words that are not shown.
     *
     * @param words how many
     */
    record Gap(int words) implements BarLine {}
}
