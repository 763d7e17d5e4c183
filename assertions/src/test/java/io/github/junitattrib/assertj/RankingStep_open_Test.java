package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.assertj.AttributionAssertions.word;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.junit.AttributionTest;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.assertj.core.api.Assumptions;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.opentest4j.AssertionFailedError;

/** A chain that stops at {@code ranks(..)} checks nothing, so its test fails. */
class RankingStep_open_Test {

    private static final Attribution REVIEW = AttributionBuilder.review().build();
    private static final Executor OTHER_THREAD = task -> new Thread(task).start();

    @TempDir
    private Path reports;

    private EngineExecutionResults execute(Class<?> type) {
        return EngineTestKit.engine("junit-jupiter")
                .configurationParameter("attrib.report.dir", reports.toString())
                .selectors(DiscoverySelectors.selectClass(type))
                .execute();
    }

    private List<Throwable> errors(Class<?> type) {
        return execute(type)
                .allEvents()
                .failed()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow())
                .toList();
    }

    @Test
    void should_fail_the_test_that_leaves_a_step_open() {
        then(errors(OpenTestCases.class))
                .hasSize(8)
                .allSatisfy(error -> then(error)
                        .isInstanceOf(AssertionFailedError.class)
                        .hasMessage(
                                "The test ended with an unfinished assertion, which checks nothing: ranks(\"great\")."
                                        + " Finish it, as in ranks(\"great\").above(\"said\")."));
    }

    @AttributionTest(model = "none")
    static class OpenTestCases {
        @Test
        void stops() {
            then(assertThat(REVIEW).ranks("great")).isNotNull();
        }

        @Test
        void stops_behind_a_finished_one() {
            then(assertThat(REVIEW).ranks("said").above("film").ranks("great")).isNotNull();
        }

        @Test
        void stops_softly() {
            SoftAssertions softly = new SoftAssertions();
            then(softly.proxy(AttributionAssert.class, Attribution.class, REVIEW)
                            .ranks("great"))
                    .isNotNull();
            softly.assertAll();
        }

        @Test
        void stops_in_our_soft_assertions() {
            AttributionSoftAssertions softly = new AttributionSoftAssertions();
            then(softly.assertThat(REVIEW).ranks("great")).isNotNull();
            softly.assertAll();
        }

        @Test
        void stops_in_our_soft_assertions_with_then() {
            BDDAttributionSoftAssertions softly = new BDDAttributionSoftAssertions();
            then(softly.then(REVIEW).ranks("great")).isNotNull();
            softly.assertAll();
        }

        @Test
        void stops_behind_then() {
            then(BDDAttributionAssertions.then(REVIEW).ranks("great")).isNotNull();
        }

        @Test
        void stops_in_an_assumption() {
            then(AttributionAssumptions.assumeThat(REVIEW).ranks("great")).isNotNull();
        }

        @Test
        void stops_in_a_variable_beside_another_chain() {
            RankingStep<AttributionAssert> forgotten = assertThat(REVIEW).ranks("great");
            RankingStep<AttributionAssert> step = assertThat(REVIEW).ranks("said");
            then(step.above("film")).isNotSameAs(forgotten);
        }
    }

    @Test
    void should_fail_the_test_that_leaves_any_other_step_open() {
        then(errors(OtherOpenTestCases.class))
                .extracting(Throwable::getMessage)
                .containsExactlyInAnyOrder(
                        unfinished("shareOf(\"great\")", "shareOf(\"great\").isGreaterThan(0.3)"),
                        unfinished("word(\"great\").share()", "word(\"great\").share().isGreaterThan(0.3)"),
                        unfinished("word(token \"great\")", "word(token \"great\").isPositive()"),
                        unfinished("prediction()", "prediction().hasLabel(\"POSITIVE\")"),
                        unfinished("probabilityOf(\"POSITIVE\")", "probabilityOf(\"POSITIVE\").isGreaterThan(0.3)"),
                        unfinished("scoreOf(\"POSITIVE\")", "scoreOf(\"POSITIVE\").isGreaterThan(0.3)"),
                        unfinished("word(\"great\")", "word(\"great\").isPositive()"));
    }

    private static String unfinished(String step, String example) {
        return "The test ended with an unfinished assertion, which checks nothing: " + step + ". Finish it, as in "
                + example + ".";
    }

    @AttributionTest(model = "none")
    static class OtherOpenTestCases {
        @Test
        void share() {
            then(assertThat(REVIEW).shareOf("great")).isNotNull();
        }

        @Test
        void share_of_word() {
            then(assertThat(REVIEW).word("great").isPositive().share()).isNotNull();
        }

        @Test
        void token() {
            then(assertThat(REVIEW).token("great")).isNotNull();
        }

        @Test
        void prediction() {
            then(assertThat(REVIEW).prediction()).isNotNull();
        }

        @Test
        void probability() {
            then(assertThat(REVIEW).prediction().probabilityOf("POSITIVE")).isNotNull();
        }

        @Test
        void score() {
            then(assertThat(REVIEW).scoreOf("POSITIVE")).isNotNull();
        }

        @Test
        void back_without_a_check() {
            assertThat(REVIEW).word("great").and().hasTopToken("said");
        }

        @Test
        void all_finished() {
            assertThat(REVIEW)
                    .word("great")
                    .isPositive()
                    .share()
                    .isGreaterThan(0)
                    .and()
                    .prediction()
                    .hasLabel("POSITIVE");
            assertThat(REVIEW)
                    .ranks("said")
                    .first()
                    .ranks("the")
                    .last()
                    .ranks("great")
                    .amongTop(4);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> assertThat(REVIEW).shareOf("great").isBetween(2, 1));
        }
    }

    @Test
    void should_leave_the_failure_of_the_test_alone() {
        EngineExecutionResults results = execute(OtherwiseEndedTestCases.class);
        results.testEvents().assertStatistics(events -> events.failed(2).aborted(1));
        then(results.testEvents()
                        .failed()
                        .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                                .getThrowable()
                                .orElseThrow()))
                .allSatisfy(error -> then(error).hasMessage("first").hasNoSuppressedExceptions());
    }

    @AttributionTest(model = "none")
    static class OtherwiseEndedTestCases {
        @Test
        void fails() {
            then(assertThat(REVIEW).ranks("great")).isNotNull();
            throw new AssertionError("first");
        }

        @Test
        void breaks() {
            then(assertThat(REVIEW).ranks("great")).isNotNull();
            throw new IllegalStateException("first");
        }

        @Test
        void aborts() {
            then(assertThat(REVIEW).ranks("great")).isNotNull();
            Assumptions.assumeThat(REVIEW.text()).isEmpty();
        }
    }

    @Test
    void should_be_closed_by_whatever_finishes_the_chain_even_if_that_throws() {
        execute(FinishedTestCases.class)
                .testEvents()
                .assertStatistics(events -> events.succeeded(4).failed(0));
    }

    @AttributionTest(model = "none")
    static class FinishedTestCases {
        @Test
        void passes() {
            assertThat(REVIEW).ranks("said").above("great").ranks(word("great")).below(word("said"));
        }

        @Test
        void fails() {
            then(catchThrowable(() -> assertThat(REVIEW).ranks("great").above("said")))
                    .isInstanceOf(AttributionAssertionError.class);
            then(catchThrowable(() -> assertThat(REVIEW).ranks("said").below("great")))
                    .isInstanceOf(AttributionAssertionError.class);
        }

        @Test
        void names_no_word() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> assertThat(REVIEW).ranks("great").above(" "));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> assertThat(REVIEW).ranks("great").below(" "));
        }

        @Test
        void is_finished_on_another_thread() {
            RankingStep<AttributionAssert> step = assertThat(REVIEW).ranks("said");
            then(CompletableFuture.supplyAsync(() -> step.above("great"), OTHER_THREAD)
                            .join())
                    .isNotNull();
        }
    }

    @Test
    void should_be_unknown_to_the_test_if_another_thread_opens_it() {
        // The thread belongs to no test: nothing could say which one to fail.
        execute(ForeignTestCases.class)
                .testEvents()
                .assertStatistics(events -> events.succeeded(1).failed(0));
    }

    @AttributionTest(model = "none")
    static class ForeignTestCases {
        @Test
        void opens_a_step_on_another_thread() {
            then(CompletableFuture.supplyAsync(() -> assertThat(REVIEW).ranks("great"), OTHER_THREAD)
                            .join())
                    .isNotNull();
        }
    }

    @Test
    void should_fail_where_a_life_cycle_method_leaves_it_open() {
        then(errors(AfterEachTestCases.class))
                .singleElement()
                .satisfies(error -> then(error).hasMessageContaining("unfinished assertion"));
        EngineExecutionResults results = execute(BeforeAllTestCases.class);
        results.testEvents().assertStatistics(events -> events.succeeded(1));
        results.containerEvents().assertStatistics(events -> events.failed(1));
    }

    @AttributionTest(model = "none")
    static class AfterEachTestCases {
        @AfterEach
        void stops() {
            then(assertThat(REVIEW).ranks("great")).isNotNull();
        }

        @Test
        void test() {
            then(REVIEW.text()).isNotEmpty();
        }
    }

    @AttributionTest(model = "none")
    static class BeforeAllTestCases {
        @BeforeAll
        static void stops() {
            then(assertThat(REVIEW).ranks("great")).isNotNull();
        }

        @Test
        void test() {
            then(REVIEW.text()).isNotEmpty();
        }
    }
}
