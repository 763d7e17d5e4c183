package io.github.junitattrib.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.github.junitattrib.InvalidCorpusException;
import io.github.junitattrib.InvalidGateException;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.Span;
import io.github.junitattrib.UnsupportedModelException;
import io.github.junitattrib.Verdict;
import io.github.junitattrib.conformance.ClosedForm;
import io.github.junitattrib.corpus.Corpus;
import io.github.junitattrib.corpus.CorpusCase;
import io.github.junitattrib.method.IntegratedGradients;
import io.github.junitattrib.method.IntegrationRule;
import io.github.junitattrib.method.Occlusion;
import io.github.junitattrib.model.TextClassifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.analysis.differentiation.Gradient;
import org.junit.jupiter.api.Test;

/** What is measured, on functions of two numbers whose scores follow from their weights. */
class ModelComparisonTest {

    /** Words of the released model: a x, with weights 1 and 0. */
    private final ClosedForm first = linear("first", 1, 0);

    /** Half of the first number and all of the second. */
    private final ClosedForm second = linear("second", 0.5, 1);

    private final ClosedForm same = linear("same", 1, 0);
    private final ClosedForm opposite = linear("opposite", -1, 0);

    private static ClosedForm linear(String name, double a, double b) {
        return ClosedForm.of(name, 2, List.of("A", "B"), x ->
                new Gradient[] {x[0].multiply(a).add(x[1].multiply(b)), x[0].multiply(0)});
    }

    private static CorpusCase labeled(String id, String text, String label, String... tags) {
        return new CorpusCase(
                text, Optional.of(label), List.of(new Span(0, 1)), List.of(tags), Optional.of(id), Optional.empty());
    }

    private static Corpus of(CorpusCase... cases) {
        return Corpus.of(List.of(cases));
    }

    private static double value(Optional<Figure> figure) {
        return figure.orElseThrow().value();
    }

    @Test
    void countsAccuracyAndChanges() {
        ComparisonResult result = ModelComparison.between(
                        first,
                        opposite,
                        of(
                                labeled("a", "2 1", "A"),
                                labeled("b", "3 1", "B"),
                                labeled("c", "4 1", "A"),
                                CorpusCase.of("5 1")))
                .result();

        assertThat(result.all().cases()).isEqualTo(4);
        assertThat(result.all().labeled()).isEqualTo(3);
        assertThat(value(result.all().releasedAccuracy())).isEqualTo(2.0 / 3);
        assertThat(value(result.all().candidateAccuracy())).isEqualTo(1.0 / 3);
        assertThat(value(result.all().accuracyDrop())).isEqualTo(1.0 / 3);
        assertThat(value(result.all().predictionsChanged())).isEqualTo(1);
        assertThat(result.all().lost()).isEqualTo(2);
        assertThat(result.all().won()).isEqualTo(1);
        assertThat(result.all().reasonsDrifted(0.5)).as("no prediction stayed").isEmpty();
        assertThat(result.failing())
                .filteredOn(one -> one.kind() == FailingCase.Kind.WRONG)
                .extracting(FailingCase::name)
                .containsExactly("a", "c");
    }

    @Test
    void measuresTheShareOfWords() {
        // Scores of "2 1": 2 and 0 in the first model; 1 and 1 in the second. Of "4 1": 4 and 0; 2 and 1.
        ComparisonResult result = ModelComparison.between(first, second, of(CorpusCase.of("2 1"), CorpusCase.of("4 1")))
                .result();

        WordShare one = result.words(2).get(0);
        assertThat(one.word()).isEqualTo("1");
        assertThat(one.target()).isEqualTo("A");
        assertThat(one.texts()).isEqualTo(2);
        assertThat(one.released()).isCloseTo(0, within(1e-6));
        assertThat(one.candidate()).isCloseTo((1.0 / 2 + 1.0 / 3) / 2, within(1e-6));
        assertThat(result.words(2)).as("each other word is in one text").hasSize(1);
        assertThat(result.words(1)).hasSize(3);
        assertThat(result.furthest(3, 0.1)).isEmpty();
    }

