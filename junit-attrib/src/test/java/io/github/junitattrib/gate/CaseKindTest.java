package io.github.junitattrib.gate;

import static io.github.junitattrib.gate.Stated.result;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.Span;
import io.github.junitattrib.Verdict;
import io.github.junitattrib.corpus.CorpusCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What became of cases, kind by kind: none hides another. */
class CaseKindTest {

    private static final String TEXT = "good film here";
    private static final Attribution GOOD = Stated.scored(TEXT, 3, 0, 2, 0, 1, 0);
    private static final Attribution TURNED = Stated.scored(TEXT, 1, 0, 2, 0, 3, 0);

    private static Attribution predicting(Attribution explained, String label) {
        double forA = label.equals("A") ? 1 : -1;
        return new Attribution(
                explained.text(),
                explained.tokens(),
                explained.target(),
                Prediction.ofLogits(List.of("A", "B"), new double[] {forA, -forA}),
                explained.inputScore(),
                explained.baselineScore(),
                explained.convergence(),
                explained.method(),
                explained.model());
    }

    private static ComparedCase of(
            String id, String label, Attribution released, Attribution candidate, String... tags) {
        return ComparedCase.of(
                new CorpusCase(
                        TEXT,
                        Optional.of(label).filter(known -> !known.isEmpty()),
                        List.of(new Span(0, 4)),
                        List.of(tags),
                        Optional.of(id),
                        Optional.empty()),
                released,
                candidate);
    }

    private static List<ComparedCase> times(int count, String id, String label, Attribution now, String... tags) {
        return IntStream.range(0, count)
                .mapToObj(i -> of(id + "-" + i, label, GOOD, now, tags))
                .toList();
    }

    private static ComparisonResult all(List<List<ComparedCase>> parts) {
        return result(parts.stream().flatMap(List::stream).toList());
    }

    private static List<String> names(CaseList cases) {
        return cases.worst().stream().map(ComparedCase::name).toList();
    }

