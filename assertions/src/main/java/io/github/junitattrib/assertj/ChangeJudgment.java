package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.error.ShouldApply.shouldApply;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Verdict;
import io.github.junitattrib.assertj.error.ChangedPair;
import io.github.junitattrib.assertj.error.PredictedClasses;
import io.github.junitattrib.check.Substitution;
import io.github.junitattrib.corpus.ChangeResult;
import io.github.junitattrib.corpus.ChangedText;
import io.github.junitattrib.corpus.TextChange;
import io.github.junitattrib.method.AttributionRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Whether an expectation holds under a change of the text: for each changed text, explained toward the class of the
 * original text.
 */
record ChangeJudgment(AttributionRequest request, TextChange change, ChangeExpectation expectation)
        implements BiFunction<Attribution, Substitution, Outcome> {

    /** What the judgment will ask besides the original text, as far as it is known before it is judged. */
    List<AttributionRequest> requests(Attribution original) {
        return change.applyTo(original.text()) instanceof ChangeResult.Changed changed
                ? requests(original, changed.texts())
                : List.of();
    }

    @Override
    public Outcome apply(Attribution original, Substitution models) {
        ChangeResult result = change.applyTo(original.text());
        if (result instanceof ChangeResult.NotApplicable not) {
            return Outcome.inconclusive(shouldApply(original, change, not.reason()), List.of());
        }
        List<ChangedText> texts = ((ChangeResult.Changed) result).texts();
        List<Attribution> changed = models.attributions(requests(original, texts));
        PredictedClasses before = Predicted.ifAny(original);
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            Attribution other = changed.get(i);
            ChangedPair pair = new ChangedPair(
                    change,
                    texts.get(i),
                    original,
                    other.withVerdictBars(),
                    before,
                    Predicted.ifAny(other),
                    i + 1,
                    texts.size());
            Outcome outcome = expectation.judge(pair);
            outcomes.add(outcome.evidence().isPresent() ? outcome : outcome.shownBy(other));
        }
        return worst(outcomes);
    }

    private List<AttributionRequest> requests(Attribution original, List<ChangedText> texts) {
        AttributionRequest pinned = request.toward(PinnedTarget.of(request.target(), original.prediction()));
        return texts.stream().map(text -> pinned.about(text.text())).toList();
    }

    /** The first of the worst: a failure before what cannot be told, and that before a pass. */
    private static Outcome worst(List<Outcome> outcomes) {
        for (Verdict verdict : List.of(Verdict.FAIL, Verdict.INCONCLUSIVE)) {
            for (Outcome outcome : outcomes) {
                if (outcome.verdict() == verdict) {
                    return outcome;
                }
            }
        }
        return outcomes.get(0);
    }
}
