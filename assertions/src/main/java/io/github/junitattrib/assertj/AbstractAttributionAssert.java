package io.github.junitattrib.assertj;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.InconclusiveException;
import io.github.junitattrib.RankedBy;
import io.github.junitattrib.Span;
import io.github.junitattrib.Verdict;
import io.github.junitattrib.approved.DriftTolerance;
import io.github.junitattrib.assertj.error.Bound;
import io.github.junitattrib.check.Check;
import io.github.junitattrib.check.Substitution;
import io.github.junitattrib.corpus.TextChange;
import io.github.junitattrib.junit.AttributionLog;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.metric.Comprehensiveness;
import io.github.junitattrib.metric.Sufficiency;
import io.github.junitattrib.text.WordSelector;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.InstanceOfAssertFactory;
import org.assertj.core.api.ListAssert;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;

/**
 * All assertions on one attribution: a flat list of short methods over {@link #verify}.
 *
 * <p>A verdict needs a method that has converged. Each score has an error bar; an assertion passes or fails only where the
 * bars leave no other answer, and otherwise throws an {@link InconclusiveException} that says what to do. Of methods that
 * draw samples, the bar is three standard errors.
 *
 * <p>Words are ranked by signed score toward the explained target, unless {@link #byMagnitude()} was called.
 *
 * <p>The methods are not final, because AssertJ's soft assertions override them.
 *
 * @param <SELF> type of the concrete assertions
 */
