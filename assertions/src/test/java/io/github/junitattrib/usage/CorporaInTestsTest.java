package io.github.junitattrib.usage;

import static io.github.junitattrib.assertj.AttributionAssertions.assertThatAll;
import static io.github.junitattrib.junit.Attributions.ig;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.junitattrib.assertj.AttributionAssertions;
import io.github.junitattrib.conformance.ClosedForm;
import io.github.junitattrib.corpus.Corpus;
import io.github.junitattrib.corpus.CorpusCase;
import io.github.junitattrib.fixtures.Fixtures;
import io.github.junitattrib.gate.ModelComparison;
import io.github.junitattrib.junit.AttributionTest;
import io.github.junitattrib.junit.CorpusSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.analysis.differentiation.Gradient;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/** A corpus of a file on a model: its report shows what the check shows, not all texts. */
class CorporaInTestsTest {

    @TempDir
    private static Path directory;

    private static Corpus reviews() {
        return Corpus.from(directory.resolve("reviews.csv").toString());
    }

    @Test
    void reportsHoldTheTextsThatChecksShow() throws IOException {
        Files.writeString(directory.resolve("reviews.csv"), """
                text,label
                It was great,POSITIVE
                The film was great,POSITIVE
                They said it was great,POSITIVE
                It was awful,POSITIVE
                """);
        Path reports = directory.resolve("reports");

        List<String> ends = new Suite(reports).ends(ReviewTestCases.class);

        assertThat(ends)
                .containsExactly(
                        "ReviewTestCases.fails 1 failed: \"It was awful\" satisfiesForShare fail",
                        "ReviewTestCases.passes 1 passed: \"It was great\" satisfiesForShare pass,"
                                + " \"It was great\" hasQuantileBelow pass");
        assertThat(texts(reports, "fails")).containsExactly("It was awful");
        assertThat(values(reports, "fails", "/gold")).containsExactly("POSITIVE");
        assertThat(texts(reports, "passes")).containsOnly("It was great");
        JsonNode failed = corpus(reports, "fails", 0);
        assertThat(failed.at("/counts").toString())
                .isEqualTo("{\"passed\":3,\"failed\":1,\"inconclusive\":0,\"not_applicable\":0}");
        assertThat(failed.at("/slices"))
                .extracting(slice ->
                        slice.at("/by").asText() + " " + slice.at("/name").asText() + " " + slice.at("/counts/passed")
                                + " " + slice.at("/counts/failed"))
                .containsExactly(
                        "number of words 1 to 5 3 1",
                        "label POSITIVE 3 1",
                        "predicted class NEGATIVE 0 1",
                        "predicted class POSITIVE 3 0");
        assertThat(failed.at("/worst/0/text").asText()).isEqualTo("It was awful");
        assertThat(failed.at("/worst/0/origin").asText()).isEqualTo(directory + "/reviews.csv, line 5");
        assertThat(corpus(reports, "passes", 1).at("/number").asText()).isEqualTo("completeness gap");
        assertThat(corpus(reports, "passes", 1).at("/histogram")).isNotEmpty();
        assertThat(reports.resolve("corpora.html")).content().contains("It was awful", "completeness gap");
    }

    @Test
    void aCaseThatFailsIsNamed() throws IOException {
        Path corpus =
                Files.writeString(directory.resolve("cases.jsonl"), "{\"text\": \"It was awful\", \"id\": \"x1\"}\n");
        Path reports = directory.resolve("reports-of-cases");

        new Suite(reports).with("cases.in.tests", corpus.toString()).execute(OneCaseTestCases.class);

        assertThat(sidecar(reports, "fails").at("/test/message").asText())
                .contains("  case       ${cases.in.tests}, line 1 (x1)\n");
        assertThat(values(reports, "fails", "/case")).containsExactly("${cases.in.tests}, line 1 (x1)");
    }

    @AttributionTest(model = Fixtures.SENTIMENT)
    static class OneCaseTestCases {

        @ParameterizedTest
        @CorpusSource("${cases.in.tests}")
        void fails(CorpusCase one) {
            AttributionAssertions.assertThat(ig(one.text())).hasTopToken("It");
        }
    }