    @Test
    void keepsTheClassesOfWordsApart() {
        // Toward B the second number pulls as much down as it pushes A: over both classes nothing would be left.
        ClosedForm both = ClosedForm.of("both", 2, List.of("A", "B"), x ->
                new Gradient[] {x[1], x[1].negate().add(x[0].multiply(0))});
        ClosedForm neither = ClosedForm.of("neither", 2, List.of("A", "B"), x ->
                new Gradient[] {x[0], x[0].negate().add(x[1].multiply(0))});

        ComparisonResult result = ModelComparison.between(
                        neither, both, of(labeled("a", "2 1", "A"), labeled("b", "2 1", "B")))
                .result();

        assertThat(result.words(1))
                .filteredOn(word -> word.word().equals("1"))
                .extracting(WordShare::target)
                .containsExactly("A", "B");
        assertThat(result.furthest(1, 0.1).orElseThrow().gain()).isCloseTo(1, within(1e-6));
    }

    @Test
    void countsWordsOutsideOfTheRationale() {
        // The rationale is the first number; of "2 3" the second model's words score 1 and 3.
        ComparisonResult result = ModelComparison.between(
                        first, second, of(labeled("a", "2 3", "A"), labeled("b", "9 1", "A")))
                .result();

        assertThat(value(result.all().releasedViolations())).isZero();
        assertThat(value(result.all().candidateViolations())).isEqualTo(0.5);
        assertThat(value(result.all().violationsRise())).isEqualTo(0.5);
        assertThat(result.failing()).containsExactly(new FailingCase(FailingCase.Kind.VIOLATION, "a"));
        assertThat(result.worst().get(0).name()).isEqualTo("a");
        assertThat(value(result.all().reasonsDrifted(0.5)))
                .as("the order of both words turned in one")
                .isEqualTo(0.5);
        assertThat(value(result.all().topWordsChanged())).isEqualTo(0.5);
    }

    @Test
    void countsWhatDidNotConvergeAsUnclear() {
        ClosedForm steep = ClosedForm.of("steep", 2, List.of("A", "B"), x ->
                new Gradient[] {x[0].pow(8).add(x[1].multiply(0)), x[0].multiply(0)});
        ComparisonResult result = ModelComparison.between(first, steep, of(labeled("a", "2 1", "A")))
                .by(new IntegratedGradients(IntegrationRule.gaussLegendre(2)))
                .result();

        assertThat(value(result.all().inconclusive())).isEqualTo(1);
        assertThat(result.all().candidateViolations()).contains(new Figure(0, 0, 1));
        assertThat(result.all().completenessGap())
                .contains(new Figure(Double.POSITIVE_INFINITY, 0, Double.POSITIVE_INFINITY));
        GateResult judged = Gate.of(GateKey.RANKING_VIOLATIONS_MAX, 0.5).judge(result);
        assertThat(judged.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judged.checks().get(0).value()).isEqualTo("0.0 % (0.0 % to 100.0 %)");
    }

    @Test
    void slicesByTagLabelAndLength() {
        ComparisonResult result = ModelComparison.between(
                        first, same, of(labeled("a", "2 1", "A", "plain"), labeled("b", "3 1", "B", "plain", "odd")))
                .result();

        assertThat(result.slices()).containsOnlyKeys("plain", "odd", "label.A", "label.B", "words.1-5");
        assertThat(result.slice("plain").orElseThrow().cases()).isEqualTo(2);
        assertThat(value(result.slice("odd").orElseThrow().candidateAccuracy())).isZero();
    }

    @Test
    void doesNotJudgeSlicesOfFewCases() {
        ComparisonResult result = ModelComparison.between(first, opposite, of(labeled("a", "2 1", "A", "plain")))
                .result();
        GateRule rule = new GateRule(GateKey.ACCURACY_MIN, Optional.of("plain"), 0.9, "");
        GateSettings two = new GateSettings(2, 5, 0.5);

        GateResult few = new Gate("test", two, List.of(rule)).judge(result);
        GateResult each = new Gate("test", two, List.of(rule.of("*"))).judge(result);
        GateResult enough = new Gate("test", new GateSettings(1, 5, 0.5), List.of(rule)).judge(result);

        assertThat(few.checks()).singleElement().satisfies(check -> {
            assertThat(check.verdict()).as("it is asked for by its name").contains(Verdict.INCONCLUSIVE);
            assertThat(check.note()).isEqualTo("only 1 of the 2 cases that a slice must have");
            assertThat(check.remedy()).isEqualTo("Give more cases of the slice, or lower slice.cases.min.");
        });
        assertThat(each.checks())
                .allSatisfy(check -> assertThat(check.verdict()).isEmpty());
        assertThat(each.verdict()).as("nothing was judged").isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(enough.verdict()).isEqualTo(Verdict.FAIL);
        assertThatExceptionOfType(InvalidGateException.class)
                .isThrownBy(() -> new Gate("test", GateSettings.DEFAULT, List.of(rule.of("plane"))).judge(result))
                .withMessageContaining(
                        "test, slice.plane.accuracy.min: the corpus has no slice \"plane\". Its slices are"
                                + " label.A, plain, words.1-5");
    }

