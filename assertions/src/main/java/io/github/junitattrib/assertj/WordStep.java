package io.github.junitattrib.assertj;

import io.github.junitattrib.text.WordSelector;
import java.util.function.Supplier;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;

/**
 * Assertions on one word, phrase or token: it verifies nothing by itself, and fails its test if it is left there.
 *
 * <p>It calls public methods of the assertion back and never judges by itself, see {@link RankingStep}.
 *
 * @param <SELF> type of the assertions that it returns to
 */
public final class WordStep<SELF extends AbstractAttributionAssert<SELF>> {

    private final SELF attribution;
    private final WordSelector word;
    private final Unfinished unfinished;

    WordStep(SELF attribution, WordSelector word) {
        NamedWords.requireGiven(word);
        this.attribution = attribution;
        this.word = word;
        this.unfinished = Unfinished.step("word(" + word + ")", ".isPositive()");
    }

    /**
     * Verifies that the word ranks above another one, see {@link RankingStep#above(String)}.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * assertThat(review).word("great").isAbove("said"); // passes
     * assertThat(review).word("said").isAbove("great"); // fails
     * }</pre>
     *
     * @param lower the word that should rank below
     * @return to go on about the same word
     * @throws AssertionError if it ranks below, or one of the words is absent or ambiguous
     * @throws io.github.junitattrib.InconclusiveException if the numbers are not good enough to tell
     */
    public WordStep<SELF> isAbove(String lower) {
        unfinished.close();
        return isAbove(WordSelector.word(lower));
    }

    /**
     * Verifies that the word ranks above another one, see {@link RankingStep#above(WordSelector)}.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * assertThat(review).word("great").isAbove(span(5, 9));      // passes
     * assertThat(review).word("said").isAbove(matching("gr.*")); // fails
     * }</pre>
     *
     * @param lower the word that should rank below
     * @return to go on about the same word
     * @throws AssertionError if it ranks below, or one of the words is absent or ambiguous
     * @throws io.github.junitattrib.InconclusiveException if the numbers are not good enough to tell
     */
    public WordStep<SELF> isAbove(WordSelector lower) {
        return end(".isAbove(" + lower + ")", () -> attribution.ranksAbove(word, lower));
    }

    /**
     * Verifies that the word ranks below another one, see {@link RankingStep#below(String)}.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * assertThat(review).word("said").isBelow("great"); // passes
     * assertThat(review).word("great").isBelow("said"); // fails
     * }</pre>
     *
     * @param higher the word that should rank above
     * @return to go on about the same word
     * @throws AssertionError if it ranks above, or one of the words is absent or ambiguous
     * @throws io.github.junitattrib.InconclusiveException if the numbers are not good enough to tell
     */
    public WordStep<SELF> isBelow(String higher) {
        unfinished.close();
        return isBelow(WordSelector.word(higher));
    }

    /**
     * Verifies that the word ranks below another one, see {@link RankingStep#below(WordSelector)}.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * assertThat(review).word("said").isBelow(matching("gr.*")); // passes
     * assertThat(review).word("great").isBelow(span(5, 9));      // fails
     * }</pre>
     *
     * @param higher the word that should rank above
     * @return to go on about the same word
     * @throws AssertionError if it ranks above, or one of the words is absent or ambiguous
     * @throws io.github.junitattrib.InconclusiveException if the numbers are not good enough to tell
     */
    public WordStep<SELF> isBelow(WordSelector higher) {
        return end(".isBelow(" + higher + ")", () -> attribution.ranksAbove(higher, word));
    }

    /**
     * Verifies that the word is among the k highest, see {@link RankingStep#amongTop(int)}.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * assertThat(review).word("great").isAmongTop(3); // passes
     * assertThat(review).word("wrong").isAmongTop(3); // fails
     * }</pre>
     *
     * @param k how many words count as top, fewer than the text has
     * @return to go on about the same word
     * @throws AssertionError if at least k words rank above it, or the word is absent or ambiguous
     * @throws io.github.junitattrib.InconclusiveException if the numbers are not good enough to tell
     * @throws IllegalArgumentException if k is less than 1, or takes all words
     */
    public WordStep<SELF> isAmongTop(int k) {
        return end(".isAmongTop(" + k + ")", () -> attribution.ranksAmongTop(word, k));
    }

