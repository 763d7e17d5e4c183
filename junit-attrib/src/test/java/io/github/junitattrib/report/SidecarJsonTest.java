package io.github.junitattrib.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.junitattrib.Attribution;
import io.github.junitattrib.Convergence;
import io.github.junitattrib.PathPoint;
import io.github.junitattrib.ScoreMatrix;
import io.github.junitattrib.Span;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SidecarJsonTest {

    @TempDir
    private Path directory;

    @Test
    void hasTheFixedNamesInTheFixedOrder() throws IOException {
        List<TokenScore> tokens = List.of(Examples.special("[CLS]", 0), Examples.piece("good", new Span(0, 4), 0, 0.5));
        Attribution attribution = Examples.attribution(
                "good",
                tokens,
                new Convergence(true, 2, 0.01, "", List.of(new PathPoint(0, 0.25), new PathPoint(1, 0.748))));
        TestReport report = new TestReport(
                Examples.TEST,
                TestStatus.FAILED,
                "Expected more.\nDetails.",
                List.of(attribution),
                List.of(
                        new CheckRecord(0, "isComplete", List.of(), "isComplete()", Verdict.PASS, "", List.of()),
                        new CheckRecord(
                                0,
                                "ranksAbove",
                                List.of("a", "b"),
                                "ranks(a).above(b)",
                                Verdict.FAIL,
                                "Expected more.",
                                List.of())),
                Map.of("good", new CaseNote(Optional.of("NEGATIVE"), "reviews.jsonl, line 12 (x1)")),
                List.of(new ScoreMatrix(
                        "Attention",
                        "from",
                        "to",
                        List.of("a"),
                        List.of("b", "c"),
                        List.of(List.of(0.25, Double.NaN)))),
                OptionalDouble.empty());

        JsonNode expected = Json.MAPPER.readTree("""
                {"schema": 1, "run": "run-1", "library": "junit-attrib dev",
                 "test": {"class": "com.acme.ReviewModelTest", "method": "ranksOpinionWords", "invocation": 1,
                          "status": "failed", "message": "Expected more.\\nDetails.", "variant": null,
                          "seconds": null},
                 "attributions": [{
                   "model": "reviews-2.1", "device": "cuda:0", "dtype": "float32",
                   "method": {"name": "IntegratedGradients", "parameters": {"baseline": "PAD"}},
                   "text": "good", "target": 1, "label": "POSITIVE", "predicted": "POSITIVE",
                   "scores": [-0.455, 0.455],
                   "tokens": [
                     {"text": "[CLS]", "start": null, "end": null, "word": null, "special": true,
                      "score": 0.0, "uncertainty": 0.0},
                     {"text": "good", "start": 0, "end": 4, "word": 0, "special": false,
                      "score": 0.5, "uncertainty": 4.0E-4}],
                   "f_input": 0.748, "f_baseline": 0.25, "delta": 0.0020000000000000018,
                   "evaluations": 2, "converged": true,
                   "path": [{"alpha": 0.0, "f": 0.25}, {"alpha": 1.0, "f": 0.748}],
                   "model_location": null, "gold": "NEGATIVE",
                   "case": "reviews.jsonl, line 12 (x1)"}],
                 "assertions": [
                   {"attribution": 0, "kind": "isComplete", "arguments": [], "verdict": "pass", "message": null},
                   {"attribution": 0, "kind": "ranksAbove", "arguments": ["a", "b"], "verdict": "fail",
                    "message": "Expected more."}],
                 "matrices": [
                   {"title": "Attention", "rows": ["a"], "columns": ["b", "c"], "scores": [[0.25, null]]}]}
                """);
        // Printed, so that the order counts.
        assertThat(write(report).toPrettyString()).isEqualTo(expected.toPrettyString());
    }

    @Test
    void hasNullForWhatIsNoNumber() throws IOException {
        Attribution attribution = Examples.attribution("good", Double.NaN);

        JsonNode json = write(Examples.report(Examples.TEST, TestStatus.PASSED, "", attribution));

        JsonNode node = json.at("/attributions/0");
        assertThat(node.at("/tokens/1/score").isNull()).isTrue();
        assertThat(node.at("/f_input").isNull()).isTrue();
        assertThat(node.at("/delta").isNull()).isTrue();
        assertThat(node.at("/path").isArray()).isTrue();
        assertThat(json.at("/test/message").isNull()).isTrue();
    }

    @Test
    void keepsEveryCharacterOfAHostileText() throws IOException {
        String text = "\"\\ \u0000 \uD83D \uDC4D\uD83D\uDC4D \u2028 </script>";

        JsonNode json = write(Examples.report(Examples.TEST, TestStatus.PASSED, "", Examples.attribution(text)));

        assertThat(json.at("/attributions/0/text").textValue()).isEqualTo(text);
    }

    @Test
    void tellsHowTheTextsOfACorpusCameOutAndIsReadAgain() throws IOException {
        CorpusRecord corpus = new CorpusRecord(
                "gap",
                new CorpusRecord.Counts(3, 2, 1, 0),
                List.of(new CorpusRecord.Bin(0, 0.5, new CorpusRecord.Counts(3, 0, 1, 0))),
                List.of(new CorpusRecord.Slice("label", "POSITIVE", new CorpusRecord.Counts(3, 0, 0, 0))),
                List.of(new CorpusRecord.Worst("dull", "0.7", "reviews.jsonl, line 12")));
        CheckRecord check = new CheckRecord(
                0,
                "hasQuantileBelow",
                List.of(),
                "below(0.5)",
                Verdict.FAIL,
                "No.",
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.of(corpus));
        TestReport report =
                new TestReport(Examples.TEST, TestStatus.FAILED, "No.", List.of(Examples.reporting()), List.of(check));

        JsonNode json = write(report).at("/assertions/0");

        assertThat(json.at("/corpus")).isEqualTo(Json.MAPPER.readTree("""
                {"number": "gap",
                 "counts": {"passed": 3, "failed": 2, "inconclusive": 1, "not_applicable": 0},
                 "histogram": [{"low": 0.0, "high": 0.5,
                                "counts": {"passed": 3, "failed": 0, "inconclusive": 1, "not_applicable": 0}}],
                 "slices": [{"by": "label", "name": "POSITIVE",
                             "counts": {"passed": 3, "failed": 0, "inconclusive": 0, "not_applicable": 0}}],
                 "worst": [{"text": "dull", "finding": "0.7", "origin": "reviews.jsonl, line 12"}]}
                """));
        assertThat(json.at("/call").asText()).isEqualTo("below(0.5)");
        assertThat(RunIndex.read(directory, "run-1").corpora())
                .singleElement()
                .satisfies(entry -> assertThat(entry.corpus()).isEqualTo(corpus));
    }

    private JsonNode write(TestReport report) throws IOException {
        ReportWriter writer = new ReportWriter(directory, "run-1");
        writer.write(report);
        Path sidecar = directory.resolve("com.acme.ReviewModelTest/ranksOpinionWords-1.json");
        return Json.MAPPER.readTree(Files.readString(sidecar));
    }
}
