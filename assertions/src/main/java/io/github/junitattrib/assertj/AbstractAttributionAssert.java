package io.github.junitattrib.assertj;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.InconclusiveException;
import io.github.junitattrib.Verdict;
import io.github.junitattrib.check.Check;
import io.github.junitattrib.check.Substitution;
import io.github.junitattrib.corpus.TextChange;
import io.github.junitattrib.junit.AttributionLog;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.text.WordSelector;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;

/**
 * All assertions on one attribution: a flat list of short methods over {@link #verify}.
 *
 * <p>The methods are not final, because AssertJ's soft assertions override them.
 *
 * @param <SELF> type of the concrete assertions
 */
public abstract class AbstractAttributionAssert<SELF extends AbstractAttributionAssert<SELF>>
        extends AbstractAssert<SELF, Attribution> {

    private static final String OUR_PACKAGE = AbstractAttributionAssert.class.getPackageName();

    private Optional<AttributionRequest> request = Optional.empty();

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
     * Begins a comparison of a word's score with that of another: go on with {@code above(..)} or {@code below(..)}.
     *
     * <p>It verifies nothing by itself, so a test that stops here fails.
     *
     * <pre>{@code
     * assertThat(ig("They said it was great")).ranks("great").above("said"); // passes
     * assertThat(ig("They said it was great")).ranks("great").below("said"); // fails
     * }</pre>
     *
     * @param word the word to compare
     * @return the step that takes the other word
     */
    public RankingStep<SELF> ranks(String word) {
        return ranks(WordSelector.word(word));
    }

    /**
     * Begins a comparison of a word's score with that of another: go on with {@code above(..)} or {@code below(..)}.
     *
     * <p>It verifies nothing by itself, so a test that stops here fails.
     *
     * <pre>{@code
     * assertThat(ig("great, really great")).ranks(word("great").occurrence(2)).above("really"); // passes
     * assertThat(ig("It was great, it said")).ranks(span(14, 16)).above("great"); // fails
     * }</pre>
     *
     * @param word the word to compare
     * @return the step that takes the other word
     */
    public RankingStep<SELF> ranks(WordSelector word) {
        return new RankingStep<>(myself, word);
    }

    /**
     * Verifies that one word supports the target more than another, by more than the numerical uncertainty; most tests
     * write {@code ranks(higher).above(lower)}.
     *
     * <pre>{@code
     * assertThat(ig("They said it was great")).ranksAbove(word("great"), word("said")); // passes
     * assertThat(ig("They said it was great")).ranksAbove(word("said"), word("great")); // fails
     * assertThat(ig("They said it was great")).ranksAbove(word("it"), word("They")); // cannot tell: they tie
     * }</pre>
     *
     * @param higher the word that should have the higher score
     * @param lower the word that should have the lower score
     * @return these assertions, to go on
     * @throws AssertionError if the order is the other one, or one of the words is absent or ambiguous
     * @throws InconclusiveException if the numbers are not good enough to tell
     * @throws IllegalArgumentException if the two have a token in common
     */
    public SELF ranksAbove(WordSelector higher, WordSelector lower) {
        return verify("ranksAbove", List.of(higher, lower), new RankingJudgment(higher, lower));
    }

    /**
     * Verifies that a word supports the target more than every other word, by more than the numerical uncertainty.
     *
     * <pre>{@code
     * assertThat(ig("They said it was great")).hasTopToken("great"); // passes
     * assertThat(ig("They said it was great")).hasTopToken("said"); // fails
     * }</pre>
     *
     * @param word the word that should come first
     * @return these assertions, to go on
     * @throws AssertionError if another word has a higher score, or the word is absent or ambiguous
     * @throws InconclusiveException if the numbers are not good enough to tell
     * @throws IllegalArgumentException if the text has no other word
     */
    public SELF hasTopToken(String word) {
        return hasTopToken(WordSelector.word(word));
    }

    /**
     * Verifies that a word supports the target more than every other word, by more than the numerical uncertainty.
     *
     * <pre>{@code
     * assertThat(ig("great, really great")).hasTopToken(word("great").occurrence(2)); // passes
     * assertThat(ig("great, really great")).hasTopToken(span(0, 5)); // fails
     * }</pre>
     *
     * @param word the word that should come first
     * @return these assertions, to go on
     * @throws AssertionError if another word has a higher score, or the word is absent or ambiguous
     * @throws InconclusiveException if the numbers are not good enough to tell
     * @throws IllegalArgumentException if the text has no other word
     */
    public SELF hasTopToken(WordSelector word) {
        return verify("hasTopToken", List.of(word), new TopTokenJudgment(word));
    }

    /**
     * Verifies that the scores sum to F(x) − F(x'), within the limit that the method was given.
     *
     * <pre>{@code
     * assertThat(ig("They said it was great")).isComplete(); // passes
     * AttributionMethod twoPoints = new IntegratedGradients(IntegrationRule.gaussLegendre(2));
     * assertThat(explain("They said it was great").by(twoPoints)).isComplete(); // cannot tell: too few points
     * }</pre>
     *
     * @return these assertions, to go on
     * @throws AssertionError if the gap exceeds the limit by more than the scores are uncertain, or is not finite
     * @throws InconclusiveException if the scores are too uncertain to tell
     */
    public SELF isComplete() {
        return verify(
                Check.About.METHOD,
                "isComplete",
                List.of(),
                List.of(),
                (again, models) -> new CompletenessJudgment().apply(again));
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
        return verify(Check.About.MODEL, kind, arguments, List.of(), (again, models) -> judgment.apply(again));
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
        return new ChangeStep<>(myself, change);
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
                        judgment.apply(actual, NestedCase.models()),
                        models -> judgment.apply(own.map(models::attribution).orElse(actual), models),
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

    /** Counts steps and helpers among our frames as well, so that traces begin in the line of the test. */
    @Override
    protected boolean isElementOfCustomAssert(StackTraceElement frame) {
        String name = frame.getClassName();
        return super.isElementOfCustomAssert(frame)
                || name.substring(0, Math.max(0, name.lastIndexOf('.'))).equals(OUR_PACKAGE);
    }
}
