package io.github.junitattrib.assertj;

import io.github.junitattrib.InconclusiveException;
import io.github.junitattrib.Verdict;
import io.github.junitattrib.check.Check;
import io.github.junitattrib.gate.ComparisonResult;
import io.github.junitattrib.gate.Gate;
import io.github.junitattrib.gate.GateKey;
import io.github.junitattrib.gate.GateResult;
import io.github.junitattrib.gate.ModelComparison;
import io.github.junitattrib.junit.AttributionLog;
import io.github.junitattrib.junit.Progress;
import io.github.junitattrib.junit.ReleaseGate;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on a release candidate beside the released model; not final, because AssertJ's soft assertions subclass it.
 *
 * <p>The first assertion explains the corpus by both models; those that follow look at the same numbers.
 */
public class ModelComparisonAssert extends AbstractAssert<ModelComparisonAssert, ModelComparison> {

    /**
     * Begins assertions; tests call {@link AttributionAssertions#assertThat(ModelComparison)}.
     *
     * @param actual two models and a corpus
     */
    public ModelComparisonAssert(ModelComparison actual) {
        super(actual, ModelComparisonAssert.class);
    }

    /**
     * Verifies that the candidate keeps the thresholds of {@code attribution-gate.properties} at the root of the class path,
     * or of {@code attrib.gate}, and fails no other cases than those of {@code attrib.known-failures}, if that is set. Writes
     * gate.html, gate.json and gate.md below the report directory.
     *
     * <pre>{@code
     * Corpus praise = Corpus.of(CorpusCase.labeled(List.of("It was great", "The film was great"), "POSITIVE"));
     * Corpus blame = Corpus.of(CorpusCase.labeled(List.of("It was great", "The film was great"), "NEGATIVE"));
     * assertThat(ModelComparison.between(eager, traced, praise)).passesGate(); // passes
     * assertThat(ModelComparison.between(eager, traced, blame)).passesGate(); // fails
     * }</pre>
     *
     * @return these assertions, to go on
     * @throws AssertionError if a threshold is broken, or the failures differ from the known ones
     * @throws InconclusiveException if too many cases did not converge to tell, or a threshold has nothing to be measured by
     * @throws io.github.junitattrib.InvalidGateException if there are no thresholds, or a file is not right
     */
    public ModelComparisonAssert passesGate() {
        isNotNull();
        ReleaseGate gate = ReleaseGate.current();
        return settle("passesGate", List.of(), gate.judge(actual), gate.page());
    }

    /**
     * Verifies that the candidate keeps some thresholds.
     *
     * <pre>{@code
     * Corpus praise = Corpus.of(CorpusCase.labeled(List.of("It was great", "The film was great"), "POSITIVE"));
     * assertThat(ModelComparison.between(eager, traced, praise)).passesGate(Gate.of(GateKey.CASES_MIN, 2)); // passes
     * assertThat(ModelComparison.between(eager, traced, praise)).passesGate(Gate.of(GateKey.CASES_MIN, 3)); // fails
     * }</pre>
     *
     * @param gate the thresholds
     * @return these assertions, to go on
     * @throws AssertionError if a threshold is broken
     * @throws InconclusiveException if too many cases did not converge to tell, or a threshold has nothing to be measured by
     */
    public ModelComparisonAssert passesGate(Gate gate) {
        isNotNull();
        Objects.requireNonNull(
                gate,
                "The gate must not be null. Give thresholds: Gate.read(\"classpath:gate.properties\", …) or Gate.of(..).");
        return settle("passesGate", List.of(gate.name()), gate.judge(result()), "");
    }

    /**
     * Verifies that the candidate gets enough of the labeled cases right.
     *
     * <pre>{@code
     * Corpus half = Corpus.of(List.of(CorpusCase.labeled("It was great", "POSITIVE"), CorpusCase.labeled("It was fine", "NEGATIVE")));
     * assertThat(ModelComparison.between(eager, traced, half)).hasAccuracyOfAtLeast(0.5); // passes
     * assertThat(ModelComparison.between(eager, traced, half)).hasAccuracyOfAtLeast(0.9); // fails
     * }</pre>
     *
     * @param share from 0 to 1
     * @return these assertions, to go on
     * @throws AssertionError if its accuracy is lower
     * @throws InconclusiveException if no case has a label
     */
    public ModelComparisonAssert hasAccuracyOfAtLeast(double share) {
        return keeps("hasAccuracyOfAtLeast", share, GateKey.ACCURACY_MIN, share);
    }

