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

    /**
     * Whether the path starts from rows of zeros, which makes the choice among such baselines none.
     *
     * @return true if the row of every token that is not special is zero in x'
     */
    public boolean startsAtZero() {
        for (int t = 0; t < text.size(); t++) {
            if (!text.tokens().get(t).special()) {
                for (int i = t * width(); i < (t + 1) * width(); i++) {
                    if (baseline[i] != 0) {
                        return false;
                    }
                }
            }
        }
        return true;
    }
}
