package io.github.junitattrib.usage;

import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.assertj.AttributionAssumptions.assumeThat;
import static io.github.junitattrib.junit.Attributions.ig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.junitattrib.assertj.AttributionBuilder;
import io.github.junitattrib.junit.AttributionModel;
import io.github.junitattrib.junit.AttributionTest;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.model.TextClassifier;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However tests are written down, their assertions belong to them: verdict, evidence and open steps. */
class TestStructuresTest {

    @TempDir
    private Path reports;

    @Test
    void nestedTests() {
        assertThat(new Suite(reports).ends(OuterTestCases.class))
                .containsExactly(
                        "DeeperTestCases.fails 1 failed: \"great and dull\" hasTopToken fail",
                        "InnerTestCases.passes 1 passed: \"great and dull\" ranksAbove pass",
                        "InnerTestCases.stops 1 failed",
                        "OuterTestCases.fails 1 failed: \"great and fine\" isComplete pass,"
                                + " \"great and fine\" ranksAbove fail");
    }

    @AttributionTest
    static class OuterTestCases {

        @AttributionModel
        static TextClassifier words() {
            return BagOfWords.create();
        }

        @Test
        void fails() {
            assertThat(ig("great and fine")).isComplete().ranks("fine").above("great");
        }

        @Nested
        class InnerTestCases {

            @Test
            void passes() {
                assertThat(ig("great and dull")).ranks("great").above("dull");
            }

            @Test
            void stops() {
                assertThat(assertThat(ig("great and dull")).ranks("great")).isNotNull();
            }

            @Nested
            class DeeperTestCases {

                @Test
                void fails() {
                    assertThat(ig("great and dull")).hasTopToken("dull");
                }
            }
        }
    }

    @Test
    void oneInstanceForAllTestsOfAClass() {
        assertThat(new Suite(reports).inParallel().ends(PerClassTestCases.class))
                .containsExactly(
                        "PerClassTestCases.fails 1 failed: \"great and fine\" ranksAbove fail",
                        "PerClassTestCases.isSkipped 1 aborted: \"great and fine\" assertion fail",
                        "PerClassTestCases.passes 1 passed: \"great and fine\" ranksAbove pass",
                        "PerClassTestCases.stops 1 failed");
    }

    @AttributionTest
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    @Execution(ExecutionMode.CONCURRENT)
    static class PerClassTestCases {

        @AttributionModel
        static TextClassifier words() {
            return BagOfWords.create();
        }

        @Test
        void passes() {
            assertThat(ig("great and fine")).ranks("great").above("fine");
        }

        @Test
        void fails() {
            assertThat(ig("great and fine")).ranks("fine").above("great");
        }

        @Test
        void stops() {
            assertThat(assertThat(ig("great and fine")).ranks("fine")).isNotNull();
        }

        @Test
        void isSkipped() {
            assumeThat(ig("great and fine")).isComplete().ranks("fine").above("great");
        }
    }

    @Test
    void assumptions() {
        assertThat(new Suite(reports).ends(AssumingTestCases.class))
                .containsExactly(
                        "AssumingTestCases.cannotTell 1 inconclusive: \"He said the film was great.\" assertion"
                                + " inconclusive",
                        "AssumingTestCases.goesOn 1 failed: \"great and fine\" hasTopToken fail",
                        "AssumingTestCases.isSkipped 1 aborted: \"great and fine\" assertion fail",
                        "AssumingTestCases.stops 1 failed");
    }

    /** What they assume is no check of theirs, so the reports list failures alone. */
    @AttributionTest
    static class AssumingTestCases {

        @AttributionModel
        static TextClassifier words() {
            return BagOfWords.create();
        }

        @Test
        void goesOn() {
            assumeThat(ig("great and fine")).ranks("great").above("fine").isComplete();
            assertThat(ig("great and fine")).hasTopToken("fine");
        }

        @Test
        void isSkipped() {
            assumeThat(ig("great and fine")).hasTopToken("fine");
            assertThat(ig("great and fine")).hasTopToken("and");
        }

