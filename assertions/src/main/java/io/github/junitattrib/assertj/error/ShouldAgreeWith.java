package io.github.junitattrib.assertj.error;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.RankedBy;
import io.github.junitattrib.WordScore;
import io.github.junitattrib.text.WordSelection;
import java.util.Comparator;
import java.util.List;
import org.assertj.core.error.ErrorMessageFactory;

/** Makes the messages of two attributions of one text that should agree. */
public final class ShouldAgreeWith extends Sentence {

    private static final int DISPLACED = 3;

    private ShouldAgreeWith(String sentence, Evidence evidence) {
        super(sentence, evidence);
    }

    /**
     * Says how far the two agree.
     *
     * @param attribution what was judged
     * @param other what it was compared with
     * @param agreement the metric and its bound
     * @param by what words are ranked by
     * @return the message
     */
    public static ErrorMessageFactory shouldAgreeWith(
            Attribution attribution, Attribution other, Measured agreement, RankedBy by) {
        return new ShouldAgreeWith(
                "Expected " + parties(attribution, other) + " to agree " + Phrases.toward(attribution, by) + " with "
                        + Phrases.a(agreement.name()) + " of " + agreement.bound() + ", but it is " + agreement.value()
                        + ".",
                evidence(attribution, other, agreement, by));
    }

    /**
     * Says that the bars of the scores leave the answer open.
     *
     * @param attribution what was judged
     * @param other what it was compared with
     * @param agreement the metric and its bound
     * @param by what words are ranked by
     * @return the message
     */
    public static ErrorMessageFactory unclearAgreement(
            Attribution attribution, Attribution other, Measured agreement, RankedBy by) {
        String question = question(attribution, other, agreement.name() + " of " + agreement.bound(), by);
        String tighter = Remedies.bars(widestBars(attribution, other));
        return agreement.unclear(question, tighter, evidence(attribution, other, agreement, by));
    }

    /**
     * Says that a method tells no error bars, so that the metric has none.
     *
     * @param attribution what was judged
     * @param other what it was compared with
     * @param unknown which of them tells none
     * @param metric the metric with its bound, such as {@code Spearman correlation of at least 0.9}
     * @param by what words are ranked by
     * @return the message
     */
    public static ErrorMessageFactory unknownAgreement(
            Attribution attribution, Attribution other, Attribution unknown, String metric, RankedBy by) {
        return CannotTell.unknown(
                unknown, question(attribution, other, metric, by), new Evidence(attribution).rankedBy(by));
    }

    private static String question(Attribution attribution, Attribution other, String metric, RankedBy by) {
        return parties(attribution, other) + " agree " + Phrases.toward(attribution, by) + " with " + Phrases.a(metric);
    }

    /** By what tells them apart: methods, or models where these differ. */
    private static String parties(Attribution attribution, Attribution other) {
        String method = attribution.method().name();
        boolean sameModel = attribution.model().equals(other.model());
        if (!sameModel) {
            return method + " on model " + attribution.model().name() + " and "
                    + other.method().name() + " on model " + other.model().name();
        }
        String another = method.equals(other.method().name()) ? "another " : "";
        String target = attribution.label().equals(other.label()) ? "" : " toward " + other.label();
        return method + " and " + another + other.method().name() + target;
    }

    private static Attribution widestBars(Attribution attribution, Attribution other) {
        return relativeBar(other) > relativeBar(attribution) ? other : attribution;
    }

    private static double relativeBar(Attribution attribution) {
        return attribution.words().stream()
                        .mapToDouble(WordScore::uncertainty)
                        .max()
                        .orElse(0)
                / attribution.maxMagnitude();
    }

    private static Evidence evidence(Attribution attribution, Attribution other, Measured agreement, RankedBy by) {
        Evidence evidence = new Evidence(attribution)
                .rankedBy(by)
                .fact("agreement", agreement.withBar())
                .fact(
                        "other",
                        other.method().name() + " on model " + other.model().name() + " toward " + other.label());
        List<WordScore> own = attribution.words();
        List<WordScore> others = other.words();
        Comparator<WordScore> displacement = Comparator.comparingInt(
                word -> -Math.abs(place(attribution, word, by) - place(other, others.get(own.indexOf(word)), by)));
        own.stream()
                .sorted(displacement)
                .limit(DISPLACED)
                .forEach(word -> evidence.note(word.span(), note(other, others.get(own.indexOf(word)), by)));
        return evidence;
    }

    private static int place(Attribution attribution, WordScore word, RankedBy by) {
        return attribution.ranking(by).indexOf(word);
    }

    private static String note(Attribution other, WordScore word, RankedBy by) {
        return Standing.rank(other, WordSelection.of(word), by).orElse("") + " by the other, "
                + Numbers.of(other).signed(word.score());
    }
}
