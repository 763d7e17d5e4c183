package io.github.junitattrib.metric;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Convergence;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.ModelFacts;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.Span;
import io.github.junitattrib.TargetScore;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.text.WordSplitter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Made-up attributions: one token a word, between two special tokens whose scores nothing may look at. */
final class Scored {

    private Scored() {}

    static Attribution words(String text, double... scores) {
        return withBars(text, scores, new double[scores.length]);
    }

    /** As many words as scores: "w0 w1 w2". */
    static Attribution scores(double... scores) {
        return words(text(scores.length), scores);
    }

    static String text(int words) {
        return String.join(
                " ", IntStream.range(0, words).mapToObj(word -> "w" + word).toList());
    }

    static Attribution withBars(String text, double[] scores, double[] bars) {
        List<Span> words = WordSplitter.words(text);
        if (words.size() != scores.length) {
            throw new IllegalArgumentException(words.size() + " words, " + Arrays.toString(scores));
        }
        List<TokenScore> tokens = new ArrayList<>();
        tokens.add(new TokenScore("[CLS]", Optional.empty(), OptionalInt.empty(), true, 1000, 0));
        for (int word = 0; word < scores.length; word++) {
            Span span = words.get(word);
            tokens.add(new TokenScore(
                    span.of(text), Optional.of(span), OptionalInt.of(word), false, scores[word], bars[word]));
        }
        tokens.add(new TokenScore("[SEP]", Optional.empty(), OptionalInt.empty(), true, -1000, 0));
        return of(text, tokens, new Convergence(true, 1, Double.NaN, "", List.of()));
    }

    static Attribution unconverged(Attribution attribution, String remedy) {
        return of(attribution.text(), attribution.tokens(), new Convergence(false, 1, Double.NaN, remedy, List.of()));
    }

    private static Attribution of(String text, List<TokenScore> tokens, Convergence convergence) {
        return new Attribution(
                text,
                tokens,
                new TargetScore.OfClass(0, "YES"),
                Prediction.ofLogits(List.of("YES", "NO"), new double[] {1, 0}),
                1,
                Double.NaN,
                convergence,
                new MethodFacts("MadeUp", Map.of()),
                ModelFacts.unknown("none"));
    }

    /** One special token more, which has a place in the text. */
    static Attribution withSpecialAt(Attribution attribution, Span span, double score) {
        List<TokenScore> tokens = new ArrayList<>(attribution.tokens());
        tokens.add(new TokenScore("[MASK]", Optional.of(span), OptionalInt.empty(), true, score, 0));
        return of(attribution.text(), tokens, attribution.convergence());
    }

    /** What is left without the special tokens. */
    static Attribution ofText(Attribution attribution) {
        return of(
                attribution.text(),
                attribution.tokens().stream().filter(token -> !token.special()).toList(),
                attribution.convergence());
    }

    static Attribution explaining(Attribution attribution, TargetScore target) {
        return new Attribution(
                attribution.text(),
                attribution.tokens(),
                target,
                attribution.prediction(),
                attribution.inputScore(),
                attribution.baselineScore(),
                attribution.convergence(),
                attribution.method(),
                attribution.model());
    }
}
