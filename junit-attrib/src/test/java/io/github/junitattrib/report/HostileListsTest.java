package io.github.junitattrib.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.junitattrib.conformance.ClosedForm;
import io.github.junitattrib.corpus.Corpus;
import io.github.junitattrib.corpus.CorpusCase;
import io.github.junitattrib.gate.Gate;
import io.github.junitattrib.gate.GateKey;
import io.github.junitattrib.gate.GateResult;
import io.github.junitattrib.gate.GateRule;
import io.github.junitattrib.gate.GateSettings;
import io.github.junitattrib.gate.ModelComparison;
import io.github.junitattrib.report.CorpusRecord.Bin;
import io.github.junitattrib.report.CorpusRecord.Counts;
import io.github.junitattrib.report.CorpusRecord.Slice;
import io.github.junitattrib.report.CorpusRecord.Worst;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.hipparchus.analysis.differentiation.Gradient;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** Ten thousand hostile texts, as names and messages of all that stands for a whole run, leave its structure alone. */
class HostileListsTest {

    private static final int TEXTS = 10_000;
    private static final int AT_ONCE = 4;
    private static final String PLACE = "put a text here";
    /** What the model of a gate reads. */
    private static final String TEXT = "2 1";

    private final HostileTexts hostile = new HostileTexts();

    @TempDir
    private Path directory;

    @Test
    void noTextBreaksTheIndexOrTheCorpora() {
        Templates templates = new Templates();
        List<String> plain = List.of("plain", "plain", "plain", "plain");
        String index = Structure.of(index(templates, plain));
        String corpora = Structure.of(corpora(templates, plain));

        for (int i = 0; i < TEXTS; i += AT_ONCE) {
            List<String> texts = texts();
            Document ofTexts = index(templates, texts);
            Document ofCorpora = corpora(templates, texts);

            assertThat(Structure.of(ofTexts))
                    .as("index from text %d on: %s", i, texts)
                    .isEqualTo(index);
            assertThat(Structure.of(ofCorpora))
                    .as("corpora from text %d on: %s", i, texts)
                    .isEqualTo(corpora);
            for (int k = 0; k < AT_ONCE; k++) {
                String shown = VisibleText.inLine(texts.get(k));
                assertThat(ofTexts.select("#tests td[dir]").get(k).wholeText()).isEqualTo("x" + shown);
                assertThat(ofTexts.select("#tests th a").get(k).wholeText()).isEqualTo("b" + shown);
                assertThat(ofCorpora.select("h2 code").get(k).wholeText()).isEqualTo(shown);
            }
        }
    }

    @Test
    void noTextBreaksTheFileForToolsOfJUnit() throws Exception {
        DocumentBuilder parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        parser.setErrorHandler(null);
        String harmless = elements(parsed(parser, "plain"));

        for (int i = 0; i < TEXTS; i++) {
            String text = hostile.next();
            Element suites = parsed(parser, text);

            assertThat(elements(suites)).as("text %d: %s", i, text).isEqualTo(harmless);
            assertThat(((Element) suites.getElementsByTagName("failure").item(0)).getAttribute("message"))
                    .isEqualTo("x" + VisibleText.inLine(text));
        }
    }

    @Test
    void noTextBreaksTheListOfVacuousChecks() {
        String harmless = Structure.ofTables(vacuous("plain"));

        for (int i = 0; i < TEXTS; i++) {
            String text = hostile.next();
            assertThat(Structure.ofTables(vacuous(text)))
                    .as("text %d: %s", i, text)
                    .isEqualTo(harmless);
        }
    }

    @Test
    void noTextBreaksTheReleaseGate() throws IOException {
        Path gates = directory.resolve("gate.json");
        new GateWriter(directory, "run").write("test " + PLACE, judged());
        JsonNode judged = Json.MAPPER.readTree(gates.toFile());
        String plainPage = "";
        String plainTables = "";

        for (int i = 0; i < TEXTS; i += AT_ONCE) {
            String text = i == 0 ? "plain" : String.join("", texts());
            ReportFiles.write(gates, Json.print(with(judged, text)));
            new GateWriter(directory, "run").writeUnjudged("u" + text, "v" + text, "w" + text);
            String page = Structure.of(Jsoup.parse(Files.readString(directory.resolve("gate.html"))));
            String tables = Structure.ofTables(Files.readString(directory.resolve("gate.md")));
            plainPage = i == 0 ? page : plainPage;
            plainTables = i == 0 ? tables : plainTables;

            assertThat(page).as("gate.html with text %d: %s", i, text).isEqualTo(plainPage);
            assertThat(tables).as("gate.md with text %d: %s", i, text).isEqualTo(plainTables);
        }
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        while (texts.size() < AT_ONCE) {
            texts.add(hostile.next());
        }
        return texts;
    }

    private static Document index(Templates templates, List<String> texts) {
        RunIndex index = run(texts);
        return Jsoup.parse(templates.index(IndexView.of(index, CorporaView.of(index), false)));
    }

