package io.github.junitattrib.axiom;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Convergence;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.Span;
import io.github.junitattrib.TargetScore;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.method.AttributionMethod;
import io.github.junitattrib.method.Question;
import io.github.junitattrib.model.TextClassifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Gives every word the same score.
 *
 * @param score of each word
 * @param bar of each score
 * @param converged whether it says that this is good enough
 */
record Stated(double score, double bar, boolean converged) implements AttributionMethod {

    /** Scores of 1 with a bar. */
    Stated(double bar) {
        this(1, bar, true);
    }

    @Override
    public MethodFacts facts() {
        return new MethodFacts("Stated", Map.of());
    }

    @Override
    public Attribution attribute(TextClassifier model, Question question) {
        Prediction prediction = model.predict(question.text());
        TargetScore target = question.target().resolve(prediction, model.facts());
        List<TokenScore> words = new ArrayList<>();
        for (Span word : model.words(question.text())) {
            words.add(new TokenScore(
                    word.of(question.text()), Optional.of(word), OptionalInt.of(words.size()), false, score, bar));
        }
        double input = target.value(
                prediction.scores().stream().mapToDouble(one -> one).toArray());
        return new Attribution(
                question.text(),
                words,
                target,
                prediction,
                input,
                Double.NaN,
                new Convergence(converged, 1, Double.NaN, converged ? "" : "Wait longer.", List.of()),
                facts(),
                model.facts());
    }
}
