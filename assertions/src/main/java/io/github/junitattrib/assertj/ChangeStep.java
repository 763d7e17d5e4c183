package io.github.junitattrib.assertj;

import io.github.junitattrib.RankedBy;
import io.github.junitattrib.corpus.TextChange;
import io.github.junitattrib.text.WordSelector;
import java.util.Objects;
import java.util.function.Supplier;
import org.assertj.core.data.Offset;

/**
 * The middle of {@code under(swapping("Alice", "Omar")).keepsTop(3)}: it verifies nothing, and fails its test if it is left
 * there.
 *
 * <p>It calls one public method of the assertion back and never judges by itself, because AssertJ's soft assertions collect
 * the failures of the assertion object alone. Every assertion must hold for all texts that the change makes; a change that
 * does not apply to the text is inconclusive. Scores are compared with their error bars.
 *
 * @param <SELF> type of the assertions that it returns to
 */
public final class ChangeStep<SELF extends AbstractAttributionAssert<SELF>> {

    static final String NO_CHANGE = "The change must not be null. Take one of TextChanges.";

    private final SELF attribution;
    private final TextChange change;
    private final RankedBy by;
    private final Unfinished open;

    ChangeStep(SELF attribution, TextChange change, RankedBy by) {
        this.attribution = attribution;
        this.by = by;
        this.change = Objects.requireNonNull(change, NO_CHANGE);
        this.open = Unfinished.step("under(" + change + ")", ".keepsTop(3)");
    }

    /**
     * Verifies that the k words that support the target most are the same ones, in any order.
     *
     * <p>A word that the change replaced counts as the one in its place; several words that one edit replaced, or put there,
     * count as one with the sum of their scores. It is inconclusive where words tie within their error
     * bars at the border between the k-th and the next, unless another word has certainly crossed it.
     *
     * <pre>{@code
     * assertThat(ig("Alice said it was great")).under(TextChanges.swapping("Alice", "Omar")).keepsTop(1); // passes
     * assertThat(ig("They said it was great")).under(TextChanges.replacing("great", "awful")).keepsTop(1); // fails
     * }</pre>
     *
     * @param k how many words
     * @return the assertions, to go on
     * @throws AssertionError if a word enters or leaves the top
     * @throws io.github.junitattrib.InconclusiveException if the numbers are not good enough to tell
     * @throws IllegalArgumentException if k is less than 1, or one of the texts has no more words than that
     */
    public SELF keepsTop(int k) {
        return meets(() -> new TopExpectation(k, "keepsTop(" + k + ")", by));
    }

    /**
     * Verifies that the word that supports the target most is the same one.
     *
     * <pre>{@code
     * assertThat(ig("Alice said it was great")).under(TextChanges.swapping("Alice", "Omar")).keepsTopToken(); // passes
     * assertThat(ig("They said it was great")).under(TextChanges.replacing("great", "awful")).keepsTopToken(); // fails
     * }</pre>
     *
     * @return the assertions, to go on
     * @throws AssertionError if another word comes first in a changed text
     * @throws io.github.junitattrib.InconclusiveException if the numbers are not good enough to tell
     * @throws IllegalArgumentException if one of the texts has one word alone
     */
    public SELF keepsTopToken() {
        return meets(() -> new TopExpectation(1, "keepsTopToken()", by));
    }

    /**
     * Verifies that the words that both texts have are ranked alike.
     *
     * <pre>{@code
     * assertThat(ig("Alice said it was great")).under(TextChanges.swapping("Alice", "Omar")).keepsRanking(spearmanAtLeast(0.6)); // passes
     * assertThat(ig("They said it was great")).under(TextChanges.replacing("great", "awful")).keepsRanking(spearmanAtLeast(0.9)); // fails
     * }</pre>
     *
     * @param agreement how alike, such as {@code spearmanAtLeast(0.9)}
     * @return the assertions, to go on
     * @throws AssertionError if the rankings agree less
     * @throws io.github.junitattrib.InconclusiveException if the numbers are not good enough to tell
     * @throws IllegalArgumentException if any two rankings of so many words agree that much, or there are fewer than two
     */
    public SELF keepsRanking(AgreementCriterion agreement) {
        return meets(() -> new RankingExpectation(agreement, by));
    }

