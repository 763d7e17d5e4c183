package io.github.junitattrib.approved;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Convergence;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.ModelFacts;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.Span;
import io.github.junitattrib.Target;
import io.github.junitattrib.TokenScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Attributions with stated scores, one token a word. */
final class Words {

    private Words() {}

    /** Predicts POSITIVE; error bars of 0. */
    static Attribution scored(String text, double... scores) {
        return of(text, 0, 1, scores);
    }

    /** The same with an error bar of every word, and the logit of POSITIVE; that of NEGATIVE is its opposite. */
    static Attribution of(String text, double bar, double positive, double... scores) {
        Prediction prediction =
                Prediction.ofLogits(List.of("NEGATIVE", "POSITIVE"), new double[] {-positive, positive});
        return toward(Target.label("POSITIVE"), prediction, text, bar, scores);
    }

    /** The same toward the class that is predicted. */
    static Attribution predicted(Prediction prediction, String text, double... scores) {
        return toward(Target.predicted(), prediction, text, 0, scores);
    }

    /** The same toward any target. */
    static Attribution toward(Target target, Prediction prediction, String text, double bar, double... scores) {
        List<TokenScore> tokens = new ArrayList<>();
        tokens.add(new TokenScore("[CLS]", Optional.empty(), OptionalInt.empty(), true, 0.25, 0));
        int start = 0;
        for (String word : text.split(" ", -1)) {
            int index = tokens.size() - 1;
            tokens.add(new TokenScore(
                    word,
                    Optional.of(new Span(start, start + word.length())),
                    OptionalInt.of(index),
                    false,
                    scores[index],
                    bar));
            start += word.length() + 1;
        }
        ModelFacts model = new ModelFacts("reviews", "cpu", "float32");
        return new Attribution(
                text,
                tokens,
                target.resolve(prediction, model),
                prediction,
                1,
                Double.NaN,
                new Convergence(true, 33, 0.01, "", List.of()),
                new MethodFacts("Stated", Map.of("steps", "50")),
                model);
    }
}
