package io.github.junitattrib.junit;

import static io.github.junitattrib.junit.Attributions.ig;
import static io.github.junitattrib.junit.Attributions.igLabeled;
import static io.github.junitattrib.junit.Attributions.show;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.junitattrib.ScoreMatrix;
import io.github.junitattrib.corpus.CorpusCase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What tests hand to their pages beside attributions: labels of people, and matrices. */
class ShownOnPagesTest {

    private static final ScoreMatrix MATRIX =
            new ScoreMatrix("Attention", "from", "to", List.of("a"), List.of("b"), List.of(List.of(0.5)));

    @TempDir
    private Path directory;

    @Test
    void labelsOfPeopleReachThePagesOfTheirTexts() throws Exception {
        Files.writeString(
                directory.resolve("a.jsonl"),
                "{\"text\": \"It was great\", \"label\": \"NEGATIVE\"," + " \"id\": \"x1\"}\n");
        var run = new Run(directory).with("corpora", directory.toString()).with("attrib.report", "all");

        assertThat(Run.errors(run.execute(LabelTestCases.class))).isEmpty();

        assertThat(gold(run, "wholeCase")).containsExactly("\"NEGATIVE\"");
        assertThat(gold(run, "textAndLabel")).containsExactly("\"NEGATIVE\"");
        assertThat(gold(run, "labeledRequests")).containsExactly("\"POSITIVE\"", "\"NEGATIVE\"");
        assertThat(gold(run, "otherStrings")).containsExactly("null");
        assertThat(gold(run, "noLabel")).containsExactly("null");
        Path page = run.reports().resolve(run.files("wholeCase-1.html").get(0));
        assertThat(Files.readString(page)).contains("predicted wrongly");
        assertThat(run.sidecar(LabelTestCases.class, "wholeCase")
                        .at("/attributions/0/case")
                        .asText())
                .isEqualTo("${corpora}/a.jsonl, line 1 (x1)");
    }

    private static List<String> gold(Run run, String method) {
        JsonNode attributions = run.sidecar(LabelTestCases.class, method).path("attributions");
        return StreamSupport.stream(attributions.spliterator(), false)
                .map(attribution -> attribution.path("gold").toString())
                .toList();
    }

    @AttributionTest(model = Run.FAKE)
    static class LabelTestCases {
        @ParameterizedTest
        @CorpusSource("${corpora}/a.jsonl")
        void wholeCase(CorpusCase one) {
            ig(one.text()).attribution();
        }

        @ParameterizedTest
        @CorpusSource("${corpora}/a.jsonl")
        void textAndLabel(String text, String label) {
            ig(text).attribution();
        }

        @ParameterizedTest
        @CsvSource("It was great,NEGATIVE")
        void otherStrings(String text, String other) {
            ig(text).attribution();
        }

        @Test
        void labeledRequests() {
            igLabeled(List.of(CorpusCase.labeled("great", "POSITIVE"), CorpusCase.labeled("dull", "NEGATIVE")))
                    .forEach(request -> request.attribution());
        }

        @Test
        void noLabel() {
            ig("great").attribution();
        }
    }

    @Test
    void matricesReachThePage() throws Exception {
        var run = new Run(directory).with("attrib.report", "all");

        assertThat(Run.errors(run.execute(MatrixTestCases.class))).isEmpty();

        assertThat(run.sidecar(MatrixTestCases.class, "showsOne")
                        .at("/matrices/0/scores")
                        .toString())
                .isEqualTo("[[0.5]]");
        assertThat(Files.readString(
                        run.reports().resolve(run.files("showsOne-1.html").get(0))))
                .contains("<h2>Attention</h2>");
    }

    @AttributionTest(model = Run.FAKE)
    static class MatrixTestCases {
        @Test
        void showsOne() {
            show(MATRIX);
        }
    }

    @Test
    void outsideOfATestThereIsNoPage() {
        assertThatThrownBy(() -> show(MATRIX))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("show(..) was called on thread");
    }
}