    private static Document corpora(Templates templates, List<String> texts) {
        return Jsoup.parse(templates.corpora(CorporaView.of(run(texts))));
    }

    /** A run that has texts wherever it can have one. */
    private static RunIndex run(List<String> texts) {
        List<IndexEntry> tests = new ArrayList<>();
        List<CorpusEntry> corpora = new ArrayList<>();
        for (int k = 0; k < texts.size(); k++) {
            IndexEntry test = test(texts.get(k), k);
            tests.add(test);
            corpora.add(corpus(test, texts.get(k)));
        }
        String text = texts.get(0);
        Trend trend = new Trend(
                "previous" + text,
                Map.of(tests.get(0).name(), Change.NEW_FAILURE),
                List.of(tests.get(1).title()),
                List.of(tests.get(2).title()));
        return new RunIndex(
                "run" + text, tests, List.of(tests.get(3)), corpora, Optional.of(trend), List.of("note" + text));
    }

    private static IndexEntry test(String text, int number) {
        // What is before the last point is the package.
        String name = "p" + number + "." + text.replace('.', ',');
        return new IndexEntry(
                        name,
                        "b" + text,
                        2,
                        Optional.of("v" + text),
                        TestStatus.FAILED,
                        "x" + text,
                        OptionalDouble.of(1),
                        "t" + number + ".json")
                .in("module" + text, "..");
    }

    private static CorpusEntry corpus(IndexEntry test, String text) {
        Counts counts = new Counts(1, 2, 3, 4);
        return new CorpusEntry(
                test,
                text,
                "fail",
                new CorpusRecord(
                        "number" + text,
                        counts,
                        List.of(new Bin(0, 1, counts)),
                        List.of(new Slice("by" + text, "name" + text, counts)),
                        List.of(new Worst("text" + text, "found" + text, "from" + text))));
    }

    private static Element parsed(DocumentBuilder parser, String text) throws Exception {
        RunIndex index =
                new RunIndex("run" + text, List.of(test(text, 0)), List.of(), List.of(), Optional.empty(), List.of());
        return parser.parse(new InputSource(new StringReader(JUnitXml.of(index))))
                .getDocumentElement();
    }

    /** Elements with the names of their attributes, in order. */
    private static String elements(Node parent) {
        StringBuilder elements = new StringBuilder(parent.getNodeName());
        for (int i = 0; i < parent.getAttributes().getLength(); i++) {
            elements.append(' ').append(parent.getAttributes().item(i).getNodeName());
        }
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element) {
                elements.append('(').append(elements(child)).append(')');
            } else {
                assertThat(child.getNodeType()).isEqualTo(Node.TEXT_NODE);
            }
        }
        return elements.toString();
    }

    private static String vacuous(String text) {
        TestCase test = new TestCase("a" + text, "b" + text, 2, text);
        List<VacuityRecord> records = new ArrayList<>();
        for (String reason : List.of("", "r" + text)) {
            records.add(new VacuityRecord(
                    text,
                    List.of(text),
                    "c" + text,
                    text,
                    "vacuous",
                    reason,
                    8,
                    8,
                    OptionalDouble.of(0.5),
                    List.of(new VacuityRecord.Mutant("m" + text, "killed", text))));
        }
        JsonNode judged = VacuityJson.of(test, records, NotAsked.NONE, "run" + text);
        return VacuityMarkdown.of(VacuityIndex.of("run" + text, List.of(judged)));
    }

    private static GateResult judged() {
        GateRule rule = new GateRule(GateKey.ACCURACY_MIN, Optional.empty(), 0.9, PLACE);
        CorpusCase one =
                new CorpusCase(TEXT, Optional.of("B"), List.of(), List.of(PLACE), Optional.of(PLACE), Optional.empty());
        return new Gate(PLACE, GateSettings.DEFAULT, List.of(rule))
                .judge(ModelComparison.between(
                                model("released " + PLACE), model("candidate " + PLACE), Corpus.of(List.of(one)))
                        .result());
    }

    private static ClosedForm model(String name) {
        return ClosedForm.of(name, 2, List.of("A", "B"), x ->
                new Gradient[] {x[0].add(x[1].multiply(0)), x[0].multiply(0)});
    }

    /** A copy with a text instead of what holds its place, and instead of the numbers that the model reads. */
    private static JsonNode with(JsonNode node, String text) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = Json.MAPPER.createObjectNode();
            object.properties().forEach(field -> copy.set(field.getKey(), with(field.getValue(), text)));
            return copy;
        }
        if (node instanceof ArrayNode) {
            ArrayNode copy = Json.MAPPER.createArrayNode();
            node.forEach(one -> copy.add(with(one, text)));
            return copy;
        }
        if (!node.isTextual()) {
            return node;
        }
        boolean isNumbers =
                TEXT.equals(node.asText()) || List.of(TEXT.split(" ")).contains(node.asText());
        return TextNode.valueOf(isNumbers ? "x" + text : node.asText().replace(PLACE, text));
    }
}