        @Test
        void cannotTell() {
            assumeThat(AttributionBuilder.review().uncertainty(1).build()).hasTopToken("great");
        }

        @Test
        void stops() {
            assertThat(assumeThat(ig("great and fine")).ranks("great")).isNotNull();
        }
    }

    @Test
    void parameterizedRepeatedAndDynamicTests() {
        assertThat(new Suite(reports).ends(ManyTestCases.class))
                .containsExactly(
                        "ManyTestCases.dynamic 1 passed: \"a great tale\" hasTopToken pass",
                        "ManyTestCases.dynamic 2 failed: \"a dull tale\" hasTopToken fail",
                        "ManyTestCases.parameterized 1 passed: \"a great tale\" hasTopToken pass",
                        "ManyTestCases.parameterized 2 failed: \"a dull tale\" hasTopToken fail",
                        "ManyTestCases.parameterized 3 passed: \"a fine tale\" hasTopToken pass",
                        "ManyTestCases.repeated 1 passed: \"great 1\" hasTopToken pass",
                        "ManyTestCases.repeated 2 failed: \"great 2\" hasTopToken fail");
    }

    @AttributionTest
    static class ManyTestCases {

        @AttributionModel
        static TextClassifier words() {
            return BagOfWords.create();
        }

        @ParameterizedTest
        @ValueSource(strings = {"great", "dull", "fine"})
        void parameterized(String word) {
            assertThat(ig("a " + word + " tale").toward("POSITIVE")).hasTopToken(word);
        }

        @RepeatedTest(2)
        void repeated(RepetitionInfo info) {
            int i = info.getCurrentRepetition();
            assertThat(ig("great " + i)).hasTopToken(i == 1 ? "great" : "2");
        }

        @TestFactory
        Stream<DynamicTest> dynamic() {
            return Stream.of("great", "dull")
                    .map(word -> dynamicTest(
                            word,
                            () -> assertThat(ig("a " + word + " tale").toward("POSITIVE"))
                                    .hasTopToken(word)));
        }
    }

    @Test
    void inheritedTests() {
        assertThat(new Suite(reports).ends(WordsTestCases.class, DullTestCases.class))
                .containsExactly(
                        "DullTestCases.inherited 1 failed: \"great but dull\" ranksAbove fail",
                        "DullTestCases.own 1 passed: \"great but dull\" ranksAbove pass",
                        "WordsTestCases.inherited 1 passed: \"great but dull\" ranksAbove pass");
    }

    @AttributionTest
    abstract static class ContractTestCases {

        abstract AttributionRequest request();

        @Test
        void inherited() {
            assertThat(request()).ranks("great").above("dull");
        }
    }

    static class WordsTestCases extends ContractTestCases {

        @AttributionModel
        static TextClassifier words() {
            return BagOfWords.create();
        }

        @Override
        AttributionRequest request() {
            return ig("great but dull").toward("POSITIVE");
        }
    }

    static class DullTestCases extends WordsTestCases {

        @Override
        AttributionRequest request() {
            return super.request().toward("NEGATIVE");
        }

        @Test
        void own() {
            assertThat(request()).ranks("dull").above("great");
        }
    }

    @Test
    void composedAnnotations() {
        assertThat(new Suite(reports).ends(ComposedTestCases.class, InheritingTestCases.class))
                .containsExactly(
                        "ComposedTestCases.fails 1 failed: \"fine\" isComplete pass, \"dull tale\" ranksAbove fail",
                        "InheritingTestCases.fails 1 failed: \"fine\" isComplete pass, \"dull tale\" ranksAbove fail");
    }

    /** A team's own annotation, with its model. */
    @AttributionTest(model = "words")
    @Inherited
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface ReviewsTest {}

    @ReviewsTest
    static class ComposedTestCases {

        @AttributionModel("words")
        static TextClassifier words() {
            return BagOfWords.create();
        }

        @Test
        void fails() {
            assertThat(ig("fine")).isComplete();
            assertThat(ig("dull tale").toward("POSITIVE")).ranks("dull").above("tale");
        }
    }

    static class InheritingTestCases extends ComposedTestCases {}
}
