package io.github.junitattrib.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.junitattrib.ModelFacts;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.conformance.ClosedForm;
import io.github.junitattrib.corpus.Corpus;
import io.github.junitattrib.corpus.CorpusCase;
import io.github.junitattrib.gate.ComparisonResult;
import io.github.junitattrib.gate.Gate;
import io.github.junitattrib.gate.GateKey;
import io.github.junitattrib.gate.GateResult;
import io.github.junitattrib.gate.GateRule;
import io.github.junitattrib.gate.GateSettings;
import io.github.junitattrib.gate.ModelComparison;
import io.github.junitattrib.model.TextClassifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.hipparchus.analysis.differentiation.Gradient;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of a gate: all gates of a run, whoever wrote them, and nothing in them that a page takes for markup. */
class GateWriterTest {

    private static final String HOSTILE = "<script>alert(1)</script> | `@all`";

    @TempDir
    private Path directory;

    private static GateResult result(String candidate) {
        return result(candidate, HOSTILE);
    }

    private static GateResult result(String candidate, String because) {
        ClosedForm released = model("released");
        GateRule rule = new GateRule(GateKey.ACCURACY_MIN, Optional.empty(), 0.9, because);
        CorpusCase one = new CorpusCase(
                "2 1", Optional.of("B"), List.of(), List.of(HOSTILE), Optional.of(HOSTILE), Optional.empty());
        return new Gate("test", GateSettings.DEFAULT, List.of(rule))
                .judge(ModelComparison.between(released, model(candidate), Corpus.of(List.of(one)))
                        .result());
    }

    private static ClosedForm model(String name) {
        return ClosedForm.of(name, 2, List.of("A", "B"), x ->
                new Gradient[] {x[0].add(x[1].multiply(0)), x[0].multiply(0)});
    }

    private JsonNode gates() throws IOException {
        return new ObjectMapper()
                .readTree(directory.resolve("gate.json").toFile())
                .path("gates");
    }

    @Test
    void keepsTheGatesOfItsRun() throws IOException {
        new GateWriter(directory, "run").write("one", result("first"));
        new GateWriter(directory, "run").write("two", result("second"));
        new GateWriter(directory, "run").write("one", result("first"));

        assertThat(gates()).extracting(gate -> gate.path("candidate").asText()).containsExactly("second", "first");

        new GateWriter(directory, "next run").write("one", result("third"));

        assertThat(gates()).extracting(gate -> gate.path("candidate").asText()).containsExactly("third");
    }

    @Test
    void theIndexOfTheSameRunLeadsToThem() throws IOException {
        new GateWriter(directory, "run").write("one", result("first"));

        new ReportWriter(directory, "run").writeIndex();
        assertThat(directory.resolve("index.html"))
                .content()
                .contains("<a href=\"gate.html\">Release gate of this run</a>");

        new ReportWriter(directory, "next run").writeIndex();
        assertThat(directory.resolve("index.html")).content().doesNotContain("gate.html");
    }

    @Test
    void doesNotStandForTheNextRun() {
        GateWriter writer = new GateWriter(directory, "run");
        for (boolean passes : new boolean[] {true, false}) {
            writer.write("one", result("first"));
            ReportWriter next = new ReportWriter(directory, "next run");
            TestCase test = new TestCase("com.acme.T", "x", 1, "x");
            if (passes) {
                next.passed(test, OptionalDouble.empty());
            } else {
                next.write(Examples.report(test, TestStatus.FAILED, "Message."));
            }

            assertThat(directory.resolve("gate.json")).doesNotExist();
            assertThat(directory.resolve("gate.md")).doesNotExist();
            assertThat(directory.resolve("gate.html")).doesNotExist();
        }
        writer.write("one", result("first"));
        new ReportWriter(directory, "run").writeIndex();
        assertThat(directory.resolve("gate.md")).as("its own run").exists();
    }

