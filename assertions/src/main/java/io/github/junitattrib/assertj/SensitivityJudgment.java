package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.error.ShouldBeSensitive.noInfluence;
import static io.github.junitattrib.assertj.error.ShouldBeSensitive.shouldBeSensitive;
import static io.github.junitattrib.assertj.error.ShouldBeSensitive.unclearSensitivity;

import io.github.junitattrib.Verdict;
import io.github.junitattrib.axiom.Sensitivity;
import io.github.junitattrib.axiom.SensitivityResult;
import io.github.junitattrib.axiom.WordChange;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.model.TextClassifier;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Whether each word that alone changes the explained number has a score (Sundararajan, Taly, Yan 2017, section 2.1).
 *
 * @param options threshold, and how words are taken away
 */
record SensitivityJudgment(Sensitivity options) implements BiFunction<AttributionRequest, TextClassifier, Outcome> {

    @Override
    public Outcome apply(AttributionRequest asked, TextClassifier model) {
        SensitivityResult result = options.measure(model, asked.method(), asked.question());
        return switch (result.verdict()) {
            case PASS ->
                Outcome.pass(result.changes().stream().map(WordChange::span).toList())
                        .shownBy(result.whole());
            case FAIL -> {
                WordChange word = result.first(Verdict.FAIL).orElseThrow();
                yield Outcome.fail(shouldBeSensitive(result, word), List.of(word.span()))
                        .shownBy(word.attribution());
            }
            case INCONCLUSIVE ->
                result.first(Verdict.INCONCLUSIVE)
                        .map(word -> Outcome.inconclusive(unclearSensitivity(result, word), List.of(word.span()))
                                .shownBy(word.attribution()))
                        .orElseGet(() -> Outcome.inconclusive(noInfluence(result), List.of())
                                .shownBy(result.whole()));
        };
    }
}
