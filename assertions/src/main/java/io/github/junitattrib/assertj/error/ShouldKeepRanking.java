package io.github.junitattrib.assertj.error;

import io.github.junitattrib.RankedBy;
import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;

/** Makes the messages of a ranking that should stay under a change of the text. */
public final class ShouldKeepRanking extends BasicErrorMessageFactory {

    private ShouldKeepRanking(String ranking, String change, String agreement, String found, String evidence) {
        super(
                "Expected the ranking %s to stay under %s with a %s, but %s.%s",
                unquotedString(ranking),
                unquotedString(change),
                unquotedString(agreement),
                unquotedString(found),
                unquotedString(evidence));
    }

    /**
     * Says that the two rankings agree less.
     *
     * @param pair the two attributions
     * @param agreement of the words that both texts have
     * @param by what words are ranked by
     * @return the message
     */
    public static ErrorMessageFactory shouldKeepRanking(ChangedPair pair, Measured agreement, RankedBy by) {
        return new ShouldKeepRanking(
                Phrases.toward(pair.original(), by),
                ChangeSentences.change(pair),
                agreement.name() + " of " + agreement.bound(),
                ChangeSentences.but(pair, "it is " + agreement.value()),
                new ChangeEvidence(pair).rankedBy(by).text());
    }

    /**
     * Says that the error bars leave the answer open, or that the scores are not good enough.
     *
     * @param pair the two attributions
     * @param agreement of the words that both texts have
     * @param by what words are ranked by
     * @return the message
     */
    public static ErrorMessageFactory unclearRanking(ChangedPair pair, Measured agreement, RankedBy by) {
        ChangeEvidence evidence = new ChangeEvidence(pair).rankedBy(by);
        return agreement.result().converged()
                ? UnclearChange.withinBars(
                        pair,
                        question(pair, by) + " with a " + agreement.name() + " of " + agreement.bound(),
                        "it is " + agreement.value() + " and its error bar reaches over the bound",
                        evidence)
                : UnclearChange.because(
                        pair,
                        question(pair, by),
                        "the scores are not good enough",
                        agreement.result().remedy(),
                        evidence);
    }

    /**
     * Says that the metric has no value.
     *
     * @param pair the two attributions
     * @param remedy why, and what to do
     * @param by what words are ranked by
     * @return the message
     */
    public static ErrorMessageFactory noAgreement(ChangedPair pair, String remedy, RankedBy by) {
        return UnclearChange.because(
                pair,
                question(pair, by),
                "the rankings have no such agreement",
                remedy,
                new ChangeEvidence(pair).rankedBy(by));
    }

    /**
     * Says what cannot be told.
     *
     * @param pair the two attributions
     * @param by what words are ranked by
     * @return such as {@code the ranking toward POSITIVE stays}
     */
    public static String question(ChangedPair pair, RankedBy by) {
        return "the ranking " + Phrases.toward(pair.original(), by) + " stays";
    }
}
