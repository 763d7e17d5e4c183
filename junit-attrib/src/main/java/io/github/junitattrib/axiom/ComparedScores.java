package io.github.junitattrib.axiom;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Span;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.WordScore;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Compares the scores of two attributions, token by token or, where these differ, word by word. */
final class ComparedScores {

    private ComparedScores() {}

    /**
     * Compares two attributions of one text.
     *
     * @param slack how far the score of a token may be apart beside the error bars of both
     */
    static ScoreAgreement of(Attribution first, Attribution second, double slack) {
        List<Attribution> both = List.of(first, second);
        double scale = Math.max(first.maxMagnitude(), second.maxMagnitude());
        if (read(first, TokenScore::text).equals(read(second, TokenScore::text))
                && read(first, TokenScore::span).equals(read(second, TokenScore::span))) {
            return new ScoreAgreement(ofTokens(first, second, slack, scale), both);
        }
        List<Span> words = first.words().stream().map(WordScore::span).toList();
        if (words.isEmpty()
                || !words.equals(second.words().stream().map(WordScore::span).toList())) {
            return ScoreAgreement.impossible(
                    "the scores belong to other words: " + texts(first) + " and " + texts(second), both);
        }
        return new ScoreAgreement(ofWords(first, second, slack, scale), both);
    }

    private static <T> List<T> read(Attribution attribution, Function<TokenScore, T> part) {
        return attribution.tokens().stream().map(part).toList();
    }

    private static List<String> texts(Attribution attribution) {
        return attribution.words().stream().map(WordScore::text).toList();
    }

    private static List<Comparison> ofTokens(Attribution first, Attribution second, double slack, double scale) {
        List<Comparison> comparisons = new ArrayList<>();
        for (int t = 0; t < first.tokens().size(); t++) {
            TokenScore one = first.tokens().get(t);
            TokenScore other = second.tokens().get(t);
            comparisons.add(Comparison.equal(
                            "the score of token \"" + one.text() + "\"",
                            one.score(),
                            other.score(),
                            one.uncertainty() + other.uncertainty(),
                            scale)
                    .at(one.span().stream().toList())
                    .allowing(slack));
        }
        return comparisons;
    }

    private static List<Comparison> ofWords(Attribution first, Attribution second, double slack, double scale) {
        List<Comparison> comparisons = new ArrayList<>();
        for (int w = 0; w < first.words().size(); w++) {
            WordScore one = first.words().get(w);
            WordScore other = second.words().get(w);
            int pieces = Math.max(one.pieces().size(), other.pieces().size());
            comparisons.add(Comparison.equal(
                            "the score of \"" + one.text() + "\"",
                            one.score(),
                            other.score(),
                            one.uncertainty() + other.uncertainty(),
                            scale)
                    .at(List.of(one.span()))
                    .allowing(pieces * slack));
        }
        return comparisons;
    }
}
