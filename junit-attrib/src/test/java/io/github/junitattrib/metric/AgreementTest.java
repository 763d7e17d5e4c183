package io.github.junitattrib.metric;

import static io.github.junitattrib.text.WordSelector.word;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Span;
import io.github.junitattrib.conformance.ClosedForm;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.FixedRule;
import io.github.junitattrib.method.IntegratedGradients;
import io.github.junitattrib.method.IntegrationRule;
import java.util.BitSet;
import java.util.List;
import org.hipparchus.analysis.differentiation.Gradient;
import org.junit.jupiter.api.Test;

/** Agreement of scores with scores and with rationales, by hand; what error bars and ties leave open is said. */
class AgreementTest {

    private static final String TEXT = "They said it was really great";

    @Test
    void anOrderAgreesWithItselfAndNotWithItsReverse() {
        Attribution one = Scored.scores(4, 3, 2, 1);
        Attribution reverse = Scored.scores(1, 2, 3, 4);

        assertThat(RankAgreement.between(one, one).kendall().value()).isCloseTo(1, within(1e-12));
        assertThat(RankAgreement.between(one, one).jaccard(2).value()).isEqualTo(1);
        assertThat(RankAgreement.between(one, reverse).kendall().value()).isCloseTo(-1, within(1e-12));
        assertThat(RankAgreement.between(one, reverse).spearman().value()).isCloseTo(-1, within(1e-12));
        assertThat(RankAgreement.between(one, reverse).jaccard(2).value()).isZero();
        assertThat(RankAgreement.between(one, reverse).jaccard(3).value()).isEqualTo(0.5);
        assertThat(RankAgreement.between(one, reverse).kendall().uncertainty()).isZero();
        assertThat(RankAgreement.between(one, reverse).kendall().evaluations()).isZero();
    }

    @Test
    void signsAndMagnitudesAreTheirOwnQuestions() {
        Attribution one = Scored.scores(3, -2, 0, 1);
        Attribution other = Scored.scores(-3, -2, 0, 1);

        assertThat(RankAgreement.between(one, other).signs().value()).isEqualTo(0.75);
        assertThat(RankAgreement.between(one, other).kendall().value()).isLessThan(1);
        assertThat(RankAgreement.between(one, other).byMagnitude().kendall().value())
                .isCloseTo(1, within(1e-12));
        assertThat(RankAgreement.between(one, other).byMagnitude().signs().value())
                .isEqualTo(0.75);
    }

    @Test
    void aRationaleIsLookedForAmongMagnitudesOnRequest() {
        Attribution attribution = Scored.scores(3, -4, 1, 2);
        RationaleAgreement signed = RationaleAgreement.of(attribution, word("w1"));

        assertThat(signed.iou(1).value()).isZero();
        assertThat(signed.byMagnitude().iou(1).value()).isEqualTo(1);
        assertThat(signed.byMagnitude().auprc().value()).isEqualTo(1);
        assertThatThrownBy(() -> RationaleAgreement.of(Scored.scores(3, -3, 3), word("w1"))
                        .byMagnitude())
                .isInstanceOf(UndefinedMetricException.class)
                .hasMessageContaining("the same score, 3.0");
    }