    /**
     * Verifies that the prediction stays the same.
     *
     * <p>What is predicted is what {@code predicts(..)} says: the highest of classes that exclude each other; of labels that
     * stand for themselves all from 0.5 on, which must be the same ones.
     *
     * <pre>{@code
     * assertThat(ig("Alice said it was great")).under(TextChanges.swapping("Alice", "Omar")).keepsPrediction(); // passes
     * assertThat(ig("They said it was great")).under(TextChanges.replacing("great", "awful")).keepsPrediction(); // fails
     * }</pre>
     *
     * @return the assertions, to go on
     * @throws AssertionError if the model predicts another class for a changed text
     * @throws io.github.junitattrib.InconclusiveException if classes tie, or a label is at 0.5, within rounding
     * @throws io.github.junitattrib.InvalidTargetException if the model predicts no class, as a regression
     */
    public SELF keepsPrediction() {
        return meets(() -> new PredictionExpectation(false));
    }

    /**
     * Verifies that the model predicts another class, or other labels where each stands for itself.
     *
     * <pre>{@code
     * assertThat(ig("They said it was great")).under(TextChanges.negating("great")).flipsPrediction(); // passes
     * assertThat(ig("Alice said it was great")).under(TextChanges.swapping("Alice", "Omar")).flipsPrediction(); // fails
     * }</pre>
     *
     * @return the assertions, to go on
     * @throws AssertionError if the model predicts the same class for a changed text
     * @throws io.github.junitattrib.InconclusiveException if classes tie, or a label is at 0.5, within rounding
     * @throws io.github.junitattrib.InvalidTargetException if the model predicts no class, as a regression
     */
    public SELF flipsPrediction() {
        return meets(() -> new PredictionExpectation(true));
    }

    /**
     * Verifies that a word goes on to support, or to oppose, the target.
     *
     * <pre>{@code
     * assertThat(ig("Alice said it was great")).under(TextChanges.swapping("Alice", "Omar")).keepsSignOf("great"); // passes
     * assertThat(ig("They said it was great")).under(TextChanges.replacing("great", "awful")).keepsSignOf("great"); // fails
     * }</pre>
     *
     * @param word a word of the original text
     * @return the assertions, to go on
     * @throws AssertionError if its sign changes, or the text does not have the word once
     * @throws io.github.junitattrib.InconclusiveException if a score is within its uncertainty of zero
     */
    public SELF keepsSignOf(String word) {
        return meets(() -> new SignExpectation(WordSelector.word(word), false));
    }

    /**
     * Verifies that a word goes on to support, or to oppose, the target.
     *
     * <pre>{@code
     * assertThat(ig("Alice said it was great")).under(TextChanges.swapping("Alice", "Omar")).keepsSignOf(word("great")); // passes
     * assertThat(ig("They said it was great")).under(TextChanges.replacing("great", "awful")).keepsSignOf(word("great")); // fails
     * }</pre>
     *
     * @param word a word of the original text
     * @return the assertions, to go on
     * @throws AssertionError if its sign changes, or the text does not have the word once
     * @throws io.github.junitattrib.InconclusiveException if a score is within its uncertainty of zero
     */
    public SELF keepsSignOf(WordSelector word) {
        return meets(() -> new SignExpectation(word, false));
    }

    /**
     * Verifies that a word opposes the target that it supported, or the other way round.
     *
     * <pre>{@code
     * assertThat(ig("They said it was great")).under(TextChanges.replacing("great", "awful")).flipsSignOf("great"); // passes
     * assertThat(ig("Alice said it was great")).under(TextChanges.swapping("Alice", "Omar")).flipsSignOf("great"); // fails
     * }</pre>
     *
     * @param word a word of the original text
     * @return the assertions, to go on
     * @throws AssertionError if its sign stays, or the text does not have the word once
     * @throws io.github.junitattrib.InconclusiveException if a score is within its uncertainty of zero
     */
    public SELF flipsSignOf(String word) {
        return meets(() -> new SignExpectation(WordSelector.word(word), true));
    }

