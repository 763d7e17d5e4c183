package io.github.junitattrib;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What one token (a word piece as the model sees it) adds to the score that is explained.
 *
 * @param text the piece as the tokenizer prints it, such as {@code ##ing} or {@code [CLS]}
 * @param span its place in the text; empty for tokens that the tokenizer added
 * @param word index of the {@linkplain Attribution#words() word} it belongs to; empty for tokens outside of words
 * @param special whether the tokenizer added it ({@code [CLS]}, {@code [SEP]})
 * @param score signed share of the score, in the unit of the model's scores: positive supports the target
 * @param uncertainty half width of the numerical error bar of the score, same unit, not negative
 */
public record TokenScore(
        String text, Optional<Span> span, OptionalInt word, boolean special, double score, double uncertainty) {

    /**
     * Checks the uncertainty.
     *
     * @param text the piece as the tokenizer prints it, such as {@code ##ing} or {@code [CLS]}
     * @param span its place in the text; empty for tokens that the tokenizer added
     * @param word index of the {@linkplain Attribution#words() word} it belongs to; empty for tokens outside of words
     * @param special whether the tokenizer added it ({@code [CLS]}, {@code [SEP]})
     * @param score signed share of the score, in logits unless a probability was asked for: positive supports the target
     * @param uncertainty half width of the numerical error bar of the score, same unit, not negative
     * @throws IllegalArgumentException if the uncertainty is negative
     */
    public TokenScore {
        if (uncertainty < 0) {
            throw new IllegalArgumentException(
                    "The uncertainty of token \"" + text + "\" must not be negative, but is " + uncertainty + ".");
        }
    }

    /** Returns the same with an error bar that is so many times as wide. */
    TokenScore widened(double times) {
        return new TokenScore(text, span, word, special, score, times * uncertainty);
    }
}
