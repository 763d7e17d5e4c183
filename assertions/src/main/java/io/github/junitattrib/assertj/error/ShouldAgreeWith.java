package io.github.junitattrib.assertj.error;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.RankedBy;
import io.github.junitattrib.WordScore;
import io.github.junitattrib.text.WordSelection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

    /** By what tells them apart: methods, their parameters or targets, or models where these differ. */
    private static String parties(Attribution attribution, Attribution other) {
        String method = method(attribution, other);
        String another = method(other, attribution);
        if (!attribution.model().equals(other.model())) {
            return method + " on model " + attribution.model().name() + " and " + another + " on model "
                    + other.model().name();
        }
        boolean sameTarget = attribution.label().equals(other.label());
        return method + " and " + (sameTarget && method.equals(another) ? "another " : "") + another
                + (sameTarget ? "" : " toward " + other.label());
    }

    /** Its name, with the parameters that another of that name has otherwise. */
    private static String method(Attribution attribution, Attribution other) {
        String name = attribution.method().name();
        if (!name.equals(other.method().name())) {
            return name;
        }
        Map<String, String> others = other.method().parameters();
        String own = attribution.method().parameters().entrySet().stream()
                .filter(parameter -> !parameter.getValue().equals(others.get(parameter.getKey())))
                .map(parameter -> parameter.getKey() + " " + parameter.getValue())
                .collect(Collectors.joining(", "));
        return own.isEmpty() ? name : name + " (" + own + ")";
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