    @Test
    void saysWhyAGateCouldNotBeJudgedUntilItIs() throws IOException {
        GateWriter writer = new GateWriter(directory, "run");
        writer.write("one", result("second"));
        writer.writeUnjudged("one", "first" + HOSTILE, "No file.");

        assertThat(gates()).extracting(gate -> gate.path("verdict").asText()).containsExactly("fail", "error");
        assertThat(gates().get(1).path("message").asText()).isEqualTo("No file.");
        assertThat(Files.readString(directory.resolve("gate.md")))
                .contains("### ! first&#60;script&#62;")
                .contains(": not judged\n\nNo file.\n");
        assertThat(Jsoup.parse(Files.readString(directory.resolve("gate.html"))).text())
                .contains("error one No file.");

        writer.writeUnjudged("one", gates().get(0).path("comparison").asText(), "No file.");
        assertThat(gates()).extracting(gate -> gate.path("verdict").asText()).containsExactly("error", "error");
        writer.write("one", result("second"));
        assertThat(gates()).extracting(gate -> gate.path("verdict").asText()).containsExactly("error", "fail");
    }

    @Test
    void replacesAFileThatIsNotItsOwn() throws IOException {
        Files.writeString(directory.resolve("gate.json"), "no json");

        new GateWriter(directory, "run").write("one", result("first"));

        assertThat(gates()).hasSize(1);
        assertThat(gates().get(0).at("/checks/0/value").asDouble()).isZero();
        assertThat(gates().get(0).at("/kinds/0/worst/0/findings/0").asText()).isEqualTo("labeled B, which it misses");
    }

    @Test
    void escapesWhatTextsAndReasonsSay() throws IOException {
        new GateWriter(directory, "run").write("one", result("first"));

        assertThat(Files.readString(directory.resolve("gate.html")))
                .doesNotContain("<script")
                .contains("&lt;script&gt;alert(1)");
        assertThat(Files.readString(directory.resolve("gate.md")))
                .doesNotContain("<script")
                .doesNotContain("@all")
                .contains("&#60;script&#62;");
        assertThat(GateText.of(result("first")))
                .contains("    fail         accuracy.min                         0.0 %, at least 90.0 %\n")
                .contains("labeled B, which it misses");
    }

    @Test
    void namesWhereTheModelsAreFromAndTheCases() throws IOException {
        CorpusCase one = new CorpusCase(
                "good film", Optional.of("B"), List.of(), List.of(), Optional.of("x1"), Optional.empty());
        ComparisonResult compared = ModelComparison.between(
                        new Located("old"), new Located("new"), Corpus.of(List.of(one)))
                .result();
        GateResult result = Gate.of(GateKey.ACCURACY_MIN, 0.9).judge(compared);

        new GateWriter(directory, "run").write("one", result);

        assertThat(gates().get(0).path("candidate_location").asText()).isEqualTo("models/new");
        assertThat(gates().get(0).path("released_location").asText()).isEqualTo("models/old");
        assertThat(directory.resolve("gate.md"))
                .content()
                .contains("; candidate from models/new; released model from models/old.\n")
                .contains("| `x1` good film | labeled B, which it misses");
        assertThat(directory.resolve("gate.html"))
                .content()
                .contains("; candidate from models/new; released model from models/old<");
        assertThat(GateText.of(result)).contains("candidate  new = models/new\n");
    }

    /** Ten cases that are lost, and five whose reasons alone changed. */
    private static GateResult drifted() {
        List<CorpusCase> cases = new ArrayList<>();
        IntStream.range(0, 10).forEach(i -> cases.add(labeled("lost-" + i, (i + 2) + " -1")));
        IntStream.range(0, 5).forEach(i -> cases.add(labeled("drifted-" + i, (i + 2) + " 1")));
        return Gate.of(GateKey.REASONS_DRIFTED_MAX, 0.2)
                .judge(ModelComparison.between(weighted("old", 1, 0), weighted("new", 0, 1), Corpus.of(cases))
                        .result());
    }

