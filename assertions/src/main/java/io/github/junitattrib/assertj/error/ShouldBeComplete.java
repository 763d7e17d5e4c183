package io.github.junitattrib.assertj.error;

import io.github.junitattrib.Attribution;
import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;

/** Makes the messages of completeness. */
public final class ShouldBeComplete extends BasicErrorMessageFactory {

    private ShouldBeComplete(String share, String target, String sum, String gap, String evidence) {
        super(
                "Expected the scores to sum to F(x) - F(x') = %s toward %s, but they sum to %s: %s.%s",
                unquotedString(share),
                unquotedString(target),
                unquotedString(sum),
                unquotedString(gap),
                unquotedString(evidence));
    }

    /**
     * Says that the scores do not sum to what the model gained over the baseline, within the method's own limit.
     *
     * @param attribution what was judged
     * @return the message
     */
    public static ErrorMessageFactory shouldBeComplete(Attribution attribution) {
        return shouldBeComplete(attribution, attribution.convergence().deltaLimit());
    }

    /**
     * Says that the scores do not sum to what the model gained over the baseline.
     *
     * @param attribution what was judged
     * @param limit largest gap that counts as none
     * @return the message
     */
    public static ErrorMessageFactory shouldBeComplete(Attribution attribution, double limit) {
        Numbers numbers = Numbers.of(attribution);
        return new ShouldBeComplete(
                numbers.signed(share(attribution)),
                attribution.label(),
                numbers.signed(share(attribution) + attribution.delta()),
                withCaveat(attribution, gap(attribution, limit)),
                evidence(attribution).text());
    }

    /**
     * Says that the gap may be one of precision, with the method's own limit.
     *
     * @param attribution what was judged
     * @param uncertainty sum of the uncertainties of all tokens
     * @return the message
     */
    public static ErrorMessageFactory unclearCompleteness(Attribution attribution, double uncertainty) {
        return unclearCompleteness(
                attribution, uncertainty, attribution.convergence().deltaLimit());
    }

    /**
     * Says that the gap may be one of precision.
     *
     * @param attribution what was judged
     * @param uncertainty sum of the uncertainties of all tokens
     * @param limit largest gap that counts as none
     * @return the message
     */
    public static ErrorMessageFactory unclearCompleteness(Attribution attribution, double uncertainty, double limit) {
        return CannotTell.because(
                attribution,
                "the scores sum to F(x) - F(x') toward " + attribution.label(),
                withCaveat(attribution, reason(attribution, uncertainty, limit)),
                evidence(attribution));
    }

    /**
     * Says that the scores of this method are no shares of a difference.
     *
     * @param attribution what was judged
     * @return the message
     */
    public static ErrorMessageFactory noCompletenessClaimed(Attribution attribution) {
        return CannotTell.because(
                "the scores sum to F(x) - F(x') toward " + attribution.label(),
                attribution.method().name() + " claims no such sum",
                "Leave the assertion out, or ask a method that does, such as Integrated Gradients.",
                new Evidence(attribution));
    }

    private static String reason(Attribution attribution, double uncertainty, double limit) {
        if (Double.isFinite(limit) && Math.abs(attribution.delta()) <= limit) {
            return attribution.method().name() + " did not converge in "
                    + attribution.convergence().evaluations() + " evaluations";
        }
        return Double.isFinite(limit)
                ? gap(attribution, limit) + " by no more than the scores are uncertain ("
                        + Numbers.of(attribution).uncertainty(uncertainty) + " in total)"
                : attribution.method().name() + " has no finite limit for the gap";
    }

    /** What the method itself says of its gap, in front of the full stop. */
    private static String withCaveat(Attribution attribution, String text) {
        String caveat = attribution.convergence().caveat();
        return caveat.isEmpty() ? text : text + ". " + caveat.replaceFirst("\\.$", "");
    }

    private static double share(Attribution attribution) {
        return attribution.inputScore() - attribution.baselineScore();
    }

    private static String gap(Attribution attribution, double limit) {
        Numbers numbers = Numbers.of(attribution);
        return "the gap " + numbers.signed(attribution.delta()) + " exceeds the limit " + numbers.plain(limit);
    }

    private static Evidence evidence(Attribution attribution) {
        Numbers numbers = Numbers.of(attribution);
        return new Evidence(attribution)
                .fact(
                        "share",
                        "F(x) - F(x') = " + numbers.signed(attribution.inputScore()) + " - "
                                + numbers.signed(attribution.baselineScore()) + " = "
                                + numbers.signed(share(attribution)));
    }
}
