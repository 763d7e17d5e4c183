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
 * @param rise how much the share rose, candidate − released, from −2 to 2, with the ends that the error bars allow
 */
public record WordShare(String word, String target, long texts, double released, double candidate, Figure rise) {

    /**
     * Returns how much the share rose.
     *
     * @return candidate − released
     */
    public double gain() {
        return rise.value();
    }
}
