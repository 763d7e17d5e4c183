package io.github.junitattrib.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Convergence;
import io.github.junitattrib.Difference;
import io.github.junitattrib.Marked;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.ModelFacts;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.ScoreMatrix;
import io.github.junitattrib.Span;
import io.github.junitattrib.TargetScore;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Ten thousand hostile texts, in every place where a page or summary shows one, leave its structure alone. */
class HostilePagesTest {

    private static final int TEXTS = 10_000;
    private static final long SEED = 20_261;

    /** What ends an element, an attribute or a cell, starts a template, or moves and hides characters. */
    private static final List<String> PARTS = List.of(
            "<script>alert(1)</script>",
            "</title>",
            "</style>",
            "</textarea>",
            "</pre>",
            "</table>",
            "</svg>",
            "<img src=x onerror=alert(1)>",
            "<svg/onload=alert(1)>",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "<plaintext>",
            "<base href=//e>",
            "\"",
            "'",
            "`",
            "=",
            ">",
            "<",
            "/>",
            "&",
            "&lt;",
            "&#60;",
            "&#x3c",
            "\" onmouseover=\"x",
            "' style='x",
            "javascript:alert(1)",
            "${1+1}",
            "$unsafe{x}",
            "@if(true)",
            "@endfor",
            "!{var x = 1;}",
            "{{7*7}}",
            "|",
            "\\|",
            "||",
            "---",
            "[x](http://e)",
            "![x](y)",
            "**",
            "# ",
            "@user",
            "#1",
            "\n",
            "\r\n",
            "\r",
            "\t",
            "\f",
            "\u000B",
            "\u0000",
            "\u0001",
            "\u001B[31m",
            "\u007F",
            "\u0085",
            "\u00A0",
            "\u00AD",
            "\u061C",
            "\u200B",
            "\u200D",
            "\u200F",
            "\u2028",
            "\u2029",
            "\u202E",
            "\u2066",
            "\u2069",
            "\uFEFF",
            "\uFFFE",
            "\uFFFF",
            "\uD800",
            "\uDC00",
            "\uD83D\uDC69\u200D\uD83D\uDC67",
            "\uDBFF\uDFFF",
            "\uDB40\uDC41",
            "\u0301",
            "\u05D0",
            "\u0639",
            "word",
            " ");

    private final Templates templates = new Templates();
    private final Random random = new Random(SEED);

    @Test
    void noTextBreaksAPageOrASummary() {
        String harmless = structure(parsed(new Texts("plain", "plain", "plain", "plain")));
        String harmlessRows = rows(SummaryMarkdown.of(index("plain")));

        for (int i = 0; i < TEXTS; i += Texts.ON_A_PAGE) {
            Texts texts = new Texts(text(), text(), text(), text());
            Document page = parsed(texts);

            assertThat(structure(page)).as("page from text %d on: %s", i, texts).isEqualTo(harmless);
            assertThat(page.expectFirst(".text").wholeText()).isEqualTo(VisibleText.inBlock(texts.explained()));
            assertThat(page.expectFirst(".failed pre").wholeText()).isEqualTo(VisibleText.inLine(texts.check()));
            assertThat(page.expectFirst(".map tbody th").wholeText()).isEqualTo(VisibleText.inLine(texts.matrix()));
            for (String text : texts.all()) {
                assertThat(rows(SummaryMarkdown.of(index(text))))
                        .as("summary from text %d on: %s", i, text)
                        .isEqualTo(harmlessRows);
            }
        }
    }

    /** The texts of one page: to be explained, and as the names of what explains, in checks and in a matrix. */
    private record Texts(String explained, String name, String check, String matrix) {

        static final int ON_A_PAGE = 4;

        List<String> all() {
            return List.of(explained, name, check, matrix);
        }
    }

    @Test
    void theStructureTellsElementsAndAttributesApart() {
        String plain = structure(Jsoup.parse("<p class=a>x</p>"));

        assertThat(structure(Jsoup.parse("<p class=a>other text</p>"))).isEqualTo(plain);
        assertThat(structure(Jsoup.parse("<p class=a>x<b></b></p>"))).isNotEqualTo(plain);
        assertThat(structure(Jsoup.parse("<p class=a onclick=x>x</p>"))).isNotEqualTo(plain);
        assertThat(structure(Jsoup.parse("<p class=a>x</p><!-- x -->"))).isNotEqualTo(plain);
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        int parts = 1 + random.nextInt(6);
        for (int i = 0; i < parts; i++) {
            text.append(
                    random.nextInt(8) == 0
                            ? String.valueOf((char) random.nextInt(Character.MAX_VALUE + 1))
                            : PARTS.get(random.nextInt(PARTS.size())));
        }
        return text.toString();
    }

