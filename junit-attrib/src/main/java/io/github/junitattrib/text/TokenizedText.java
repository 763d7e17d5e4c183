package io.github.junitattrib.text;

import java.util.List;

/**
 * A text with the tokens that the model gets for it: T of them, special tokens included.
 *
 * @param text the text exactly as the user gave it
 * @param tokens the tokens in the order of the model's input [T]
 */
public record TokenizedText(String text, List<Token> tokens) {

    /**
     * Copies the tokens.
     *
     * @param text the text exactly as the user gave it
     * @param tokens the tokens in the order of the model's input [T]
     */
    public TokenizedText {
        tokens = List.copyOf(tokens);
    }

    /**
     * Returns the number of tokens T.
     *
     * @return special tokens included
     */
    public int size() {
        return tokens.size();
    }

    /**
     * Returns the ids of the tokens.
     *
     * @return a new array [T]
     */
    public long[] ids() {
        return tokens.stream().mapToLong(Token::id).toArray();
    }
}