    /**
     * Verifies that the candidate's accuracy is not much lower than that of the released model.
     *
     * <pre>{@code
     * TextClassifier turned = LabelPermutation.draw(2, 1, 1).get(0).of(eager);
     * Corpus praise = Corpus.of(CorpusCase.labeled(List.of("It was great", "The film was great"), "POSITIVE"));
     * assertThat(ModelComparison.between(eager, traced, praise)).hasAccuracyDropOfAtMost(0.01); // passes
     * assertThat(ModelComparison.between(eager, turned, praise)).hasAccuracyDropOfAtMost(0.01); // fails
     * }</pre>
     *
     * @param share from −1 to 1: 0.01 is one percentage point
     * @return these assertions, to go on
     * @throws AssertionError if it fell by more
     * @throws InconclusiveException if no case has a label
     */
    public ModelComparisonAssert hasAccuracyDropOfAtMost(double share) {
        return keeps("hasAccuracyDropOfAtMost", share, GateKey.ACCURACY_DROP_MAX, share);
    }

    /**
     * Verifies that few cases are predicted differently.
     *
     * <pre>{@code
     * TextClassifier turned = LabelPermutation.draw(2, 1, 1).get(0).of(eager);
     * Corpus texts = Corpus.of(List.of(CorpusCase.of("It was great"), CorpusCase.of("It was awful")));
     * assertThat(ModelComparison.between(eager, traced, texts)).changesPredictionsOfAtMost(0.1); // passes
     * assertThat(ModelComparison.between(eager, turned, texts)).changesPredictionsOfAtMost(0.1); // fails
     * }</pre>
     *
     * @param share from 0 to 1
     * @return these assertions, to go on
     * @throws AssertionError if there are more
     */
    public ModelComparisonAssert changesPredictionsOfAtMost(double share) {
        return keeps("changesPredictionsOfAtMost", share, GateKey.PREDICTIONS_CHANGED_MAX, share);
    }

    /**
     * Verifies that most of the cases that keep their prediction keep their reasons too: Spearman's correlation of both
     * models' word scores is at least one half.
     *
     * <pre>{@code
     * TextClassifier first = ClosedForm.of("a", 3, List.of("A", "B"), x -> new Gradient[] {x[0].add(x[1].multiply(0)).add(x[2].multiply(0.1)), x[0].multiply(0)});
     * TextClassifier same = ClosedForm.of("c", 3, List.of("A", "B"), x -> new Gradient[] {x[0].add(x[1].multiply(0)).add(x[2].multiply(0.1)), x[0].multiply(0)});
     * TextClassifier second = ClosedForm.of("b", 3, List.of("A", "B"), x -> new Gradient[] {x[1].add(x[0].multiply(0)).add(x[2].multiply(0.1)), x[0].multiply(0)});
     * Corpus texts = Corpus.of(List.of(CorpusCase.of("2 3 1")));
     * assertThat(ModelComparison.between(first, same, texts)).keepsReasonsOfAtLeast(0.9); // passes
     * assertThat(ModelComparison.between(first, second, texts)).keepsReasonsOfAtLeast(0.9); // fails
     * }</pre>
     *
     * @param share from 0 to 1
     * @return these assertions, to go on
     * @throws AssertionError if fewer do
     * @throws InconclusiveException if too many cases did not converge to tell
     */
    public ModelComparisonAssert keepsReasonsOfAtLeast(double share) {
        // In decimals: 1 − 0.9 is not 0.1 in binary.
        double drifted = BigDecimal.ONE.subtract(BigDecimal.valueOf(share)).doubleValue();
        return keeps("keepsReasonsOfAtLeast", share, GateKey.REASONS_DRIFTED_MAX, drifted);
    }