    /**
     * Verifies that a word opposes the target that it supported, or the other way round.
     *
     * <pre>{@code
     * assertThat(ig("They said it was great")).under(TextChanges.replacing("great", "awful")).flipsSignOf(word("great")); // passes
     * assertThat(ig("Alice said it was great")).under(TextChanges.swapping("Alice", "Omar")).flipsSignOf(word("great")); // fails
     * }</pre>
     *
     * @param word a word of the original text
     * @return the assertions, to go on
     * @throws AssertionError if its sign stays, or the text does not have the word once
     * @throws io.github.junitattrib.InconclusiveException if a score is within its uncertainty of zero
     */
    public SELF flipsSignOf(WordSelector word) {
        return meets(() -> new SignExpectation(word, true));
    }

    /**
     * Verifies that a word's share of the scores, score / Σ |scores| over all words, moves by no more than a distance.
     *
     * <pre>{@code
     * assertThat(ig("Alice said it was great")).under(TextChanges.swapping("Alice", "Omar")).keepsShareOf("great", within(0.2)); // passes
     * assertThat(ig("They said it was great")).under(TextChanges.replacing("great", "awful")).keepsShareOf("said", within(0.05)); // fails
     * }</pre>
     *
     * @param word a word of the original text
     * @param distance by how much its share may move
     * @return the assertions, to go on
     * @throws AssertionError if it moves further, or the text does not have the word once
     * @throws io.github.junitattrib.InconclusiveException if the error bars of the shares reach over the distance
     * @throws IllegalArgumentException if the distance is 2 or more (1 by magnitude), or one of the texts has no other word
     */
    public SELF keepsShareOf(String word, Offset<Double> distance) {
        return meets(() -> new ShareExpectation(WordSelector.word(word), distance, by));
    }

    /**
     * Verifies that a word's share of the scores, score / Σ |scores| over all words, moves by no more than a distance.
     *
     * <pre>{@code
     * assertThat(ig("Alice said it was great")).under(TextChanges.swapping("Alice", "Omar")).keepsShareOf(word("great"), within(0.2)); // passes
     * assertThat(ig("They said it was great")).under(TextChanges.replacing("great", "awful")).keepsShareOf(word("said"), within(0.05)); // fails
     * }</pre>
     *
     * @param word a word of the original text
     * @param distance by how much its share may move
     * @return the assertions, to go on
     * @throws AssertionError if it moves further, or the text does not have the word once
     * @throws io.github.junitattrib.InconclusiveException if the error bars of the shares reach over the distance
     * @throws IllegalArgumentException if the distance is 2 or more (1 by magnitude), or one of the texts has no other word
     */
    public SELF keepsShareOf(WordSelector word, Offset<Double> distance) {
        return meets(() -> new ShareExpectation(word, distance, by));
    }

    /**
     * Verifies that a word supports the target more than before.
     *
     * <pre>{@code
     * assertThat(ig("They said it was awful").toward("POSITIVE")).under(TextChanges.replacing("awful", "great")).raisesScoreOf("awful"); // passes
     * assertThat(ig("They said it was great").toward("POSITIVE")).under(TextChanges.replacing("great", "awful")).raisesScoreOf("great"); // fails
     * }</pre>
     *
     * @param word a word of the original text
     * @return the assertions, to go on
     * @throws AssertionError if it supports the target less, or the text does not have the word once
     * @throws io.github.junitattrib.InconclusiveException if the scores differ by less than they are uncertain
     */
    public SELF raisesScoreOf(String word) {
        return meets(() -> new ScoreMove(WordSelector.word(word), true));
    }

    /**
     * Verifies that a word supports the target more than before.
     *
     * <pre>{@code
     * assertThat(ig("They said it was awful").toward("POSITIVE")).under(TextChanges.replacing("awful", "great")).raisesScoreOf(word("awful")); // passes
     * assertThat(ig("They said it was great").toward("POSITIVE")).under(TextChanges.replacing("great", "awful")).raisesScoreOf(word("great")); // fails
     * }</pre>
     *
     * @param word a word of the original text
     * @return the assertions, to go on
     * @throws AssertionError if it supports the target less, or the text does not have the word once
     * @throws io.github.junitattrib.InconclusiveException if the scores differ by less than they are uncertain
     */
    public SELF raisesScoreOf(WordSelector word) {
        return meets(() -> new ScoreMove(word, true));
    }

