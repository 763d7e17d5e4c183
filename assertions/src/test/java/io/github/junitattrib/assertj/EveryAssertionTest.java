package io.github.junitattrib.assertj;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.BDDAssertions.then;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.junitattrib.AttributionFailure;
import io.github.junitattrib.InconclusiveException;
import io.github.junitattrib.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.ThrowingConsumer;
import org.opentest4j.TestAbortedException;

/** Every assertion that does not hold is collected softly, is thrown behind {@code then(..)} and skips as an assumption. */
class EveryAssertionTest {

    private static final String OWN_WORDS = "keys on the reporting";

    /** Public methods without a call that fails, with the reason. */
    private static final Map<String, Set<String>> WITHOUT_CALL = Map.of(
            "begins a step, which verifies nothing: RankingStep_open_Test, and those that finish it",
            Set.of(
                    "AbstractAttributionAssert.ranks",
                    "AbstractAttributionAssert.shareOf",
                    "AbstractAttributionAssert.probabilityOf",
                    "AbstractAttributionAssert.scoreOf",
                    "AbstractAttributionAssert.word",
                    "AbstractAttributionAssert.token",
                    "AbstractAttributionAssert.span",
                    "AbstractAttributionAssert.prediction",
                    "AbstractAttributionAssert.under",
                    "WordStep.share",
                    "PredictionStep.probabilityOf",
                    "PredictionStep.scoreOf",
                    "AbstractAttributionsAssert.atLeast",
                    "AbstractAttributionsAssert.hasQuantile",
                    "QuantileStep.ofCompletenessGap",
                    "QuantileStep.of",
                    "MethodAssert.on"),
            "leads back to what its chain began with",
            Set.of(
                    "WordStep.and",
                    "WordStep.returnToAttribution",
                    "PredictionStep.and",
                    "PredictionStep.returnToAttribution"),
            "says by what the assertions behind it rank: AttributionAssert_byMagnitude_Test",
            Set.of("AbstractAttributionAssert.byMagnitude"),
            "finds its file by the running test: ApprovedAttributionsTest",
            Set.of("AbstractAttributionAssert.matchesApproved"));

    @Test
    void should_have_a_call_that_does_not_hold_for_every_assertion() {
        // GIVEN
        Set<String> excepted =
                WITHOUT_CALL.values().stream().flatMap(Set::stream).collect(toSet());
        Set<String> asserting = AssertionMethods.all().stream()
                .filter(method -> !excepted.contains(AssertionMethods.family(method)))
                .map(AssertionMethods::name)
                .collect(toSet());
        // WHEN
        Set<String> called = FailingCalls.all().stream().map(Call::toString).collect(toSet());
        // THEN
        then(called)
                .as("a new assertion needs a call in FailingCalls, and what verifies nothing a reason here")
                .containsExactlyInAnyOrderElementsOf(asserting);
        then(AssertionMethods.all().stream().map(AssertionMethods::family).collect(toSet()))
                .as("exceptions that there are")
                .containsAll(excepted);
    }

    private static Stream<DynamicTest> each(ThrowingConsumer<Call> test) {
        List<Call> calls = FailingCalls.all();
        return IntStream.range(0, calls.size())
                .mapToObj(i -> dynamicTest(i + 1 + " " + calls.get(i), () -> test.accept(calls.get(i))));
    }

    @TestFactory
    Stream<DynamicTest> should_be_collected_once_and_go_on() {
        return each(call -> {
            // GIVEN
            AttributionSoftAssertions softly = new AttributionSoftAssertions();
            if (call.verdict() == Verdict.INCONCLUSIVE) {
                then(catchThrowable(() -> call.in(Form.soft(softly)))).isInstanceOf(InconclusiveException.class);
                then(softly.assertionErrorsCollected()).isEmpty();
                return;
            }
            // WHEN
            Object next = call.in(Form.soft(softly));
            // THEN
            then(softly.assertionErrorsCollected())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            AttributionAssertionError.class,
                            error -> then(error.verdict()).isEqualTo(Verdict.FAIL));
            assertionsOf(next).isNull();
            then(softly.assertionErrorsCollected()).as("what comes behind it").hasSize(2);
        });
    }

    /** Those that a chain goes on with, or that its step leads back to. */
    private static AbstractAssert<?, ?> assertionsOf(Object next) {
        if (next instanceof WordStep<?> word) {
            return word.and();
        }
        return next instanceof PredictionStep<?> prediction ? prediction.and() : (AbstractAssert<?, ?>) next;
    }

    @TestFactory
    Stream<DynamicTest> should_be_thrown() {
        return each(call -> {
            Throwable error = catchThrowable(() -> call.in(Form.then()));
            then(error)
                    .isInstanceOf(
                            call.verdict() == Verdict.FAIL
                                    ? AttributionAssertionError.class
                                    : InconclusiveException.class)
                    .isInstanceOfSatisfying(
                            AttributionFailure.class,
                            failure -> then(failure.verdict()).isEqualTo(call.verdict()));
        });
    }

    @TestFactory
    Stream<DynamicTest> should_abort_where_it_is_assumed() {
        return each(call -> then(catchThrowable(() -> call.in(Form.assumed())))
                .isInstanceOf(call.verdict() == Verdict.FAIL ? TestAbortedException.class : InconclusiveException.class)
                .isInstanceOfSatisfying(
                        AttributionFailure.class,
                        failure -> then(failure.verdict()).isEqualTo(call.verdict())));
    }

    @TestFactory
    Stream<DynamicTest> should_say_what_the_user_says() {
        return each(call -> {
            // GIVEN
            AttributionSoftAssertions softly = new AttributionSoftAssertions();
            // WHEN
            Throwable error = catchThrowable(() -> call.in(Form.then().saying(OWN_WORDS)));
            Throwable soft = catchThrowable(() -> call.in(Form.soft(softly).saying(OWN_WORDS)));
            // THEN
            if (call.verdict() == Verdict.INCONCLUSIVE) {
                // In place of the reason and the remedy they would say nothing.
                then(error).hasMessageNotContaining(OWN_WORDS);
                then(soft).hasMessageNotContaining(OWN_WORDS);
                return;
            }
            then(error).hasMessage(OWN_WORDS);
            then(soft).isNull();
            then(softly.assertionErrorsCollected())
                    .singleElement()
                    .satisfies(collected -> then(collected).hasMessage(OWN_WORDS));
        });
    }

    @TestFactory
    Stream<DynamicTest> should_say_like_assertj_that_there_is_nothing_to_judge() {
        // A corpus is refused by its entry point, which would else make something to judge of it.
        return each(call -> then(catchThrowable(() -> call.in(Form.then().ofNothing())))
                .hasMessageMatching("(?s).*Expecting actual not to be null.*|The corpus must not be null\\. .+"));
    }
}