    @Test
    void anOrderThatErrorBarsHideShowsInTheUncertainty() {
        Attribution sure = Scored.scores(3, 2, 1);
        Attribution open = Scored.withBars("w0 w1 w2", new double[] {3, 2.9, 1}, new double[] {0.2, 0.2, 0.2});

        MetricResult kendall = RankAgreement.between(sure, open).kendall();
        MetricResult top = RankAgreement.between(sure, open).jaccard(1);

        assertThat(kendall.value()).isCloseTo(1, within(1e-12));
        assertThat(kendall.uncertainty()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(top.value()).isEqualTo(1);
        assertThat(top.uncertainty()).isEqualTo(1);
        assertThat(kendall.converged()).isTrue();
    }

    @Test
    void aTopWordThatTiesIsOneOfSeveral() {
        MetricResult top = RankAgreement.between(Scored.scores(3, 3, 1), Scored.scores(3, 2, 1))
                .jaccard(1);

        assertThat(top.value()).isEqualTo(1);
        assertThat(top.uncertainty()).isEqualTo(1);
    }

    @Test
    void anOrderThatBarsHideAltogetherIsInconclusive() {
        Attribution sure = Scored.scores(3, 2, 1);
        Attribution hidden = Scored.withBars("w0 w1 w2", new double[] {3, 2, 1}, new double[] {1, 1, 1});

        assertThat(RankAgreement.between(sure, hidden).spearman().remedy())
                .startsWith("The error bars of MadeUp hide the order of all parts of \"w0 w1 w2\". Take more");
        assertThat(RationaleAgreement.of(hidden, word("w1")).auprc().converged())
                .isFalse();
    }

    @Test
    void scoresThatHaveNotConvergedAreInconclusive() {
        Attribution open = Scored.unconverged(Scored.scores(3, 2, 1), "Take 500 samples.");

        assertThat(RankAgreement.between(open, Scored.scores(3, 2, 1)).kendall().remedy())
                .isEqualTo("MadeUp has not converged on \"w0 w1 w2\". Take 500 samples.");
        assertThat(RankAgreement.between(Scored.scores(3, 2, 1), open).signs().converged())
                .isFalse();
        assertThat(RationaleAgreement.of(open, word("w0")).tokenF1(1).converged())
                .isFalse();
    }

    @Test
    void theHighestWordsAreHeldToTheRationale() {
        // Order: great, said, really, was, it, They.
        Attribution attribution = Scored.words(TEXT, -1, 3, 0, 1, 2, 4);
        RationaleAgreement agreement = RationaleAgreement.of(attribution, word("really great"));

        assertThat(agreement.size()).isEqualTo(2);
        // Precision 1 at recall ½, then 2/3 at 1 by way of ½ at ½.
        assertThat(agreement.auprc().value()).isCloseTo(0.5 + 0.5 * (0.5 + 2 / 3.0) / 2, within(1e-12));
        assertThat(agreement.averagePrecision().value()).isCloseTo(0.5 + 0.5 * 2 / 3, within(1e-12));
        assertThat(agreement.tokenF1(2).value()).isEqualTo(0.5);
        assertThat(agreement.iou(2).value()).isCloseTo(1 / 3.0, within(1e-12));
        // "great" covers half of the stretch, "said" is a run of its own: precision ½, recall 1.
        assertThat(agreement.iouF1(2).value()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(agreement.iouF1(3).value()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(agreement.tokenF1(6).value()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void stretchesThatTheHighestWordsMissCountAgainstThem() {
        // The highest three are "said" and "really great": one stretch of two is found, and one of two is right.
        RationaleAgreement agreement =
                RationaleAgreement.of(Scored.words(TEXT, -1, 3, 0, 1, 2, 4), word("They"), word("really great"));

        assertThat(agreement.iouF1(3).value()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void aStretchMayBeginWithTheFirstWord() {
        RationaleAgreement agreement = RationaleAgreement.of(Scored.scores(3, 2, 1), word("w0 w1"));

        assertThat(agreement.iouF1(2).value()).isEqualTo(1);
        assertThat(Rationale.runs(BitSet.valueOf(new long[] {0b1011})))
                .containsExactly(new Rationale.Run(0, 2), new Rationale.Run(3, 4));
        // Words 1 and 2 of words 0 to 4.
        assertThat(new Rationale.Run(0, 3).iou(new Rationale.Run(1, 5))).isEqualTo(2 / 5.0);
    }

    @Test
    void aRationaleThatRanksLastIsFoundAtTheEndOfTheCurve() {
        RationaleAgreement agreement = RationaleAgreement.of(Scored.scores(3, 2, 1), word("w2"));

        // Precision 0 until the third of three words brings the recall from 0 to 1.
        assertThat(agreement.auprc().value()).isCloseTo((0 + 1 / 3.0) / 2, within(1e-12));
        assertThat(agreement.averagePrecision().value()).isCloseTo(1 / 3.0, within(1e-12));
    }

    @Test
    void drawsThatLeaveANumberUndefinedSayNothing() {
        ScoreDraws draws = ScoreDraws.of(new double[] {2, 1}, new double[] {0, 0}, 1);

        assertThat(draws.spread(draw -> draw.equals(draws.nominal()) ? 3 : Double.NaN))
                .isZero();
        assertThat(draws.spread(draw -> draw.equals(draws.others().get(7)) ? 5 : 3))
                .isEqualTo(2);
    }

    @Test
    void tokensOutsideOfAllUnitsTakeNoPart() {
        UnitScores scores =
                UnitScores.of(Scored.scores(1, 2, 4), List.of(List.of(new Span(0, 2)), List.of(new Span(3, 5))), "M");

        assertThat(scores.scores()).containsExactly(1, 2);
    }

    @Test
    void aRationaleTouchesWholeWords() {
        Attribution attribution = Scored.words(TEXT, -1, 3, 0, 1, 2, 4);
        RationaleAgreement bySpan = RationaleAgreement.of(attribution, List.of(new Span(20, 25), new Span(5, 9)));
        RationaleAgreement byWord = RationaleAgreement.of(attribution, word("said"), word("really great"));

        assertThat(bySpan.size()).isEqualTo(3);
        assertThat(bySpan.auprc().value()).isEqualTo(byWord.auprc().value()).isEqualTo(1);
        assertThat(bySpan.iouF1(3).value()).isEqualTo(1);
    }

    @Test
    void aTieAtTheLastOfTheHighestWordsShowsInTheUncertainty() {
        RationaleAgreement agreement = RationaleAgreement.of(Scored.scores(2, 1, 1, 0), word("w0"), word("w1"));

        assertThat(agreement.tokenF1(2).value()).isEqualTo(1);
        assertThat(agreement.tokenF1(2).uncertainty()).isEqualTo(0.5);
        assertThat(agreement.auprc().uncertainty()).isZero();
    }

    @Test
    void theResidualIsTheDeltaOfTheAttribution() {
        ClosedForm square = ClosedForm.of("x²", 1, x -> new Gradient[] {x[0].multiply(x[0])});
        Attribution coarse = AttributionRequest.of(
                        square, "3", new IntegratedGradients(IntegrationRule.fixed(FixedRule.Kind.RIEMANN_RIGHT, 4)))
                .attribution();

        // 2·3·3·(1/4 + 2/4 + 3/4 + 1)/4 = 11.25 in place of 9.
        MetricResult absolute = CompletenessResidual.absolute(coarse);
        assertThat(absolute.value()).isCloseTo(2.25, within(1e-12));
        assertThat(absolute.parts()).containsEntry("F(x)", 9.0).containsEntry("F(x')", 0.0);
        assertThat(absolute.uncertainty()).isPositive();
        assertThat(absolute.converged()).isFalse();
        Attribution below = AttributionRequest.of(
                        square, "3", new IntegratedGradients(IntegrationRule.fixed(FixedRule.Kind.RIEMANN_LEFT, 4)))
                .attribution();
        assertThat(CompletenessResidual.absolute(below).value()).isCloseTo(-2.25, within(1e-12));
        assertThat(CompletenessResidual.relative(below).value()).isCloseTo(0.25, within(1e-12));
        MetricResult relative = CompletenessResidual.relative(coarse);
        assertThat(relative.value()).isCloseTo(0.25, within(1e-12));
        // 1 % of F(x) − F(x') = 9, in both units.
        assertThat(absolute.part("limit")).isCloseTo(0.09, within(1e-12));
        assertThat(relative.part("limit")).isCloseTo(0.01, within(1e-12));
        assertThat(relative.uncertainty()).isCloseTo(absolute.uncertainty() / 9, within(1e-12));
        assertThat(CompletenessResidual.relative(AttributionRequest.of(square, "3", new IntegratedGradients())
                                .attribution())
                        .value())
                .isCloseTo(0, within(1e-12));
    }
}
