package io.github.junitattrib.assertj;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Span;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.WordScore;
import io.github.junitattrib.assertj.error.Estimate;
import io.github.junitattrib.gate.Figure;
import io.github.junitattrib.text.WordSelection;
import java.util.List;
import java.util.stream.Stream;

/** Sums, parts and the largest of the magnitudes of words, each with the ends that the error bars allow. */
final class Magnitudes {

    private Magnitudes() {}

    /** The largest magnitude of a word. */
    static Estimate largest(Attribution attribution) {
        List<Estimate> words = attribution.words().stream()
                .map(word -> magnitude(word.score(), word.uncertainty()))
                .toList();
        return new Estimate(
                words.stream().mapToDouble(Estimate::value).max().orElse(0),
                words.stream().mapToDouble(Estimate::low).max().orElse(0),
                words.stream().mapToDouble(Estimate::high).max().orElse(0));
    }

    /** One magnitude as a part of another. */
    static Estimate ratio(Estimate part, Estimate whole) {
        return new Estimate(part.value() / whole.value(), part.low() / whole.high(), part.high() / whole.low());
    }

    /**
     * The signed share of a word in the sum of all magnitudes, s / (|s| + Σ |others|); a phrase counts as one word. It rises
     * with s, and falls in magnitude with the others, so that its ends are those of its parts.
     * A score of exactly zero has no part in the sum, unless that is nothing at all.
     */
    static Estimate share(Attribution attribution, WordSelection word) {
        Figure share = figure(Estimate.of(word.score(), word.uncertainty()))
                .shareBeside(figure(others(attribution, word.span())));
        return new Estimate(share.value(), share.low(), share.high());
    }

    private static Figure figure(Estimate estimate) {
        return new Figure(estimate.value(), estimate.low(), estimate.high());
    }

    /** Refuses words that are the whole text, since their share is all of it for every model. */
    static void requireOthers(Attribution attribution, WordSelection word) {
        if (attribution.words().stream()
                .flatMap(other -> outside(other, word.span()))
                .findAny()
                .isEmpty()) {
            throw new IllegalArgumentException(
                    "The text \"" + attribution.text() + "\" has no word beside \"" + word.text()
                            + "\", so its share is the same for every model. Check a longer text, or the sign or the score of the word.");
        }
    }

    /** All other words, and what is left of those that the span holds a part of. */
    private static Estimate others(Attribution attribution, Span span) {
        List<Estimate> others = attribution.words().stream()
                .flatMap(word -> outside(word, span))
                .toList();
        return new Estimate(
                others.stream().mapToDouble(Estimate::value).sum(),
                others.stream().mapToDouble(Estimate::low).sum(),
                others.stream().mapToDouble(Estimate::high).sum());
    }

    private static Stream<Estimate> outside(WordScore word, Span span) {
        List<TokenScore> rest = word.pieces().stream()
                .filter(piece -> piece.span().filter(span::overlaps).isEmpty())
                .toList();
        return rest.isEmpty()
                ? Stream.empty()
                : Stream.of(magnitude(
                        rest.stream().mapToDouble(TokenScore::score).sum(),
                        rest.stream().mapToDouble(TokenScore::uncertainty).sum()));
    }

    private static Estimate magnitude(double score, double uncertainty) {
        return Estimate.of(score, uncertainty).magnitude();
    }
}
