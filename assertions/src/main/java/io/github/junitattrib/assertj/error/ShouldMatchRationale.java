package io.github.junitattrib.assertj.error;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.RankedBy;
import io.github.junitattrib.Span;
import java.util.List;
import org.assertj.core.error.ErrorMessageFactory;

/** Makes the messages of scores that should single out the words that a person gives as reason. */
public final class ShouldMatchRationale extends Sentence {

    private static final int NAMED = 5;

    private ShouldMatchRationale(String sentence, Evidence evidence) {
        super(sentence, evidence);
    }

    /**
     * Says how far the scores and the rationale agree.
     *
     * @param attribution what was judged
     * @param rationale places of the words that a person gives as reason
     * @param agreement the metric and its bound
     * @param by what words are ranked by
     * @return the message
     */
    public static ErrorMessageFactory shouldMatchRationale(
            Attribution attribution, List<Span> rationale, Measured agreement, RankedBy by) {
        return new ShouldMatchRationale(
                "Expected the scores " + Phrases.toward(attribution, by) + " to single out "
                        + names(attribution, rationale) + " with " + Phrases.a(agreement.name()) + " of "
                        + agreement.bound()
                        + ", but it is " + agreement.value() + ".",
                evidence(attribution, rationale, agreement, by));
    }

    /**
     * Says that the bars of the scores leave the answer open.
     *
     * @param attribution what was judged
     * @param rationale places of the words that a person gives as reason
     * @param agreement the metric and its bound
     * @param by what words are ranked by
     * @return the message
     */
    public static ErrorMessageFactory unclearRationale(
            Attribution attribution, List<Span> rationale, Measured agreement, RankedBy by) {
        return agreement.unclear(
                question(attribution, rationale, agreement.name() + " of " + agreement.bound(), by),
                Remedies.bars(attribution),
                evidence(attribution, rationale, agreement, by));
    }

    /**
     * Says that the method tells no error bars, so that the metric has none.
     *
     * @param attribution what was judged
     * @param rationale places of the words that a person gives as reason
     * @param metric the metric with its bound, such as {@code token F1 of at least 0.5}
     * @param by what words are ranked by
     * @return the message
     */
    public static ErrorMessageFactory unknownRationale(
            Attribution attribution, List<Span> rationale, String metric, RankedBy by) {
        Evidence evidence = new Evidence(attribution).rankedBy(by);
        rationale.forEach(span -> evidence.note(span, "in the rationale"));
        return CannotTell.unknown(attribution, question(attribution, rationale, metric, by), evidence);
    }

    private static String question(Attribution attribution, List<Span> rationale, String metric, RankedBy by) {
        return "the scores " + Phrases.toward(attribution, by) + " single out " + names(attribution, rationale)
                + " with " + Phrases.a(metric);
    }

    private static String names(Attribution attribution, List<Span> rationale) {
        int more = rationale.size() - NAMED;
        List<String> names = rationale.stream()
                .limit(NAMED)
                .map(span -> WordNames.quote(span.of(attribution.text())))
                .toList();
        return more > 0 ? String.join(", ", names) + " and " + more + " more" : Phrases.joined(names, " and ");
    }

    private static Evidence evidence(Attribution attribution, List<Span> rationale, Measured agreement, RankedBy by) {
        Evidence evidence = new Evidence(attribution).rankedBy(by).fact("agreement", agreement.withBar());
        rationale.forEach(span -> evidence.note(span, "in the rationale"));
        return evidence;
    }
}
