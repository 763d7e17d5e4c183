package io.github.junitattrib.assertj.error;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.axiom.SensitivityResult;
import io.github.junitattrib.axiom.WordChange;
import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;

/** Makes the messages of sensitivity. */
public final class ShouldBeSensitive extends BasicErrorMessageFactory {

    private ShouldBeSensitive(String word, String target, String change, String seen, String evidence) {
        super(
                "Expected %s to have a score toward %s, as taking this word alone away changes F(x) by %s, but %s.%s",
                unquotedString(word),
                unquotedString(target),
                unquotedString(change),
                unquotedString(seen),
                unquotedString(evidence));
    }

    /**
     * Says that a word which the model needs has no score.
     *
     * @param result what was found of the text
     * @param word the word
     * @return the message
     */
    public static ErrorMessageFactory shouldBeSensitive(SensitivityResult result, WordChange word) {
        Attribution attribution = word.attribution();
        Numbers numbers = numbers(word);
        return new ShouldBeSensitive(
                WordNames.quote(word.text()),
                attribution.label(),
                numbers.signed(-word.change()),
                attribution.method().name() + " gives it " + score(word),
                evidence(result, word).text());
    }

    /**
     * Says that the score of a word is too uncertain to tell.
     *
     * @param result what was found of the text
     * @param word the word
     * @return the message
     */
    public static ErrorMessageFactory unclearSensitivity(SensitivityResult result, WordChange word) {
        Attribution attribution = word.attribution();
        String reason = attribution.convergence().converged()
                ? "its score " + score(word) + " is neither told from 0 nor certainly none, at a change of "
                        + numbers(word).signed(-word.change())
                : attribution.method().name() + " did not converge in "
                        + attribution.convergence().evaluations() + " evaluations";
        return CannotTell.because(
                attribution,
                WordNames.quote(word.text()) + " has a score toward " + attribution.label(),
                reason,
                evidence(result, word));
    }

    /**
     * Says that no word changes the explained number enough to ask for a score.
     *
     * @param result what was found of the text
     * @return the message
     */
    public static ErrorMessageFactory noInfluence(SensitivityResult result) {
        Numbers numbers = Numbers.of(result.whole());
        return CannotTell.because(
                result.whole().method().name() + " is sensitive to the words of this text toward "
                        + result.whole().label(),
                "none of its " + result.words() + " words changes F(x) by more than the threshold "
                        + numbers.plain(result.threshold()) + " where it alone is taken away (largest change "
                        + numbers.plain(result.largestChange()) + ")",
                "Take a text with words that matter, or a smaller threshold: new Sensitivity().above(..).",
                new Evidence(result.whole().withVerdictBars()));
    }

    /** The change sets the scale: the score of a word that fails is 0. */
    private static Numbers numbers(WordChange word) {
        return Numbers.of(Math.max(Math.abs(word.change()), word.attribution().maxMagnitude()));
    }

    private static String score(WordChange word) {
        Numbers numbers = numbers(word);
        return numbers.signed(word.score()) + " (" + numbers.uncertainty(word.uncertainty()) + ")";
    }

    private static Evidence evidence(SensitivityResult result, WordChange word) {
        Numbers numbers = numbers(word);
        return new Evidence(word.attribution().withVerdictBars())
                .fact(
                        "change",
                        "F(x) - F(x without " + WordNames.quote(word.text()) + ") = " + numbers.signed(word.change())
                                + "  (threshold " + numbers.plain(result.threshold()) + ", exceeded by "
                                + result.changes().size() + " of " + result.words() + " words)")
                .note(word.span(), "expected a score");
    }
}