    @Test
    void casesOfOneTextThatDisagreeAreNamedTogetherWithoutLabel() throws IOException {
        Files.writeString(directory.resolve("twice.jsonl"), """
                {"text": "It was awful", "id": "x1", "label": "NEGATIVE"}
                {"text": "It was great", "id": "x2", "label": "POSITIVE"}
                {"text": "It was awful", "id": "x3", "label": "POSITIVE"}
                """);
        Path reports = directory.resolve("reports-of-twice");

        new Suite(reports).execute(SameTextTestCases.class);

        String both = directory + "/twice.jsonl, line 1 (x1); " + directory + "/twice.jsonl, line 3 (x3)";
        assertThat(texts(reports, "fails")).containsExactly("It was awful");
        assertThat(sidecar(reports, "fails").at("/attributions/0/gold").isNull())
                .isTrue();
        assertThat(values(reports, "fails", "/case")).containsExactly(both);
        assertThat(corpus(reports, "fails", 0).at("/worst").findValuesAsText("origin"))
                .containsExactly(both, both);
        Document page = Reported.of(reports, "fails").page();
        assertThat(page.select(".labels").text()).doesNotContain("true");
        assertThat(page.select(".facts tr").eachText()).contains("Case " + both);
    }

    @AttributionTest(model = Fixtures.SENTIMENT)
    static class SameTextTestCases {

        @Test
        void fails() {
            assertThatAll(Corpus.from(directory.resolve("twice.jsonl").toString()), one -> ig(one.text()))
                    .allSatisfy(each -> each.hasTopToken("great"));
        }
    }

    @Test
    void aGateShowsTheWordThatGainedInBothModels() throws IOException {
        Path reports = directory.resolve("reports-of-gates");

        List<String> ends = new Suite(reports).ends(GateTestCases.class);

        assertThat(ends).containsExactly("GateTestCases.gains 1 failed: \"8 1\" hasNoWordThatGainsMoreThan fail");
        assertThat(texts(reports, "gains")).containsExactly("8 1", "8 1");
        assertThat(values(reports, "gains", "/model")).containsExactly("released", "candidate");
    }

    @AttributionTest(model = Fixtures.SENTIMENT)
    static class GateTestCases {

        @Test
        void gains() {
            List<CorpusCase> cases = Stream.of("91 1", "92 1", "93 1", "94 1", "8 1", "7 2")
                    .map(CorpusCase::of)
                    .toList();
            AttributionAssertions.assertThat(
                            ModelComparison.between(sum("released", 0), sum("candidate", 20), Corpus.of(cases)))
                    .hasNoWordThatGainsMoreThan(0.1);
        }

        private static ClosedForm sum(String name, double second) {
            return ClosedForm.of(name, 2, List.of("A", "B"), x ->
                    new Gradient[] {x[0].add(x[1].multiply(second)), x[0].multiply(0)});
        }
    }

    private static JsonNode corpus(Path reports, String method, int check) throws IOException {
        return sidecar(reports, method).at("/assertions/" + check + "/corpus");
    }

    private static JsonNode sidecar(Path reports, String method) throws IOException {
        try (Stream<Path> files = Files.walk(reports, 2)) {
            Path sidecar = files.filter(file -> file.getFileName().toString().matches(method + "-1\\.json"))
                    .findFirst()
                    .orElseThrow();
            return new ObjectMapper().readTree(sidecar.toFile());
        }
    }

    private static List<String> texts(Path reports, String method) throws IOException {
        return values(reports, method, "/text");
    }

    private static List<String> values(Path reports, String method, String pointer) throws IOException {
        List<String> values = new ArrayList<>();
        for (JsonNode attribution : sidecar(reports, method).at("/attributions")) {
            values.add(attribution.at(pointer).asText());
        }
        return values;
    }

    @AttributionTest(model = Fixtures.SENTIMENT)
    static class ReviewTestCases {

        @Test
        void passes() {
            assertThatAll(reviews(), one -> ig(one.text()).toward(one.goldLabel()))
                    .atLeast(0.75)
                    .satisfy(each -> each.hasTopToken("great"))
                    .hasQuantile(0.95)
                    .ofCompletenessGap()
                    .below(0.05);
        }

        @Test
        void fails() {
            assertThatAll(reviews(), one -> ig(one.text()).toward(one.goldLabel()))
                    .allSatisfy(each -> each.hasTopToken("great"));
        }
    }
}
