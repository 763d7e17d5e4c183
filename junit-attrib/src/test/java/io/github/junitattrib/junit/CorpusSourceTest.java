package io.github.junitattrib.junit;

import static io.github.junitattrib.junit.Attributions.ig;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.junitattrib.InvalidCorpusException;
import io.github.junitattrib.corpus.CorpusCase;
import io.github.junitattrib.corpus.CorpusFormat;
import io.github.junitattrib.junit.CorpusSource.Slot;
import io.github.junitattrib.model.TextClassifier;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;

/** Parameterized tests over corpora, in an engine of their own. */
class CorpusSourceTest {

    private static final String LONG = "a text that is much longer than what a name shows of it";

    @TempDir
    private Path directory;

    private Run run;

    @BeforeEach
    void writeCorpora() throws IOException {
        run = new Run(directory).with("corpora", directory.toString());
        Files.writeString(directory.resolve("a.jsonl"), """
                {"id": "first", "text": "It was great", "label": "POSITIVE", "tags": ["short"], "rationales": ["great"]}
                {"text": "It was \\u202e awful", "label": "NEGATIVE", "id": "second"}
                {"text": "%s", "label": "NEGATIVE", "tags": ["long"], "id": "third"}
                """.formatted(LONG));
        Files.writeString(directory.resolve("b.tab"), "sentence\tgold\n" + "x\tPOSITIVE\n".repeat(3) + "# y\t\n");
        Files.writeString(directory.resolve("c.txt"), "text\n" + numbers());
        Files.writeString(directory.resolve("empty.csv"), "text\n");
        Files.writeString(directory.resolve("broken.csv"), "text,label\nfine,X\nragged\n");
    }

