package io.github.junitattrib.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Convergence;
import io.github.junitattrib.Difference;
import io.github.junitattrib.Marked;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.ModelFacts;
import io.github.junitattrib.PathPoint;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.ScoreKind;
import io.github.junitattrib.ScoreMatrix;
import io.github.junitattrib.Span;
import io.github.junitattrib.TargetScore;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class PageTest {

    private static final String HOSTILE = "</title><script>alert('x')</script> \" onload=\"x ' & <!-- ]]> ${1+1}";

    @Test
    void showsTheWholeTextInOrderWithItsWhitespace() {
        String text = "  He said\tthe\n\nfilm  was great \uD83D\uDC4D\uD83C\uDFFD … ";

        Document page = page(Examples.attribution(text, 0.1, 0.4, -0.2));

        assertThat(page.expectFirst(".text").wholeText()).isEqualTo(text);
    }

    @Test
    void coloursWordsOnASymmetricScaleAndTellsTheirNumbers() {
        Document page = page(Examples.attribution("a b c d", 0.4, -0.2, 0.01, -0.4));

        assertThat(page.select(".text span").eachAttr("class")).containsExactly("p4", "n2", "z", "n4");
        assertThat(page.select(".text span").eachAttr("title"))
                .contains("+0.4000 \u00B1 0.0004", "-0.2000 \u00B1 0.0004");
        assertThat(page.select(".scale li").eachText())
                .containsExactly(
                        "-0.4000", "-0.3000", "-0.2000", "-0.1000", "0", "+0.1000", "+0.2000", "+0.3000", "+0.4000");
    }

    @Test
    void numbersMarkedWordsAndNamesTheChecksThatNamedThem() {
        CheckRecord check = new CheckRecord(
                0,
                "ranksAbove",
                List.of("\"great\"", "\"said\""),
                "ranks(\"great\").above(\"said\")",
                Verdict.FAIL,
                "Expected.",
                List.of(new Span(21, 26), new Span(3, 7)));

        Document page = page(new TestReport(
                Examples.TEST, TestStatus.FAILED, "Expected.", List.of(Examples.reporting()), List.of(check)));

        assertThat(page.select(".text [data-m]").eachText()).containsExactly("said", "great");
        assertThat(page.select(".text [data-m]").eachAttr("data-m")).containsExactly("2", "1");
        assertThat(page.select(".marks li").eachText())
                .containsExactly(
                        "1great ranks(\"great\").above(\"said\") failed",
                        "2said ranks(\"great\").above(\"said\") failed");
    }

    @Test
    void marksInTheRankingWhatWasExpectedAndShowsBothOrders() {
        CheckRecord check = new CheckRecord(
                0,
                "ranksAbove",
                List.of("\"great\"", "\"said\""),
                "ranks(\"great\").above(\"said\")",
                Verdict.FAIL,
                "Expected.",
                List.of(new Span(21, 26), new Span(3, 7)),
                List.of(
                        new Marked(new Span(21, 26), "expected above \"said\""),
                        new Marked(new Span(3, 7), "expected below \"great\"")),
                Optional.of(new Difference("great\nsaid\nfilm\nHe\n.\nwas\nthe", "said\nfilm\nHe\ngreat\n.\nwas\nthe")),
                Optional.empty());

        Document page = page(new TestReport(
                Examples.TEST, TestStatus.FAILED, "Expected.", List.of(Examples.reporting()), List.of(check)));

        assertThat(page.select(".words tr.ch th").eachText())
                .containsExactly("said 2 expected below \"great\"", "great 1 expected above \"said\"");
        assertThat(page.select(".failed pre").text()).isEqualTo("ranks(\"great\").above(\"said\")");
        assertThat(page.select(".order tbody tr").eachText())
                .containsExactly(
                        "1 great \u2260 said", "2 said \u2260 film", "3 film \u2260 He", "4 He \u2260 great", "5 . .");
        assertThat(page.select(".order + p").text()).isEqualTo("The other 2 places are as expected.");
    }

    @Test
    void showsBothEndsOfALongWay() {
        List<String> words = IntStream.range(0, 100).mapToObj(i -> "w" + i).toList();
        List<String> rotated = new ArrayList<>(words.subList(1, 100));
        rotated.add("w0");

        OrderView order =
                OrderView.of(new Difference(String.join("\n", words), String.join("\n", rotated)), PageLimits.WIDEST);

        assertThat(order.rows()).hasSize(6);
        assertThat(order.rows().get(0)).isEqualTo(new OrderView.Row(1, "w0", "w1", true));
        assertThat(order.rows().get(5)).isEqualTo(new OrderView.Row(100, "w99", "w0", true));
        assertThat(order.same()).isEqualTo("94 more places between these are left out.");
    }

    @Test
    void theTrueLabelStandsBesideThePredictedAndTheExplainedOne() {
        Attribution attribution = Examples.reporting();
        Document wrong = page(withGold(attribution, "NEGATIVE"));
        Document right = page(withGold(attribution, "POSITIVE"));

        assertThat(wrong.select(".labels").text())
                .isEqualTo("predicted POSITIVE explained POSITIVE true NEGATIVE \u2715predicted wrongly");
        assertThat(right.select(".labels").text())
                .isEqualTo("predicted POSITIVE explained POSITIVE true POSITIVE \u2713predicted rightly");
        assertThat(wrong.select(".pair th[scope=row]:has(bdi)").eachText())
                .containsExactly("NEGATIVE true", "POSITIVE predicted, explained");
        assertThat(wrong.select(".facts").text()).startsWith("Method Case reviews.jsonl, line 12 (x1) Method");
        assertThat(page(attribution).select(".labels").text()).isEqualTo("predicted POSITIVE explained POSITIVE");
    }

    @Test
    void labelsThatStandForThemselvesAreEachPredictedOrNot() {
        Prediction two =
                Prediction.of(ScoreKind.MULTI_LABEL_LOGITS, List.of("ADVERT", "SPAM", "SCAM"), new double[] {3, 1, -2});

        assertThat(labels(two, "SPAM"))
                .isEqualTo("predicted ADVERT, SPAM explained ADVERT true SPAM \u2713is predicted");
        assertThat(labels(two, "SCAM"))
                .isEqualTo("predicted ADVERT, SPAM explained ADVERT true SCAM \u2715is not predicted");
        assertThat(roles(two, "SPAM")).containsExactly("ADVERT predicted, explained", "SPAM predicted, true", "SCAM");
        assertThat(labels(two, "HAM"))
                .isEqualTo("predicted ADVERT, SPAM explained ADVERT true HAM \u2013no class of the model");
    }

    @Test
    void aSingleProbabilityBelowOneHalfPredictsNothing() {
        Prediction none = Prediction.ofProbabilities(List.of("toxic"), new double[] {0.1});

        assertThat(labels(none, "toxic"))
                .isEqualTo("predicted no label explained toxic true toxic \u2715is not predicted");
        assertThat(roles(none, "toxic")).containsExactly("toxic explained, true");
        assertThat(labels(Prediction.ofProbabilities(List.of("toxic"), new double[] {0.9}), "toxic"))
                .isEqualTo("predicted toxic explained toxic true toxic \u2713is predicted");
    }

    @Test
    void aRegressionIsNeitherRightNorWrong() {
        Prediction stars = Prediction.of(ScoreKind.VALUES, List.of("stars", "words"), new double[] {4.2, -1});

        assertThat(labels(stars, "4.5")).isEqualTo("predicted stars 4.200, words -1.000 explained stars true 4.5");
        assertThat(roles(stars, "4.5")).containsExactly("stars explained", "words");
    }

    @Test
    void whereNobodyCanTellNothingIsSaid() {
        List<String> labels = List.of("NEGATIVE", "POSITIVE");

        assertThat(labels(Prediction.ofLogits(labels, new double[] {0.5, 0.5}), "POSITIVE"))
                .as("a tie")
                .isEqualTo("predicted NEGATIVE explained NEGATIVE true POSITIVE");
        assertThat(labels(Prediction.ofLogits(labels, new double[] {2000, 2000.001}), "POSITIVE"))
                .as("what float32 does not resolve")
                .endsWith("true POSITIVE");
        assertThat(labels(Prediction.ofProbabilities(labels, new double[] {0.499, 0.501}), "POSITIVE"))
                .endsWith("true POSITIVE \u2713predicted rightly");
        assertThat(labels(Prediction.ofProbabilities(labels, new double[] {0.9, 0.8}), "NEGATIVE"))
                .as("probabilities that are not of classes that exclude each other")
                .endsWith("true NEGATIVE");
        assertThat(labels(Prediction.ofLogits(List.of("POSITIVE"), new double[] {-3}), "POSITIVE"))
                .as("a class without others")
                .endsWith("true POSITIVE");
    }

    @Test
    void textsSideBySideSayWhatIsPredictedOfEach() {
        Attribution none = predicting(Prediction.ofProbabilities(List.of("toxic"), new double[] {0.1}));
        Attribution one = predicting(Prediction.ofProbabilities(List.of("toxic"), new double[] {0.7}));

        assertThat(page(Examples.report(Examples.TEST, TestStatus.PASSED, "", none, one))
                        .select(".side p.small")
                        .eachText())
                .containsExactly("predicted no label", "predicted toxic");
    }

    private static String labels(Prediction prediction, String gold) {
        return page(withGold(predicting(prediction), gold)).select(".labels").text();
    }

    private static List<String> roles(Prediction prediction, String gold) {
        return page(withGold(predicting(prediction), gold))
                .select(".pair th[scope=row]:has(bdi)")
                .eachText();
    }

    private static Attribution predicting(Prediction prediction) {
        Attribution plain = Examples.reporting();
        return new Attribution(
                plain.text(),
                plain.tokens(),
                new TargetScore.OfClass(0, prediction.labels().get(0)),
                prediction,
                plain.inputScore(),
                plain.baselineScore(),
                plain.convergence(),
                plain.method(),
                plain.model());
    }

    @Test
    void theNumbersOfClassesHaveBarsOfTheirLength() {
        Document page = page(Examples.reporting());

        assertThat(page.select(".pair thead th").eachText()).startsWith("Class", "Probability");
        // Logits of -0.455 and 0.455: 1 / (1 + e^0.91) = 0.287.
        assertThat(page.select(".pair tr:has(.track) td.r").eachText()).containsExactly("0.287", "0.713");
        assertThat(page.select(".pair .track .bar").eachAttr("style")).containsExactly("width:28.7%", "width:71.3%");
        Document values = page(predicting(Prediction.of(ScoreKind.VALUES, List.of("stars"), new double[] {4.2})));
        assertThat(values.select(".pair thead th").eachText()).startsWith("Class", "Value");
        assertThat(values.select(".pair tr:has(.track) td.r").eachText()).containsExactly("4.200");
        assertThat(values.select(".pair .track .bar").eachAttr("style"))
                .as("a value has no whole to be a share of")
                .containsExactly("width:0.0%");
    }

    private static TestReport withGold(Attribution attribution, String label) {
        return new TestReport(
                Examples.TEST,
                TestStatus.PASSED,
                "",
                List.of(attribution),
                List.of(),
                Map.of(attribution.text(), new CaseNote(Optional.of(label), "reviews.jsonl, line 12 (x1)")),
                List.of(),
                OptionalDouble.empty());
    }

    @Test
    void ofManyClassesThePredictedTheExplainedAndTheMostProbableAreShown() {
        List<String> labels = IntStream.range(0, 100).mapToObj(i -> "L" + i).toList();
        double[] logits = IntStream.range(0, 100).mapToDouble(i -> i).toArray();
        Attribution plain = Examples.reporting();
        Attribution wide = new Attribution(
                plain.text(),
                plain.tokens(),
                new TargetScore.OfClass(3, "L3"),
                Prediction.ofLogits(labels, logits),
                plain.inputScore(),
                plain.baselineScore(),
                plain.convergence(),
                plain.method(),
                plain.model());

        Document page = page(wide);

        assertThat(page.select(".pair th[scope=row]:has(bdi)").eachText())
                .hasSize(20)
                .startsWith("L3 explained", "L81")
                .endsWith("L99 predicted");
        assertThat(page.select(".pair .rest").text()).startsWith("80 more classes are left out here.");
    }

    @Test
    void tablesAreNamedAndScrollAreasCanBeReachedByKeyboard() {
        CheckRecord check = new CheckRecord(
                0,
                "ranksAbove",
                List.of(),
                "ranks(..)",
                Verdict.FAIL,
                "Expected.",
                List.of(),
                List.of(),
                Optional.of(new Difference("a\nb", "b\na")),
                Optional.empty());
        Document page = page(new TestReport(
                Examples.TEST,
                TestStatus.FAILED,
                "A.\nB.",
                List.of(Examples.reporting(), Examples.reporting().withModel(new ModelFacts("b", "cpu", "float32"))),
                List.of(check),
                Map.of(),
                List.of(new ScoreMatrix("M", "from", "to", List.of("a"), List.of("b"), List.of(List.of(1.0)))),
                OptionalDouble.empty()));

        assertThat(page.select("table")).hasSizeGreaterThan(8).allSatisfy(table -> {
            assertThat(table.select("caption").text()).isNotEmpty();
            assertThat(table.select("th:not([scope])")).isEmpty();
        });
        assertThat(page.select(".scroll, pre"))
                .hasSizeGreaterThan(5)
                .allSatisfy(area -> assertThat(area.attr("tabindex")).isEqualTo("0"));
        assertThat(page.select(".scroll")).allSatisfy(area -> {
            assertThat(area.attr("role")).isEqualTo("region");
            assertThat(area.attr("aria-label")).isNotEmpty();
        });
        assertThat(page.select("h1, h2, h3").eachText()).doesNotContain("");
        assertThat(page.select("h1")).hasSize(1);
    }

    @Test
    void leadsToTheGateThatItJudged() {
        assertThat(judging("passesGate").select(".nav a[href=../gate.html]")).hasSize(1);
        assertThat(judging("passesGate", "the test").select(".nav a"))
                .as("a gate of the test alone")
                .hasSize(1);
        assertThat(judging("isComplete").select(".nav a")).hasSize(1);
    }

    private static Document judging(String kind, String... arguments) {
        CheckRecord check = new CheckRecord(0, kind, List.of(arguments), kind + "(..)", Verdict.FAIL, "No.", List.of());
        return page(
                new TestReport(Examples.TEST, TestStatus.FAILED, "No.", List.of(Examples.reporting()), List.of(check)));
    }

    @Test
    void hostileStringsStayTextEverywhere() {
        TestCase test = new TestCase(HOSTILE, HOSTILE, 1, HOSTILE);
        CheckRecord check = new CheckRecord(
                0, HOSTILE, List.of(HOSTILE), HOSTILE, Verdict.FAIL, HOSTILE + "\n" + HOSTILE, List.of(new Span(2, 7)));
        TestReport report = new TestReport(
                test,
                TestStatus.FAILED,
                HOSTILE + "\n" + HOSTILE,
                List.of(Examples.attribution(HOSTILE, 0.1, 0.2, 0.3)),
                List.of(check));

        Document page = page(report);

        assertThat(page.select("script, img, iframe, link")).isEmpty();
        assertThat(page.getAllElements())
                .allSatisfy(element -> assertThat(element.attributes().asList())
                        .noneMatch(attribute -> attribute.getKey().startsWith("on")));
        assertThat(page.title()).contains("</title><script>alert('x')</script>");
        assertThat(page.expectFirst(".text").wholeText()).isEqualTo(HOSTILE);
        assertThat(page.select("h1").text()).isEqualTo(HOSTILE);
        assertThat(page.expectFirst(".verdict pre").wholeText()).isEqualTo(HOSTILE);
    }

    @Test
    void charactersThatHtmlForbidsOrThatMoveOthersAreVisible() {
        String html = html(Examples.report(
                Examples.TEST, TestStatus.PASSED, "", Examples.attribution("a\u0000b \uD83D c\u202Ed \uFFFE", 1)));

        assertThat(html.codePoints())
                .noneMatch(c -> c == 0 || c == 0x202E || c == 0xFFFE || Character.getType(c) == Character.SURROGATE);
        assertThat(Jsoup.parse(html).select(".text").text())
                .contains("a\\u0000b")
                .contains("\\ud83d")
                .contains("c\\u202ed")
                .contains("\\ufffe");
    }

    @Test
    void listsEveryWordAndTokenWithItsPieces() {
        List<TokenScore> tokens = List.of(
                Examples.special("[CLS]", 0),
                Examples.piece("in", new Span(0, 2), 0, 0.3),
                Examples.piece("##correct", new Span(2, 9), 0, -0.1),
                Examples.piece("not", new Span(10, 13), 1, -0.5));

        Document page = page(Examples.attribution("incorrect not", tokens));

        assertThat(page.select(".words tbody tr").eachText())
                .containsExactly(
                        "1 incorrect in +0.3000, ##correct -0.1000 +0.2000 0.0008 supports",
                        "2 not -0.5000 0.0004 opposes",
                        "– [CLS] special token +0.0000 0.0000 neutral");
    }

    @Test
    void tellsHowTheNumbersCameAboutAndWhatToDoIfTheyAreNotGoodEnough() {
        Attribution reporting = Examples.reporting();
        Document page = page(Examples.attribution(
                reporting.text(),
                reporting.tokens(),
                new Convergence(false, 512, 0.01, "Take another baseline.", Examples.path())));

        assertThat(page.select(".facts tr").eachText())
                .contains("Model reviews-2.1", "Device cuda:0, float32", "Evaluations 512", "Converged no")
                .contains("Method IntegratedGradients (baseline PAD)")
                .anyMatch(fact -> fact.startsWith("Completeness gap +0.0020 (limit 0.0100)"));
        assertThat(page(reporting.withModel(reporting.model().at("models/rc3")))
                        .select(".facts tr")
                        .eachText())
                .contains("Model reviews-2.1 = models/rc3");
        assertThat(page.select(".warn").text()).isEqualTo("Not converged. Take another baseline.");
        assertThat(page.select("svg[role=img] title").text()).contains("POSITIVE");
        assertThat(marks(page)).isEqualTo(17);
    }

    @Test
    void theCurveSaysWhatTheScoresSumTo() {
        assertThat(page(curved(Examples.path())).select("svg + p").text())
                .isEqualTo(
                        "F(x) \u2212 F(x\u2032) is +0.5694, the sum of the scores +0.5714: a gap of +0.0020 (limit 0.0100).");
    }

    @Test
    void everyEvaluatedPointHasAMark() {
        Document adaptive = page(curved(points(200)));
        Document budget = page(curved(points(512)));

        assertThat(marks(adaptive)).isEqualTo(200);
        assertThat(adaptive.select("svg .dots").attr("stroke-width")).isEqualTo("3");
        assertThat(page(curved(points(69))).select("svg .dots").attr("stroke-width"))
                .isEqualTo("5");
        assertThat(marks(budget)).isEqualTo(512);
        assertThat(budget.select(".pair .rest")).isEmpty();
    }

    private static long marks(Document page) {
        return page.select("svg .dots").attr("d").chars().filter(c -> c == 'M').count();
    }

    private static List<PathPoint> points(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> new PathPoint(i / (number - 1.0), i))
                .toList();
    }

    private static Attribution curved(List<PathPoint> path) {
        Attribution reporting = Examples.reporting();
        return Examples.attribution(
                reporting.text(), reporting.tokens(), new Convergence(true, path.size(), 0.01, "", path));
    }

    @Test
    void explainsTermsWhereTheyOccur() {
        List<TokenScore> tokens = List.of(
                new TokenScore("\u0120", Optional.empty(), OptionalInt.empty(), false, 0.01, 0),
                Examples.piece("wa", new Span(0, 2), 0, 0.3));
        Attribution plain = Examples.attribution("wa", tokens);
        Attribution atZero = new Attribution(
                plain.text(),
                plain.tokens(),
                plain.target(),
                plain.prediction(),
                plain.inputScore(),
                plain.baselineScore(),
                plain.convergence(),
                new MethodFacts("IntegratedGradients", Map.of("baseline", "PAD", "baseline row", "zero")),
                plain.model());

        assertThat(page(atZero).select(".notes li").eachText())
                .satisfiesExactly(
                        note -> assertThat(note).startsWith("Baseline row zero: "),
                        note -> assertThat(note).startsWith("Outside words: "),
                        note -> assertThat(note).startsWith("\u0120 in a piece "));
        assertThat(page(Examples.reporting()).select(".notes")).isEmpty();
    }

    @Test
    void countsErrorsInTheIndexInThePlural() {
        assertThat(StatusView.of(TestStatus.ERROR).word(1)).isEqualTo("error");
        assertThat(StatusView.of(TestStatus.ERROR).word(2)).isEqualTo("errors");
        assertThat(StatusView.of(TestStatus.FAILED).word(2)).isEqualTo("failed");
        IndexEntry error = new IndexEntry(
                "com.acme.T", "t", 1, Optional.empty(), TestStatus.ERROR, "Oops.", OptionalDouble.empty(), "t-1.json");
        RunIndex index = new RunIndex("run", List.of(error, error), List.of(), List.of(), Optional.empty(), List.of());
        IndexView two = IndexView.of(index, CorporaView.of(index), false);

        assertThat(Jsoup.parse(new Templates().index(two)).select(".totals li").eachText())
                .containsExactly("!2 errors");
    }

    @Test
    void standsAloneWithoutScriptOrNetwork() {
        String html = html(Examples.report(Examples.TEST, TestStatus.FAILED, "Message.", Examples.reporting()));
        Document page = Jsoup.parse(html);

        assertThat(html).startsWith("<!DOCTYPE html>").doesNotContain("http").doesNotContain("url(");
        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(page.select("meta[charset=utf-8], meta[name=viewport]")).hasSize(2);
        assertThat(page.select("script, [src], link")).isEmpty();
        assertThat(page.expectFirst("pre.card").text()).isEqualTo(Examples.TEST.rerunCommand());
    }

    @Test
    void isWellFormedHtml() {
        Parser parser = Parser.htmlParser().setTrackErrors(20);
        String html = html(Examples.report(Examples.TEST, TestStatus.FAILED, "A.\nB.", Examples.reporting()));

        assertThat(parser.parseInput(html, "").select("section")).hasSize(1);
        assertThat(parser.getErrors()).isEmpty();
    }

    @Test
    void aTextOfFiveHundredTokensTakesLessThanTwoHundredKibibytes() {
        double[] scores = new double[510];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = Math.sin(i);
        }
        String html = html(Examples.report(
                Examples.TEST, TestStatus.PASSED, "", Examples.attribution("wonderful ".repeat(510), scores)));

        assertThat(html.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(200 * 1024);
    }

    @Test
    void showsTheTextOfTokensThatShareCharactersOnce() {
        List<TokenScore> tokens =
                List.of(Examples.piece("ab", new Span(0, 2), 0, 0.5), Examples.piece("bc", new Span(1, 3), 1, -0.5));

        Element text = page(Examples.attribution("abc", tokens)).expectFirst(".text");

        assertThat(text.wholeText()).isEqualTo("abc");
    }

    private static Document page(Attribution attribution) {
        return page(Examples.report(Examples.TEST, TestStatus.PASSED, "", attribution));
    }

    private static Document page(TestReport report) {
        return Jsoup.parse(html(report));
    }

    private static String html(TestReport report) {
        return Examples.page(report);
    }
}
