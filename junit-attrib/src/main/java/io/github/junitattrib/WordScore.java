package io.github.junitattrib;

import java.util.List;

/**
 * A word of the user's text with the sum of its pieces' scores, so that completeness survives the grouping.
 *
 * @param index place among the words of the text, from 0
 * @param text the word as the user wrote it
 * @param span its place in the text
 * @param pieces the tokens it was cut into, in order
 * @param score sum of the pieces' scores
 * @param uncertainty sum of the pieces' uncertainties: their errors may share a sign
 */
public record WordScore(int index, String text, Span span, List<TokenScore> pieces, double score, double uncertainty) {

    /**
     * Copies the pieces.
     *
     * @param index place among the words of the text, from 0
     * @param text the word as the user wrote it
     * @param span its place in the text
     * @param pieces the tokens it was cut into, in order
     * @param score sum of the pieces' scores
     * @param uncertainty sum of the pieces' uncertainties: their errors may share a sign
     */
    public WordScore {
        pieces = List.copyOf(pieces);
    }
}
