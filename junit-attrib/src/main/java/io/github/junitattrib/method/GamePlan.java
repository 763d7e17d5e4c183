package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a method that perturbs a text is going to ask about it.
 *
 * @param text as a game
 * @param ahead coalitions that it will ask about whatever the answers are; computed beforehand among those of other texts,
 *     or not
 * @param attribution plays the game
 */
record GamePlan(PerturbedText text, List<BitSet> ahead, Supplier<Attribution> attribution) {

    /** How many different coalitions are known ahead. */
    int size() {
        return new HashSet<>(ahead).size();
    }
}
