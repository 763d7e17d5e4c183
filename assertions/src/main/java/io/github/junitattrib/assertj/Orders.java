package io.github.junitattrib.assertj;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Span;
import io.github.junitattrib.WordScore;
import io.github.junitattrib.text.WordSelection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The ranking as it is and as a test wants it, for the comparison view of an IDE. */
final class Orders {

    private Orders() {}

    /**
     * Moves one word directly above another.
     *
     * @return empty if one of the two is a phrase or a part of a word, which has no place among the words
     */
    static Optional<Outcome.Difference> lifting(Attribution attribution, WordSelection word, WordSelection above) {
        List<WordScore> ranking = attribution.ranking();
        int from = place(ranking, word.span());
        int to = place(ranking, above.span());
        if (from < 0 || to < 0) {
            return Optional.empty();
        }
        List<WordScore> wanted = new ArrayList<>(ranking);
        wanted.add(to, wanted.remove(from));
        return Optional.of(new Outcome.Difference(lines(wanted), lines(ranking)));
    }

    private static int place(List<WordScore> ranking, Span span) {
        for (int i = 0; i < ranking.size(); i++) {
            if (ranking.get(i).span().equals(span)) {
                return i;
            }
        }
        return -1;
    }

    private static String lines(List<WordScore> ranking) {
        return ranking.stream().map(WordScore::text).collect(Collectors.joining("\n"));
    }
}
