package io.github.junitattrib.assertj;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Difference;
import io.github.junitattrib.RankedBy;
import io.github.junitattrib.Span;
import io.github.junitattrib.WordScore;
import io.github.junitattrib.text.WordSelection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The ranking as it is and as a test wants it, for the comparison view of an IDE; there is none where a phrase or a part of
 * a word is named, which has no place among the words.
 */
final class Orders {

    private Orders() {}

    /** Moves one word directly above another. */
    static Optional<Difference> lifting(Attribution attribution, WordSelection word, WordSelection above, RankedBy by) {
        List<WordScore> ranking = attribution.ranking(by);
        int from = place(ranking, word.span());
        int to = place(ranking, above.span());
        if (from < 0 || to < 0) {
            return Optional.empty();
        }
        List<WordScore> wanted = new ArrayList<>(ranking);
        wanted.add(to, wanted.remove(from));
        return difference(wanted, ranking);
    }

    /** Moves one word to the end. */
    static Optional<Difference> sinking(Attribution attribution, WordSelection word, RankedBy by) {
        List<WordScore> ranking = attribution.ranking(by);
        int from = place(ranking, word.span());
        if (from < 0) {
            return Optional.empty();
        }
        List<WordScore> wanted = new ArrayList<>(ranking);
        wanted.add(wanted.remove(from));
        return difference(wanted, ranking);
    }

    /** Moves several words to the beginning, in their order. */
    static Optional<Difference> leading(Attribution attribution, List<WordSelection> words, RankedBy by) {
        List<WordScore> ranking = attribution.ranking(by);
        List<WordScore> wanted = new ArrayList<>();
        for (WordSelection word : words) {
            int from = place(ranking, word.span());
            if (from < 0) {
                return Optional.empty();
            }
            wanted.add(ranking.get(from));
        }
        ranking.stream().filter(word -> !wanted.contains(word)).forEach(wanted::add);
        return difference(wanted, ranking);
    }

    static Outcome comparing(Outcome outcome, Optional<Difference> orders) {
        return orders.map(found -> outcome.comparing(found.expected(), found.actual()))
                .orElse(outcome);
    }

    private static int place(List<WordScore> ranking, Span span) {
        for (int i = 0; i < ranking.size(); i++) {
            if (ranking.get(i).span().equals(span)) {
                return i;
            }
        }
        return -1;
    }

    private static Optional<Difference> difference(List<WordScore> wanted, List<WordScore> ranking) {
        return Optional.of(new Difference(lines(wanted), lines(ranking)));
    }

    private static String lines(List<WordScore> ranking) {
        return ranking.stream().map(WordScore::text).collect(Collectors.joining("\n"));
    }
}