public abstract class AbstractAttributionAssert<SELF extends AbstractAttributionAssert<SELF>>
        extends AbstractAssert<SELF, Attribution> {

    private static final String SAME =
            "An attribution agrees with itself whatever the model is, so that there is nothing"
                    + " to check. Give one by another method, baseline or target, or of another model.";

    private static final String NO_OTHER =
            "The attribution to agree with must not be null. Give a request, such as ig(text).with(new Occlusion()).";

    private Optional<AttributionRequest> request = Optional.empty();
    private RankedBy rankedBy = RankedBy.SIGNED_SCORE;

    /**
     * Begins assertions.
     *
     * @param actual the attribution to judge
     * @param selfType the concrete class
     */
    protected AbstractAttributionAssert(Attribution actual, Class<?> selfType) {
        super(actual, selfType);
        info.useRepresentation(AttributionRepresentation.INSTANCE);
    }

    /**
     * Ranks by |score| from here on in this chain: what matters most comes first, whichever way it speaks.
     *
     * <p>It changes what is asked of an order: {@code ranks}, {@code hasTopToken}, {@code hasTopTokens}, {@code ranking}, {@code
     * agreesWith} (but not its signs), {@code matchesRationale} and, behind {@code under(..)}, {@code keepsTop} and {@code
     * keepsRanking}; and {@code shareOf} and {@code keepsShareOf}, which lose the sign of a share. All other
     * assertions stay as they are, since they speak of signs, of sums or of the prediction.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * assertThat(review).byMagnitude().hasTopToken("wrong"); // passes
     * assertThat(review).byMagnitude().hasTopToken("great"); // fails
     * }</pre>
     *
     * @return these assertions, to go on
     */
    public SELF byMagnitude() {
        rankedBy = RankedBy.MAGNITUDE;
        return myself;
    }

    /**
     * Begins a statement on the rank of a word: go on with {@code above(..)}, {@code below(..)}, {@code amongTop(..)},
     * {@code first()} or {@code last()}.
     *
     * <p>It verifies nothing by itself, so a test that stops here fails.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * assertThat(review).ranks("great").above("said"); // passes
     * assertThat(review).ranks("great").below("said"); // fails
     * }</pre>
     *
     * @param word the word to rank
     * @return the step that takes the rest
     */
    public RankingStep<SELF> ranks(String word) {
        return ranks(WordSelector.word(word));
    }

    /**
     * Begins a statement on the rank of a word: go on with {@code above(..)}, {@code below(..)}, {@code amongTop(..)},
     * {@code first()} or {@code last()}.
     *
     * <p>It verifies nothing by itself, so a test that stops here fails.
     *
     * <pre>{@code
     * var review = ig("great, really great").toward("POSITIVE");
     * assertThat(review).ranks(word("great").occurrence(2)).above("really");    // passes
     * assertThat(review).ranks(span(7, 13)).above(word("great").occurrence(1)); // fails
     * }</pre>
     *
     * @param word the word to rank
     * @return the step that takes the rest
     */
    public RankingStep<SELF> ranks(WordSelector word) {
        return new RankingStep<>(myself, word);
    }

    /**
     * Verifies that one word ranks above another, by more than the numerical uncertainty; most tests write
     * {@code ranks(higher).above(lower)}.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * assertThat(review).ranksAbove(word("great"), word("said")); // passes
     * assertThat(review).ranksAbove(word("said"), word("great")); // fails
     * }</pre>
     *
     * @param higher the word that should rank above
     * @param lower the word that should rank below
     * @return these assertions, to go on
     * @throws AssertionError if the order is the other one, or one of the words is absent or ambiguous
     * @throws InconclusiveException if the numbers are not good enough to tell
     * @throws IllegalArgumentException if the two have a part of the text in common
     */
    public SELF ranksAbove(WordSelector higher, WordSelector lower) {
        return verify("ranksAbove", ranked(higher, lower), new RankingJudgment(higher, lower, rankedBy));
    }

    /**
     * Verifies that a word is among the k highest, whatever order the error bars allow; most tests write
     * {@code ranks(word).amongTop(k)}.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * assertThat(review).ranksAmongTop(word("great"), 3); // passes
     * assertThat(review).ranksAmongTop(word("wrong"), 3); // fails
     * }</pre>
     *
     * @param word the word
     * @param k how many words count as top, fewer than the text has
     * @return these assertions, to go on
     * @throws AssertionError if at least k words rank above it, or the word is absent or ambiguous
     * @throws InconclusiveException if the numbers are not good enough to tell
     * @throws IllegalArgumentException if k is less than 1, or takes all words
     */
    public SELF ranksAmongTop(WordSelector word, int k) {
        return verify("ranksAmongTop", ranked(word, k), new AmongTopJudgment(word, k, rankedBy));
    }

    /**
     * Verifies that a word ranks below every other one, by more than the numerical uncertainty; most tests write
     * {@code ranks(word).last()}.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * assertThat(review).ranksLast(word("wrong")); // passes
     * assertThat(review).ranksLast(word("great")); // fails
     * }</pre>
     *
     * @param word the word that should come last
     * @return these assertions, to go on
     * @throws AssertionError if another word ranks below it, or the word is absent or ambiguous
     * @throws InconclusiveException if the numbers are not good enough to tell
     * @throws IllegalArgumentException if the text has no other word
     */
    public SELF ranksLast(WordSelector word) {
        return verify("ranksLast", ranked(word), new LastTokenJudgment(word, rankedBy));
    }

    /**
     * Verifies that a word ranks above every other one, by more than the numerical uncertainty.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * assertThat(review).hasTopToken("great"); // passes
     * assertThat(review).hasTopToken("wrong"); // fails
     * }</pre>
     *
     * @param word the word that should come first
     * @return these assertions, to go on
     * @throws AssertionError if another word ranks above it, or the word is absent or ambiguous
     * @throws InconclusiveException if the numbers are not good enough to tell
     * @throws IllegalArgumentException if the text has no other word
     */
    public SELF hasTopToken(String word) {
        return hasTopToken(WordSelector.word(word));
    }

    /**
     * Verifies that a word ranks above every other one, by more than the numerical uncertainty.
     *
     * <pre>{@code
     * var review = ig("great, really great").toward("POSITIVE");
     * assertThat(review).hasTopToken(word("great").occurrence(2)); // passes
     * assertThat(review).hasTopToken(span(0, 5));                  // fails
     * }</pre>
     *
     * @param word the word that should come first
     * @return these assertions, to go on
     * @throws AssertionError if another word ranks above it, or the word is absent or ambiguous
     * @throws InconclusiveException if the numbers are not good enough to tell
     * @throws IllegalArgumentException if the text has no other word
     */
    public SELF hasTopToken(WordSelector word) {
        return verify("hasTopToken", ranked(word), new TopTokenJudgment(word, rankedBy));
    }

    /**
     * Verifies that some words, in any order, rank above all others, by more than the numerical uncertainty.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * assertThat(review).hasTopTokens("and", "great");   // passes
     * assertThat(review).hasTopTokens("great", "wrong"); // fails
     * }</pre>
     *
     * @param words those that should come first
     * @return these assertions, to go on
     * @throws AssertionError if another word ranks above one of them, or one of the words is absent or ambiguous
     * @throws InconclusiveException if the numbers are not good enough to tell
     * @throws IllegalArgumentException if no word is named, two share a part of the text, or the text has no others
     */
    public SELF hasTopTokens(String... words) {
        return hasTopTokens(NamedWords.selectors(words));
    }

    /**
     * Verifies that some words, in any order, rank above all others, by more than the numerical uncertainty.
     *
     * <pre>{@code
     * var review = ig("great, really great").toward("POSITIVE");
     * assertThat(review).hasTopTokens(span(0, 5), span(14, 19));       // passes
     * assertThat(review).hasTopTokens(span(0, 5), matching("real.*")); // fails
     * }</pre>
     *
     * @param words those that should come first
     * @return these assertions, to go on
     * @throws AssertionError if another word ranks above one of them, or one of the words is absent or ambiguous
     * @throws InconclusiveException if the numbers are not good enough to tell
     * @throws IllegalArgumentException if no word is named, two share a part of the text, or the text has no others
     */
    public SELF hasTopTokens(WordSelector... words) {
        List<WordSelector> top = NamedWords.given(words);
        return verify("hasTopTokens", ranked(top.toArray()), new TopTokensJudgment(top, false, rankedBy));
    }

    /**
     * Verifies that some words rank above all others and in the given order, each time by more than the numerical
     * uncertainty.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * assertThat(review).hasTopTokensInOrder("great", "and"); // passes
     * assertThat(review).hasTopTokensInOrder("and", "great"); // fails
     * }</pre>
     *
     * @param words those that should come first, the highest first
     * @return these assertions, to go on
     * @throws AssertionError if a word ranks above one that should rank above it, or one of the words is absent or ambiguous
     * @throws InconclusiveException if the numbers are not good enough to tell
     * @throws IllegalArgumentException if no word is named, two share a part of the text, or the text has no others
     */
    public SELF hasTopTokensInOrder(String... words) {
        return hasTopTokensInOrder(NamedWords.selectors(words));
    }

    /**
     * Verifies that some words rank above all others and in the given order, each time by more than the numerical
     * uncertainty.
     *
     * <pre>{@code
     * var review = ig("great, really great").toward("POSITIVE");
     * assertThat(review).hasTopTokensInOrder(span(14, 19), span(0, 5)); // passes
     * assertThat(review).hasTopTokensInOrder(span(0, 5), span(14, 19)); // fails
     * }</pre>
     *
     * @param words those that should come first, the highest first
     * @return these assertions, to go on
     * @throws AssertionError if a word ranks above one that should rank above it, or one of the words is absent or ambiguous
     * @throws InconclusiveException if the numbers are not good enough to tell
     * @throws IllegalArgumentException if no word is named, two share a part of the text, or the text has no others
     */
    public SELF hasTopTokensInOrder(WordSelector... words) {
        List<WordSelector> top = NamedWords.given(words);
        return verify("hasTopTokensInOrder", ranked(top.toArray()), new TopTokensJudgment(top, true, rankedBy));
    }

    /**
     * Verifies that a word supports the target: its score is above 0 by more than its uncertainty.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * assertThat(review).givesPositiveWeightTo("great"); // passes
     * assertThat(review).givesPositiveWeightTo("wrong"); // fails
     * assertThat(review).givesPositiveWeightTo("they");  // cannot tell
     * }</pre>
     *
     * @param word the word
     * @return these assertions, to go on
     * @throws AssertionError if its score is 0 or less, or the word is absent or ambiguous
     * @throws InconclusiveException if the numbers are not good enough to tell
     */
    public SELF givesPositiveWeightTo(String word) {
        return givesPositiveWeightTo(WordSelector.word(word));
    }

    /**
     * Verifies that a word supports the target: its score is above 0 by more than its uncertainty.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * assertThat(review).givesPositiveWeightTo(matching("gr.*")); // passes
     * assertThat(review).givesPositiveWeightTo(span(43, 48));     // fails
     * }</pre>
     *
     * @param word the word
     * @return these assertions, to go on
     * @throws AssertionError if its score is 0 or less, or the word is absent or ambiguous
     * @throws InconclusiveException if the numbers are not good enough to tell
     */
    public SELF givesPositiveWeightTo(WordSelector word) {
        return verify("givesPositiveWeightTo", Arrays.asList(word), new WeightJudgment(word, true));
    }

    /**
     * Verifies that a word opposes the target: its score is below 0 by more than its uncertainty.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * assertThat(review).givesNegativeWeightTo("wrong"); // passes
     * assertThat(review).givesNegativeWeightTo("great"); // fails
     * assertThat(review).givesNegativeWeightTo("they");  // cannot tell
     * }</pre>
     *
     * @param word the word
     * @return these assertions, to go on
     * @throws AssertionError if its score is 0 or more, or the word is absent or ambiguous
     * @throws InconclusiveException if the numbers are not good enough to tell
     */
    public SELF givesNegativeWeightTo(String word) {
        return givesNegativeWeightTo(WordSelector.word(word));
    }

    /**
     * Verifies that a word opposes the target: its score is below 0 by more than its uncertainty.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * assertThat(review).givesNegativeWeightTo(word("they were wrong")); // passes
     * assertThat(review).givesNegativeWeightTo(matching("gr.*"));        // fails
     * }</pre>
     *
     * @param word the word
     * @return these assertions, to go on
     * @throws AssertionError if its score is 0 or more, or the word is absent or ambiguous
     * @throws InconclusiveException if the numbers are not good enough to tell
     */
    public SELF givesNegativeWeightTo(WordSelector word) {
        return verify("givesNegativeWeightTo", Arrays.asList(word), new WeightJudgment(word, false));
    }

    /**
     * Verifies that a word hardly matters: the magnitude of its score is at most a part of the largest of a word.
     *
     * <p>Scores have no common scale across models and texts, so prefer this to a fixed number.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * assertThat(review).ignores("they", withinPercentage(2));  // passes
     * assertThat(review).ignores("wrong", withinPercentage(2)); // fails
     * assertThat(review).ignores("they", withinPercentage(1));  // cannot tell
     * }</pre>
     *
     * @param word the word
     * @param percentage how large the score may be as a part of the largest
     * @return these assertions, to go on
     * @throws AssertionError if its score is larger, or the word is absent or ambiguous
     * @throws InconclusiveException if the numbers are not good enough to tell
     * @throws IllegalArgumentException if the percentage allows every score
     */
    public SELF ignores(String word, Percentage percentage) {
        return ignores(WordSelector.word(word), percentage);
    }

    /**
     * Verifies that a word hardly matters: the magnitude of its score is at most a part of the largest of a word.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * assertThat(review).ignores(span(33, 37), withinPercentage(2)); // passes
     * assertThat(review).ignores(span(43, 48), withinPercentage(2)); // fails
     * }</pre>
     *
     * @param word the word
     * @param percentage how large the score may be as a part of the largest
     * @return these assertions, to go on
     * @throws AssertionError if its score is larger, or the word is absent or ambiguous
     * @throws InconclusiveException if the numbers are not good enough to tell
     * @throws IllegalArgumentException if the percentage allows every score
     */
    public SELF ignores(WordSelector word, Percentage percentage) {
        return verify("ignores", Arrays.asList(word, percentage), IgnoreJudgment.within(word, percentage));
    }

    /**
     * Verifies that a word hardly matters: the magnitude of its score is at most a number.
     *
     * <p>The number is in the unit of the scores: logits, unless a probability is explained.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * assertThat(review).ignores("they", within(0.05));  // passes
     * assertThat(review).ignores("wrong", within(0.05)); // fails
     * assertThat(review).ignores("they", within(0.01));  // cannot tell
     * }</pre>
     *
     * @param word the word
     * @param offset how large the score may be, in the unit of the scores
     * @return these assertions, to go on
     * @throws AssertionError if its score is larger, or the word is absent or ambiguous
     * @throws InconclusiveException if the numbers are not good enough to tell
     */
    public SELF ignores(String word, Offset<Double> offset) {
        return ignores(WordSelector.word(word), offset);
    }

    /**
     * Verifies that a word hardly matters: the magnitude of its score is at most a number.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * assertThat(review).ignores(span(33, 37), within(0.05)); // passes
     * assertThat(review).ignores(span(43, 48), within(0.05)); // fails
     * }</pre>
     *
     * @param word the word
     * @param offset how large the score may be, in the unit of the scores
     * @return these assertions, to go on
     * @throws AssertionError if its score is larger, or the word is absent or ambiguous
     * @throws InconclusiveException if the numbers are not good enough to tell
     */
    public SELF ignores(WordSelector word, Offset<Double> offset) {
        return verify("ignores", Arrays.asList(word, offset), IgnoreJudgment.within(word, offset));
    }

    /**
     * Begins a comparison of the share of a word in all scores: go on with {@code isGreaterThan(..)} or another bound.
     *
     * <p>The share is the score over the sum of the magnitudes of all words, special tokens left out; a phrase counts as one word.
     * It lies between −1 and 1 and is negative where the word opposes the target; {@link #byMagnitude()} drops its sign.
     *
     * <p>It verifies nothing by itself, so a test that stops here fails.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * assertThat(review).shareOf("great").isGreaterThan(0.05); // passes
     * assertThat(review).shareOf("great").isGreaterThan(0.3);  // fails
     * }</pre>
     *
     * @param word the word
     * @return the step that takes the bound
     */
    public NumberStep<SELF> shareOf(String word) {
        return shareOf(WordSelector.word(word));
    }

    /**
     * Begins a comparison of the share of a word in all scores, see {@link #shareOf(String)}.
     *
     * <p>It verifies nothing by itself, so a test that stops here fails.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * assertThat(review).shareOf(word("they were wrong")).isLessThan(-0.3); // passes
     * assertThat(review).shareOf(matching("gr.*")).isLessThan(0);           // fails
     * }</pre>
     *
     * @param word the word
     * @return the step that takes the bound
     */
    public NumberStep<SELF> shareOf(WordSelector word) {
        NamedWords.requireGiven(word);
        return new NumberStep<>("shareOf(" + word + ")", bound -> myself.hasShare(word, bound));
    }

    /**
     * Verifies that the share of a word in all scores is within a bound; most tests write
     * {@code shareOf(word).isGreaterThan(..)}.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * assertThat(review).hasShare(word("great"), Bound.atLeast(0.05)); // passes
     * assertThat(review).hasShare(word("great"), Bound.atLeast(0.3));  // fails
     * }</pre>
     *
     * @param word the word
     * @param bound what the share should be
     * @return these assertions, to go on
     * @throws AssertionError if it is not, or the word is absent or ambiguous
     * @throws InconclusiveException if the numbers are not good enough to tell
     * @throws IllegalArgumentException if no share reaches the bound
     */
    public SELF hasShare(WordSelector word, Bound bound) {
        return verify("hasShare", ranked(word, bound), new ShareJudgment(word, bound, rankedBy));
    }

    /**
     * Verifies that the scores sum to F(x) − F(x'), within the limit that the method was given.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * var twoPoints = new IntegratedGradients(IntegrationRule.gaussLegendre(2));
     * assertThat(review).isComplete();                                      // passes
     * assertThat(review.with(LayerwiseRelevance.attnLrp())).isComplete();   // fails: biases take a part
     * assertThat(review.with(twoPoints)).isComplete();                      // cannot tell: too few points
     * }</pre>
     *
     * @return these assertions, to go on
     * @throws AssertionError if the gap exceeds the limit by more than the scores are uncertain, or is not finite
     * @throws InconclusiveException if the scores are too uncertain to tell, or the method claims no such sum
     */
    public SELF isComplete() {
        return verify(Check.About.METHOD, "isComplete", List.of(), new CompletenessJudgment());
    }

    /**
     * Verifies that the scores sum to F(x) − F(x'), within a limit of the test.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * assertThat(review).isComplete(within(0.01));                                    // passes
     * assertThat(review.with(LayerwiseRelevance.attnLrp())).isComplete(within(0.01)); // fails: biases take a part
     * assertThat(review).isComplete(within(0.0001)); // cannot tell: the gap is less than the scores are uncertain
     * }</pre>
     *
     * @param offset the largest gap that counts as none, in the unit of the scores
     * @return these assertions, to go on
     * @throws AssertionError if the gap exceeds the limit by more than the scores are uncertain, or is not finite
     * @throws InconclusiveException if the scores are too uncertain to tell, or the method claims no such sum
     */
    public SELF isComplete(Offset<Double> offset) {
        return verify(Check.About.METHOD, "isComplete", Arrays.asList(offset), CompletenessJudgment.within(offset));
    }

    /**
     * Verifies that the method met its tolerance, so that its scores can be judged.
     *
     * <p>All assertions on scores need that, so it is of use where nothing else is asserted.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * var hasty = new IntegratedGradients(IntegrationRule.adaptive().maxEvaluations(9));
     * assertThat(review).hasConverged();                                                 // passes
     * assertThat(review.with(hasty)).hasConverged();                                     // cannot tell: too few points
     * }</pre>
     *
     * @return these assertions, to go on
     * @throws InconclusiveException if it did not: that is no fault of the model
     */
    public SELF hasConverged() {
        return verify(Check.About.METHOD, "hasConverged", List.of(), new ConvergenceJudgment());
    }

    /**
     * Verifies that the model predicts a class for the text.
     *
     * <p>Of classes that exclude each other, that is the one with the highest score. Labels that stand for themselves (multi-label
     * models, and a service with one label alone) are predicted from a probability of 0.5 on.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * assertThat(review).predicts("NEGATIVE"); // passes
     * assertThat(review).predicts("POSITIVE"); // fails
     * }</pre>
     *
     * @param label its name as the model spells it
     * @return these assertions, to go on
     * @throws AssertionError if it does not
     * @throws InconclusiveException if it is a tie
     * @throws io.github.junitattrib.UnknownLabelException if the model has no such class; it lists those that it has
     * @throws io.github.junitattrib.InvalidTargetException if the model gives values of a regression, or has one class alone
     */
    public SELF predicts(String label) {
        return verify("predicts", Arrays.asList(label), new PredictionJudgment(label, true));
    }

    /**
     * Verifies that the model predicts a class for the text, and with what probability at least.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * assertThat(review).predicts("NEGATIVE", 0.9);  // passes
     * assertThat(review).predicts("NEGATIVE", 0.99); // fails
     * }</pre>
     *
     * @param label its name as the model spells it
     * @param least the lowest probability that will do
     * @return these assertions, to go on
     * @throws AssertionError if it does not
     * @throws InconclusiveException if it is a tie
     * @throws io.github.junitattrib.UnknownLabelException if the model has no such class; it lists those that it has
     * @throws io.github.junitattrib.InvalidTargetException if the model gives values of a regression, or has one class alone
     * @throws IllegalArgumentException if there is no such probability
     */
    public SELF predicts(String label, double least) {
        return verify("predicts", Arrays.asList(label, least), SurePredictionJudgment.of(label, least));
    }

    /**
     * Verifies that the model does not predict a class for the text, see {@link #predicts(String)}.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * assertThat(review).doesNotPredict("POSITIVE"); // passes
     * assertThat(review).doesNotPredict("NEGATIVE"); // fails
     * }</pre>
     *
     * @param label its name as the model spells it
     * @return these assertions, to go on
     * @throws AssertionError if it does
     * @throws InconclusiveException if it is a tie
     * @throws io.github.junitattrib.UnknownLabelException if the model has no such class; it lists those that it has
     * @throws io.github.junitattrib.InvalidTargetException if the model gives values of a regression, or has one class alone
     */
    public SELF doesNotPredict(String label) {
        return verify("doesNotPredict", Arrays.asList(label), new PredictionJudgment(label, false));
    }

    /**
     * Begins a comparison of the probability of a class: go on with {@code isGreaterThan(..)} or another bound.
     *
     * <p>It verifies nothing by itself, so a test that stops here fails.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * assertThat(review).probabilityOf("POSITIVE").isLessThan(0.1);    // passes
     * assertThat(review).probabilityOf("POSITIVE").isGreaterThan(0.9); // fails
     * }</pre>
     *
     * @param label its name as the model spells it
     * @return the step that takes the bound
     */
    public NumberStep<SELF> probabilityOf(String label) {
        Outputs.requireGiven(label);
        return new NumberStep<>("probabilityOf(\"" + label + "\")", bound -> myself.hasProbability(label, bound));
    }

    /**
     * Verifies that the probability of a class is within a bound; most tests write
     * {@code probabilityOf(label).isGreaterThan(..)}.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * assertThat(review).hasProbability("NEGATIVE", Bound.atLeast(0.9)); // passes
     * assertThat(review).hasProbability("NEGATIVE", Bound.atMost(0.9));  // fails
     * }</pre>
     *
     * @param label its name as the model spells it
     * @param bound what the probability should be
     * @return these assertions, to go on
     * @throws AssertionError if it is not
     * @throws InconclusiveException if it is just the bound
     * @throws io.github.junitattrib.UnknownLabelException if the model has no such class; it lists those that it has
     * @throws io.github.junitattrib.InvalidTargetException if the model gives values of a regression
     * @throws IllegalArgumentException if no probability reaches the bound
     */
    public SELF hasProbability(String label, Bound bound) {
        return verify("hasProbability", Arrays.asList(label, bound), new ProbabilityJudgment(label, bound));
    }

    /**
     * Begins a comparison of the score that the model gives a class, such as a logit or the value of a regression: go on with
     * {@code isGreaterThan(..)} or another bound.
     *
     * <p>It verifies nothing by itself, so a test that stops here fails.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * assertThat(review).scoreOf("NEGATIVE").isGreaterThan(1.5); // passes
     * assertThat(review).scoreOf("NEGATIVE").isGreaterThan(2);   // fails
     * }</pre>
     *
     * @param label its name as the model spells it
     * @return the step that takes the bound
     */
    public NumberStep<SELF> scoreOf(String label) {
        Outputs.requireGiven(label);
        return new NumberStep<>("scoreOf(\"" + label + "\")", bound -> myself.hasScore(label, bound));
    }

    /**
     * Verifies that the score that the model gives a class is within a bound; most tests write
     * {@code scoreOf(label).isGreaterThan(..)}.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * assertThat(review).hasScore("NEGATIVE", Bound.between(1, 2)); // passes
     * assertThat(review).hasScore("POSITIVE", Bound.between(1, 2)); // fails
     * }</pre>
     *
     * @param label its name as the model spells it
     * @param bound what the score should be
     * @return these assertions, to go on
     * @throws AssertionError if it is not
     * @throws InconclusiveException if it is just the bound
     * @throws io.github.junitattrib.UnknownLabelException if the model has no such class; it lists those that it has
     */
    public SELF hasScore(String label, Bound bound) {
        return verify("hasScore", Arrays.asList(label, bound), new OutputJudgment(label, bound));
    }

    /**
     * Verifies that another attribution of the text agrees with this one: of another method, target or model.
     *
     * <p>The metric has an error bar, which comes from those of all scores: words that tie make it wide.
     *
     * <pre>{@code
     * var film = ig("A stellar, moving film");
     * assertThat(film).agreesWith(film.with(new ShapleyValues()), spearmanAtLeast(0.9)); // passes
     * assertThat(film).agreesWith(film.with(new Occlusion()), spearmanAtLeast(0.9));     // fails
     * }</pre>
     *
     * @param other what is to be compared
     * @param criterion such as {@code spearmanAtLeast(0.9)}
     * @return these assertions, to go on
     * @throws AssertionError if they agree less
     * @throws InconclusiveException if the numbers are not good enough to tell
     * @throws IllegalArgumentException if they have different texts or words, or are the same one
     * @throws io.github.junitattrib.metric.UndefinedMetricException if the metric has no value, as where all scores are equal
     */
    public SELF agreesWith(AttributionRequest other, AgreementCriterion criterion) {
        Objects.requireNonNull(other, NO_OTHER);
        isNotNull();
        AgreementJudgment judgment = new AgreementJudgment(criterion, rankedBy);
        if (isSame(other)) {
            throw new IllegalArgumentException(SAME);
        }
        return verify(
                comparing(other),
                "agreesWith",
                ranked(other, criterion),
                List.of(other),
                (again, models) ->
                        judgment.apply(again, models.attribution(other).withVerdictBars()));
    }

    /**
     * Verifies that another attribution of the text agrees with this one, see {@link #agreesWith(AttributionRequest,
     * AgreementCriterion)}.
     *
     * <pre>{@code
     * var film = ig("A stellar, moving film");
     * var shapley = film.with(new ShapleyValues()).attribution();
     * assertThat(film).agreesWith(shapley, topTokensOverlapAtLeast(2, 1));                       // passes
     * assertThat(film.with(new Occlusion())).agreesWith(shapley, topTokensOverlapAtLeast(2, 1)); // fails
     * }</pre>
     *
     * @param other what is to be compared
     * @param criterion such as {@code spearmanAtLeast(0.9)}
     * @return these assertions, to go on
     * @throws AssertionError if they agree less
     * @throws InconclusiveException if the numbers are not good enough to tell
     * @throws IllegalArgumentException if they have different texts or words, or are the same one
     * @throws io.github.junitattrib.metric.UndefinedMetricException if the metric has no value, as where all scores are equal
     */
    public SELF agreesWith(Attribution other, AgreementCriterion criterion) {
        Objects.requireNonNull(other, NO_OTHER);
        Optional<AttributionRequest> answered = AttributionLog.current().flatMap(log -> log.requestOf(other));
        if (answered.isPresent()) {
            return agreesWith(answered.get(), criterion);
        }
        AgreementJudgment judgment = new AgreementJudgment(criterion, rankedBy);
        if (isActual(other)) {
            throw new IllegalArgumentException(SAME);
        }
        return verify(
                "agreesWith",
                ranked(other.method().name(), criterion),
                again -> judgment.apply(again, other.withVerdictBars()));
    }

    /**
     * Verifies that the reasons are those that were approved: the same prediction, no word with another sign, the same top
     * word, and nearly the same order of the words. See {@link DriftTolerance#standard()} for the numbers.
     *
     * <p>The approved attribution stands in a file of the source tree, below {@code
     * src/test/resources/approved-attributions}; the property {@code attrib.approved} says whether files are written: {@code
     * verify} (nothing), {@code create}, {@code update} or {@code prune}.
     *
     * <pre>{@code
     * assertThat(ig("They said it would be great")).matchesApproved();       // passes
     * assertThat(ig("A text that nobody has approved")).matchesApproved(); // fails
     * }</pre>
     *
     * @return these assertions, to go on
     * @throws AssertionError if the reasons have drifted, or there is no approved attribution
     * @throws InconclusiveException if the method did not converge, error bars decide it, or no two words are clearly apart
     * @throws IllegalStateException if no explanation test is running
     * @throws io.github.junitattrib.approved.ApprovedFileException if the file cannot be read or written
     */
    public SELF matchesApproved() {
        return matchesApproved(DriftTolerance.standard());
    }

    /**
     * Verifies that the reasons are those that were approved, see {@link #matchesApproved()}, within a tolerance of its own.
     *
     * <pre>{@code
     * var review = ig("They said it would be great");
     * assertThat(review).matchesApproved(DriftTolerance.standard().orderAtLeast(1));             // passes
     * assertThat(review.toward("NEGATIVE")).matchesApproved(DriftTolerance.standard().anyTop()); // fails
     * }</pre>
     *
     * @param tolerance how far they may drift
     * @return these assertions, to go on
     * @throws AssertionError if the reasons have drifted further, or there is no approved attribution
     * @throws InconclusiveException if the method did not converge, error bars decide it, or no two words are clearly apart
     * @throws IllegalStateException if no explanation test is running
     * @throws io.github.junitattrib.approved.ApprovedFileException if the file cannot be read or written
     */
    public SELF matchesApproved(DriftTolerance tolerance) {
        isNotNull();
        Objects.requireNonNull(tolerance, "The tolerance must not be null. Leave it out for the standard one.");
        AttributionLog log = AttributionLog.current()
                .orElseThrow(
                        () -> new IllegalStateException("matchesApproved() finds its file by the running test, but none"
                                + " runs on thread \"" + Thread.currentThread().getName()
                                + "\". Call it from a test of a class with @AttributionTest."));
        ApprovalJudgment judgment = ApprovalJudgment.of(actual, log, tolerance);
        if (judgment.isMissing() && info.representation() == AttributionRepresentation.OF_ASSUMPTIONS) {
            throw new IllegalStateException("Nothing is approved yet for \"" + actual.text()
                    + "\", so that this assumption would skip its test for ever. Approve it with -Dattrib.approved=create,"
                    + " or assert in place of assuming.");
        }
        return verify("matchesApproved", List.of(tolerance), judgment);
    }

    /**
     * Verifies that the scores single out the words that a person gives as reason.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * assertThat(review).matchesRationale(rationale("great"), auprcAtLeast(0.8)); // passes
     * assertThat(review).matchesRationale(rationale("wrong"), auprcAtLeast(0.8)); // fails
     * }</pre>
     *
     * @param rationale such as {@code rationale("great", "moving")}
     * @param criterion such as {@code auprcAtLeast(0.8)}
     * @return these assertions, to go on
     * @throws AssertionError if they do so less, or one of the words is absent or ambiguous
     * @throws InconclusiveException if the numbers are not good enough to tell
     * @throws io.github.junitattrib.metric.UndefinedMetricException if the metric has no value, as where the rationale covers all words
     */
    public SELF matchesRationale(HumanRationale rationale, RationaleCriterion criterion) {
        return verify(
                "matchesRationale",
                ranked(rationale, criterion),
                new RationaleJudgment(rationale, criterion, rankedBy));
    }

    /**
     * Verifies that the scores single out the stretches that a person marked as reason, as corpora have them.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * assertThat(review).matchesRationale(List.of(new Span(22, 27)), iouAtLeast(0.5)); // passes
     * assertThat(review).matchesRationale(List.of(new Span(43, 48)), iouAtLeast(0.5)); // fails
     * }</pre>
     *
     * @param rationale UTF-16 offsets into the text; a word belongs to it if it is touched
     * @param criterion such as {@code auprcAtLeast(0.8)}
     * @return these assertions, to go on
     * @throws AssertionError if they do so less
     * @throws InconclusiveException if the numbers are not good enough to tell
     * @throws IllegalArgumentException if a stretch holds no word of the text
     * @throws io.github.junitattrib.metric.UndefinedMetricException if the metric has no value, as where the rationale covers all words
     */
    public SELF matchesRationale(List<Span> rationale, RationaleCriterion criterion) {
        return matchesRationale(HumanRationale.marked(rationale), criterion);
    }

    /**
     * Verifies that the model needs the words that rank highest: without them the probability of the explained class falls.
     *
     * <p>It asks the model, so it needs the request, or an attribution that the running test computed.
     *
     * <pre>{@code
     * var review = ig("They said it was great");
     * assertThat(review).hasComprehensivenessOfAtLeast(0.3); // passes
     * assertThat(review).hasComprehensivenessOfAtLeast(0.5); // fails
     * }</pre>
     *
     * @param least how far it should fall, on average over ERASER's bins
     * @return these assertions, to go on
     * @throws AssertionError if it is lower
     * @throws InconclusiveException if the numbers are not good enough to tell
     * @throws IllegalStateException if the model is not known
     * @throws io.github.junitattrib.metric.UndefinedMetricException if the metric has no value, as where all scores are equal
     */
    public SELF hasComprehensivenessOfAtLeast(double least) {
        return hasComprehensivenessOfAtLeast(least, new Comprehensiveness());
    }

    /**
     * Verifies that the model needs the words that rank highest, with other options of the metric.
     *
     * <p>It asks the model, so it needs the request, or an attribution that the running test computed.
     *
     * <pre>{@code
     * var review = ig("They said it was great");
     * var top = new Comprehensiveness(Erasure.DEFAULT.bins(0.2));
     * assertThat(review).hasComprehensivenessOfAtLeast(0.3, top); // passes
     * assertThat(review).hasComprehensivenessOfAtLeast(0.5, top); // fails
     * }</pre>
     *
     * @param least how far the score should fall
     * @param metric bins, units, removal and the measured number
     * @return these assertions, to go on
     * @throws AssertionError if it is lower
     * @throws InconclusiveException if the numbers are not good enough to tell
     * @throws IllegalStateException if the model is not known
     * @throws io.github.junitattrib.metric.UndefinedMetricException if the metric has no value, as where all scores are equal
     */
    public SELF hasComprehensivenessOfAtLeast(double least, Comprehensiveness metric) {
        return verify(
                "hasComprehensivenessOfAtLeast",
                Arrays.asList(least, metric),
                FaithfulnessJudgment.atLeast(least, metric));
    }

    /**
     * Verifies that the words that rank highest suffice: with them alone the probability of the explained class hardly falls.
     *
     * <p>It asks the model, so it needs the request, or an attribution that the running test computed.
     *
     * <pre>{@code
     * var review = ig("They said it was great");
     * assertThat(review).hasSufficiencyOfAtMost(0.05);  // passes
     * assertThat(review).hasSufficiencyOfAtMost(0.005); // fails
     * }</pre>
     *
     * @param most how far it may fall, on average over ERASER's bins
     * @return these assertions, to go on
     * @throws AssertionError if it is higher
     * @throws InconclusiveException if the numbers are not good enough to tell
     * @throws IllegalStateException if the model is not known
     * @throws io.github.junitattrib.metric.UndefinedMetricException if the metric has no value, as where all scores are equal
     */
    public SELF hasSufficiencyOfAtMost(double most) {
        return hasSufficiencyOfAtMost(most, new Sufficiency());
    }

    /**
     * Verifies that the words that rank highest suffice, with other options of the metric.
     *
     * <p>It asks the model, so it needs the request, or an attribution that the running test computed.
     *
     * <pre>{@code
     * var review = ig("They said it was great");
     * var top = new Sufficiency(Erasure.DEFAULT.bins(0.2));
     * assertThat(review).hasSufficiencyOfAtMost(0.05, top);  // passes
     * assertThat(review).hasSufficiencyOfAtMost(0.005, top); // fails
     * }</pre>
     *
     * @param most how far the score may fall
     * @param metric bins, units, removal and the measured number
     * @return these assertions, to go on
     * @throws AssertionError if it is higher
     * @throws InconclusiveException if the numbers are not good enough to tell
     * @throws IllegalStateException if the model is not known
     * @throws io.github.junitattrib.metric.UndefinedMetricException if the metric has no value, as where all scores are equal
     */
    public SELF hasSufficiencyOfAtMost(double most, Sufficiency metric) {
        return verify("hasSufficiencyOfAtMost", Arrays.asList(most, metric), FaithfulnessJudgment.atMost(most, metric));
    }

    /**
     * Goes to one word or phrase.
     *
     * <p>It verifies nothing by itself, so a test that stops here fails; {@code and()} leads back.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * assertThat(review).word("great").isPositive().isAbove("said"); // passes
     * assertThat(review).word("wrong").isPositive();                 // fails
     * }</pre>
     *
     * @param word the word as it stands in the text
     * @return assertions on the word
     */
    public WordStep<SELF> word(String word) {
        return word(WordSelector.word(word));
    }

    /**
     * Goes to one word or phrase.
     *
     * <p>It verifies nothing by itself, so a test that stops here fails; {@code and()} leads back.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * assertThat(review).word(matching("gr.*")).isPositive();        // passes
     * assertThat(review).word(word("they were wrong")).isPositive(); // fails
     * }</pre>
     *
     * @param word the word
     * @return assertions on the word
     */
    public WordStep<SELF> word(WordSelector word) {
        return new WordStep<>(myself, word);
    }

    /**
     * Goes to one token of the model, as its tokenizer prints it, such as {@code ##ing}.
     *
     * <p>It verifies nothing by itself, so a test that stops here fails; {@code and()} leads back.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * assertThat(review).token("great").isPositive(); // passes
     * assertThat(review).token("wrong").isPositive(); // fails
     * }</pre>
     *
     * @param piece the token
     * @return assertions on the token
     */
    public WordStep<SELF> token(String piece) {
        return word(WordSelector.token(piece));
    }

    /**
     * Goes to a stretch of the text; both ends must be ends of tokens.
     *
     * <p>It verifies nothing by itself, so a test that stops here fails; {@code and()} leads back.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * assertThat(review).span(22, 27).isPositive(); // passes
     * assertThat(review).span(43, 48).isPositive(); // fails
     * }</pre>
     *
     * @param start first UTF-16 unit, from 0
     * @param end first unit behind the stretch
     * @return assertions on the stretch
     * @throws IllegalArgumentException if the span is empty or its ends are in the wrong order
     */
    public WordStep<SELF> span(int start, int end) {
        return word(WordSelector.span(start, end));
    }

    /**
     * Goes to what the model predicts.
     *
     * <p>It verifies nothing by itself, so a test that stops here fails; {@code and()} leads back.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * assertThat(review).prediction().hasLabel("NEGATIVE"); // passes
     * assertThat(review).prediction().hasLabel("POSITIVE"); // fails
     * }</pre>
     *
     * @return assertions on the prediction
     */
    public PredictionStep<SELF> prediction() {
        return new PredictionStep<>(myself);
    }

    /**
     * Goes to all words in the order of their ranking, as AssertJ's assertions on lists.
     *
     * <p>AssertJ knows nothing of error bars, so this is inconclusive unless they leave the order certain. What AssertJ then verifies
     * is not judged again on other models, as our own assertions are.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * assertThat(review).ranking().startsWith("great", "and").endsWith("wrong"); // passes
     * assertThat(review).ranking().startsWith("wrong");                          // fails
     * assertThat(ig("They said it was great")).ranking().startsWith("great");    // cannot tell: others tie
     * }</pre>
     *
     * @return assertions on the words, which do not lead back
     * @throws InconclusiveException if the order is not certain, because words tie or the method did not converge
     */
    public ListAssert<String> ranking() {
        return ranking(new CertainOrderJudgment(OptionalInt.empty(), rankedBy));
    }

    /**
     * Goes to the top words in the order of their ranking, as AssertJ's assertions on lists, see {@link #ranking()}.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * assertThat(review).ranking(2).containsExactly("great", "and"); // passes
     * assertThat(review).ranking(2).contains("wrong");               // fails
     * }</pre>
     *
     * @param top how many words
     * @return assertions on the words, which do not lead back
     * @throws InconclusiveException if it is not certain which words these are, and in what order
     * @throws IllegalArgumentException if the text has fewer words
     */
    public ListAssert<String> ranking(int top) {
        return ranking(new CertainOrderJudgment(OptionalInt.of(top), rankedBy));
    }

    /**
     * Judges what the model has learnt by the attribution alone, see {@link #verify(Check.About, String, List, List,
     * BiFunction)}.
     *
     * @param kind name of the assertion
     * @param arguments what it was given
     * @param judgment maps an attribution to an outcome
     * @return these assertions, to go on
     * @throws AssertionError if the outcome is {@link Verdict#FAIL}
     * @throws InconclusiveException if it is {@link Verdict#INCONCLUSIVE}
     */
    protected SELF verify(String kind, List<?> arguments, Function<Attribution, Outcome> judgment) {
        return verify(Check.About.MODEL, kind, arguments, judgment);
    }

    private SELF verify(Check.About about, String kind, List<?> arguments, Function<Attribution, Outcome> judgment) {
        return verify(about, kind, arguments, List.of(), (again, models) -> judgment.apply(again));
    }

    /** Judges by asking the model as well: a quality of the numbers, so no model is to fail it. */
    private SELF verify(String kind, List<?> arguments, FaithfulnessJudgment judgment) {
        isNotNull();
        AttributionRequest asked = request()
                .orElseThrow(() -> new IllegalStateException("The assertion " + kind
                        + " asks the model, but this attribution does not tell its request. Assert on the request"
                        + " itself, as in assertThat(ig(text))."));
        return verify(
                Check.About.METHOD,
                kind,
                arguments,
                List.of(),
                (again, models) -> judgment.judge(again, models.model(asked)));
    }

    /** Begins AssertJ's assertions on the top words if their order is certain. */
    private ListAssert<String> ranking(CertainOrderJudgment judgment) {
        verify(Check.About.METHOD, "ranking", ranked(judgment.places()), judgment);
        // Where chains navigate by asInstanceOf(..), soft assertions and assumptions put their own in place.
        return asInstanceOf(new InstanceOfAssertFactory<>(
                Attribution.class, attribution -> Assertions.assertThat(judgment.words(attribution))));
    }

    /** Equal numbers of another run are no matter of course, as where a method draws samples. */
    @SuppressWarnings("ReferenceEquality")
    private boolean isActual(Attribution other) {
        return other == actual;
    }

    /** Whether a request asks what this attribution answers, in the same words or in others, so that the two agree. */
    private boolean isSame(AttributionRequest other) {
        Optional<AttributionRequest> own = request()
                .filter(one -> one.attributor().equals(other.attributor())
                        && one.method().equals(other.method()));
        if (own.isEmpty() || own.get().equals(other)) {
            return own.isPresent();
        }
        // The predicted class and its label, or baselines that the method does not read.
        Attribution answer = other.attribution();
        return answer.target().equals(actual.target()) && answer.tokens().equals(actual.tokens());
    }

    /** Another method on the same model and target says something of the methods; anything else of the model. */
    private Check.About comparing(AttributionRequest other) {
        return request()
                        .filter(own -> own.attributor().equals(other.attributor())
                                && own.target().equals(other.target()))
                        .isPresent()
                ? Check.About.METHOD
                : Check.About.MODEL;
    }

    /** The arguments of a check that asks for an order, with what it is ranked by unless that is the usual. */
    private List<Object> ranked(Object... arguments) {
        return rankedBy == RankedBy.MAGNITUDE
                ? Stream.concat(Stream.of(arguments), Stream.of(WrittenCall.BY_MAGNITUDE))
                        .toList()
                : Arrays.asList(arguments);
    }

    /**
     * Begins to say what should hold under a change of the text: go on with {@code keepsTop(3)}, {@code flipsSignOf(..)} and
     * so on.
     *
     * <p>The changed texts are explained by the same method, from the same baseline, toward the class that is explained of
     * this text; all of them must hold. It verifies nothing by itself, so a test that stops here fails.
     *
     * <pre>{@code
     * assertThat(ig("Alice said it was great")).under(TextChanges.swapping("Alice", "Omar")).keepsPrediction(); // passes
     * assertThat(ig("They said it was great")).under(TextChanges.negating("great")).keepsPrediction(); // fails
     * }</pre>
     *
     * @param change what to do to the text
     * @return the step that takes the expectation
     */
    public ChangeStep<SELF> under(TextChange change) {
        return new ChangeStep<>(myself, change, rankedBy);
    }

    /**
     * Verifies that an expectation holds for every text that a change makes; most tests write {@code under(change)}.
     *
     * <pre>{@code
     * var longer = new org.assertj.core.error.BasicErrorMessageFactory("Expected as many words, but there are more.");
     * ChangeExpectation keepsLength = ChangeExpectation.of("keepsLength()", pair -> pair.original().words().size() == pair.changed().words().size() ? Outcome.pass(List.of()) : Outcome.fail(longer, List.of()));
     * assertThat(ig("They said it was great")).meetsUnder(TextChanges.replacing("great", "awful"), keepsLength); // passes
     * assertThat(ig("They said it was great")).meetsUnder(TextChanges.negating("great"), keepsLength); // fails
     * }</pre>
     *
     * @param change what to do to the text
     * @param expectation what should hold between the two attributions
     * @return these assertions, to go on
     * @throws AssertionError if it does not hold for one of the changed texts
     * @throws InconclusiveException if the numbers are not good enough to tell, or the change does not apply to the text
     * @throws IllegalStateException if these assertions are on a ready attribution, which cannot be asked again
     */
    public SELF meetsUnder(TextChange change, ChangeExpectation expectation) {
        isNotNull();
        AttributionRequest asked = request()
                .orElseThrow(() -> new IllegalStateException("The text that " + change
                        + " makes must be explained too, but a ready attribution of \"" + actual.text()
                        + "\" does not say by whom. Assert on the request: assertThat(ig(\"…\")).under(..)."));
        Objects.requireNonNull(change, ChangeStep.NO_CHANGE);
        Objects.requireNonNull(
                expectation,
                "The expectation must not be null. Make one by ChangeExpectation.of(\"name\", pair -> …).");
        ChangeJudgment judgment = new ChangeJudgment(asked, change, expectation);
        return verify(
                Check.About.MODEL, "under", List.of(change, expectation.call()), judgment.requests(actual), judgment);
    }

    /**
     * Judges the attribution, records the check with the running test, and throws unless it passed: the one way for all
     * assertions.
     *
     * <p>The judgment must know nothing of these assertions, because the record is replayed with another model in place
     * of the one under test: it judges the attribution that it is given, and takes every other number from the
     * substitution.
     *
     * @param about what a pass says something about
     * @param kind name of the assertion
     * @param arguments what it was given
     * @param others the requests that the judgment will compute besides this attribution
     * @param judgment maps the attribution, and what else it asks for, to an outcome
     * @return these assertions, to go on
     * @throws AssertionError if the outcome is {@link Verdict#FAIL}
     * @throws InconclusiveException if it is {@link Verdict#INCONCLUSIVE}
     */
    protected SELF verify(
            Check.About about,
            String kind,
            List<?> arguments,
            List<AttributionRequest> others,
            BiFunction<Attribution, Substitution, Outcome> judgment) {
        isNotNull();
        Optional<AttributionRequest> own = request();
        List<AttributionRequest> requests =
                Stream.concat(own.stream(), others.stream()).toList();
        new Settlement(kind, arguments, about, requests)
                .settle(
                        judgment.apply(actual.withVerdictBars(), NestedCase.models()),
                        models -> judgment.apply(
                                own.map(models::attribution).orElse(actual).withVerdictBars(), models),
                        actual,
                        info,
                        this::assertionError);
        return myself;
    }

    /**
     * Returns the request that the attribution answers: the one that these assertions were begun with, or that the
     * running test computed it for.
     *
     * @return empty for an attribution that was made otherwise
     */
    protected Optional<AttributionRequest> request() {
        return request.isPresent() ? request : AttributionLog.current().flatMap(log -> log.requestOf(actual));
    }

    /** Remembers the request that was asserted on. */
    SELF answering(AttributionRequest asked) {
        request = Optional.of(asked);
        return myself;
    }

    @Override
    protected boolean isElementOfCustomAssert(StackTraceElement frame) {
        return super.isElementOfCustomAssert(frame) || OurFrames.contain(frame);
    }
}
