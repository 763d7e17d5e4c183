package io.github.junitattrib.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.ModelFacts;
import io.github.junitattrib.TargetScore;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Several attributions of one test side by side. */
class ComparisonTest {

    private static final String TEXT = "said it was great";
    private static final Attribution NOW = Examples.attribution(TEXT, 0.4, 0.1, 0, 0.2);

    @Test
    void theApprovedAttributionStandsBesideThePresentOneOnOneScale() {
        Attribution approved = named(Examples.attribution(TEXT, 0.1, 0.1002, 0, 0.8), "reviews-2.1 (approved)");

        Document page = page(NOW, approved);

        assertThat(page.select(".side h3").eachText()).containsExactly("1 reviews-2.1", "2 reviews-2.1 (approved)");
        // 0.4 and 0.8 on a scale up to 0.8.
        assertThat(page.select(".side .text").get(0).select("span").eachAttr("class"))
                .containsExactly("p2", "p1", "z", "p1");
        assertThat(page.select(".side .text").get(1).select("span").eachAttr("class"))
                .containsExactly("p1", "p1", "z", "p4");
        assertThat(page.select(".side + .scale")).hasSize(1);
        // The sections of both are drawn on it as well.
        assertThat(page.select("section > .card > .text").get(0).select("span").eachAttr("class"))
                .containsExactly("p2", "p1", "z", "p1");
        assertThat(page.select("section > .card > .small").eachText())
                .containsExactly("One scale with attribution 2.", "One scale with attribution 1.");
    }

    @Test
    void theTableTellsScoresRanksTheirChangesAndRealDifferences() {
        Attribution approved = named(Examples.attribution(TEXT, 0.1, 0.1002, 0, 0.8), "approved");

        Document page = page(NOW, approved);

        // Error bars are 0.0004 on both sides: 0.1 and 0.1002 do not differ.
        assertThat(page.select(".compare tbody tr").eachText())
                .containsExactly(
                        "said +0.4000 1 +0.1000\u2260 3 \u25BC2down 2",
                        "great +0.2000 2 +0.8000\u2260 1 \u25B21up 1",
                        "it +0.1000 3 +0.1002 2 \u25B21up 1",
                        "was +0.0000 4 +0.0000 4");
    }

    @Test
    void aChangedTextIsAlignedWithItsOriginalAndChangedWordsAreFramed() {
        Attribution changed = Examples.attribution("said it was not awful", 0.4, 0.1, 0, 0.3, -0.6);

        Document page = page(NOW, changed);

        assertThat(page.select(".side h3").eachText()).containsExactly("1 first text", "2 other text");
        assertThat(page.select(".side .text .chg").eachText()).containsExactly("great", "not", "awful");
        // One word against two: neither is the other's counterpart.
        assertThat(page.select(".compare tbody tr").eachText())
                .containsExactly(
                        "said +0.4000 1 +0.4000 1",
                        "great +0.2000 2 \u2013 not in this text",
                        "it +0.1000 3 +0.1000 3",
                        "was +0.0000 4 +0.0000 4",
                        "not \u2013 not in this text +0.3000 2",
                        "awful \u2013 not in this text -0.6000 5");
        assertThat(page(NOW, Examples.attribution("said it was awful", 0.4, 0.1, 0, -0.6))
                        .select(".compare .as")
                        .eachText())
                .containsExactly("as awful");
    }

    @Test
    void scoresOfOtherUnitsHaveAScaleOfTheirOwnAndOnlyRanksAreCompared() {
        Attribution slopes = new Attribution(
                TEXT,
                Examples.attribution(TEXT, 40, 10, 0, 20).tokens(),
                NOW.target(),
                NOW.prediction(),
                NOW.inputScore(),
                Double.NaN,
                NOW.convergence(),
                new MethodFacts("Saliency", Map.of()),
                NOW.model());

        Document page = page(NOW, slopes);

        assertThat(page.select(".side h3").eachText()).containsExactly("1 IntegratedGradients", "2 Saliency");
        assertThat(page.select(".side ~ .scale b").eachText()).containsExactly("Scale of 1", "Scale of 2");
        assertThat(page.select(".compare .ne")).hasSize(8);
        assertThat(page.select(".compare").text()).doesNotContain("\u2260");
        assertThat(page.select(".side .text").get(0).select("span").eachAttr("class"))
                .isEqualTo(page.select(".side .text").get(1).select("span").eachAttr("class"));
    }

    @Test
    void moreThanFourAreStackedEachTableWithTheFirst() {
        Attribution[] six = new Attribution[6];
        for (int i = 0; i < six.length; i++) {
            six[i] = new Attribution(
                    TEXT,
                    NOW.tokens(),
                    new TargetScore.OfClass(i % 2, i % 2 == 0 ? "NEGATIVE" : "POSITIVE"),
                    NOW.prediction(),
                    NOW.inputScore(),
                    NOW.baselineScore(),
                    NOW.convergence(),
                    new MethodFacts("M" + i, Map.of()),
                    NOW.model());
        }

        Document page = page(six);

        assertThat(page.select(".compare")).hasSize(2);
        assertThat(page.select(".compare")
                        .get(1)
                        .select("thead tr")
                        .get(0)
                        .select(".no")
                        .eachText())
                .containsExactly("1", "5", "6");
        assertThat(page.select(".side h3").get(5).text()).isEqualTo("6 M5, toward POSITIVE");
    }

    @Test
    void unrelatedTextsAreNotCompared() {
        Document page = page(NOW, Examples.attribution("a wholly different sentence", 1, 2, 3, 4));

        assertThat(page.select(".side, .compare")).isEmpty();
        assertThat(page.select("section > .card > .scale ol").eachText()).doesNotHaveDuplicates();
    }

    @Test
    void attributionsOfSeveralLayersBecomeOneMap() {
        Document page = page(layer("encoder 1", 0.1, -0.2), layer("encoder 2", 0.4, 0), NOW, NOW);

        assertThat(page.select(".map thead th").eachText())
                .containsExactly("word \u2193 layer \u2192", "encoder 1", "encoder 2");
        assertThat(page.select(".map tbody tr").eachText())
                .containsExactly(
                        "good +0.100 +0.400", "bad -0.200 +0.000", "[CLS] +0.000 +0.000", "[SEP] +0.000 +0.000");
        assertThat(page.select(".map tbody td").eachAttr("class"))
                .containsExactly("p1", "p4", "n2", "z", "z", "z", "z", "z");
        // They stand in the map: nothing else compares them.
        assertThat(page.select(".side h3 .no").eachText()).containsExactly("3", "4");
    }

    private static Attribution layer(String layer, double... scores) {
        Attribution plain = Examples.attribution("good bad", scores);
        return new Attribution(
                plain.text(),
                plain.tokens(),
                plain.target(),
                plain.prediction(),
                plain.inputScore(),
                plain.baselineScore(),
                plain.convergence(),
                new MethodFacts("LayerConductance", Map.of("baseline", "PAD", "layer", layer)),
                plain.model());
    }

    private static Attribution named(Attribution attribution, String model) {
        return attribution.withModel(new ModelFacts(model, "cpu", "float32"));
    }

    private static Document page(Attribution... attributions) {
        TestReport report =
                new TestReport(Examples.TEST, TestStatus.PASSED, "", Arrays.asList(attributions), List.of());
        return Jsoup.parse(Examples.page(report));
    }
}