    private static CorpusCase labeled(String id, String text) {
        return new CorpusCase(text, Optional.of("A"), List.of(), List.of(), Optional.of(id), Optional.empty());
    }

    private static ClosedForm weighted(String name, double a, double b) {
        return ClosedForm.of(name, 2, List.of("A", "B"), x ->
                new Gradient[] {x[0].multiply(a).add(x[1].multiply(b)), x[0].multiply(0)});
    }

    @Test
    void everyFileListsCasesKindByKind() throws IOException {
        new GateWriter(directory, "run").write("one", drifted());

        JsonNode kinds = gates().get(0).path("kinds");
        assertThat(kinds).extracting(kind -> kind.path("kind").asText()).containsExactly("reasons", "lost", "leaders");
        assertThat(kinds.at("/0/count").asLong()).isEqualTo(5);
        assertThat(kinds.at("/0/worst/0/id").asText()).isEqualTo("drifted-0");
        assertThat(kinds.at("/1/count").asLong()).isEqualTo(10);
        assertThat(directory.resolve("gate.md"))
                .content()
                .contains(
                        "\n| Other reasons for the same prediction: 5 cases | Found |\n| --- | --- |\n| `drifted-0` 2 1 |")
                .contains("| Right before, wrong now: 10 cases | Found |\n| --- | --- |\n| `lost-");
        Document page = Jsoup.parse(Files.readString(directory.resolve("gate.html")));
        assertThat(page.select("h3").eachText())
                .contains("Other reasons for the same prediction: 5 cases", "Right before, wrong now: 10 cases");
        assertThat(page.select("th[scope=row]").eachText()).contains("6 1 drifted-4", "11 -1 lost-9");
    }

    @Test
    void theMessageShowsCasesOfTheKindThatBrokeTheThreshold() {
        assertThat(GateText.of(drifted()))
                .contains("\n  other reasons for the same prediction: 5 cases\n    drifted-0: 2 1\n      ")
                .contains("    drifted-4: 6 1\n")
                .contains("other reasons: Spearman correlation -1.00")
                .contains(
                        "\n  right before, wrong now: 10 cases\n    lost-0: 2 -1\n      was A, is B; labeled A, which it misses;")
                .doesNotContain("lost-1:");
    }

    @Test
    void filesSayHowManyCasesAreShownOfMore() throws IOException {
        List<CorpusCase> cases = IntStream.range(0, 12)
                .mapToObj(i -> labeled("lost-" + i, (i + 2) + " -1"))
                .toList();
        GateResult result = Gate.of(GateKey.ACCURACY_DROP_MAX, 0.2)
                .judge(ModelComparison.between(weighted("old", 1, 0), weighted("new", 0, 1), Corpus.of(cases))
                        .result());

        new GateWriter(directory, "run").write("one", result);

        assertThat(directory.resolve("gate.md")).content().contains("| Right before, wrong now: 12 cases, 10 shown |");
    }

    /** "1" takes over from "7", also where the label is another. */
    private static GateResult takenOver() {
        List<CorpusCase> cases = new ArrayList<>();
        IntStream.range(0, 15)
                .forEach(i -> cases.add(new CorpusCase(
                        "7 1",
                        Optional.of(i < 12 ? "A" : "B"),
                        List.of(),
                        List.of(i < 12 ? "praise" : "blame"),
                        Optional.of("case-" + i),
                        Optional.empty())));
        return Gate.of(GateKey.WORD_GAIN_MAX, 0.1)
                .judge(ModelComparison.between(opposed("old", 1, 0), opposed("new", 0, 1), Corpus.of(cases))
                        .result());
    }

    private static ClosedForm opposed(String name, double a, double b) {
        return ClosedForm.of(name, 2, List.of("A", "B"), x -> new Gradient[] {
            x[0].multiply(a).add(x[1].multiply(b)), x[0].multiply(-a).subtract(x[1].multiply(b))
        });
    }

