package io.github.junitattrib.usage;

import static io.github.junitattrib.junit.Attributions.ig;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.junitattrib.AttributionFailure;
import io.github.junitattrib.InconclusiveException;
import io.github.junitattrib.assertj.AttributionBuilder;
import io.github.junitattrib.assertj.AttributionSoftAssertions;
import io.github.junitattrib.assertj.BDDAttributionSoftAssertions;
import io.github.junitattrib.junit.AttributionModel;
import io.github.junitattrib.junit.AttributionTest;
import io.github.junitattrib.model.TextClassifier;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.junit.jupiter.InjectSoftAssertions;
import org.assertj.core.api.junit.jupiter.SoftAssertionsExtension;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.opentest4j.MultipleFailuresError;

/** With AssertJ's extension, each test has the soft failures of its own, and they reach its report. */
class SoftAssertionsPerTestTest {

    @TempDir
    private Path reports;

    @Test
    void softFailuresReachTheReportOfTheirTest() {
        assertThat(new Suite(reports).ends(SoftTestCases.class))
                .containsExactly(
                        "NestedTestCases.collectsOne 1 failed: \"great and dull\" hasTopToken fail",
                        "SoftTestCases.collectsByParameter 1 failed: \"great and dull\" hasTopToken fail",
                        "SoftTestCases.collectsNone 1 passed: \"great and dull\" hasTopToken pass,"
                                + " \"great and dull\" isComplete pass",
                        "SoftTestCases.collectsTwo 1 failed: \"great and dull\" ranksAbove fail,"
                                + " \"great and dull\" ranksAbove pass, \"great and fine\" hasTopToken fail",
                        "SoftTestCases.stops 1 failed: \"great and dull\" hasTopToken pass");
    }

    @Test
    void softFailuresAreThoseOfTheTest() {
        EngineExecutionResults results = new Suite(reports).execute(SoftTestCases.class);

        assertThat(error(results, "collectsTwo"))
                .isInstanceOfSatisfying(
                        MultipleFailuresError.class,
                        error -> assertThat(error.getFailures())
                                .hasSize(3)
                                .filteredOn(AttributionFailure.class::isInstance)
                                .hasSize(2)
                                .allSatisfy(failure -> assertThat(
                                                failure.getMessage().lines())
                                        .last()
                                        .asString()
                                        .matches("at "
                                                + SoftTestCases.class.getName().replace("$", "\\$")
                                                + "\\.collectsTwo\\(SoftAssertionsPerTestTest\\.java:\\d+\\)")));
        assertThat(error(results, "collectsByParameter"))
                .isInstanceOfSatisfying(
                        MultipleFailuresError.class,
                        error ->
                                assertThat(error.getFailures()).singleElement().isInstanceOf(AttributionFailure.class));
        assertThat(error(results, "stops")).hasMessageContaining("unfinished assertion");
        assertThat(error(results, "stops").getStackTrace())
                .singleElement()
                .asString()
                .startsWith(SoftTestCases.class.getName() + ".stops(SoftAssertionsPerTestTest.java:");
    }