    @Test
    void judgesEverySlice() {
        ComparisonResult result = ModelComparison.between(first, same, of(labeled("a", "2 1", "A", "plain")))
                .result();
        GateRule rule = new GateRule(GateKey.ACCURACY_MIN, Optional.of("*"), 0.9, "");

        assertThat(new Gate("test", new GateSettings(1, 5, 0.5), List.of(rule))
                        .judge(result)
                        .checks())
                .extracting(check -> check.rule().name())
                .containsExactly(
                        "slice.label.A.accuracy.min", "slice.plain.accuracy.min", "slice.words.1-5.accuracy.min");
    }

    @Test
    void cannotTellWhatNothingMeasures() {
        ComparisonResult result =
                ModelComparison.between(first, same, of(CorpusCase.of("2 1"))).result();

        GateResult judged = Gate.of(GateKey.ACCURACY_MIN, 0.5).judge(result);

        assertThat(judged.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judged.checks().get(0).note()).isEqualTo("no case has a label");
    }

    @Test
    void keepsTenCasesOfAnyNumber() {
        Corpus many = Corpus.of(IntStream.range(0, 100)
                .mapToObj(i -> labeled("case-" + i, (i + 1) + " 1", i == 57 ? "A" : "B"))
                .toList());

        ComparisonResult result = ModelComparison.between(first, opposite, many).result();

        assertThat(result.worst()).hasSize(10);
        assertThat(result.worst().get(0).name())
                .as("the only one that was right")
                .isEqualTo("case-57");
    }

    /** Predicts A as soon as a word is there. */
    private record Keyword(String word) implements TextClassifier {

        @Override
        public List<String> labels() {
            return List.of("A", "B");
        }

        @Override
        public Prediction predict(String text) {
            double score = text.contains(word) ? 1 : 0;
            return Prediction.ofLogits(labels(), new double[] {score, -score});
        }
    }

    @Test
    void explainsByOcclusionWhereAModelHasNoGradients() {
        ComparisonResult result = ModelComparison.between(
                        new Keyword("great"), new Keyword("said"), of(CorpusCase.of("they said great")))
                .result();

        assertThat(result.models().method()).isEqualTo(new Occlusion().facts().name());
        assertThat(result.words(1)).extracting(WordShare::word).containsExactly("said", "they", "great");
        assertThat(result.words(1)).extracting(WordShare::gain).containsExactly(1.0, 0.0, -1.0);
    }

    @Test
    void tellsHowFarItIs() {
        List<Long> done = new ArrayList<>();
        Corpus many = Corpus.of(IntStream.rangeClosed(1, 130)
                .mapToObj(i -> CorpusCase.of(i + " 1"))
                .toList());

        ModelComparison.between(first, same, many)
                .watchedBy((fraction, cases) -> done.add(cases))
                .result();

        assertThat(done).as("some at a time").containsExactly(64L, 128L, 130L);
    }

    @Test
    void computesOnce() {
        ModelComparison comparison = ModelComparison.between(first, second, of(CorpusCase.of("2 1")));

        assertThat(comparison.result()).isSameAs(comparison.result());
    }

    @Test
    void refusesAModelBesideItself() {
        assertThatExceptionOfType(InvalidGateException.class)
                .isThrownBy(() -> ModelComparison.between(first, first, of(CorpusCase.of("2 1"))))
                .withMessage("A model is compared with itself, which every release would pass. Give the candidate.");
    }