    private static String numbers() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            lines.append("text ").append(i).append('\n');
        }
        return lines.toString();
    }

    private List<String> names(Class<?> cases) {
        var results = run.execute(cases);
        assertThat(Run.errors(results)).isEmpty();
        return Run.succeeded(results);
    }

    @Test
    void casesAndTheirFieldsAreParameters() {
        assertThat(names(ParameterTestCases.class))
                .containsExactlyInAnyOrder(
                        "[1] first: It was great",
                        "[2] second: It was \\u202e awful",
                        "[3] third: a text that is much longer than what a n…",
                        "[1] first: It was great",
                        "[1] first: It was great",
                        "[1] first: It was great",
                        "[1] line 2: x",
                        "[2] line 3: x",
                        "[3] line 4: x",
                        "[4] line 5: # y");
    }

    enum Sentiment {
        POSITIVE,
        NEGATIVE
    }

    static class ParameterTestCases {
        @ParameterizedTest
        @CorpusSource("${corpora}/a.jsonl")
        void whole(CorpusCase one, TestInfo info) {
            assertThat(one.goldLabel()).endsWith("TIVE");
            assertThat(info.getDisplayName()).contains(one.id().orElseThrow());
        }

        @ParameterizedTest
        @CorpusSource(value = "${corpora}/a.jsonl", limit = 1)
        void fields(String text, String label, String id) {
            assertThat(List.of(text, label, id)).containsExactly("It was great", "POSITIVE", "first");
        }

        @ParameterizedTest
        @CorpusSource(value = "${corpora}/a.jsonl", labeled = "POSITIVE")
        void converted(String text, Sentiment label) {
            assertThat(label).isEqualTo(Sentiment.POSITIVE);
        }

        @ParameterizedTest
        @CorpusSource(value = "${corpora}/a.jsonl", tagged = "short")
        void both(CorpusCase one, String text) {
            assertThat(one.text()).isEqualTo(text);
        }

        @ParameterizedTest
        @CorpusSource(value = "${corpora}/b.tab", text = "sentence", label = "gold")
        void otherNames(CorpusCase one) {
            assertThat(one.label().isPresent()).isEqualTo(one.text().equals("x"));
        }
    }

    @Test
    void itWorksWithModelsInNestedClassesOnAnnotationsAndTwice() {
        assertThat(names(PlaceTestCases.class))
                .containsExactlyInAnyOrder(
                        "[1] first: It was great",
                        "[1] first: It was great",
                        "[1] first: It was great",
                        "[2] It was a great film",
                        "[3] It was a bad film",
                        "[1] It was great");
        assertThat(run.files(".html")).as("files are never named by texts").noneMatch(name -> name.contains("great"));
    }

    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    @ParameterizedTest
    @CorpusSource(value = "${corpora}/a.jsonl", limit = 1)
    @interface Reviewed {}

    @AttributionTest(model = Run.FAKE)
    static class PlaceTestCases {
        @Reviewed
        void onAnAnnotation(CorpusCase one) {
            assertThat(ig(one.text()).attribution().text()).isEqualTo(one.text());
        }

        @ParameterizedTest
        @CorpusSource(value = "${corpora}/a.jsonl", limit = 1)
        @CorpusSource(
                template = "It was a {opinion} film",
                slots =
                        @Slot(
                                name = "opinion",
                                fillings = {"great", "bad"}))
        void twice(String text) {
            assertThat(ig(text).attribution().text()).isEqualTo(text);
        }

        @Nested
        class Inner {
            @ParameterizedTest
            @CorpusSource(value = "${corpora}/a.jsonl", limit = 1)
            void nested(CorpusCase one, @UnderTest TextClassifier model) {
                assertThat(model.labels()).isNotEmpty();
            }

            @ParameterizedTest
            @CorpusSource(template = "It was great")
            void template(String text) {
                assertThat(text).isEqualTo("It was great");
            }
        }
    }

    @Test
    void aClassRunsOverACorpusToo() {
        assertThat(names(ClassTestCases.class)).containsExactly("ofACase()", "ofACase()");
    }

    @ParameterizedClass
    @CorpusSource(value = "${corpora}/a.jsonl", labeled = "NEGATIVE")
    static class ClassTestCases {
        private final CorpusCase one;

        ClassTestCases(CorpusCase one) {
            this.one = one;
        }

        @Test
        void ofACase() {
            assertThat(one.goldLabel()).isEqualTo("NEGATIVE");
        }
    }

    @Test
    void samplesAreTheSameInEveryRunAndInTheOrderOfTheFile() {
        List<String> drawn = names(SampleTestCases.class);

        assertThat(drawn).hasSize(10);
        assertThat(names(SampleTestCases.class)).isEqualTo(drawn);
        assertThat(drawn.stream().map(name -> Integer.parseInt(name.replaceAll(".* ", ""))))
                .isSorted();
    }

    static class SampleTestCases {
        @ParameterizedTest
        @CorpusSource(value = "${corpora}/c.txt", format = CorpusFormat.CSV, sample = 10, seed = 3)
        void sampled(String text) {
            assertThat(text).startsWith("text ");
        }
    }

    @Test
    void whatCannotBeReadFailsTheMethodWithItsPlace() {
        var results = run.execute(BrokenTestCases.class);

        assertThat(Run.succeeded(results)).as("cases before the error").containsExactly("[1] line 2: fine");
        assertThat(Run.errors(results).stream().map(error -> message(error, InvalidCorpusException.class)))
                .containsExactlyInAnyOrder(
                        "The corpus ${corpora}/empty.csv has no cases. Give at least one.",
                        "${corpora}/broken.csv, line 3: there are 1 fields, but the header names 2 columns: text, label."
                                + " Put texts with commas, quotes or line ends in double quotes.",
                        "${corpora}/b.tab, line 2: the case has no label. Give it one, name the column"
                                + " or property that has it (label = \"…\"), or explain the predicted class.",
                        "line 2: x has no id for the third parameter. Give it one, or take the parameter away.",
                        "The corpus \"${no.such}/a.csv\" cannot be read: the property ${no.such} is not set. Set it with"
                                + " -Dno.such=…",
                        "No case of the corpus ${corpora}/a.jsonl is left by labeled[NEUTRAL]. There are NEGATIVE, POSITIVE: choose"
                                + " among them.");
    }

    private static String message(Throwable error, Class<? extends Throwable> type) {
        return Stream.iterate(error, one -> one != null, Throwable::getCause)
                .filter(type::isInstance)
                .findFirst()
                .map(found -> String.valueOf(found.getMessage()))
                .orElseGet(error::toString);
    }

    static class BrokenTestCases {
        @ParameterizedTest
        @CorpusSource("${corpora}/empty.csv")
        void none(String text) {}

        @ParameterizedTest
        @CorpusSource("${corpora}/broken.csv")
        void ragged(String text) {}

        @ParameterizedTest
        @CorpusSource(value = "${corpora}/b.tab", text = "sentence")
        void noLabel(String text, String label) {}

        @ParameterizedTest
        @CorpusSource(value = "${corpora}/b.tab", text = "sentence", label = "gold")
        void noId(String text, String label, String id) {}

        @ParameterizedTest
        @CorpusSource("${no.such}/a.csv")
        void noProperty(String text) {}

        @ParameterizedTest
        @CorpusSource(value = "${corpora}/a.jsonl", labeled = "NEUTRAL")
        void noneLeft(String text) {}
    }

    @Test
    void misuseIsTold() {
        var results = run.execute(MisuseTestCases.class);

        String place = "@CorpusSource on method [";
        assertThat(Run.errors(results).stream().map(error -> message(error, ExtensionConfigurationException.class)))
                .hasSize(6)
                .allSatisfy(message -> assertThat(message).startsWith(place));
        assertThat(Run.errors(results).stream()
                        .map(error -> message(error, ExtensionConfigurationException.class)
                                .replaceAll("^.*]", "")))
                .containsExactlyInAnyOrder(
                        " needs either a file or a template with its slots.",
                        " needs either a file or a template with its slots.",
                        " needs either a file or a template with its slots.",
                        " needs one format at most, and a limit and sample of 1 or more (0 for all).",
                        " needs one format at most, and a limit and sample of 1 or more (0 for all).",
                        " gives cases, but the first parameter takes none. Begin with a parameter CorpusCase, or with"
                                + " String text, String label, String id.");
    }

    static class MisuseTestCases {
        @ParameterizedTest
        @CorpusSource
        void nothing(String text) {}

        @ParameterizedTest
        @CorpusSource(value = "a.csv", template = "a")
        void both(String text) {}

        @ParameterizedTest
        @CorpusSource(value = "a.csv", slots = @Slot(name = "a", fillings = "b"))
        void slotsOfAFile(String text) {}

        @ParameterizedTest
        @CorpusSource(value = "a.csv", limit = -1)
        void negative(String text) {}

        @ParameterizedTest
        @CorpusSource(
                value = "a.csv",
                format = {CorpusFormat.CSV, CorpusFormat.TSV})
        void twoFormats(String text) {}

        @ParameterizedTest
        @CorpusSource("${corpora}/a.jsonl")
        void noParameter(TestInfo info) {}
    }
}