    private static Throwable error(EngineExecutionResults results, String method) {
        return results.testEvents()
                .failed()
                .filter(event ->
                        event.getTestDescriptor().getUniqueId().toString().contains("[method:" + method + "("))
                .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow())
                .findFirst()
                .orElseThrow();
    }

    @AttributionTest
    @ExtendWith(SoftAssertionsExtension.class)
    static class SoftTestCases {

        @InjectSoftAssertions
        private AttributionSoftAssertions softly;

        @AttributionModel
        static TextClassifier words() {
            return BagOfWords.create();
        }

        @Test
        void collectsTwo() {
            softly.assertThat(ig("great and dull"))
                    .ranks("dull")
                    .above("great")
                    .ranks("great")
                    .above("and");
            softly.assertThat("text").isEmpty();
            softly.assertThat(ig("great and fine")).hasTopToken("fine");
        }

        @Test
        void collectsNone() {
            softly.assertThat(ig("great and dull")).hasTopToken("great").isComplete();
        }

        @Test
        void collectsByParameter(BDDAttributionSoftAssertions bdd) {
            bdd.then(ig("great and dull")).hasTopToken("dull");
        }

        @Test
        void stops() {
            assertThat(softly.assertThat(ig("great and dull"))
                            .hasTopToken("great")
                            .ranks("great"))
                    .isNotNull();
        }

        @Nested
        class NestedTestCases {

            @Test
            void collectsOne() {
                softly.assertThat(ig("great and dull")).hasTopToken("dull");
            }
        }
    }

    @Test
    void verdictThatCannotBeToldIsTheErrorAndKeepsWhatWasCollected() {
        EngineExecutionResults results = new Suite(reports).execute(InconclusiveTestCases.class);

        assertThat(error(results, "cannotTell"))
                .isInstanceOf(InconclusiveException.class)
                .satisfies(error ->
                        assertThat(error.getSuppressed()).singleElement().isInstanceOf(MultipleFailuresError.class));
    }

    @AttributionTest(model = "none")
    @ExtendWith(SoftAssertionsExtension.class)
    static class InconclusiveTestCases {
        @Test
        void cannotTell(AttributionSoftAssertions softly) {
            softly.assertThat(AttributionBuilder.review().build()).hasTopToken("great");
            softly.assertThat(AttributionBuilder.review().uncertainty(1).build())
                    .hasTopToken("great");
        }
    }

    @Test
    void softAssertionsThatAreParametersKeepTheFailuresOfTestsOnManyThreadsApart() {
        List<String> ends = new Suite(reports).inParallel().ends(ParameterTestCases.class);

        assertThat(ends)
                .containsExactlyInAnyOrderElementsOf(Stream.of("ParameterTestCases", "NestedParameterTestCases")
                        .flatMap(SoftAssertionsPerTestTest::twenty)
                        .toList());
    }

    private static Stream<String> twenty(String type) {
        return IntStream.rangeClosed(1, 20)
                .mapToObj(i -> type + ".collects " + i
                        + (i % 2 == 0 ? " passed: \"great tale " : " failed: \"great tale ") + i
                        + "\" hasTopToken " + (i % 2 == 0 ? "pass" : "fail"));
    }

    /** Fields that AssertJ's extension injects are one object for all tests of a class; parameters are not. */
    @AttributionTest
    @ExtendWith(SoftAssertionsExtension.class)
    static class ParameterTestCases {

        @AttributionModel
        static TextClassifier words() {
            return BagOfWords.create();
        }

        @RepeatedTest(20)
        void collects(AttributionSoftAssertions softly, RepetitionInfo info) {
            int i = info.getCurrentRepetition();
            softly.assertThat(ig("great tale " + i)).hasTopToken(i % 2 == 0 ? "great" : "tale");
        }

        @Nested
        class NestedParameterTestCases {

            @RepeatedTest(20)
            void collects(AttributionSoftAssertions softly, RepetitionInfo info) {
                ParameterTestCases.this.collects(softly, info);
            }
        }
    }

    @Test
    void oneInstanceOnManyThreadsKeepsTheFailuresApart() {
        List<String> ends = new Suite(reports).inParallel().ends(PerClassTestCases.class);

        assertThat(ends)
                .containsExactlyInAnyOrderElementsOf(twenty("PerClassTestCases").toList());
    }

    @AttributionTest
    @ExtendWith(SoftAssertionsExtension.class)
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    @Execution(ExecutionMode.CONCURRENT) // AssertJ's extension looks for it here, and not in the configuration
    static class PerClassTestCases {

        @InjectSoftAssertions
        private AttributionSoftAssertions softly;

        @AttributionModel
        static TextClassifier words() {
            return BagOfWords.create();
        }

        @RepeatedTest(20)
        void collects(RepetitionInfo info) {
            int i = info.getCurrentRepetition();
            softly.assertThat(ig("great tale " + i)).hasTopToken(i % 2 == 0 ? "great" : "tale");
        }
    }
}
