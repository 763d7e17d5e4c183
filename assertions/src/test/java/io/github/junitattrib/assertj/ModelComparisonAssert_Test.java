package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.assertj.Comparisons.corpus;
import static io.github.junitattrib.assertj.Comparisons.linear;
import static io.github.junitattrib.assertj.Expecting.attributionError;
import static io.github.junitattrib.assertj.Expecting.inconclusive;
import static io.github.junitattrib.assertj.error.ShouldPassGate.shouldPassGate;
import static io.github.junitattrib.assertj.error.ShouldPassGate.unclearGate;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.InconclusiveException;
import io.github.junitattrib.InvalidGateException;
import io.github.junitattrib.Verdict;
import io.github.junitattrib.conformance.ClosedForm;
import io.github.junitattrib.corpus.Corpus;
import io.github.junitattrib.corpus.CorpusCase;
import io.github.junitattrib.gate.FailingCase;
import io.github.junitattrib.gate.Gate;
import io.github.junitattrib.gate.GateKey;
import io.github.junitattrib.gate.GateResult;
import io.github.junitattrib.gate.GateRule;
import io.github.junitattrib.gate.GateSettings;
import io.github.junitattrib.gate.ModelComparison;
import io.github.junitattrib.gate.Ratchet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ModelComparisonAssert_Test {

    private final ClosedForm first = linear("first", 1, 0);
    private final ClosedForm same = linear("same", 1, 0);
    private final ClosedForm second = linear("second", 0, 1);

    @Test
    void should_name_threshold_number_limit_word_and_reason_in_the_first_line() {
        // GIVEN
        ModelComparison comparison = ModelComparison.between(first, second, corpus("A"));
        Gate gate = new Gate(
                "gate.properties",
                GateSettings.DEFAULT,
                List.of(
                        new GateRule(GateKey.ACCURACY_DROP_MAX, Optional.empty(), 0.01, ""),
                        new GateRule(
                                GateKey.WORD_GAIN_MAX, Optional.empty(), 0.1, "no word should take over the reasons")));
        GateResult result = gate.judge(comparison.result());
        // WHEN
        AttributionAssertionError error =
                attributionError(() -> assertThat(comparison).passesGate(gate));
        // THEN
        then(error)
                .hasMessage(shouldPassGate(result, "").create())
                .hasMessageStartingWith(
                        "Expected \"second\" to pass the gate of gate.properties, but it breaks word.gain.max: the"
                                + " largest rise of a word's mean share is 1.0000")
                .hasMessageContaining(
                        "(\"1\" toward A) and should be at most 0.1000, because no word should take over the"
                                + " reasons.\n\n")
                .hasMessageContaining(
                        "    pass         accuracy.drop.max                    0.0 points, at most 1.0 points\n")
                .hasMessageContaining("    +1.000  1 toward A: 1.000, before 0.000, in 5 texts\n");
        then(error.attribution().model().name()).isEqualTo("second");
        then(error.marked())
                .as("the word in the text")
                .extracting(span -> span.of(error.attribution().text()))
                .containsExactly("1");
    }

    @Test
    void should_pass_where_the_thresholds_are_kept() {
        assertThat(ModelComparison.between(first, same, corpus("A")))
                .hasAccuracyOfAtLeast(1)
                .hasAccuracyDropOfAtMost(0)
                .changesPredictionsOfAtMost(0)
                .keepsReasonsOfAtLeast(1)
                .hasNoWordThatGainsMoreThan(0.01)
                .passesGate();
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                broken(
                        Comparisons.predictingOtherwise(),
                        one -> one.hasAccuracyOfAtLeast(0.9),
                        GateKey.ACCURACY_MIN,
                        0.9,
                        "accuracy.min: the accuracy is 0.0 % and should be at least 90.0 %"),
                broken(
                        Comparisons.predictingOtherwise(),
                        one -> one.hasAccuracyDropOfAtMost(0.01),
                        GateKey.ACCURACY_DROP_MAX,
                        0.01,
                        "accuracy.drop.max: the drop of the accuracy is 100.0 points and should be at most 1.0 points"),
                broken(
                        Comparisons.predictingOtherwise(),
                        one -> one.changesPredictionsOfAtMost(0.1),
                        GateKey.PREDICTIONS_CHANGED_MAX,
                        0.1,
                        "predictions.changed.max: the share of changed predictions is 100.0 % and should be at most"
                                + " 10.0 %"),
                broken(
                        Comparisons.withOtherReasons(),
                        one -> one.keepsReasonsOfAtLeast(0.9),
                        GateKey.REASONS_DRIFTED_MAX,
                        0.1,
                        "reasons.drifted.max: the share of texts with other reasons for the same prediction is 100.0 %"
                                + " and should be at most 10.0 %"),
                broken(
                        Comparisons.ledByAnUnmarkedWord(),
                        one -> one.hasRankingViolationsOfAtMost(0.05),
                        GateKey.RANKING_VIOLATIONS_MAX,
                        0.05,
                        "ranking.violations.max: the share of texts that a word outside of the rationale leads is"
                                + " 100.0 % and should be at most 5.0 %"),
                broken(
                        Comparisons.withOtherReasons(),
                        one -> one.hasNoWordThatGainsMoreThan(0.1),
                        GateKey.WORD_GAIN_MAX,
                        0.1,
                        "word.gain.max: the largest rise of a word's mean share is 1.0000 (\"1\" toward A) and should"
                                + " be at most 0.1000"));
    }

    private static Arguments broken(
            ModelComparison comparison,
            UnaryOperator<ModelComparisonAssert> assertion,
            GateKey key,
            double limit,
            String sentence) {
        return Arguments.of(comparison, assertion, key, limit, sentence);
    }

    @ParameterizedTest
    @MethodSource("broken")
    void should_say_which_number_is_beyond_its_limit(
            ModelComparison comparison,
            UnaryOperator<ModelComparisonAssert> assertion,
            GateKey key,
            double limit,
            String sentence) {
        // WHEN
        AttributionAssertionError error = attributionError(() -> assertion.apply(assertThat(comparison)));
        // THEN
        String candidate = comparison.result().models().candidate().name();
        then(error)
                .hasMessage(shouldPassGate(Gate.of(key, limit).judge(comparison.result()), "")
                        .create())
                .hasMessageStartingWith("Expected \"" + candidate + "\" to pass the gate of the test, but it breaks "
                        + sentence + ".\n");
    }

    @Test
    void should_keep_to_the_words_that_people_marked() {
        assertThat(Comparisons.keepingToTheMarkedWord()).hasRankingViolationsOfAtMost(0);
    }

    @Test
    void should_read_the_thresholds_of_the_class_path() {
        // GIVEN
        ModelComparison comparison = ModelComparison.between(first, same, corpus("B"));
        // WHEN
        AttributionAssertionError error =
                attributionError(() -> assertThat(comparison).passesGate());
        // THEN
        then(error)
                .hasMessageStartingWith(
                        "Expected \"same\" to pass the gate of classpath:attribution-gate.properties, but"
                                + " it breaks accuracy.min: the accuracy is 0.0 % and should be at least 90.0 %, because nobody reads reviews"
                                + " that are sorted wrong.")
                .hasMessageContaining("  gate       target/attribution-reports/gate.html\n");
    }

    @Test
    void should_be_inconclusive_where_nothing_measures() {
        // GIVEN
        ModelComparison comparison = ModelComparison.between(first, same, Corpus.of(List.of(CorpusCase.of("2 1"))));
        GateResult result = Gate.of(GateKey.ACCURACY_MIN, 0.9).judge(comparison.result());
        // WHEN
        InconclusiveException error = inconclusive(() -> assertThat(comparison).hasAccuracyOfAtLeast(0.9));
        // THEN
        then(error)
                .hasMessage(unclearGate(result, "").create())
                .hasMessageStartingWith(
                        "Cannot tell whether \"same\" passes the gate of the test, because accuracy.min: the"
                                + " accuracy is none (no case has a label) and should be at least 90.0 %. Give cases that it can be"
                                + " measured by (no case has a label), or leave it out.");
    }

    @Test
    void should_be_inconclusive_if_nobody_can_tell_whether_a_failure_is_known() {
        // GIVEN
        GateResult kept = Gate.of(GateKey.CASES_MIN, 2)
                .judge(ModelComparison.between(first, same, corpus("A")).result());
        Ratchet ratchet = new Ratchet(
                "known.txt",
                0,
                List.of(),
                List.of(),
                List.of(new FailingCase(FailingCase.Kind.VIOLATION, "plain-3")),
                List.of());
        // WHEN
        GateResult result = kept.with(ratchet);
        // THEN
        then(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        then(unclearGate(result, "").create())
                .startsWith(
                        "Cannot tell whether \"same\" passes the gate of the test, because the error bars leave it open"
                                + " whether these break the order, which are not among the known failures of known.txt:"
                                + " violation \"plain-3\". Let the cases converge: give the method more evaluations, or another one. Or list"
                                + " them.")
                .contains("    unclear      violation plain-3\n");
    }

    @Test
    void should_list_what_differs_from_known_failures() {
        // GIVEN
        GateResult kept = Gate.of(GateKey.CASES_MIN, 2)
                .judge(ModelComparison.between(first, same, corpus("A")).result());
        Ratchet ratchet = new Ratchet(
                "known.txt",
                1,
                List.of(new FailingCase(FailingCase.Kind.WRONG, "plain-1")),
                List.of(new FailingCase(FailingCase.Kind.VIOLATION, "plain-2")),
                List.of(),
                List.of(new FailingCase(FailingCase.Kind.WRONG, "plian-3")));
        // WHEN
        String message = shouldPassGate(kept.with(ratchet), "").create();
        // THEN
        then(message)
                .startsWith("Expected \"same\" to pass the gate of the test, but 1 entry is missing among the known"
                        + " failures of known.txt: wrong \"plain-1\"; 1 entry of the known failures of known.txt does not fail"
                        + " any more and must be removed: violation \"plain-2\"; 1 entry of the known failures of known.txt is"
                        + " no case of the cases given (misspelt, taken out of it, or of another corpus, whose entries stand"
                        + " below a line with corpus and its location): wrong \"plian-3\".")
                .contains(
                        "    unknown      wrong plain-1\n    remove       violation plain-2\n    no case      wrong plian-3\n");
    }

    @Test
    void should_refuse_limits_that_say_nothing() {
        ModelComparison comparison = ModelComparison.between(first, same, corpus("A"));
        assertThatExceptionOfType(InvalidGateException.class)
                .isThrownBy(() -> assertThat(comparison).keepsReasonsOfAtLeast(0))
                .withMessageContaining("nothing can miss it");
        assertThatExceptionOfType(InvalidGateException.class)
                .isThrownBy(() -> assertThat(comparison).hasNoWordThatGainsMoreThan(Double.NaN))
                .withMessageContaining("it is no finite number");
    }
}
