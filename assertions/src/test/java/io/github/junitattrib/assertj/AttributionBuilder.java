package io.github.junitattrib.assertj;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Convergence;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.ModelFacts;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.ScoreKind;
import io.github.junitattrib.Span;
import io.github.junitattrib.Target;
import io.github.junitattrib.TargetScore;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.text.WordSplitter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Makes attributions by hand: one token per word, all scores certain and complete unless said otherwise. */
public final class AttributionBuilder {

    private final String text;
    private final List<Span> words;
    private final double[] scores;
    private final double[] uncertainties;
    private double delta;
    private double deltaLimit = 0.01;
    private boolean converged = true;
    private String remedy = "";
    private double baselineScore = -0.25;
    private Prediction prediction = Prediction.ofLogits(List.of("NEGATIVE", "POSITIVE"), new double[] {0, 0.91});
    private MethodFacts method = new MethodFacts("IntegratedGradients", Map.of("steps", "adaptive"));
    private String model = "reviews";
    private Optional<Target> target = Optional.empty();

    private AttributionBuilder(String text) {
        this.text = text;
        this.words = WordSplitter.words(text);
        this.scores = new double[words.size()];
        this.uncertainties = new double[words.size()];
    }

    /** The review of the examples: "said" leads, "great" is fourth. */
    public static AttributionBuilder review() {
        return of("He said the film was great.")
                .scores(0.1158, 0.4210, -0.1684, 0.2105, -0.1263, 0.1083, 0.0105)
                .uncertainties(0.0002, 0.0006, 0.0003, 0.0004, 0.0003, 0.0007, 0.0001);
    }

    public static AttributionBuilder of(String text) {
        return new AttributionBuilder(text);
    }

    /** One for each word, punctuation included. */
    public AttributionBuilder scores(double... scores) {
        System.arraycopy(scores, 0, this.scores, 0, this.scores.length);
        return this;
    }

    /** One for each word, punctuation included. */
    public AttributionBuilder uncertainties(double... uncertainties) {
        System.arraycopy(uncertainties, 0, this.uncertainties, 0, this.uncertainties.length);
        return this;
    }

    public AttributionBuilder uncertainty(double ofEach) {
        Arrays.fill(uncertainties, ofEach);
        return this;
    }

    public AttributionBuilder delta(double delta, double limit) {
        this.delta = delta;
        this.deltaLimit = limit;
        return this;
    }

    /** As methods without a baseline. */
    public AttributionBuilder withoutBaseline() {
        this.baselineScore = Double.NaN;
        return this;
    }

    public AttributionBuilder notConverged(String remedy) {
        this.converged = false;
        this.remedy = remedy;
        return this;
    }

    /** Class 1 of it is the explained one, or the only one. */
    public AttributionBuilder prediction(ScoreKind kind, List<String> labels, double... scores) {
        this.prediction = Prediction.of(kind, labels, scores);
        return this;
    }

    public AttributionBuilder method(String name, Map<String, String> parameters) {
        this.method = new MethodFacts(name, parameters);
        return this;
    }

    /** Whose scores are never below 0. */
    public AttributionBuilder methodOfMagnitudes(String name) {
        this.method = MethodFacts.ofMagnitudes(name, Map.of());
        return this;
    }

    /** In place of class 1. */
    public AttributionBuilder toward(Target explained) {
        this.target = Optional.of(explained);
        return this;
    }

    public AttributionBuilder model(String name) {
        this.model = name;
        return this;
    }

    public Attribution build() {
        List<TokenScore> tokens = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            Span span = words.get(i);
            tokens.add(new TokenScore(
                    span.of(text), Optional.of(span), OptionalInt.of(i), false, scores[i], uncertainties[i]));
        }
        double sum = Arrays.stream(scores).sum();
        int explained = Math.min(1, prediction.labels().size() - 1);
        return new Attribution(
                text,
                tokens,
                target.map(one -> one.resolve(prediction))
                        .orElseGet(() -> new TargetScore.OfClass(
                                explained, prediction.labels().get(explained))),
                prediction,
                sum - delta - 0.25,
                baselineScore,
                new Convergence(converged, 33, deltaLimit, remedy, List.of()),
                method,
                new ModelFacts(model, "cpu", "float32"));
    }
}
