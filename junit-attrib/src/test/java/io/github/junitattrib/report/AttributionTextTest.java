package io.github.junitattrib.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Convergence;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.ScoreKind;
import io.github.junitattrib.TargetScore;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttributionTextTest {

    @Test
    void tellsTextPredictionAndMethod() {
        assertThat(AttributionText.of(Examples.reporting(), Glyphs.ASCII).lines())
                .containsExactly(
                        "  text       He said the film was great .",
                        "  predicted  POSITIVE 0.713   (model reviews-2.1 on cuda:0, float32)",
                        "  method     IntegratedGradients (baseline PAD), 33 evaluations",
                        "             completeness gap 0.0020 (limit 0.0100)");
    }

    @Test
    void putsTheGapBesideAShortMethodAndLeavesOutALimitThatIsNone() {
        Attribution attribution = with(
                Examples.reporting(),
                new TargetScore.OfClass(0, "NEGATIVE"),
                new MethodFacts("Occlusion", Map.of()),
                new Convergence(true, 1, Double.NaN, "", List.of()));

        assertThat(AttributionText.of(attribution, Glyphs.ASCII))
                .contains("  method     Occlusion, 1 evaluation   completeness gap 0.0020\n".strip())
                .doesNotContain("limit");
    }

    @Test
    void namesTheExplainedClassWhereItIsNotThePredictedOneAndTheRemedy() {
        Attribution reporting = Examples.reporting();
        Attribution attribution = with(
                reporting,
                new TargetScore.OfClass(0, "NEGATIVE"),
                reporting.method(),
                new Convergence(false, 512, 0.01, "Take more steps.", List.of()));

        assertThat(AttributionText.of(attribution, Glyphs.ASCII))
                .contains("\n  explained  NEGATIVE\n")
                .endsWith("\n  converged  no. Take more steps.");
    }

    @Test
    void tellsWhereTheModelOfAnAliasIs() {
        Attribution reporting = Examples.reporting();
        Attribution located = reporting.withModel(reporting.model().at("models/reviews-2.1-rc3"));

        assertThat(AttributionText.of(located, Glyphs.ASCII).lines())
                .containsSequence(
                        "  predicted  POSITIVE 0.713   (model reviews-2.1 on cuda:0, float32)",
                        "  model      reviews-2.1 = models/reviews-2.1-rc3");
    }

    @Test
    void namesTheLabelsThatArePredictedEachForItself() {
        assertThat(predicted(ScoreKind.MULTI_LABEL_LOGITS, 3, 1, -2)).startsWith("ADVERT 0.953, SPAM 0.731   (");
        assertThat(predicted(ScoreKind.MULTI_LABEL_LOGITS, -1, -2, -3))
                .startsWith("no label, the highest is ADVERT 0.269   (");
        assertThat(predicted(ScoreKind.MULTI_LABEL_LOGITS, 1, 1, 1, 1)).contains(", SCAM 0.731 and 1 more   (");
        assertThat(predicted(ScoreKind.VALUES, 4.25)).startsWith("ADVERT 4.250   (");
    }

    private static String predicted(ScoreKind kind, double... scores) {
        Attribution a = Examples.reporting();
        Attribution said = new Attribution(
                a.text(),
                a.tokens(),
                new TargetScore.OfClass(0, "ADVERT"),
                Prediction.of(kind, List.of("ADVERT", "SPAM", "SCAM", "THREAT").subList(0, scores.length), scores),
                a.inputScore(),
                a.baselineScore(),
                a.convergence(),
                a.method(),
                a.model());
        return AttributionText.of(said, Glyphs.ASCII)
                .lines()
                .filter(line -> line.startsWith("  predicted  "))
                .findFirst()
                .orElseThrow()
                .substring("  predicted  ".length());
    }

    @Test
    void keepsAHostileTextOnOneShortLine() {
        String line = AttributionText.of(Examples.attribution("a\r\nb\u2028 " + "long ".repeat(200)), Glyphs.UNICODE)
                .lines()
                .findFirst()
                .orElseThrow();

        assertThat(line).startsWith("  text       a\\r\\nb\\u2028 long").endsWith("…");
        assertThat(DisplayWidth.of(line)).isLessThan(260);
    }

    private static Attribution with(Attribution a, TargetScore target, MethodFacts method, Convergence convergence) {
        return new Attribution(
                a.text(),
                a.tokens(),
                target,
                a.prediction(),
                a.inputScore(),
                a.baselineScore(),
                convergence,
                method,
                a.model());
    }
}
