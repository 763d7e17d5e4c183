package io.github.junitattrib.report;

import io.github.junitattrib.WordScore;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Chooses the words of a ranking that the text table shows: those of the largest scores, whatever their sign, with the
 * extreme of each sign and what a check named.
 */
final class ShownRows {

    private static final int SHOWN = 10;

    private ShownRows() {}

    /**
     * Chooses the words.
     *
     * @param ranking words in the order of the table
     * @param marked words to show in any case
     * @return places in the ranking
     */
    static BitSet of(List<WordScore> ranking, Predicate<WordScore> marked) {
        BitSet shown = new BitSet(ranking.size());
        IntStream.range(0, ranking.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer place) ->
                        -ScoreFormat.magnitude(ranking.get(place).score())))
                .limit(SHOWN)
                .forEach(shown::set);
        extreme(ranking, 1).ifPresent(shown::set);
        extreme(ranking, -1).ifPresent(shown::set);
        IntStream.range(0, ranking.size())
                .filter(place -> marked.test(ranking.get(place)))
                .forEach(shown::set);
        showSingleGaps(shown, ranking.size());
        return shown;
    }

    /** The word with the largest score of a sign; empty if none has that sign. */
    private static OptionalInt extreme(List<WordScore> ranking, int sign) {
        return IntStream.range(0, ranking.size())
                .filter(place -> sign * ranking.get(place).score() > 0)
                .reduce((best, place) -> sign * ranking.get(place).score()
                                > sign * ranking.get(best).score()
                        ? place
                        : best);
    }

    /** To say that one word is left out takes the line that the word would. */
    private static void showSingleGaps(BitSet shown, int size) {
        for (int place = 0; place < size; place++) {
            boolean before = place == 0 || shown.get(place - 1);
            boolean behind = place == size - 1 || shown.get(place + 1);
            if (before && behind) {
                shown.set(place);
            }
        }
    }
}
