package io.github.junitattrib.gate;

import static io.github.junitattrib.gate.Stated.compared;
import static io.github.junitattrib.gate.Stated.labeled;
import static io.github.junitattrib.gate.Stated.notConverged;
import static io.github.junitattrib.gate.Stated.result;
import static io.github.junitattrib.gate.Stated.sampled;
import static io.github.junitattrib.gate.Stated.scored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.UnsupportedModelException;
import io.github.junitattrib.Verdict;
import io.github.junitattrib.corpus.Corpus;
import io.github.junitattrib.corpus.CorpusCase;
import io.github.junitattrib.model.TextClassifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known of cases with stated scores and error bars, and what is not. */
class StatedCasesTest {

    private static final String TEXT = "good film here";
    private static final Attribution GOOD = scored(TEXT, 3, 0, 2, 0, 1, 0);
    private static final Attribution NO_NUMBERS =
            scored(TEXT, Double.NaN, Double.POSITIVE_INFINITY, Double.NaN, Double.POSITIVE_INFINITY, 1, 0);

    private static GateCheck judged(GateKey key, double limit, ComparisonResult result) {
        return Gate.of(key, limit).judge(result).checks().get(0);
    }

    private static ComparisonResult nineteenTimes(ComparedCase one) {
        List<ComparedCase> cases = new ArrayList<>(Collections.nCopies(19, one));
        cases.add(compared(GOOD, GOOD));
        return result(cases);
    }

    @ParameterizedTest
    @CsvSource({
        "TOP_WORDS_CHANGED_MAX, 0.1",
        "REASONS_DRIFTED_MAX, 0.1",
        "REASONS_AGREEMENT_MEAN_MIN, 0.9",
        "COMPLETENESS_GAP_MAX, 0.1",
        "WORD_GAIN_MAX, 0.1"
    })
    void whatIsNotKnownDecidesNothing(GateKey key, double limit) {
        for (Attribution unknown :
                List.of(NO_NUMBERS, notConverged(TEXT, 3, 0, 2, 0, 1, 0), notConverged(TEXT, 1, 0, 2, 0, 3, 0))) {
            GateCheck check = judged(key, limit, nineteenTimes(compared(GOOD, unknown)));

            assertThat(check.verdict()).as(unknown.toString()).contains(Verdict.INCONCLUSIVE);
            assertThat(check.figure().orElseThrow().value()).isNotNaN();
        }
        assertThat(judged(key, limit, nineteenTimes(compared(GOOD, GOOD))).verdict())
                .contains(Verdict.PASS);
    }

    @Test
    void aModelWithoutReasonsHasOthersThanBefore() {
        Attribution nothing = scored(TEXT, 0, 0, 0, 0, 0, 0);

        assertThat(result(List.of(compared(GOOD, nothing))).all().reasonsDrifted(0.5))
                .contains(Figure.exact(1));
        assertThat(result(List.of(compared(nothing, nothing))).all().reasonsDrifted(0.5))
                .isEmpty();
        assertThat(result(List.of(compared(scored("good", 1, 0), scored("good", 2, 0))))
                        .all()
                        .reasonsDrifted(0.5))
                .isEmpty();
    }

    @Test
    void sameReasonsCorrelateByOne() {
        Attribution ties = scored("a b c d e f g", 1, 0, 1, 0, 2, 0, 3, 0, 3, 0, 3, 0, 7, 0);

        assertThat(result(List.of(compared(ties, ties))).all().reasonsDrifted(1))
                .contains(Figure.exact(0));
    }

    @Test
    void theMeanAgreementHasTheEndsOfAllItsCases() {
        Attribution turned = scored(TEXT, 1, 0, 2, 0, 3, 0);
        Attribution ties = scored("a b c d e f g", 1, 0, 1, 0, 2, 0, 3, 0, 3, 0, 3, 0, 7, 0);

        assertThat(result(List.of(compared(GOOD, GOOD), compared(GOOD, turned)))
                        .all()
                        .meanAgreement())
                .contains(Figure.exact(0));
        assertThat(result(List.of(compared(ties, ties))).all().meanAgreement())
                .as("not a little less")
                .contains(Figure.exact(1));
        assertThat(result(List.of(compared(GOOD, GOOD), compared(GOOD, notConverged(TEXT, 3, 0, 2, 0, 1, 0))))
                        .all()
                        .meanAgreement())
                .contains(new Figure(1, 0, 1));
        assertThat(result(List.of(compared(scored("good", 1, 0), scored("good", 2, 0))))
                        .all()
                        .meanAgreement())
                .isEmpty();
        assertThat(judged(
                                GateKey.REASONS_AGREEMENT_MEAN_MIN,
                                0.95,
                                result(List.of(compared(GOOD, GOOD), compared(GOOD, turned))))
                        .sentence())
                .isEqualTo(
                        "reasons.agreement.mean.min: the mean correlation of the word scores of both models is 0.0000"
                                + " and should be at least 0.9500");
    }

