package io.github.junitattrib.gate;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.WordScore;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether the words that lead a text in one model are those that lead it in another. */
enum TopWord {
    /** The same word leads, or the same words as high as each other. */
    KEPT,
    /** No word that may lead in one model may lead in the other. */
    CHANGED,
    /** The error bars leave it open. */
    UNCLEAR;

    /** Words that are closer than this share of the largest score, for certain, are as high as each other. */
    static final double TIE = 1e-3;

    static TopWord of(Attribution released, Attribution candidate) {
        Set<Integer> before = mayLead(released);
        Set<Integer> now = mayLead(candidate);
        if (Collections.disjoint(before, now)) {
            return CHANGED;
        }
        return before.equals(now) && isSettled(released, before) && isSettled(candidate, now) ? KEPT : UNCLEAR;
    }

    private static Set<Integer> mayLead(Attribution attribution) {
        double least = highest(attribution.words(), -1);
        return attribution.words().stream()
                .filter(word -> word.score() + word.uncertainty() >= least)
                .map(WordScore::index)
                .collect(Collectors.toSet());
    }

    private static boolean isSettled(Attribution attribution, Set<Integer> leaders) {
        double least = highest(attribution.words(), 1) - TIE * attribution.maxMagnitude();
        return leaders.size() == 1
                || attribution.words().stream()
                        .filter(word -> leaders.contains(word.index()))
                        .allMatch(word -> word.score() - word.uncertainty() >= least);
    }

    /** The score of the highest word, at the upper ends of the error bars (1) or at the lower ones (−1). */
    static double highest(List<WordScore> words, int end) {
        return words.stream()
                .mapToDouble(word -> word.score() + end * word.uncertainty())
                .max()
                .orElseThrow();
    }
}