    /**
     * Verifies that a word supports the target less than before.
     *
     * <pre>{@code
     * assertThat(ig("They said it was great").toward("POSITIVE")).under(TextChanges.replacing("great", "awful")).lowersScoreOf("great"); // passes
     * assertThat(ig("They said it was awful").toward("POSITIVE")).under(TextChanges.replacing("awful", "great")).lowersScoreOf("awful"); // fails
     * }</pre>
     *
     * @param word a word of the original text
     * @return the assertions, to go on
     * @throws AssertionError if it supports the target more, or the text does not have the word once
     * @throws io.github.junitattrib.InconclusiveException if the scores differ by less than they are uncertain
     */
    public SELF lowersScoreOf(String word) {
        return meets(() -> new ScoreMove(WordSelector.word(word), false));
    }

    /**
     * Verifies that a word supports the target less than before.
     *
     * <pre>{@code
     * assertThat(ig("They said it was great").toward("POSITIVE")).under(TextChanges.replacing("great", "awful")).lowersScoreOf(word("great")); // passes
     * assertThat(ig("They said it was awful").toward("POSITIVE")).under(TextChanges.replacing("awful", "great")).lowersScoreOf(word("awful")); // fails
     * }</pre>
     *
     * @param word a word of the original text
     * @return the assertions, to go on
     * @throws AssertionError if it supports the target more, or the text does not have the word once
     * @throws io.github.junitattrib.InconclusiveException if the scores differ by less than they are uncertain
     */
    public SELF lowersScoreOf(WordSelector word) {
        return meets(() -> new ScoreMove(word, false));
    }

    /**
     * Verifies that the model gives a class a higher probability than before.
     *
     * <pre>{@code
     * assertThat(ig("They said it was awful")).under(TextChanges.replacing("awful", "great")).raisesProbabilityOf("POSITIVE"); // passes
     * assertThat(ig("They said it was great")).under(TextChanges.replacing("great", "awful")).raisesProbabilityOf("POSITIVE"); // fails
     * }</pre>
     *
     * @param label the class as the model spells it
     * @return the assertions, to go on
     * @throws AssertionError if the probability falls
     * @throws io.github.junitattrib.InconclusiveException if it is the same as far as float32 can tell
     * @throws io.github.junitattrib.UnknownLabelException if the model has no such class
     * @throws io.github.junitattrib.InvalidTargetException if the model gives no probabilities
     */
    public SELF raisesProbabilityOf(String label) {
        return meets(() -> new ProbabilityMove(label, true));
    }

    /**
     * Verifies that the model gives a class a lower probability than before.
     *
     * <pre>{@code
     * assertThat(ig("They said it was great")).under(TextChanges.replacing("great", "awful")).lowersProbabilityOf("POSITIVE"); // passes
     * assertThat(ig("They said it was awful")).under(TextChanges.replacing("awful", "great")).lowersProbabilityOf("POSITIVE"); // fails
     * }</pre>
     *
     * @param label the class as the model spells it
     * @return the assertions, to go on
     * @throws AssertionError if the probability rises
     * @throws io.github.junitattrib.InconclusiveException if it is the same as far as float32 can tell
     * @throws io.github.junitattrib.UnknownLabelException if the model has no such class
     * @throws io.github.junitattrib.InvalidTargetException if the model gives no probabilities
     */
    public SELF lowersProbabilityOf(String label) {
        return meets(() -> new ProbabilityMove(label, false));
    }

    /** Closed before anything that may throw: a chain that ends with an error was finished. */
    private SELF meets(Supplier<ChangeExpectation> expectation) {
        open.close();
        ChangeExpectation expected = expectation.get();
        return open.end("." + expected.call(), () -> attribution.meetsUnder(change, expected));
    }
}
