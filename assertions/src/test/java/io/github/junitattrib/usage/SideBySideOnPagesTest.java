package io.github.junitattrib.usage;

import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.assertj.AttributionAssertions.spearmanAtLeast;
import static io.github.junitattrib.corpus.TextChanges.swapping;
import static io.github.junitattrib.junit.Attributions.explain;
import static io.github.junitattrib.junit.Attributions.ig;
import static io.github.junitattrib.junit.Attributions.show;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.junitattrib.fixtures.Fixtures;
import io.github.junitattrib.junit.AttributionTest;
import io.github.junitattrib.method.LayerConductance;
import io.github.junitattrib.method.Question;
import io.github.junitattrib.method.RawAttention;
import io.github.junitattrib.method.ShapleyInteraction;
import io.github.junitattrib.method.ShapleyValues;
import io.github.junitattrib.model.Layer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What several attributions of one test look like: assertions on the embedded model, and the page that they leave. */
class SideBySideOnPagesTest {

    private static final String TEXT = "It was great";

    @TempDir
    private Path folder;

    @AttributionTest(model = Fixtures.SENTIMENT)
    static class ChangeTestCases {
        @Test
        void flips() {
            assertThat(ig(TEXT).toward("POSITIVE"))
                    .under(swapping("great", "awful"))
                    .flipsPrediction();
        }
    }

    @Test
    void aTextAndItsCounterfactual() {
        Reported reported = run(ChangeTestCases.class, "flips");

        assertThat(reported.each("/text")).containsExactly(TEXT, "It was awful");
        assertThat(reported.each("/label")).containsExactly("POSITIVE", "POSITIVE");
        assertThat(reported.each("/predicted")).containsExactly("POSITIVE", "NEGATIVE");
        assertThat(titles(reported)).containsExactly("1 first text", "2 other text");
        assertThat(compared(reported).select(".side .text").eachText()).containsExactly(TEXT, "It was awful");
        assertThat(compared(reported).select(".side .chg").eachText()).containsExactly("great", "awful");
        assertOneScale(reported);
    }

    @AttributionTest(model = Fixtures.SENTIMENT)
    static class MethodsTestCases {
        @Test
        void agree() {
            assertThat(ig(TEXT)).agreesWith(explain(TEXT).by(new ShapleyValues()), spearmanAtLeast(0.1));
        }
    }

    @Test
    void twoMethods() {
        Reported reported = run(MethodsTestCases.class, "agree");

        assertThat(reported.each("/text")).containsExactly(TEXT, TEXT);
        assertThat(reported.each("/label")).containsExactly("POSITIVE", "POSITIVE");
        assertThat(reported.each("/method/name")).containsExactly("IntegratedGradients", "ShapleyValues");
        assertThat(titles(reported)).containsExactly("1 IntegratedGradients", "2 ShapleyValues");
        assertOneScale(reported);
    }

    @AttributionTest(model = Fixtures.SENTIMENT)
    static class TargetsTestCases {
        @Test
        void oppose() {
            assertThat(ig(TEXT).toward("POSITIVE")).givesPositiveWeightTo("great");
            assertThat(ig(TEXT).toward("NEGATIVE")).givesNegativeWeightTo("great");
        }
    }

    @Test
    void twoTargets() {
        Reported reported = run(TargetsTestCases.class, "oppose");

        assertThat(reported.each("/text")).containsExactly(TEXT, TEXT);
        assertThat(reported.each("/label")).containsExactly("POSITIVE", "NEGATIVE");
        assertThat(titles(reported)).containsExactly("1 toward POSITIVE", "2 toward NEGATIVE");
        assertOneScale(reported);
    }

    @AttributionTest(model = Fixtures.SENTIMENT)
    static class LayersTestCases {
        @Test
        void areComplete() {
            for (int layer = 1; layer <= 2; layer++) {
                assertThat(explain(TEXT).by(new LayerConductance(Layer.encoder(layer))))
                        .isComplete();
            }
        }
    }

