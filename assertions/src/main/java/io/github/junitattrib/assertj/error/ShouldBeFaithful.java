package io.github.junitattrib.assertj.error;

import io.github.junitattrib.Attribution;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.error.ErrorMessageFactory;

/** Makes the messages of what the model says without the top words, or with nothing else. */
public final class ShouldBeFaithful extends Sentence {

    private ShouldBeFaithful(String sentence, Evidence evidence) {
        super(sentence, evidence);
    }

    /**
     * Says that the model does without the top words.
     *
     * @param attribution what was judged
     * @param drop comprehensiveness and its bound
     * @return the message
     */
    public static ErrorMessageFactory shouldBeComprehensive(Attribution attribution, Measured drop) {
        return failure(attribution, drop, "without the top words");
    }

    /**
     * Says that the top words alone are not enough.
     *
     * @param attribution what was judged
     * @param drop sufficiency and its bound
     * @return the message
     */
    public static ErrorMessageFactory shouldBeSufficient(Attribution attribution, Measured drop) {
        return failure(attribution, drop, "with the top words alone");
    }

    /**
     * Says that the error bar leaves the answer open.
     *
     * @param attribution what was judged
     * @param drop the metric and its bound
     * @return the message
     */
    public static ErrorMessageFactory unclearFaithfulness(Attribution attribution, Measured drop) {
        return drop.unclear(
                "the " + named(drop) + " toward " + attribution.label() + " is " + drop.bound(),
                Remedies.bars(attribution),
                evidence(attribution, drop));
    }

    /**
     * Says that the prediction alone keeps the bound, whatever the words are.
     *
     * @param attribution what was judged
     * @param drop the metric and its bound
     * @return the message
     */
    public static ErrorMessageFactory faithfulnessDecidedByPrediction(Attribution attribution, Measured drop) {
        double probability = attribution
                .prediction()
                .probabilities()
                .get(attribution.target().index());
        return CannotTell.because(
                "the " + named(drop) + " toward " + attribution.label() + " is " + drop.bound(),
                measured(drop) + " of the text is " + Numbers.ofShares().plain(probability)
                        + ", so that any words keep this bound",
                "Explain toward the class that the model predicts, or give a bound that words can miss.",
                evidence(attribution, drop));
    }

    private static ErrorMessageFactory failure(Attribution attribution, Measured drop, String words) {
        return new ShouldBeFaithful(
                "Expected " + measured(drop) + " to fall by " + drop.bound() + " " + words + " (" + named(drop)
                        + "), but " + change(drop) + ".",
                evidence(attribution, drop));
    }

    /** With what the number is a mean of, or of what it is. */
    private static String named(Measured drop) {
        List<String> bins = List.copyOf(drop.result().parts().keySet());
        return drop.name()
                + switch (bins.size()) {
                    case 0 -> "";
                    case 1 -> " of the top " + bins.get(0);
                    default -> ", the mean over the top " + Phrases.joined(bins, " and ");
                };
    }

    private static String change(Measured drop) {
        double fall = drop.result().value();
        return "it " + (fall < 0 ? "rises" : "falls") + " by "
                + Numbers.ofShares().plain(Math.abs(fall));
    }

    private static String measured(Measured drop) {
        return drop.result().parameters().getOrDefault("measured", "the score");
    }

    private static Evidence evidence(Attribution attribution, Measured drop) {
        String bins = drop.result().parts().entrySet().stream()
                .map(bin -> bin.getKey() + " of the words " + Numbers.ofShares().signed(-bin.getValue()))
                .collect(Collectors.joining(", "));
        return new Evidence(attribution).fact("metric", drop.withBar()).fact("change", bins);
    }
}
