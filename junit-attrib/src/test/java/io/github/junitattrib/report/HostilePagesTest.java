package io.github.junitattrib.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Ten thousand hostile texts, in every place where a page or summary shows one, leave its structure alone. */
class HostilePagesTest {

    private static final int TEXTS = 10_000;

    private final Templates templates = new Templates();
    private final HostileTexts hostile = new HostileTexts();

    @Test
    void noTextBreaksAPageOrASummary() {
        String harmless = Structure.of(parsed(new Texts("plain", "plain", "plain", "plain")));
        String harmlessRows = Structure.ofTables(SummaryMarkdown.of(index("plain")));

        for (int i = 0; i < TEXTS; i += Texts.ON_A_PAGE) {
            Texts texts = new Texts(hostile.next(), hostile.next(), hostile.next(), hostile.next());
            Document page = parsed(texts);

            assertThat(Structure.of(page))
                    .as("page from text %d on: %s", i, texts)
                    .isEqualTo(harmless);
            assertThat(page.expectFirst(".text").wholeText()).isEqualTo(VisibleText.inBlock(texts.explained()));
            assertThat(page.expectFirst(".failed pre").wholeText()).isEqualTo(VisibleText.inLine(texts.check()));
            assertThat(page.expectFirst(".map tbody th").wholeText()).isEqualTo(VisibleText.inLine(texts.matrix()));
            for (String text : texts.all()) {
                assertThat(Structure.ofTables(SummaryMarkdown.of(index(text))))
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

        TestReport report() {
            return HostileReport.of(explained, name, check, matrix);
        }
    }

    private Document parsed(Texts texts) {
        byte[] page = templates.page(PageView.of(
                texts.report(), new PageLinks(texts.name(), "../index.html", "t-1.json"), PageLimits.WIDEST));
        return Jsoup.parse(new String(page, StandardCharsets.UTF_8));
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
}
