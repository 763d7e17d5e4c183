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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        String harmless = structure(parsed("harmless"));
        String harmlessRows = rows(SummaryMarkdown.of(index("harmless")));

        for (int i = 0; i < TEXTS; i++) {
            String text = text();
            Document page = parsed(text);

            assertThat(structure(page)).as("page of text %d: %s", i, text).isEqualTo(harmless);
            assertThat(page.expectFirst(".text").wholeText()).isEqualTo(VisibleText.inBlock(text));
            assertThat(page.expectFirst(".map tbody th").wholeText()).isEqualTo(VisibleText.inLine(text));
            assertThat(rows(SummaryMarkdown.of(index(text))))
                    .as("summary of text %d: %s", i, text)
                    .isEqualTo(harmlessRows);
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

    private Document parsed(String text) {
        return Jsoup.parse(templates.page(
                PageView.of(report(text), new PageLinks(text, "../index.html", "t-1.json"), PageLimits.WIDEST)));
    }

    /** A report that has the text wherever it can have one. */
    private static TestReport report(String text) {
        Span all = new Span(0, text.length());
        CheckRecord check = new CheckRecord(
                0,
                text,
                List.of(text),
                text,
                Verdict.FAIL,
                // A line of its own: which line of a message is the first depends on the text.
                text.replaceAll("\\R", " ").isBlank() ? "x" : "x" + text.replaceAll("\\R", " "),
                List.of(all),
                List.of(new Marked(all, "x" + text)),
                Optional.of(new Difference("x" + text.replaceAll("\\R", " "), "y" + text.replaceAll("\\R", " "))));
        List<Attribution> attributions = new ArrayList<>();
        for (String model : List.of("one ", "other ")) {
            attributions.add(attribution(text, model));
        }
        return new TestReport(
                new TestCase("a" + text, "b" + text, List.of(2), Optional.of("v" + text), text),
                TestStatus.FAILED,
                "x\ny" + text,
                attributions,
                List.of(check),
                Map.of(text, "gold" + text),
                List.of(new ScoreMatrix(text, text, text, List.of(text), List.of("c" + text), List.of(List.of(1.0)))));
    }

    private static Attribution attribution(String text, String model) {
        int cut = text.length() / 2;
        List<TokenScore> tokens = List.of(
                new TokenScore("c" + text, Optional.empty(), OptionalInt.empty(), true, 0.1, 0.01),
                new TokenScore("d" + text, Optional.of(new Span(0, cut)), OptionalInt.of(0), false, 0.5, 0.01),
                new TokenScore(
                        "e" + text, Optional.of(new Span(cut, text.length())), OptionalInt.of(0), false, 0.2, 0.01));
        return new Attribution(
                text,
                tokens,
                new TargetScore.OfClass(1, "l" + text),
                Prediction.ofLogits(List.of("k" + text, "l" + text), new double[] {0, 1}),
                0.8,
                0,
                new Convergence(false, 3, 0.01, "r" + text, Examples.path()),
                new MethodFacts("m" + text, Map.of("p" + text, text)),
                new ModelFacts(model + text, text, text, Optional.of(text)));
    }

    private static RunIndex index(String text) {
        IndexEntry entry = new IndexEntry(
                "a" + text, "b" + text, 2, Optional.of("v" + text), TestStatus.FAILED, "x" + text, "a.json");
        return new RunIndex("run" + text, List.of(entry, entry), List.of("note " + text));
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
