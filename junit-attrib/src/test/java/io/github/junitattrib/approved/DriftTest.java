package io.github.junitattrib.approved;

import static io.github.junitattrib.approved.Words.scored;
import static io.github.junitattrib.approved.Words.toward;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.ScoreKind;
import io.github.junitattrib.Target;
import io.github.junitattrib.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signs and order of words beside the approved ones, by numbers worked out by hand. */
class DriftTest {

    private static final String TEXT = "they said it was great";

    private static final Attribution APPROVED = scored(TEXT, 0.1, -0.5, 0.2, 0.4, 1);

    private static Drift drift(double... scores) {
        return Drift.between(APPROVED, scored(TEXT, scores), DriftTolerance.standard());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.04, 0.3, 5})
    void theSameNumbersHaveNotDriftedWhateverTheirBars(double bar) {
        Attribution same = Words.of(TEXT, bar, 1, 0.1, -0.5, 0.2, 0.4, 1);

        Drift drift = Drift.between(same, same, DriftTolerance.standard().orderAtLeast(1));

        assertThat(drift.flips()).isEmpty();
        assertThat(drift.lostTop()).isEmpty();
        // With the widest bars no two words are apart, so that there is nothing to keep.
        assertThat(drift.verdict()).isEqualTo(bar == 5 ? Verdict.INCONCLUSIVE : Verdict.PASS);
        assertThat(drift.hasOrder()).isEqualTo(bar != 5);
    }

    @Test
    void largerLogitsAreNoDrift() {
        Drift drift = drift(10, -50, 20, 40, 100);

        assertThat(drift.order()).isEqualTo(1);
        assertThat(drift.verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void whatMovesLessThanATieIsNoDrift() {
        // 0.16 and 0.2 are closer than 5 % of 1; so are 0.1 and 0.14.
        assertThat(drift(0.14, -0.5, 0.16, 0.4, 1).order()).isCloseTo(0.9, within(1e-12));
        assertThat(drift(0.14, -0.5, 0.16, 0.4, 1).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void theOrderIsSomersD() {
        // Ten pairs, all clear. "it" and "was" change places: 9 kept, 1 reversed.
        assertThat(drift(0.1, -0.5, 0.4, 0.2, 1).order()).isCloseTo(0.8, within(1e-12));
        assertThat(drift(0.1, -0.5, 0.4, 0.2, 1).verdict()).isEqualTo(Verdict.PASS);
        // "they" rises above both as well: 7 kept, 3 reversed.
        Drift further = drift(0.5, -0.5, 0.4, 0.2, 1);
        assertThat(further.order()).isCloseTo(0.4, within(1e-12));
        assertThat(further.verdict()).isEqualTo(Verdict.FAIL);
        // All reversed.
        assertThat(drift(-0.1, 0.5, -0.2, -0.4, -1).order()).isCloseTo(-1, within(1e-12));
    }

    @Test
    void ranksThatHaveBecomeTiesCountForNeither() {
        assertThat(drift(0.3, 0.3, 0.3, 0.3, 0.3).order()).isZero();
        assertThat(drift(0.3, 0.3, 0.3, 0.3, 0.3).verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void pairsThatWereTiedHaveNoOrderToKeep() {
        Attribution tied = scored("good film here", 1, 0.02, 0);

        assertThat(Drift.between(tied, scored("good film here", 1, 0, 0.4), DriftTolerance.standard())
                        .order())
                .isEqualTo(1);
    }

    @Test
    void aSignThatChangesIsNamed() {
        Drift drift = drift(0.1, 0.5, 0.2, 0.4, 1);

        assertThat(drift.flips()).extracting(word -> word.now().text()).containsExactly("said");
        WordDrift said = drift.flips().get(0);
        assertThat(said.approvedRank()).isEqualTo(5);
        assertThat(said.rank()).isEqualTo(2);
        assertThat(said.rise()).isEqualTo(3);
        assertThat(drift.verdict()).isEqualTo(Verdict.FAIL);
        DriftTolerance lenient = DriftTolerance.standard().flipsAtMost(1).orderAtLeast(0.1);
        assertThat(Drift.between(APPROVED, drift.now(), lenient).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void signsOfWordsThatWeighNothingDoNotCount() {
        Attribution approved = scored("a good film", 0.04, 1, 0.3);

        assertThat(Drift.between(approved, scored("a good film", -0.2, 1, 0.3), DriftTolerance.standard())
                        .flips())
                .isEmpty();
        // 0.1 was clear, −0.04 is not.
        assertThat(drift(-0.04, -0.5, 0.2, 0.4, 1).flips()).isEmpty();
        assertThat(drift(-0.06, -0.5, 0.2, 0.4, 1).flips()).hasSize(1);
    }

    @Test
    void aTopWordThatWasClearMustStay() {
        Drift drift = drift(0.1, -0.5, 0.2, 1, 0.9);

        assertThat(drift.lostTop()).map(word -> word.now().text()).contains("great");
        assertThat(drift.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(Drift.between(
                                APPROVED, drift.now(), DriftTolerance.standard().anyTop())
                        .verdict())
                .isEqualTo(Verdict.PASS);
        // Within a tie nobody has lost anything.
        assertThat(drift(0.1, -0.5, 0.2, 1, 0.96).lostTop()).isEmpty();
        // It was no clear top.
        Attribution shared = scored("good great", 1, 0.98);
        assertThat(Drift.between(shared, scored("good great", 0.2, 1), DriftTolerance.standard())
                        .lostTop())
                .isEmpty();
    }

    @Test
    void anotherPredictionFailsWhateverTheReasons() {
        Attribution now = Words.of(TEXT, 0, -1, 0.1, -0.5, 0.2, 0.4, 1);

        Drift drift = Drift.between(APPROVED, now, DriftTolerance.standard());

        assertThat(drift.changesPrediction()).isTrue();
        assertThat(drift.order()).isEqualTo(1);
        assertThat(drift.verdict()).isEqualTo(Verdict.FAIL);
    }

    private static Drift predictions(ScoreKind kind, double[] before, double[] after) {
        List<String> labels = List.of("SPAM", "ADVERT", "SCAM").subList(0, before.length);
        return Drift.between(
                toward(Target.index(0), Prediction.of(kind, labels, before), TEXT, 0, 0.1, -0.5, 0.2, 0.4, 1),
                toward(Target.index(0), Prediction.of(kind, labels, after), TEXT, 0, 0.1, -0.5, 0.2, 0.4, 1),
                DriftTolerance.standard());
    }

    private static void assertPredictionChanged(Drift drift, boolean changed) {
        assertThat(drift.changesPrediction()).isEqualTo(changed);
        assertThat(drift.order()).isEqualTo(1);
        assertThat(drift.verdict()).isEqualTo(changed ? Verdict.FAIL : Verdict.PASS);
    }

    @Test
    void eachOfSeveralLabelsIsAPredictionOfItsOwn() {
        double[] before = {3, -1, -2};

        // The highest stays, and another joins it.
        assertPredictionChanged(predictions(ScoreKind.MULTI_LABEL_LOGITS, before, new double[] {3, 1, -2}), true);
        // The only one goes.
        assertPredictionChanged(predictions(ScoreKind.MULTI_LABEL_LOGITS, before, new double[] {-0.5, -1, -2}), true);
        // None crosses one half.
        assertPredictionChanged(predictions(ScoreKind.MULTI_LABEL_LOGITS, before, new double[] {0.5, -3, -0.1}), false);
    }

    @Test
    void aSingleProbabilityPredictsOnOneSideOfOneHalf() {
        assertPredictionChanged(predictions(ScoreKind.PROBABILITIES, new double[] {0.9}, new double[] {0.4}), true);
        assertPredictionChanged(predictions(ScoreKind.PROBABILITIES, new double[] {0.4}, new double[] {0.9}), true);
        assertPredictionChanged(predictions(ScoreKind.PROBABILITIES, new double[] {0.9}, new double[] {0.6}), false);
    }

    @Test
    void aRegressionPredictsNoClassThatCouldChange() {
        assertPredictionChanged(predictions(ScoreKind.VALUES, new double[] {3}, new double[] {-3}), false);
        assertPredictionChanged(predictions(ScoreKind.VALUES, new double[] {3, 1}, new double[] {1, 3}), false);
    }

    @Test
    void errorBarsThatDecideItLeaveItOpen() {
        // The top word is passed by 0.1: more than a tie, less than the bars.
        Attribution top = Words.of(TEXT, 0.04, 1, 0.1, -0.5, 0.2, 1, 0.9);
        assertThat(Drift.between(APPROVED, top, DriftTolerance.standard()).verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
        // The sign of "they" may have changed.
        Attribution sign = Words.of(TEXT, 0.12, 1, -0.1, -0.5, 0.2, 0.4, 1);
        Drift drift = Drift.between(APPROVED, sign, DriftTolerance.standard().orderAtLeast(0.1));
        assertThat(drift.flips()).isEmpty();
        assertThat(drift.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        // Bars of ±0.2: some pairs may have any order.
        Attribution order = Words.of(TEXT, 0.2, 1, 0.1, -0.5, 0.2, 0.4, 1);
        assertThat(Drift.between(APPROVED, order, DriftTolerance.standard()).verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void otherWordsCannotBeCompared() {
        Attribution glued = scored("theysaid itwasgreat!!!", 0.1, 0.2);
        Attribution apart = scored("theysaid it wasgreat!!", 0.1, 0.2, 0.3);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Drift.between(glued, apart, DriftTolerance.standard()))
                .withMessageContaining("Attributions of two texts cannot be compared");
    }

    @Test
    void toleranceIsChecked() {
        DriftTolerance standard = DriftTolerance.standard();

        assertThat(standard).hasToString("order at least 0.8, at most 0 flips, ties below 5.00 %, top kept");
        assertThatIllegalArgumentException().isThrownBy(() -> standard.orderAtLeast(0));
        assertThatIllegalArgumentException().isThrownBy(() -> standard.orderAtLeast(1.1));
        assertThatIllegalArgumentException().isThrownBy(() -> standard.orderAtLeast(Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> standard.ties(0))
                .withMessage("tie must be above 0 and up to 0.5, but is 0.0.");
        assertThatIllegalArgumentException().isThrownBy(() -> standard.ties(0.6));
        assertThatIllegalArgumentException().isThrownBy(() -> standard.flipsAtMost(-1));
    }
}
