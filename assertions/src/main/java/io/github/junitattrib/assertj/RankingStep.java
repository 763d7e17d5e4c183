package io.github.junitattrib.assertj;

import io.github.junitattrib.text.WordSelector;

/**
 * The middle of {@code ranks("great").above("said")}: it verifies nothing, and fails its test if it is left there.
 *
 * <p>It calls one public method of the assertion back and never judges by itself, because AssertJ's soft assertions
 * collect the failures of the assertion object alone.
 *
 * @param <SELF> type of the assertions that it returns to
 */
public final class RankingStep<SELF extends AbstractAttributionAssert<SELF>> {

    private final SELF attribution;
    private final WordSelector word;
    private final Unfinished unfinished;

    RankingStep(SELF attribution, WordSelector word) {
        NamedWords.requireGiven(word);
        this.attribution = attribution;
        this.word = word;
        this.unfinished = Unfinished.step("ranks(" + word + ")", ".above(\"said\")");
    }

    /**
     * Verifies that the word ranks above another one, by more than the numerical uncertainty.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * assertThat(review).ranks("great").above("said");                    // passes
     * assertThat(review).ranks("said").above("great");                    // fails
     * assertThat(ig("They said it was great")).ranks("it").above("They"); // cannot tell: they tie
     * }</pre>
     *
     * @param lower the word that should rank below
     * @return the assertions, to go on
     * @throws AssertionError if it ranks below, or one of the words is absent or ambiguous
     * @throws io.github.junitattrib.InconclusiveException if the numbers are not good enough to tell
     */
    public SELF above(String lower) {
        unfinished.close();
        return above(WordSelector.word(lower));
    }

    /**
     * Verifies that the word ranks above another one, by more than the numerical uncertainty.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * assertThat(review).ranks("great").above(span(43, 48));    // passes
     * assertThat(review).ranks("said").above(matching("gr.*")); // fails
     * }</pre>
     *
     * @param lower the word that should rank below
     * @return the assertions, to go on
     * @throws AssertionError if it ranks below, or one of the words is absent or ambiguous
     * @throws io.github.junitattrib.InconclusiveException if the numbers are not good enough to tell
     */
    public SELF above(WordSelector lower) {
        return unfinished.end(".above(" + lower + ")", () -> attribution.ranksAbove(word, lower));
    }

    /**
     * Verifies that the word ranks below another one, by more than the numerical uncertainty.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * assertThat(review).ranks("said").below("great"); // passes
     * assertThat(review).ranks("great").below("said"); // fails
     * }</pre>
     *
     * @param higher the word that should rank above
     * @return the assertions, to go on
     * @throws AssertionError if it ranks above, or one of the words is absent or ambiguous
     * @throws io.github.junitattrib.InconclusiveException if the numbers are not good enough to tell
     */
    public SELF below(String higher) {
        unfinished.close();
        return below(WordSelector.word(higher));
    }

    /**
     * Verifies that the word ranks below another one, by more than the numerical uncertainty.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * assertThat(review).ranks("said").below(matching("gr.*")); // passes
     * assertThat(review).ranks("great").below(span(5, 9));      // fails
     * }</pre>
     *
     * @param higher the word that should rank above
     * @return the assertions, to go on
     * @throws AssertionError if it ranks above, or one of the words is absent or ambiguous
     * @throws io.github.junitattrib.InconclusiveException if the numbers are not good enough to tell
     */
    public SELF below(WordSelector higher) {
        return unfinished.end(".below(" + higher + ")", () -> attribution.ranksAbove(higher, word));
    }

    /**
     * Verifies that the word is among the k highest, whatever order the error bars allow.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * assertThat(review).ranks("great").amongTop(3); // passes
     * assertThat(review).ranks("wrong").amongTop(3); // fails
     * }</pre>
     *
     * @param k how many words count as top, fewer than the text has
     * @return the assertions, to go on
     * @throws AssertionError if at least k words rank above it, or the word is absent or ambiguous
     * @throws io.github.junitattrib.InconclusiveException if the numbers are not good enough to tell
     * @throws IllegalArgumentException if k is less than 1, or takes all words
     */
    public SELF amongTop(int k) {
        return unfinished.end(".amongTop(" + k + ")", () -> attribution.ranksAmongTop(word, k));
    }

    /**
     * Verifies that the word ranks above every other one, by more than the numerical uncertainty.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * assertThat(review).ranks("great").first(); // passes
     * assertThat(review).ranks("wrong").first(); // fails
     * }</pre>
     *
     * @return the assertions, to go on
     * @throws AssertionError if another word ranks above it, or the word is absent or ambiguous
     * @throws io.github.junitattrib.InconclusiveException if the numbers are not good enough to tell
     * @throws IllegalArgumentException if the text has no other word
     */
    public SELF first() {
        return unfinished.end(".first()", () -> attribution.hasTopToken(word));
    }

    /**
     * Verifies that the word ranks below every other one, by more than the numerical uncertainty.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * assertThat(review).ranks("wrong").last(); // passes
     * assertThat(review).ranks("great").last(); // fails
     * }</pre>
     *
     * @return the assertions, to go on
     * @throws AssertionError if another word ranks below it, or the word is absent or ambiguous
     * @throws io.github.junitattrib.InconclusiveException if the numbers are not good enough to tell
     * @throws IllegalArgumentException if the text has no other word
     */
    public SELF last() {
        return unfinished.end(".last()", () -> attribution.ranksLast(word));
    }
}