    @Test
    void noAgreementIsBeyondThoseOfACorrelation() {
        Attribution rough = scored(TEXT, 3, 0.6, 2, 0.6, 1, 0);

        assertThat(result(List.of(compared(GOOD, rough))).all().meanAgreement()).contains(new Figure(1, 0.5, 1));
    }

    @Test
    void sharesHaveTheEndsThatAllBarsAllow() {
        // "said" makes up 1 of 10, but of 1.1 to 18.9 where the other word is 9 ± 8.9.
        Attribution exact = scored("said good", 1, 0, 9, 0);
        Attribution rough = scored("said good", 1, 0, 9, 8.9);
        ComparisonResult result = result(List.of(compared(exact, rough)));

        Figure rise = result.words(1).stream()
                .filter(word -> word.word().equals("said"))
                .findFirst()
                .orElseThrow()
                .rise();

        assertThat(rise.value()).isCloseTo(0, within(1e-12));
        assertThat(rise.low()).isCloseTo(1 / 18.9 - 0.1, within(1e-12));
        assertThat(rise.high()).isCloseTo(1 / 1.1 - 0.1, within(1e-12));
    }

    @Test
    void standardErrorsAreThreeTimesAsWideInVerdicts() {
        // 1.5 above, with bars of 0.6 each: apart by one standard error, not by three.
        Attribution bars = sampled("good film", 1, 0.6, 2.5, 0.6);
        Attribution clear = sampled("good film", 1, 0.2, 2.5, 0.2);
        CorpusCase origin = labeled(bars, "A", "good");

        assertThat(ComparedCase.of(origin, bars, bars).candidateOrder()).isEqualTo(RationaleOrder.UNCLEAR);
        assertThat(ComparedCase.of(origin, clear, clear).candidateOrder()).isEqualTo(RationaleOrder.VIOLATED);
        Figure share = result(List.of(compared(clear, clear))).words(1).get(0).rise();
        assertThat(share.high()).isGreaterThan(0.1);
    }

    @Test
    void orderLooksAtEveryWordOfBothSides() {
        // The second word outside is above all inside, though the first is uncertain.
        assertThat(order(scored("in out two", 0.5, 0.01, 1, 0.9, 0.9, 0.01))).isEqualTo(RationaleOrder.VIOLATED);
        // The second word inside may be above.
        assertThat(RationaleOrder.of(
                        scored("in also out", 0.5, 0.01, 0.45, 2, 0.6, 0.01),
                        labeled(scored("in also out", 0, 0, 0, 0, 0, 0), "A", "in", "also")
                                .rationale()))
                .isEqualTo(RationaleOrder.UNCLEAR);
        assertThat(order(scored("in out two", 9, 100, 1, 100, 0, 0))).isEqualTo(RationaleOrder.UNCLEAR);
        assertThat(order(scored("in out two", 9, 1, 1, 1, 0, 0))).isEqualTo(RationaleOrder.KEPT);
        // Words that are as high as each other but for rounding.
        assertThat(order(scored("in out two", 9, 1e-5, 9, 1e-5, 0, 0))).isEqualTo(RationaleOrder.KEPT);
        assertThat(order(scored("in out two", 9, 1e-5, 9.001, 1e-5, 0, 0))).isEqualTo(RationaleOrder.KEPT);
    }

    private static RationaleOrder order(Attribution attribution) {
        return RationaleOrder.of(attribution, labeled(attribution, "A", "in").rationale());
    }

    @Test
    void theNumberAndTheWordOfALimitBelongTogether() {
        // "said" may gain most, "it" certainly gains too much.
        Attribution before = scored("said it rest", 0, 0, 0, 0, 10, 0);
        Attribution now = scored("said it rest", 4, 4, 2, 0.01, 4, 0);
        GateCheck broken = judged(
                GateKey.WORD_GAIN_MAX,
                0.1,
                result(List.of(
                        compared(before, now),
                        compared(before, now),
                        compared(before, now),
                        compared(before, now),
                        compared(before, now))));

        assertThat(broken.verdict()).contains(Verdict.FAIL);
        assertThat(broken.note()).isEqualTo("\"it\" toward A");
        assertThat(broken.figure().orElseThrow().low()).isGreaterThan(0.1);
    }