    @Test
    void wordsByLayers() {
        Reported reported = run(LayersTestCases.class, "areComplete");
        Element map = map(reported, "LayerConductance toward POSITIVE, layer by layer");

        assertThat(reported.each("/method/name")).containsExactly("LayerConductance", "LayerConductance");
        assertThat(map.select("tbody th").eachText()).containsExactly("It", "was", "great", "[CLS]", "[SEP]");
        assertThat(columns(map))
                .isEqualTo(reported.each("/method/parameters/layer"))
                .hasSize(2);
        List<String> words = new ArrayList<>();
        for (int word = 0; word < 3; word++) {
            words.add(Reported.cell(reported.scores(0).get(word)));
            words.add(Reported.cell(reported.scores(1).get(word)));
        }
        assertThat(map.select("td").eachText()).hasSize(10).startsWith(words.toArray(new String[0]));
        assertThat(List.of(words.get(0), words.get(1), words.get(2), words.get(4)))
                .as("words and layers that are not to be taken for each other")
                .doesNotHaveDuplicates();
    }

    @AttributionTest(model = Fixtures.SENTIMENT)
    static class MatricesTestCases {
        @Test
        void areShown() {
            show(new RawAttention().ofLayer(1).map(ig(TEXT).model(), Question.of(TEXT)));
            show(new ShapleyInteraction()
                    .interactions(ig(TEXT).model(), Question.of(TEXT))
                    .matrix());
        }
    }

    @Test
    void wordsByWords() {
        Reported reported = run(MatricesTestCases.class, "areShown");
        List<String> titles = reported.sidecar().path("matrices").findValuesAsText("title");
        Element attention = map(reported, titles.get(0));
        Element interactions = map(reported, titles.get(1));

        assertThat(attention.select("tbody th").eachText())
                .isEqualTo(columns(attention))
                .isEqualTo(Reported.strings(reported.sidecar().at("/matrices/0/rows")))
                .hasSize(5)
                .startsWith("[CLS]")
                .endsWith("[SEP]");
        assertThat(attention.select("thead th").first().text()).isEqualTo("from \u2193 to \u2192");
        assertThat(attention.select("td").eachText())
                .isEqualTo(Reported.cells(reported.sidecar().at("/matrices/0/scores")));
        assertThat(titles.get(1)).startsWith("Interactions toward POSITIVE");
        assertThat(interactions.select("tbody th").eachText())
                .isEqualTo(columns(interactions))
                .containsExactly("It", "was", "great");
        assertThat(interactions.select("td").eachText())
                .isEqualTo(Reported.cells(reported.sidecar().at("/matrices/1/scores")))
                .hasSize(9);
    }

    private Reported run(Class<?> type, String method) {
        assertThat(new Suite(folder).execute(type).testEvents().failed().count())
                .isZero();
        return Reported.of(folder, method);
    }

    private static Element compared(Reported reported) {
        return reported.page().expectFirst("section:has(> h2:containsOwn(Side by side))");
    }

    private static List<String> titles(Reported reported) {
        return compared(reported).select(".side h3").eachText();
    }

    private static Element map(Reported reported, String title) {
        return reported.page().select("table.map").stream()
                .filter(table -> table.select("caption").text().equals(title))
                .findFirst()
                .orElseThrow();
    }

    /** The names of columns, without the corner. */
    private static List<String> columns(Element map) {
        List<String> heads = map.select("thead th").eachText();
        return heads.subList(1, heads.size());
    }

    /** Both attributions are drawn up to the largest score of either, and say so. */
    private static void assertOneScale(Reported reported) {
        double largest = IntStream.range(0, 2)
                .boxed()
                .flatMap(number -> reported.scores(number).stream())
                .mapToDouble(Math::abs)
                .max()
                .orElseThrow();
        Elements scales = reported.page().select(".scale");
        assertThat(compared(reported).select(".scale")).hasSize(1);
        assertThat(scales)
                .hasSize(3)
                .allSatisfy(scale -> assertThat(scale.select("li").last().text())
                        .isEqualTo(String.format(Locale.ROOT, "%+.4f", largest)));
        assertThat(reported.page().select(".card > p.small").eachText())
                .contains("One scale with attribution 2.", "One scale with attribution 1.");
    }
}
