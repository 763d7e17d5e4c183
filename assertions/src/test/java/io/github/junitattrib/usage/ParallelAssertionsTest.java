package io.github.junitattrib.usage;

import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.junit.Attributions.ig;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.junitattrib.junit.AttributionModel;
import io.github.junitattrib.junit.AttributionTest;
import io.github.junitattrib.model.TextClassifier;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes and methods that run at once: each test has its own verdict, evidence and open steps. */
class ParallelAssertionsTest {

    @TempDir
    private Path reports;

    @Test
    void eachInvocationEndsByItsOwnAssertions() {
        List<String> ends = new Suite(reports).inParallel().ends(FirstTestCases.class, SecondTestCases.class);

        assertThat(ends)
                .containsExactlyInAnyOrderElementsOf(Stream.of("FirstTestCases", "SecondTestCases")
                        .flatMap(type -> IntStream.rangeClosed(1, 24)
                                .mapToObj(i -> type + ".asserts " + i + expected("\"" + text(type, i) + "\"", i)))
                        .toList());
    }

    private static String text(String type, int i) {
        return "A great tale of " + type + " " + i;
    }

    private static String expected(String text, int i) {
        return switch (i % 3) {
            case 0 -> " passed: " + text + " ranksAbove pass, " + text + " hasTopToken pass";
            case 1 -> " failed: " + text + " ranksAbove fail";
            default -> " failed: " + text + " isComplete pass";
        };
    }

    abstract static class Concurrent {

        @AttributionModel
        static TextClassifier words() {
            return BagOfWords.create();
        }

        @RepeatedTest(24)
        void asserts(RepetitionInfo info) {
            int i = info.getCurrentRepetition();
            var assertions = assertThat(ig(text(getClass().getSimpleName(), i)));
            switch (i % 3) {
                case 0 -> assertions.ranks("great").above("tale").hasTopToken("great");
                case 1 -> assertions.ranks("great").below("tale");
                default -> assertThat(assertions.isComplete().ranks("great")).isNotNull();
            }
        }
    }

    @AttributionTest
    static class FirstTestCases extends Concurrent {}

    @AttributionTest
    static class SecondTestCases extends Concurrent {}
}