    @Test
    void anotherTopWordIsOneThatCannotBeTheSame() {
        Attribution good = scored(TEXT, 3, 0.1, 2, 0.1, 1, 0.1);
        Attribution film = scored(TEXT, 2, 0.1, 3, 0.1, 1, 0.1);
        Attribution either = scored(TEXT, 2.9, 0.1, 3, 0.1, 1, 0.1);
        Attribution both = scored(TEXT, 3, 1e-5, 3, 1e-5, 1, 0.1);

        assertThat(compared(good, good).topWord()).isEqualTo(TopWord.KEPT);
        assertThat(compared(both, both).topWord()).isEqualTo(TopWord.KEPT);
        assertThat(compared(good, film).topWord()).isEqualTo(TopWord.CHANGED);
        assertThat(compared(good, either).topWord()).isEqualTo(TopWord.UNCLEAR);
        assertThat(compared(either, either).topWord()).isEqualTo(TopWord.UNCLEAR);
        assertThat(compared(good, both).topWord()).isEqualTo(TopWord.UNCLEAR);
        assertThat(judged(GateKey.TOP_WORDS_CHANGED_MAX, 0.1, result(List.of(compared(either, either))))
                        .verdict())
                .contains(Verdict.INCONCLUSIVE);
    }

    @Test
    void whatSpeaksForTheLabelDoesNotMislead() {
        Attribution forB = scored(TEXT, 3, 0, 2, 0, 1, 0);
        Attribution against = scored(TEXT, 3, 0, -2, 0, 1, 0);

        ComparisonResult result = result(List.of(
                ComparedCase.of(labeled(forB, "B"), forB, forB),
                ComparedCase.of(labeled(against, "B"), against, against)));

        assertThat(result.misleadingWords()).containsExactly(new MisleadingWord("film", 1));
    }

    @Test
    void numbersArePrintedWithTheDigitsThatTellThemFromTheirLimit() {
        GateRule rule = new GateRule(GateKey.ACCURACY_MIN, Optional.empty(), 0.9, "");
        GateCheck check = new GateCheck(rule, Optional.of(Figure.exact(0.8996)), Optional.of(Verdict.FAIL), "", "");

        assertThat(check.value()).isEqualTo("89.96 %");
        assertThat(check.limit()).isEqualTo("at least 90.0 %");
        GateRule thirds = new GateRule(GateKey.ACCURACY_MIN, Optional.empty(), 0.6667, "");
        GateCheck close = new GateCheck(thirds, Optional.of(Figure.exact(2.0 / 3)), Optional.of(Verdict.FAIL), "", "");
        assertThat(close.value()).isEqualTo("66.667 %");
        assertThat(close.limit()).isEqualTo("at least 66.67 %");
    }

    @Test
    void aSentenceSaysWhatTheEndsAre() {
        GateRule rule = new GateRule(GateKey.ACCURACY_DROP_MAX, Optional.empty(), 0.02, "users notice");
        Optional<Figure> figure = Optional.of(new Figure(0.03, -0.01, 0.05));
        GateCheck check = new GateCheck(rule, figure, Optional.of(Verdict.INCONCLUSIVE), "", "Let them converge.");

        assertThat(check.value()).isEqualTo("3.0 points (-1.0 points to 5.0 points)");
        assertThat(check.sentence())
                .isEqualTo(
                        "accuracy.drop.max: the drop of the accuracy is 3.0 points (between -1.0 points and 5.0 points,"
                                + " by the error bars) and should be at most 2.0 points, because users notice");
    }

    @Test
    void aRiseToTheLimitIsAllowed() {
        Attribution kept = scored("in out", 2, 0, 1, 0);
        Attribution broken = scored("in out", 1, 0, 2, 0);
        CorpusCase origin = labeled(kept, "A", "in");
        List<ComparedCase> cases = new ArrayList<>(Collections.nCopies(7, ComparedCase.of(origin, broken, broken)));
        cases.add(ComparedCase.of(origin, kept, broken));
        cases.addAll(Collections.nCopies(2, ComparedCase.of(origin, kept, kept)));

        GateCheck check = judged(GateKey.RANKING_VIOLATIONS_RISE_MAX, 0.1, result(cases));

        assertThat(check.figure()).contains(Figure.exact(0.1));
        assertThat(check.verdict()).contains(Verdict.PASS);
    }