    /**
     * Verifies that the word ranks above every other one.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * assertThat(review).word("great").isFirst(); // passes
     * assertThat(review).word("wrong").isFirst(); // fails
     * }</pre>
     *
     * @return to go on about the same word
     * @throws AssertionError if another word ranks above it, or the word is absent or ambiguous
     * @throws io.github.junitattrib.InconclusiveException if the numbers are not good enough to tell
     */
    public WordStep<SELF> isFirst() {
        return end(".isFirst()", () -> attribution.hasTopToken(word));
    }

    /**
     * Verifies that the word ranks below every other one.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * assertThat(review).word("wrong").isLast(); // passes
     * assertThat(review).word("great").isLast(); // fails
     * }</pre>
     *
     * @return to go on about the same word
     * @throws AssertionError if another word ranks below it, or the word is absent or ambiguous
     * @throws io.github.junitattrib.InconclusiveException if the numbers are not good enough to tell
     */
    public WordStep<SELF> isLast() {
        return end(".isLast()", () -> attribution.ranksLast(word));
    }

    /**
     * Verifies that the word supports the target.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * assertThat(review).word("great").isPositive(); // passes
     * assertThat(review).word("wrong").isPositive(); // fails
     * }</pre>
     *
     * @return to go on about the same word
     * @throws AssertionError if its score is not positive, or the word is absent or ambiguous
     * @throws io.github.junitattrib.InconclusiveException if the numbers are not good enough to tell
     */
    public WordStep<SELF> isPositive() {
        return end(".isPositive()", () -> attribution.givesPositiveWeightTo(word));
    }

    /**
     * Verifies that the word opposes the target.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * assertThat(review).word("wrong").isNegative(); // passes
     * assertThat(review).word("great").isNegative(); // fails
     * }</pre>
     *
     * @return to go on about the same word
     * @throws AssertionError if its score is not negative, or the word is absent or ambiguous
     * @throws io.github.junitattrib.InconclusiveException if the numbers are not good enough to tell
     */
    public WordStep<SELF> isNegative() {
        return end(".isNegative()", () -> attribution.givesNegativeWeightTo(word));
    }

    /**
     * Verifies that the word hardly matters beside the largest score of a word, see {@link
     * AbstractAttributionAssert#ignores(WordSelector, Percentage)}.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * assertThat(review).word("they").isIgnored(withinPercentage(2));  // passes
     * assertThat(review).word("wrong").isIgnored(withinPercentage(2)); // fails
     * }</pre>
     *
     * @param percentage how large the score may be as a part of the largest
     * @return to go on about the same word
     * @throws AssertionError if its score is larger, or the word is absent or ambiguous
     * @throws io.github.junitattrib.InconclusiveException if the numbers are not good enough to tell
     */
    public WordStep<SELF> isIgnored(Percentage percentage) {
        return end(".isIgnored(" + WrittenCall.argument(percentage) + ")", () -> attribution.ignores(word, percentage));
    }

    /**
     * Verifies that the word hardly matters, see {@link AbstractAttributionAssert#ignores(WordSelector, Offset)}.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * assertThat(review).word("they").isIgnored(within(0.05));  // passes
     * assertThat(review).word("wrong").isIgnored(within(0.05)); // fails
     * }</pre>
     *
     * @param offset how large the score may be, in the unit of the scores
     * @return to go on about the same word
     * @throws AssertionError if its score is larger, or the word is absent or ambiguous
     * @throws io.github.junitattrib.InconclusiveException if the numbers are not good enough to tell
     */
    public WordStep<SELF> isIgnored(Offset<Double> offset) {
        return end(".isIgnored(" + WrittenCall.argument(offset) + ")", () -> attribution.ignores(word, offset));
    }

    /**
     * Begins a comparison of the share of the word in all scores, see {@link
     * AbstractAttributionAssert#shareOf(WordSelector)}.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * assertThat(review).word("wrong").share().isLessThan(-0.3);   // passes
     * assertThat(review).word("great").share().isGreaterThan(0.3); // fails
     * }</pre>
     *
     * @return the step that takes the bound
     */
    public NumberStep<WordStep<SELF>> share() {
        unfinished.close();
        return new NumberStep<>("word(" + word + ").share()", bound -> {
            attribution.hasShare(word, bound);
            return this;
        });
    }

    /**
     * Returns to the attribution, to go on about other words.
     *
     * @return its assertions
     */
    public SELF and() {
        return attribution;
    }

    /**
     * Returns to the attribution, as {@link #and()} does.
     *
     * @return its assertions
     */
    public SELF returnToAttribution() {
        return attribution;
    }

    private WordStep<SELF> end(String ending, Supplier<SELF> assertion) {
        unfinished.end(ending, assertion);
        return this;
    }
}