    @Test
    void showsWhatAWordGainedByACaseThatHasIt() {
        // "1" takes over a little in most texts, and much of one; ten others are worse by what is predicted.
        List<CorpusCase> cases = new ArrayList<>();
        IntStream.range(0, 10).forEach(i -> cases.add(labeled("lost-" + i, "3 2", "B")));
        IntStream.range(0, 6).forEach(i -> cases.add(labeled("kept-" + i, "9" + i + " 1", "A")));
        cases.add(labeled("taken", "8 1", "A"));
        ComparisonResult result = ModelComparison.between(
                        aboveFive("released", 0), aboveFive("candidate", 20), Corpus.of(cases))
                .result();

        WordShare one = result.words(5).stream()
                .filter(word -> word.word().equals("1"))
                .findFirst()
                .orElseThrow();

        assertThat(result.worst()).extracting(ComparedCase::name).doesNotContain("taken");
        assertThat(result.caseOf(one).orElseThrow().name()).isEqualTo("taken");
        GateResult broken = Gate.of(GateKey.WORD_GAIN_MAX, 0.1).judge(result);
        assertThat(broken.shown().places(broken.gained().orElseThrow().word()))
                .as("a case with the word")
                .isNotEmpty();
        assertThat(broken.with(new Ratchet("list", 0, List.of(), List.of(), List.of(), List.of()))
                        .shown())
                .isSameAs(broken.shown());
    }

    /** Predicts A where the first number and some of the second are more than five. */
    private static ClosedForm aboveFive(String name, double b) {
        return ClosedForm.of(name, 2, List.of("A", "B"), x ->
                new Gradient[] {x[0].add(x[1].multiply(b)), x[0].multiply(0).add(5)});
    }

    @Test
    void keepsCasesOfFewWordsHoweverManyThereAre() {
        WordCases cases = new WordCases();
        ComparedCase one = Stated.compared(Stated.scored("said", 0, 0), Stated.scored("said", 1, 0));
        for (int i = 0; i < 1000; i++) {
            cases.add(new WordSums.Key("rare" + i, "A"), one, 0.2, 0.2, 1);
            cases.add(new WordSums.Key("said", "A"), one, 0.5, 0.5 * (i + 1), i + 1);
        }

        assertThat(cases.of(new WordSums.Key("said", "A"))).contains(one);
        assertThat(IntStream.range(0, 1000)
                        .filter(i -> cases.of(new WordSums.Key("rare" + i, "A")).isPresent())
                        .count())
                .isLessThan(32);
    }

    @Test
    void differencesOfSharesArePoints() {
        ComparisonResult result = ModelComparison.between(
                        opposite,
                        first,
                        of(labeled("a", "2 1", "A"), labeled("b", "3 1", "B"), labeled("c", "4 1", "A")))
                .result();

        GateCheck drop =
                Gate.of(GateKey.ACCURACY_DROP_MAX, 0.02).judge(result).checks().get(0);

        assertThat(drop.value()).isEqualTo("-33.3 points");
        assertThat(drop.limit()).isEqualTo("at most 2.0 points");
    }

    @Test
    void refusesWhatCannotBeCompared() {
        ClosedForm other = ClosedForm.of("other", 2, List.of("A", "C"), x -> new Gradient[] {x[0], x[1]});
        ClosedForm value = ClosedForm.of("value", 2, x -> new Gradient[] {x[0].add(x[1])});
        ClosedForm another = ClosedForm.of("another", 2, x -> new Gradient[] {x[0].add(x[1])});

        assertThatExceptionOfType(UnsupportedModelException.class)
                .isThrownBy(() -> ModelComparison.between(first, other, of(CorpusCase.of("2 1")))
                        .result())
                .withMessage(
                        "Only models of the same classes can be compared, but those of first are [A, B] and those of"
                                + " other [A, C]. Spell them alike, in id2label of config.json for instance.");
        assertThatExceptionOfType(UnsupportedModelException.class)
                .isThrownBy(() -> ModelComparison.between(value, another, of(CorpusCase.of("2 1")))
                        .result())
                .withMessageContaining(
                        "A comparison needs models that predict one of several classes, but value gives VALUES");
        assertThatExceptionOfType(InvalidCorpusException.class)
                .isThrownBy(() -> ModelComparison.between(first, same, of(labeled("a", "2 1", "D")))
                        .result())
                .withMessageStartingWith("The case \"2 1\": ")
                .withMessageContaining("has no class \"D\"");
    }
}