    @Test
    void everyFileTellsWordsThatGainedLostAndMislead() throws IOException {
        new GateWriter(directory, "run").write("one", takenOver());

        JsonNode gate = gates().get(0);
        assertThat(gate.at("/gained/0/word").asText()).isEqualTo("1");
        assertThat(gate.at("/lost_words/0/word").asText()).isEqualTo("7");
        assertThat(gate.at("/lost_words/0/gain").asDouble()).isCloseTo(-1, within(1e-6));
        assertThat(gate.at("/misleading/0/word").asText()).isEqualTo("1");
        assertThat(gate.at("/misleading/0/cases").asLong()).isEqualTo(3);
        String misleading = "Where the candidate is wrong, these words speak most against the label: \"1\" in 3.";
        assertThat(directory.resolve("gate.md"))
                .content()
                .contains("| Word that gained | Toward | Texts | Share before | Share now |\n")
                .contains("\n| `1` | A | 12 | +0.000 | +1.000 |\n")
                .contains("| Word that lost | Toward | Texts | Share before | Share now |\n")
                .contains("\n| `7` | A | 12 | +1.000 | +0.000 |\n")
                .contains(misleading);
        Document page = Jsoup.parse(Files.readString(directory.resolve("gate.html")));
        assertThat(page.select("p").eachText()).contains(misleading);
        assertThat(page.select("tr").eachText()).contains("1 A 12 +0.000 +1.000 +1.000", "7 A 12 +1.000 +0.000 -1.000");
    }

    @Test
    void everyFileHasTheNumbersOfSlicesAndTheirWords() throws IOException {
        new GateWriter(directory, "run").write("one", takenOver());

        JsonNode slices = gates().get(0).path("slices");
        assertThat(slices)
                .extracting(slice -> slice.path("slice").asText())
                .containsExactly("blame", "label.A", "label.B", "praise", "words.1-5");
        JsonNode praise = slices.get(3);
        assertThat(praise.path("cases").asLong()).isEqualTo(12);
        assertThat(praise.path("judged").asBoolean()).isTrue();
        assertThat(praise.path("accuracy_released").asDouble()).isEqualTo(1);
        assertThat(praise.path("accuracy_candidate").asDouble()).isEqualTo(1);
        assertThat(praise.path("predictions_changed").asDouble()).isZero();
        assertThat(praise.path("reasons_drifted").asDouble()).isEqualTo(1);
        assertThat(praise.path("violations_candidate").isNull()).isTrue();
        assertThat(praise.path("inconclusive").asDouble()).isZero();
        assertThat(praise.at("/gained/0/word").asText()).isEqualTo("1");
        assertThat(praise.at("/lost_words/0/word").asText()).isEqualTo("7");
        assertThat(directory.resolve("gate.md"))
                .content()
                .contains(
                        "| praise | 12 | 100.0 % | 100.0 % | 0.0 % | 100.0 % | – | – | \"1\" +1.000 | \"7\" -1.000 |\n")
                .contains("| blame | 3, too few to judge | 0.0 % | 0.0 % | 0.0 % | 100.0 % | – | – | – | – |\n");
        assertThat(Jsoup.parse(Files.readString(directory.resolve("gate.html")))
                        .select("tr")
                        .eachText())
                .contains("praise 12 100.0 % 100.0 % 0.0 % 100.0 % – – \"1\" +1.000 \"7\" -1.000");
    }

    @Test
    void theMessageTellsWordsThatLostAndMislead() {
        assertThat(GateText.of(takenOver()))
                .contains(
                        "\n  words that lost most (mean share of all scores in their texts)\n    -1.000  7 toward A: 0.000,")
                .contains("\n  words that speak most against the label where the candidate is wrong\n    \"1\" in 3\n")
                .contains("\n  where \"1\" gained\n    case-0: 7 1\n");
    }

    private record Located(String name) implements TextClassifier {

        @Override
        public List<String> labels() {
            return List.of("A", "B");
        }

