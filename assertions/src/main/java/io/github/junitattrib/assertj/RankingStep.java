package io.github.junitattrib.assertj;

import io.github.junitattrib.junit.AttributionLog;
import io.github.junitattrib.junit.OpenStep;
import io.github.junitattrib.text.WordSelector;
import java.util.Optional;

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
    private final Optional<OpenStep> open;

    RankingStep(SELF attribution, WordSelector word) {
        this.attribution = attribution;
        this.word = word;
        this.open = AttributionLog.current().map(log -> log.openStep("ranks(" + word + ")"));
    }

    /**
     * Verifies that the word supports the target more than another one, by more than the numerical uncertainty.
     *
     * <pre>{@code
     * assertThat(ig("They said it was great")).ranks("great").above("said"); // passes
     * assertThat(ig("They said it was great")).ranks("said").above("great"); // fails
     * }</pre>
     *
     * @param lower the word that should have the lower score
     * @return the assertions, to go on
     * @throws AssertionError if it ranks below, or one of the words is absent or ambiguous
     * @throws io.github.junitattrib.InconclusiveException if the numbers are not good enough to tell
     */
    public SELF above(String lower) {
        close();
        return above(WordSelector.word(lower));
    }

    /**
     * Verifies that the word supports the target more than another one, by more than the numerical uncertainty.
     *
     * <pre>{@code
     * assertThat(ig("great, really great")).ranks(word("great").occurrence(2)).above(word("great").occurrence(1)); // passes
     * assertThat(ig("They said it was great")).ranks("said").above(span(17, 22)); // fails
     * }</pre>
     *
     * @param lower the word that should have the lower score
     * @return the assertions, to go on
     * @throws AssertionError if it ranks below, or one of the words is absent or ambiguous
     * @throws io.github.junitattrib.InconclusiveException if the numbers are not good enough to tell
     */
    public SELF above(WordSelector lower) {
        close();
        return attribution.ranksAbove(word, lower);
    }

    /**
     * Verifies that the word supports the target less than another one, by more than the numerical uncertainty.
     *
     * <pre>{@code
     * assertThat(ig("They said it was great")).ranks("said").below("great"); // passes
     * assertThat(ig("They said it was great")).ranks("great").below("said"); // fails
     * }</pre>
     *
     * @param higher the word that should have the higher score
     * @return the assertions, to go on
     * @throws AssertionError if it ranks above, or one of the words is absent or ambiguous
     * @throws io.github.junitattrib.InconclusiveException if the numbers are not good enough to tell
     */
    public SELF below(String higher) {
        close();
        return below(WordSelector.word(higher));
    }

    /**
     * Verifies that the word supports the target less than another one, by more than the numerical uncertainty.
     *
     * <pre>{@code
     * assertThat(ig("great, really great")).ranks("really").below(word("great").occurrence(1)); // passes
     * assertThat(ig("They said it was great")).ranks("great").below(span(5, 9)); // fails
     * }</pre>
     *
     * @param higher the word that should have the higher score
     * @return the assertions, to go on
     * @throws AssertionError if it ranks above, or one of the words is absent or ambiguous
     * @throws io.github.junitattrib.InconclusiveException if the numbers are not good enough to tell
     */
    public SELF below(WordSelector higher) {
        close();
        return attribution.ranksAbove(higher, word);
    }

    /** Before anything that may throw: a chain that ends with an error was finished. */
    private void close() {
        open.ifPresent(OpenStep::close);
    }
}