    @Test
    void aFailureThatMayBeNewIsNotKnown() {
        Attribution unclear = notConverged("in out", 1, 0, 2, 0);
        CorpusCase origin = labeled(unclear, "A", "in");
        Attribution kept = scored("in out", 2, 0, 1, 0);
        ComparisonResult result = result(List.of(ComparedCase.of(origin, kept, unclear)));

        FailingCase violation = new FailingCase(FailingCase.Kind.VIOLATION, "in out");
        assertThat(new KnownFailures("list", Set.of()).compare(result).verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(new KnownFailures("list", Set.of(violation)).compare(result).verdict())
                .isEqualTo(Verdict.PASS);
        // Nothing is unclear of the candidate where the released model alone did not converge.
        ComparisonResult fixed = result(List.of(ComparedCase.of(origin, unclear, kept)));
        assertThat(new KnownFailures("list", Set.of(violation)).compare(fixed).fixed())
                .containsExactly(violation);
    }

    @Test
    void aSliceMayBeToldToHaveEnoughCases() {
        CorpusCase tagged = new CorpusCase(
                "good", Optional.empty(), List.of(), List.of("rare"), Optional.empty(), Optional.empty());
        Attribution good = scored("good", 1, 0);
        ComparisonResult result = result(List.of(ComparedCase.of(tagged, good, good)));
        Gate gate = new Gate(
                "the test", GateSettings.DEFAULT, List.of(new GateRule(GateKey.CASES_MIN, Optional.of("rare"), 5, "")));

        assertThat(gate.judge(result).verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void aTagThatIsCalledAsALabelCountsOnce() {
        CorpusCase tagged = new CorpusCase(
                "good", Optional.of("A"), List.of(), List.of("label.A", "x", "x"), Optional.empty(), Optional.empty());
        Attribution good = scored("good", 1, 0);
        ComparisonResult result = result(List.of(ComparedCase.of(tagged, good, good)));

        assertThat(result.slices()).containsOnlyKeys("label.A", "x", "words.1-5");
        assertThat(result.slices().values()).extracting(Figures::cases).containsOnly(1L);
    }

    @Test
    void tiesPredictTheSameInAnyOrderOfTheLabels() {
        Attribution one = predicting(Prediction.ofLogits(List.of("A", "B"), new double[] {0.5, 0.5}));
        Attribution other = predicting(Prediction.ofLogits(List.of("B", "A"), new double[] {0.5, 0.5}));

        assertThat(compared(one, other).isPredictionChanged()).isFalse();
    }

    private static Attribution predicting(Prediction prediction) {
        return new Attribution(
                TEXT,
                GOOD.tokens(),
                GOOD.target(),
                prediction,
                GOOD.inputScore(),
                0,
                GOOD.convergence(),
                GOOD.method(),
                GOOD.model());
    }

    @Test
    void aGapWithinTheErrorBarsIsNoneForSure() {
        Attribution sure = withGap(scored(TEXT, 3, 0.01, 2, 0, 1, 0));
        Attribution unsure = withGap(scored(TEXT, 3, 0.5, 2, 0, 1, 0));
        Attribution drawn = withGap(sampled(TEXT, 3, 0.5 / 3, 2, 0, 1, 0));

        assertThat(gap(sure)).isEqualTo(new Figure(0.5 / 6.5, 0.49 / 6.5, 0.5 / 6.5));
        assertThat(gap(unsure)).isEqualTo(new Figure(0.5 / 6.5, 0, 0.5 / 6.5));
        assertThat(gap(withGap(scored(TEXT, 3, Double.NaN, 2, 0, 1, 0))))
                .as("bars that are no numbers")
                .isEqualTo(new Figure(0.5 / 6.5, 0, 0.5 / 6.5));
        assertThat(gap(drawn)).isEqualTo(new Figure(0.5 / 6.5, 0, 0.5 / 6.5));
    }

    /** Half too little, of F(x) - F(x') = 6.5. */
    private static Attribution withGap(Attribution exact) {
        return new Attribution(
                exact.text(),
                exact.tokens(),
                exact.target(),
                exact.prediction(),
                exact.inputScore() + 0.5,
                exact.baselineScore(),
                exact.convergence(),
                exact.method(),
                exact.model());
    }

    private static Figure gap(Attribution candidate) {
        return result(List.of(compared(candidate, candidate)))
                .all()
                .completenessGap()
                .orElseThrow();
    }

    @Test
    void refusesProbabilitiesThatAreNoneOfOneClassOfSeveral() {
        Toxicity labels = new Toxicity();

        assertThatExceptionOfType(UnsupportedModelException.class)
                .isThrownBy(() -> ModelComparison.between(
                                labels, new Toxicity(), Corpus.of(List.of(CorpusCase.of("good film"))))
                        .result())
                .withMessageContaining(
                        "whose probabilities sum to 1, but Toxicity gives [0.9, 0.8, 0.7] for [toxic, insult,"
                                + " threat] on \"good film\". Give logits as ScoreKind.MULTI_LABEL_LOGITS");
    }

    private record Toxicity() implements TextClassifier {

        @Override
        public List<String> labels() {
            return List.of("toxic", "insult", "threat");
        }

        @Override
        public Prediction predict(String text) {
            return Prediction.ofProbabilities(labels(), new double[] {0.9, 0.8, 0.7});
        }
    }
}
