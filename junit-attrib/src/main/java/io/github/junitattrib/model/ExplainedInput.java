package io.github.junitattrib.model;

import io.github.junitattrib.text.TokenizedText;

/**
 * The two ends of the path of one text, in word embeddings.
 *
 * <p>The arrays are not copied: whoever gets them only reads them.
 *
 * @param text the tokens [T]
 * @param input x, row by row [T·D]
 * @param baseline x', row by row [T·D]; equal to x at special tokens
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy per access would cost more than the safety is worth
public record ExplainedInput(TokenizedText text, double[] input, double[] baseline) {

    /**
     * Checks the sizes.
     *
     * @param text the tokens [T]
     * @param input x, row by row [T·D]
     * @param baseline x', row by row [T·D]; equal to x at special tokens
     * @throws IllegalArgumentException if x and x' differ in length or do not fit the number of tokens
     */
    public ExplainedInput {
        if (input.length != baseline.length || input.length % text.size() != 0) {
            throw new IllegalArgumentException("Input and baseline need the same T·D numbers, but have " + input.length
                    + " and " + baseline.length + " for T = " + text.size() + ".");
        }
    }

    /**
     * Returns the width D of an embedding row.
     *
     * @return numbers per token
     */
    public int width() {
        return input.length / text.size();
    }
}