    private Document parsed(Texts texts) {
        byte[] page = templates.page(PageView.of(
                report(texts), new PageLinks(texts.name(), "../index.html", "t-1.json"), PageLimits.WIDEST));
        return Jsoup.parse(new String(page, StandardCharsets.UTF_8));
    }

    /** A report that has texts wherever it can have one. */
    private static TestReport report(Texts texts) {
        String text = texts.explained();
        String name = texts.name();
        String said = texts.check();
        String cell = texts.matrix();
        Span all = new Span(0, text.length());
        // Which line of a message is the first, and how many words an order has, depends on line ends.
        String line = "x" + said.replaceAll("\\R", " ");
        CheckRecord check = new CheckRecord(
                0,
                said,
                List.of(said),
                said,
                Verdict.FAIL,
                line,
                List.of(all),
                List.of(new Marked(all, "x" + said)),
                Optional.of(new Difference(line, "y" + line)),
                Optional.empty());
        return new TestReport(
                new TestCase("a" + name, "b" + name, List.of(2), Optional.of("v" + name), name),
                TestStatus.FAILED,
                "x\ny" + said,
                List.of(attribution(text, "one " + name, cell), attribution(text, "other " + name, cell)),
                List.of(check),
                Map.of(text, new CaseNote(Optional.of("gold" + name), "case" + name)),
                List.of(new ScoreMatrix(cell, name, said, List.of(cell), List.of("c" + text), List.of(List.of(1.0)))),
                OptionalDouble.empty());
    }

    private static Attribution attribution(String text, String name, String piece) {
        int cut = text.length() / 2;
        List<TokenScore> tokens = List.of(
                new TokenScore("c" + piece, Optional.empty(), OptionalInt.empty(), true, 0.1, 0.01),
                new TokenScore("d" + piece, Optional.of(new Span(0, cut)), OptionalInt.of(0), false, 0.5, 0.01),
                new TokenScore(
                        "e" + piece, Optional.of(new Span(cut, text.length())), OptionalInt.of(0), false, 0.2, 0.01));
        return new Attribution(
                text,
                tokens,
                new TargetScore.OfClass(1, "l" + name),
                Prediction.ofLogits(List.of("k" + name, "l" + name), new double[] {0, 1}),
                0.8,
                0,
                new Convergence(false, 3, 0.01, "r" + name, Examples.path()),
                new MethodFacts("m" + name, Map.of("p" + name, piece)),
                new ModelFacts(name, piece, text, Optional.of(name)));
    }

    private static RunIndex index(String text) {
        IndexEntry entry = new IndexEntry(
                "a" + text,
                "b" + text,
                2,
                Optional.of("v" + text),
                TestStatus.FAILED,
                "x" + text,
                OptionalDouble.empty(),
                "a.json");
        return new RunIndex(
                "run" + text, List.of(entry, entry), List.of(), List.of(), Optional.empty(), List.of("note " + text));
    }

    /** Elements and attributes in order, with values that are no text. */
    private static String structure(Document page) {
        StringBuilder structure = new StringBuilder();
        page.traverse((node, depth) -> {
            if (node instanceof Element element) {
                structure.append('\n').append(depth).append(element.normalName());
                for (Attribute attribute : element.attributes()) {
                    boolean isText = attribute.getKey().equals("aria-label");
                    structure.append(' ').append(attribute.getKey());
                    structure.append(isText ? "" : "=" + attribute.getValue());
                }
            } else if (!node.nodeName().equals("#text")) {
                structure.append('\n').append(depth).append(node.nodeName());
            }
        });
        return structure.toString();
    }

    /** The number of lines, and of cells in each line of the table. */
    private static String rows(String markdown) {
        assertThat(markdown).doesNotContain("\r");
        return markdown.lines()
                .map(line -> line.startsWith("|") ? String.valueOf(line.split("\\|", -1).length) : "text")
                .collect(Collectors.joining("\n"));
    }
}