    /**
     * Verifies that in few cases a word outside of the rationale has clearly the highest score toward the label.
     *
     * <pre>{@code
     * CorpusCase one = CorpusCase.labeled("They said it was great", "POSITIVE");
     * Corpus good = Corpus.of(List.of(new CorpusCase(one.text(), one.label(), List.of(new Span(17, 22)), List.of(), Optional.empty(), Optional.empty())));
     * Corpus bad = Corpus.of(List.of(new CorpusCase(one.text(), one.label(), List.of(new Span(5, 9)), List.of(), Optional.empty(), Optional.empty())));
     * assertThat(ModelComparison.between(eager, traced, good)).hasRankingViolationsOfAtMost(0.1); // passes
     * assertThat(ModelComparison.between(eager, traced, bad)).hasRankingViolationsOfAtMost(0.1); // fails
     * }</pre>
     *
     * @param share of the labeled cases with a rationale, from 0 to 1
     * @return these assertions, to go on
     * @throws AssertionError if there are more
     * @throws InconclusiveException if no case has a label and a rationale, or too many did not converge to tell
     */
    public ModelComparisonAssert hasRankingViolationsOfAtMost(double share) {
        return keeps("hasRankingViolationsOfAtMost", share, GateKey.RANKING_VIOLATIONS_MAX, share);
    }

    /**
     * Verifies that no word of at least five texts of a class takes over much more of the reasons toward that class: its
     * share is its score over the sum of the magnitudes of all words, and its mean over the texts is compared.
     *
     * <pre>{@code
     * TextClassifier first = ClosedForm.of("a", 2, List.of("A", "B"), x -> new Gradient[] {x[0].add(x[1].multiply(0)), x[0].multiply(0)});
     * TextClassifier same = ClosedForm.of("c", 2, List.of("A", "B"), x -> new Gradient[] {x[0].add(x[1].multiply(0)), x[0].multiply(0)});
     * TextClassifier second = ClosedForm.of("b", 2, List.of("A", "B"), x -> new Gradient[] {x[1].add(x[0].multiply(0)), x[0].multiply(0)});
     * Corpus texts = Corpus.of(List.of("2 1", "3 1", "4 1", "5 1", "6 1").stream().map(CorpusCase::of).toList());
     * assertThat(ModelComparison.between(first, same, texts)).hasNoWordThatGainsMoreThan(0.1); // passes
     * assertThat(ModelComparison.between(first, second, texts)).hasNoWordThatGainsMoreThan(0.1); // fails: "1" takes over
     * }</pre>
     *
     * @param gain from 0 to 2
     * @return these assertions, to go on
     * @throws AssertionError if a word gains more
     * @throws InconclusiveException if no word is in enough texts, or the scores are too uncertain to tell
     */
    public ModelComparisonAssert hasNoWordThatGainsMoreThan(double gain) {
        return keeps("hasNoWordThatGainsMoreThan", gain, GateKey.WORD_GAIN_MAX, gain);
    }

    private ModelComparisonAssert keeps(String kind, double argument, GateKey key, double limit) {
        isNotNull();
        return settle(kind, List.of(argument), Gate.of(key, limit).judge(result()), "");
    }

    private ComparisonResult result() {
        return actual.result(Progress.of(actual));
    }

    private ModelComparisonAssert settle(String kind, List<?> arguments, GateResult result, String page) {
        Outcome outcome = new GateJudgment(result, page).outcome();
        if (outcome.verdict() != Verdict.PASS) {
            // Beside what the candidate says of the case, which is the evidence.
            AttributionLog.current()
                    .ifPresent(log -> log.recordCompared(List.of(result.shown().released())));
        }
        new Settlement(kind, arguments, Check.About.METHOD, List.of())
                .settle(outcome, models -> outcome, outcome.evidence().orElseThrow(), info, this::assertionError);
        return myself;
    }

    @Override
    protected boolean isElementOfCustomAssert(StackTraceElement frame) {
        return super.isElementOfCustomAssert(frame) || OurFrames.contain(frame);
    }
}
