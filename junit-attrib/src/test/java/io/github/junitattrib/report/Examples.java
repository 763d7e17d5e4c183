package io.github.junitattrib.report;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Convergence;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.ModelFacts;
import io.github.junitattrib.PathPoint;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.Span;
import io.github.junitattrib.TargetScore;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.text.WordSplitter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Values to report on: one token per word, with special tokens of score 0 around them. */
public final class Examples {

    public static final TestCase TEST = new TestCase("com.acme.ReviewModelTest", "ranksOpinionWords", 1, "[test:1]");

    private Examples() {}

    /** Returns an attribution whose words have the given scores; words without one have score 0. */
    public static Attribution attribution(String text, double... scores) {
        List<TokenScore> tokens = new ArrayList<>();
        tokens.add(special("[CLS]", 0));
        List<Span> words = WordSplitter.words(text);
        for (int i = 0; i < words.size(); i++) {
            tokens.add(piece(words.get(i).of(text), words.get(i), i, i < scores.length ? scores[i] : 0));
        }
        tokens.add(special("[SEP]", 0));
        return attribution(text, tokens);
    }

    static Attribution attribution(String text, List<TokenScore> tokens) {
        return attribution(text, tokens, new Convergence(true, 33, 0.01, "", List.of()));
    }

    static Attribution attribution(String text, List<TokenScore> tokens, Convergence convergence) {
        double sum = tokens.stream().mapToDouble(TokenScore::score).sum();
        return new Attribution(
                text,
                tokens,
                new TargetScore.OfClass(1, "POSITIVE"),
                Prediction.ofLogits(List.of("NEGATIVE", "POSITIVE"), new double[] {-0.455, 0.455}),
                sum + 0.25 - 0.002,
                0.25,
                convergence,
                new MethodFacts("IntegratedGradients", Map.of("baseline", "PAD")),
                new ModelFacts("reviews-2.1", "cuda:0", "float32"));
    }

    static TokenScore special(String text, double score) {
        return new TokenScore(text, Optional.empty(), OptionalInt.empty(), true, score, 0);
    }

    static TokenScore piece(String text, Span span, int word, double score) {
        return new TokenScore(text, Optional.of(span), OptionalInt.of(word), false, score, 0.0004);
    }

    /** Returns the attribution of the documentation's failure message. */
    public static Attribution reporting() {
        String text = "He said the film was great .";
        return attribution(text, 0.1158, 0.4210, -0.1684, 0.2105, -0.1263, 0.1083, 0.0105);
    }

    static List<PathPoint> path() {
        List<PathPoint> path = new ArrayList<>();
        for (int i = 0; i <= 16; i++) {
            double alpha = i / 16.0;
            path.add(new PathPoint(alpha, 0.25 + 0.57 / (1 + Math.exp(-9 * (alpha - 0.55)))));
        }
        return path;
    }

    static String page(TestReport report) {
        byte[] page = Pages.html(new Templates(), report, new PageLinks("run", "../index.html", "t-1.json"));
        return new String(page, StandardCharsets.UTF_8);
    }

    public static TestReport report(TestCase test, TestStatus status, String failure, Attribution... attributions) {
        return new TestReport(test, status, failure, List.of(attributions), List.of());
    }
}
