package io.github.junitattrib.assertj.error;

import io.github.junitattrib.Attribution;
import org.assertj.core.error.ErrorMessageFactory;

/** Makes the messages of an expected probability or score of a class. */
public final class ShouldHaveOutput extends Sentence {

    private ShouldHaveOutput(String sentence, Evidence evidence) {
        super(sentence, evidence);
    }

    /**
     * Says that the probability is another one.
     *
     * @param attribution what was judged
     * @param label the class
     * @param bound what its probability should be
     * @param probability what it is
     * @return the message
     */
    public static ErrorMessageFactory shouldHaveProbability(
            Attribution attribution, String label, Bound bound, double probability) {
        return failure(
                attribution,
                "probability of " + label,
                bound,
                Numbers.ofShares().plain(probability));
    }

    /**
     * Says that the score is another one.
     *
     * @param attribution what was judged
     * @param label the class
     * @param bound what its score should be
     * @param score what it is
     * @return the message
     */
    public static ErrorMessageFactory shouldHaveScore(
            Attribution attribution, String label, Bound bound, double score) {
        return failure(
                attribution, "score of " + label, bound, Numbers.ofShares().signed(score));
    }

    /**
     * Says that the number is at the bound.
     *
     * @param attribution what was judged
     * @param number which number, such as {@code probability of POSITIVE}
     * @param bound what it should be
     * @return the message
     */
    public static ErrorMessageFactory unclearOutput(Attribution attribution, String number, Bound bound) {
        return CannotTell.because(
                "the " + number + " is " + bound,
                "it is just that as far as rounding can tell",
                "Leave some room between the number and its bound.",
                PredictionFacts.evidence(attribution));
    }

    private static ErrorMessageFactory failure(Attribution attribution, String number, Bound bound, String actual) {
        return new ShouldHaveOutput(
                "Expected the " + number + " to be " + bound + ", but it is " + actual + ".",
                PredictionFacts.evidence(attribution));
    }
}
