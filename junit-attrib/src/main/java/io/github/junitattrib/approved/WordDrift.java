package io.github.junitattrib.approved;

import io.github.junitattrib.WordScore;

/**
 * A word of a text, as approved and now.
 *
 * @param approved its approved score
 * @param approvedRank rank among the approved words, from 1
 * @param now its score now
 * @param rank rank among the words now, from 1
 */
public record WordDrift(WordScore approved, int approvedRank, WordScore now, int rank) {

    /**
     * Returns how many places it rose.
     *
     * @return negative if it fell
     */
    public int rise() {
        return approvedRank - rank;
    }
}
