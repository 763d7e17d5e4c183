package io.github.junitattrib.gate;

/**
 * How much of the reasons toward a class a word makes up, on the average of the texts that have it. The share of a word in a
 * text is its score over the sum of the magnitudes of all words there, from −1 to 1.
 *
 * @param word in lower case
 * @param target the explained class
 * @param texts how many texts explained toward the class have the word
 * @param released its mean share in the released model
 * @param candidate its mean share in the candidate
 * @param uncertainty how far the difference of both may be off
 */
public record WordShare(String word, String target, long texts, double released, double candidate, double uncertainty) {

    /**
     * Returns how much the share rose.
     *
     * @return candidate − released, from −2 to 2
     */
    public double gain() {
        return candidate - released;
    }
}