    @Test
    void lostCasesHideNoChangedReasons() {
        ComparisonResult result = all(List.of(
                times(12, "lost", "A", predicting(GOOD, "B")),
                times(5, "drifted", "A", TURNED),
                times(20, "kept", "A", GOOD)));

        GateResult broken = Gate.of(GateKey.REASONS_DRIFTED_MAX, 0.1).judge(result);

        assertThat(broken.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(broken.deciding()).containsExactly(CaseKind.REASONS);
        CaseList first = broken.cases().get(0);
        assertThat(first.kind()).isEqualTo(CaseKind.REASONS);
        assertThat(first.count()).isEqualTo(5);
        assertThat(names(first)).containsExactly("drifted-0", "drifted-1", "drifted-2", "drifted-3", "drifted-4");
        assertThat(broken.shown().name()).isEqualTo("drifted-0");
        assertThat(broken.shown().findings(GateSettings.DEFAULT)).contains("other reasons: Spearman correlation -1.00");
        CaseList lost = result.cases(CaseKind.LOST, GateSettings.DEFAULT);
        assertThat(lost.count()).isEqualTo(12);
        assertThat(names(lost)).hasSize(10).contains("lost-0").allMatch(name -> name.startsWith("lost"));
    }

    @Test
    void eachCaseIsOfTheKindsThatHold() {
        List<ComparedCase> cases = new ArrayList<>();
        cases.add(of("lost", "A", GOOD, predicting(GOOD, "B")));
        cases.add(of("won", "A", predicting(GOOD, "B"), GOOD));
        cases.add(of("changed", "", GOOD, predicting(GOOD, "B")));
        cases.add(of("changed in all", "", GOOD, predicting(TURNED, "B")));
        cases.add(of("wrong", "B", GOOD, GOOD));
        cases.add(of("violated", "A", GOOD, TURNED));
        cases.add(of("still violated", "A", TURNED, TURNED));
        cases.add(of("open", "", GOOD, Stated.notConverged(TEXT, 3, 0, 2, 0, 1, 0)));

        ComparisonResult result = result(cases);

        assertThat(namesOf(CaseKind.LOST, result)).containsExactly("lost");
        assertThat(namesOf(CaseKind.WON, result)).containsExactly("won");
        assertThat(namesOf(CaseKind.CHANGED, result)).containsExactly("changed in all", "changed");
        assertThat(namesOf(CaseKind.WRONG, result)).containsExactly("wrong");
        assertThat(namesOf(CaseKind.VIOLATIONS, result)).containsExactly("violated");
        assertThat(namesOf(CaseKind.OLD_VIOLATIONS, result)).containsExactly("still violated");
        assertThat(namesOf(CaseKind.REASONS, result)).containsExactly("violated");
        assertThat(namesOf(CaseKind.LEADERS, result)).containsExactly("violated");
        assertThat(namesOf(CaseKind.INCONCLUSIVE, result)).containsExactly("open");
        assertThat(namesOf(CaseKind.ORDERS, result)).containsExactly("violated");
        assertThat(namesOf(CaseKind.GAPS, result)).isEmpty();
        assertThat(CaseKind.values()).hasSize(11);
    }

    private static List<String> namesOf(CaseKind kind, ComparisonResult result) {
        CaseList cases = result.cases(kind, GateSettings.DEFAULT);
        assertThat(cases.count()).isEqualTo(cases.worst().size());
        return names(cases);
    }

    @Test
    void reasonsCountAsTheSameByTheSettingOfTheGate() {
        // 2 1 3 against 3 2 1: a correlation of −0.5.
        ComparisonResult result = result(List.of(of("half", "A", GOOD, Stated.scored(TEXT, 2, 0, 1, 0, 3, 0))));

        assertThat(result.cases(CaseKind.REASONS, new GateSettings(10, 5, -0.5)).worst())
                .isEmpty();
        CaseList stricter = result.cases(CaseKind.REASONS, new GateSettings(10, 5, -0.4));
        assertThat(stricter.count()).isEqualTo(1);
        assertThat(names(stricter)).containsExactly("half");
    }

    @Test
    void theDecidingKindsStandFirstAndCasesOfTheSliceFirstOfAll() {
        ComparisonResult result = all(List.of(
                times(4, "elsewhere", "A", predicting(GOOD, "B")),
                times(3, "reporting", "A", predicting(GOOD, "B"), "reporting"),
                times(2, "drifted", "A", TURNED)));
        GateRule rule = new GateRule(GateKey.ACCURACY_DROP_MAX, Optional.of("reporting"), 0.1, "");

        GateResult broken = new Gate("test", new GateSettings(1, 5, 0.5), List.of(rule)).judge(result);

        assertThat(broken.cases())
                .extracting(CaseList::kind)
                .containsExactly(CaseKind.LOST, CaseKind.REASONS, CaseKind.LEADERS, CaseKind.VIOLATIONS);
        assertThat(names(broken.cases().get(0)).subList(0, 3))
                .containsExactly("reporting-0", "reporting-1", "reporting-2");
        assertThat(broken.shown().name()).isEqualTo("reporting-0");
    }

    @Test
    void casesOfTheSliceAreShownWhereOthersAreWorse() {
        Attribution lost = predicting(Stated.scored(TEXT, 3, 0, 2, 0, 1.5, 0), "B");
        GateRule rule = new GateRule(GateKey.ACCURACY_DROP_MAX, Optional.of("negation"), 0.1, "");
        ComparisonResult result = all(List.of(
                times(12, "negation", "A", lost, "negation"),
                times(12, "worse", "A", predicting(TURNED, "B"), "other")));

        GateResult broken = new Gate("test", GateSettings.DEFAULT, List.of(rule)).judge(result);

        CaseList first = broken.cases().get(0);
        assertThat(first.count()).isEqualTo(24);
        assertThat(names(first))
                .hasSize(10)
                .startsWith("negation-0", "negation-1", "negation-2", "worse-0")
                .contains("worse-6");
        assertThat(broken.shown().name()).isEqualTo("negation-0");
    }

    @Test
    void otherReasonsInASliceAreThoseOfTheGate() {
        // 3 2 1 against 2 3 1, a correlation of one half: the same reasons by the defaults.
        Attribution swapped = Stated.scored(TEXT, 2, 0, 3, 0, 1, 0);
        GateRule rule = new GateRule(GateKey.REASONS_DRIFTED_MAX, Optional.of("negation"), 0.1, "");
        ComparisonResult result =
                all(List.of(times(10, "negation", "A", swapped, "negation"), times(12, "worse", "A", TURNED, "other")));

        GateResult kept = new Gate("test", GateSettings.DEFAULT, List.of(rule)).judge(result);
        GateResult broken = new Gate("test", new GateSettings(10, 5, 0.6), List.of(rule)).judge(result);

        assertThat(kept.verdict()).isEqualTo(Verdict.PASS);
        assertThat(names(kept.cases().get(0))).allMatch(name -> name.startsWith("worse"));
        assertThat(names(broken.cases().get(0)).subList(0, 4))
                .containsExactly("negation-0", "negation-1", "negation-2", "worse-0");
        assertThat(result.cases(CaseKind.REASONS, "negation", GateSettings.DEFAULT))
                .isEmpty();
    }

    @Test
    void ofVeryManySlicesTheSmallestGiveWay() {
        List<ComparedCase> cases = new ArrayList<>(times(2, "lost", "A", predicting(GOOD, "B"), "often"));
        IntStream.range(0, 200).forEach(i -> cases.addAll(times(1, "one", "A", predicting(GOOD, "B"), "tag" + i)));

        ComparisonResult result = result(cases);

        assertThat(result.cases(CaseKind.LOST, "often", GateSettings.DEFAULT)).hasSize(2);
        assertThat(IntStream.range(0, 200)
                        .filter(i -> !result.cases(CaseKind.LOST, "tag" + i, GateSettings.DEFAULT)
                                .isEmpty())
                        .count())
                .isBetween(1L, 64L);
    }

    @Test
    void whatDidNotConvergeIsShownWhereNobodyCanTell() {
        ComparisonResult result = all(List.of(
                times(9, "lost", "A", predicting(GOOD, "B")),
                times(2, "open", "A", Stated.notConverged(TEXT, 3, 0, 2, 0, 1, 0))));

        GateResult unclear = Gate.of(GateKey.REASONS_DRIFTED_MAX, 0.1).judge(result);

        assertThat(unclear.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(unclear.shown().name()).isEqualTo("open-0");
    }

    @Test
    void whatDidNotConvergeIsNoCaseOfOtherReasons() {
        Attribution open = Stated.notConverged(TEXT, 1, 0, 2, 0, 3, 0);
        ComparisonResult result = all(List.of(times(5, "open", "A", open), times(2, "drifted", "A", TURNED)));

        CaseList reasons = result.cases(CaseKind.REASONS, GateSettings.DEFAULT);

        assertThat(names(reasons)).containsExactly("drifted-0", "drifted-1");
        assertThat(reasons.count()).isEqualTo(2);
        GateResult unclear = Gate.of(GateKey.REASONS_DRIFTED_MAX, 0.1)
                .judge(all(List.of(times(5, "open", "A", open), times(20, "kept", "A", GOOD))));
        assertThat(unclear.cases()).extracting(CaseList::kind).containsExactly(CaseKind.INCONCLUSIVE);
    }

    /** A fifth of F(x) - F(x') = 7.5 is missing. */
    private static Attribution withGap(Attribution exact) {
        return new Attribution(
                exact.text(),
                exact.tokens(),
                exact.target(),
                exact.prediction(),
                exact.inputScore() * 1.25,
                exact.baselineScore(),
                exact.convergence(),
                exact.method(),
                exact.model());
    }

    @Test
    void gapsAreShownByTheCasesThatHaveThem() {
        Attribution open = Stated.notConverged(TEXT, 3, 0, 2, 0, 1, 0);
        GateResult broken = Gate.of(GateKey.COMPLETENESS_GAP_MAX, 0.1)
                .judge(all(List.of(
                        times(1, "open", "A", open),
                        times(30, "exact", "A", GOOD),
                        times(9, "gap", "A", withGap(GOOD)))));

        assertThat(broken.verdict()).isEqualTo(Verdict.FAIL);
        CaseList first = broken.cases().get(0);
        assertThat(first.kind()).isEqualTo(CaseKind.GAPS);
        assertThat(first.count()).isEqualTo(9);
        assertThat(names(first)).hasSize(9).allMatch(name -> name.startsWith("gap"));
        assertThat(broken.shown().name()).isEqualTo("gap-0");
        assertThat(broken.shown().findings(GateSettings.DEFAULT)).contains("completeness gap 0.20");
        assertThat(broken.cases()).extracting(CaseList::kind).containsExactly(CaseKind.GAPS, CaseKind.INCONCLUSIVE);
    }

    @Test
    void aLowMeanAgreementIsShownByTheLowestOfAll() {
        // 1 2 3 against 2 1 3: a correlation of one half.
        Attribution swapped = Stated.scored(TEXT, 2, 0, 3, 0, 1, 0);
        GateResult broken = Gate.of(GateKey.REASONS_AGREEMENT_MEAN_MIN, 0.9)
                .judge(all(List.of(times(5, "kept", "A", GOOD), times(5, "swapped", "A", swapped))));

        assertThat(broken.verdict()).isEqualTo(Verdict.FAIL);
        CaseList first = broken.cases().get(0);
        assertThat(first.kind()).isEqualTo(CaseKind.ORDERS);
        assertThat(first.count()).isEqualTo(5);
        assertThat(names(first)).hasSize(5).allMatch(name -> name.startsWith("swapped"));
        assertThat(broken.shown().name()).isEqualTo("swapped-0");
    }

    @Test
    void aRationaleThatWasNotClearlyKeptIsSaidToBeSo() {
        ComparisonResult result = result(List.of(of("open", "A", Stated.notConverged(TEXT, 3, 0, 2, 0, 1, 0), TURNED)));

        assertThat(namesOf(CaseKind.VIOLATIONS, result)).containsExactly("open");
        assertThat(CaseKind.VIOLATIONS.title())
                .isEqualTo("led by a word outside of the rationale, and not clearly so before");
    }
}
