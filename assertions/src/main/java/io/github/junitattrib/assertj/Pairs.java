package io.github.junitattrib.assertj;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.RankedBy;
import io.github.junitattrib.Span;
import io.github.junitattrib.Verdict;
import io.github.junitattrib.assertj.error.Margin;
import io.github.junitattrib.text.WordSelection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Decides checks that are true if one word ranks above another in each of several pairs. */
final class Pairs {

    private Pairs() {}

    /**
     * Fails by the first pair that is certainly the other way round, and passes if all are certain.
     *
     * @param pairs at least one; those that tell most come first
     * @param marked what a pass has named
     */
    static Outcome judge(
            Attribution attribution,
            List<Margin> pairs,
            List<Span> marked,
            Function<Margin, Outcome> failure,
            Function<Margin, Outcome> unclear) {
        if (!attribution.convergence().converged()) {
            return unclear.apply(pairs.get(0));
        }
        return first(pairs, Verdict.FAIL)
                .map(failure)
                .or(() -> first(pairs, Verdict.INCONCLUSIVE).map(unclear))
                .orElseGet(() -> Outcome.pass(marked));
    }

    private static Optional<Margin> first(List<Margin> pairs, Verdict verdict) {
        return pairs.stream().filter(pair -> pair.verdict() == verdict).findFirst();
    }

    /** All words that share nothing with the given ones, in the order of the ranking. */
    static List<WordSelection> others(Attribution attribution, List<WordSelection> words, RankedBy by) {
        List<WordSelection> others = attribution.ranking(by).stream()
                .map(WordSelection::of)
                .filter(other -> words.stream().noneMatch(word -> word.span().overlaps(other.span())))
                .toList();
        if (others.isEmpty()) {
            throw new IllegalArgumentException("The text \"" + attribution.text() + "\" has no word beside "
                    + names(words) + ", so its ranking is the same for every model. Check a longer text.");
        }
        return others;
    }

    /** Refuses words that have a part of the text in common, since one cannot rank above the other. */
    static void requireDistinct(Attribution attribution, List<WordSelection> words) {
        for (int i = 0; i < words.size(); i++) {
            for (WordSelection other : words.subList(0, i)) {
                if (words.get(i).span().overlaps(other.span())) {
                    throw new IllegalArgumentException("The words " + names(List.of(other, words.get(i)))
                            + " share a part of the text \"" + attribution.text()
                            + "\", so they cannot rank beside each other. Name different words.");
                }
            }
        }
    }

    static List<Span> spans(Margin margin) {
        return List.of(margin.first().span(), margin.second().span());
    }

    /** The spans of all words, then those of a pair that are not among them. */
    static List<Span> spans(List<WordSelection> words, Margin margin) {
        return Stream.concat(words.stream().map(WordSelection::span), spans(margin).stream())
                .distinct()
                .toList();
    }

    private static String names(List<WordSelection> words) {
        return String.join(
                " and ", words.stream().map(word -> "\"" + word.text() + "\"").toList());
    }
}
