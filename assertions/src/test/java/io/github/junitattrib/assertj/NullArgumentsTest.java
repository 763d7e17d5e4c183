package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.Answers.scored;
import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.assertj.AttributionAssertions.auprcAtLeast;
import static io.github.junitattrib.assertj.AttributionAssertions.matching;
import static io.github.junitattrib.assertj.AttributionAssertions.rationale;
import static io.github.junitattrib.assertj.AttributionAssertions.spearmanAtLeast;
import static io.github.junitattrib.assertj.AttributionAssertions.word;
import static io.github.junitattrib.corpus.TextChanges.replacing;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Span;
import io.github.junitattrib.assertj.error.Bound;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.metric.Comprehensiveness;
import io.github.junitattrib.metric.Sufficiency;
import io.github.junitattrib.model.TextClassifier;
import io.github.junitattrib.text.WordSelector;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What tests pass by mistake is refused with a sentence that says what it is. */
@SuppressWarnings({"NullAway", "DataFlowIssue"})
class NullArgumentsTest {

    private final Attribution before = scored("it was great", 0.1, 0.2, 0.9);
    private final AttributionRequest request =
            new Answers(before, scored("it was awful", 0.1, 0.2, -0.9)).request(before.text());

    private AttributionAssert asserted() {
        return assertThat(request);
    }

    private ChangeStep<AttributionAssert> step() {
        return asserted().under(replacing("great", "awful"));
    }

    @TestFactory
    Stream<DynamicTest> should_be_refused_with_what_they_are() {
        return Stream.of(
                refused("words must not be null", () -> asserted().hasTopTokens((WordSelector[]) null)),
                refused("words must not be null", () -> asserted().hasTopTokens((String[]) null)),
                refused("words must not be null", () -> asserted().hasTopTokensInOrder((WordSelector[]) null)),
                refused("words must not be null", () -> asserted().hasTopTokensInOrder((String[]) null)),
                refused("word to look for", () -> asserted().hasTopTokens(word("great"), null)),
                refused(
                        "word to look for",
                        () -> asserted().ranks((WordSelector) null).first()),
                refused("word to look for", () -> rationale(word("great"), null)),
                refused("word to look for", () -> rationale("great", null)),
                refused("words must not be null", () -> rationale((String[]) null)),
                refused("words must not be null", () -> rationale((WordSelector[]) null)),
                refused(
                        "span at index 1",
                        () -> asserted().matchesRationale(Arrays.asList(new Span(0, 2), null), auprcAtLeast(0.8))),
                refused(
                        "rationale must not be null",
                        () -> asserted().matchesRationale((List<Span>) null, auprcAtLeast(0.8))),
                refused(
                        "rationale must not be null",
                        () -> asserted().matchesRationale((HumanRationale) null, auprcAtLeast(0.8))),
                refused("criterion must not be null", () -> asserted().matchesRationale(rationale("great"), null)),
                refused(
                        "attribution to agree with",
                        () -> asserted().agreesWith((AttributionRequest) null, spearmanAtLeast(0.9))),
                refused(
                        "attribution to agree with",
                        () -> asserted().agreesWith((Attribution) null, spearmanAtLeast(0.9))),
                refused("criterion must not be null", () -> asserted().agreesWith(request, null)),
                refused("criterion must not be null", () -> step().keepsRanking(null)),
                refused("word to look for", () -> step().keepsSignOf((WordSelector) null)),
                refused("word to look for", () -> step().flipsSignOf((String) null)),
                refused("word to look for", () -> step().raisesScoreOf((WordSelector) null)),
                refused("word to look for", () -> step().keepsShareOf((WordSelector) null, within(0.1))),
                refused("distance must not be null", () -> step().keepsShareOf("great", null)),
                refused("class must not be null", () -> step().raisesProbabilityOf(null)),
                refused("change must not be null", () -> asserted().under(null)),
                refused(
                        "change must not be null",
                        () -> asserted().meetsUnder(null, ChangeExpectation.of("x", pair -> Outcome.pass(List.of())))),
                refused("expectation must not be null", () -> asserted().meetsUnder(replacing("great", "bad"), null)),
                refused("offset must not be null", () -> asserted().ignores("it", (Offset<Double>) null)),
                refused("percentage must not be null", () -> asserted().ignores("it", (Percentage) null)),
                refused("offset must not be null", () -> asserted().isComplete(null)),
                refused("bound must not be null", () -> asserted().hasShare(word("it"), null)),
                refused("bound must not be null", () -> asserted().hasProbability("POSITIVE", null)),
                refused("bound must not be null", () -> asserted().hasScore("POSITIVE", null)),
                refused("class must not be null", () -> asserted().predicts(null)),
                refused("class must not be null", () -> asserted().hasScore(null, Bound.atLeast(1))),
                refused(
                        "metric must not be null",
                        () -> asserted().hasComprehensivenessOfAtLeast(0.3, (Comprehensiveness) null)),
                refused("metric must not be null", () -> asserted().hasSufficiencyOfAtMost(0.3, (Sufficiency) null)),
                refused(
                        "number must not be null",
                        () -> AttributionAssertions.assertThatAll(List.of(request))
                                .hasQuantileBelow(0.5, null, 1)),
                refused("needs a function", () -> CaseNumber.of("words", null)),
                refused("needs a name", () -> CaseNumber.of(null, Attribution::delta)),
                refused("expression for words must not be null", () -> matching((Pattern) null)),
                refused("expression for words must not be null", () -> matching((String) null)),
                refused(
                        "model must not be null",
                        () -> assertThat(request.method()).on((TextClassifier) null)));
    }

    private static DynamicTest refused(String what, ThrowingCallable call) {
        return DynamicTest.dynamicTest(
                what,
                () -> assertThatExceptionOfType(NullPointerException.class)
                        .isThrownBy(call)
                        .withMessageContaining(what)
                        .withMessageMatching("(?s).*\\. .+\\.|.+[.;].+"));
    }

    @Test
    void should_say_like_assertj_that_there_is_nothing_to_judge() {
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> assertThat((AttributionRequest) null).hasTopToken("great"),
                () -> assertThat((AttributionRequest) null).ranks("great").above("said"),
                () -> assertThat((AttributionRequest) null).agreesWith(request, spearmanAtLeast(0.9)),
                () -> assertThat((AttributionRequest) null)
                        .under(replacing("great", "bad"))
                        .keepsPrediction(),
                () -> assertThat((Attribution) null).isComplete(),
                () -> BDDAttributionAssertions.then((AttributionRequest) null).isComplete())) {
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(call)
                    .withMessageContaining("Expecting actual not to be null");
        }
        AttributionSoftAssertions softly = new AttributionSoftAssertions();
        softly.assertThat((AttributionRequest) null).hasTopToken("great");
        then(softly.assertionErrorsCollected())
                .singleElement()
                .satisfies(error -> then(error).hasMessageContaining("Expecting actual not to be null"));
    }

    @Test
    void should_explain_a_broken_expression() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> matching("[a-"))
                .withMessage(
                        "\"[a-\" is no expression for words: Illegal character range at offset 3. Correct it, or name a"
                                + " word as it stands in the text by word(..).");
    }
}