        @Override
        public Prediction predict(String text) {
            return Prediction.ofLogits(labels(), new double[] {text.contains("good") ? 1 : 0, 0});
        }

        @Override
        public ModelFacts facts() {
            return ModelFacts.unknown(name).at("models/" + name);
        }
    }

    @Test
    void longTextsAreCutAndHideNoOtherGate() throws IOException {
        GateWriter writer = new GateWriter(directory, "run");
        writer.write("one", passing("first"));
        writer.write("two", result("second", "x".repeat(1 << 20)));
        writer.write("three", result("third"));
        writer.writeUnjudged("four", "fourth", "No file.");

        assertThat(Jsoup.parse(Files.readString(directory.resolve("gate.html")))
                        .select("h2")
                        .eachText())
                .containsExactly(
                        "second against released", "third against released", "fourth", "first against released");
        String summary = Files.readString(directory.resolve("gate.md"));
        assertThat(summary)
                .hasSizeLessThan(20_000)
                .containsSubsequence(
                        "### ✕ second against released: failed",
                        "| " + "x".repeat(1000) + "… |",
                        "### ✕ third against released: failed",
                        "### ! fourth: not judged",
                        "### ✓ first against released: passed")
                .doesNotContain("did not fit");
        assertThat(Files.readString(directory.resolve("gate.html"))).hasSizeLessThan(60_000);
        assertThat(gates().get(1).at("/checks/0/because").asText()).hasSize(1 << 20);
    }

    private static GateResult passing(String candidate) {
        return Gate.of(GateKey.CASES_MIN, 2)
                .judge(ModelComparison.between(
                                model("released"),
                                model(candidate),
                                Corpus.of(List.of(CorpusCase.of("2 1"), CorpusCase.of("3 1"))))
                        .result());
    }

    @Test
    void countsWhatDoesNotFitAndKeepsWhatDoes() {
        ArrayNode gates = new ObjectMapper().createArrayNode();
        gates.add(GateJson.of("one", result("first")));
        gates.add(GateJson.of("two", result("second")));
        String whole = GateMarkdown.of(gates);
        String heading = whole.substring(0, whole.indexOf("\n| Verdict"));

        assertThat(GateMarkdown.of(gates, whole.length() + 300)).isEqualTo(whole);
        assertThat(GateMarkdown.of(gates, whole.length() - 100))
                .hasSizeLessThan(whole.length())
                .contains("### ✕ first against released: failed", "### ✕ second against released: failed")
                .endsWith(" more did not fit here: see gate.html of the report.\n");
        assertThat(GateMarkdown.of(gates, heading.length() + 150))
                .startsWith(heading)
                .endsWith("\n1 gate and 4 parts more did not fit here: see gate.html of the report.\n");
    }

    @Test
    void aTableOfManyRowsHasThoseThatFailed() {
        List<GateRule> rules = new ArrayList<>();
        rules.add(new GateRule(GateKey.CASES_MIN, Optional.of("*"), 1, ""));
        rules.add(new GateRule(GateKey.CASES_MIN, Optional.empty(), 1000, ""));
        List<CorpusCase> cases = IntStream.range(0, 150)
                .mapToObj(i -> new CorpusCase(
                        "2 1",
                        Optional.empty(),
                        List.of(),
                        List.of("tag" + i),
                        Optional.of("id" + i),
                        Optional.empty()))
                .toList();
        GateResult result = new Gate("test", GateSettings.DEFAULT, rules)
                .judge(ModelComparison.between(model("released"), model("new"), Corpus.of(cases))
                        .result());

        assertThat(GateMarkdown.of(new ObjectMapper().createArrayNode().add(GateJson.of("one", result))))
                .contains("| --- | --- | --- | --- | --- |\n| ✕ failed | `cases.min` | 150 | at least 1000 |  |\n")
                .contains("`slice.tag0.cases.min`")
                .containsOnlyOnce("\n52 more in gate.html of the report.\n");
    }
}
