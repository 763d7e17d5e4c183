package io.github.junitattrib.axiom;

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

/** Attributions with stated scores. */
final class Texts {

    static final Prediction YES = Prediction.ofLogits(List.of("NO", "YES"), new double[] {0, 1});

    private Texts() {}

    /** One token a word, parted by single spaces, with an error bar of 0.01. */
    static Attribution ofWords(String text, double... scores) {
        List<TokenScore> tokens = new ArrayList<>();
        int start = 0;
        for (String word : text.split(" ", -1)) {
            tokens.add(piece(word, start, word.length(), tokens.size(), scores[tokens.size()]));
            start += word.length() + 1;
        }
        return of(text, tokens);
    }

    static TokenScore piece(String text, int start, int length, int word, double score) {
        return new TokenScore(
                text, Optional.of(new Span(start, start + length)), OptionalInt.of(word), false, score, 0.01);
    }

    static Attribution of(String text, List<TokenScore> tokens) {
        ModelFacts model = ModelFacts.unknown("stated");
        return new Attribution(
                text,
                tokens,
                Target.predicted().resolve(YES, model),
                YES,
                1,
                Double.NaN,
                new Convergence(true, 1, Double.NaN, "", List.of()),
                new MethodFacts("Stated", Map.of()),
                model);
    }
}
