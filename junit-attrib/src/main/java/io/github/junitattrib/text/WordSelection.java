package io.github.junitattrib.text;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Span;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.WordScore;
import java.util.List;

/**
 * What a {@link WordSelector} found in an attribution: one place of the text with the sum of its tokens.
 *
 * @param text the stretch as the user wrote it
 * @param span its place in the text
 * @param score sum of its tokens' scores
 * @param uncertainty sum of its tokens' uncertainties
 */
public record WordSelection(String text, Span span, double score, double uncertainty) {

    /**
     * Takes a word as it is.
     *
     * @param word a word of an attribution
     * @return its place and score
     */
    public static WordSelection of(WordScore word) {
        return new WordSelection(word.text(), word.span(), word.score(), word.uncertainty());
    }

    static WordSelection of(Attribution attribution, Span span) {
        List<TokenScore> tokens = attribution.tokens().stream()
                .filter(token -> token.span().filter(span::overlaps).isPresent())
                .toList();
        double score = tokens.stream().mapToDouble(TokenScore::score).sum();
        double uncertainty =
                tokens.stream().mapToDouble(TokenScore::uncertainty).sum();
        return new WordSelection(span.of(attribution.text()), span, score, uncertainty);
    }
}
