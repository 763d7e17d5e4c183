package io.github.junitattrib.vacuity;

import io.github.junitattrib.Prediction;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.model.MutableClassifier;
import io.github.junitattrib.model.Shuffle;
import io.github.junitattrib.model.TextClassifier;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** F is the sum of one number per word; mutants have other numbers, and are counted. */
public final class WeightedWords implements MutableClassifier {

    public final AtomicInteger made = new AtomicInteger();
    public final AtomicInteger open = new AtomicInteger();
    public final AtomicInteger mostOpen = new AtomicInteger();
    /** Texts that mutants were asked about. */
    public final AtomicInteger asked = new AtomicInteger();

    private static double number(String word) {
        return switch (word) {
            case "great" -> 2;
            case "awful" -> -2;
            case "said" -> 0.5;
            default -> 0.25;
        };
    }

    static Prediction prediction(String text, ToDoubleFunction<String> number) {
        double sum = Stream.of(text.split(" ")).mapToDouble(number).sum();
        return Prediction.ofLogits(List.of("NEGATIVE", "POSITIVE"), new double[] {-sum, sum});
    }

    /** How many texts a method asks a model about for a request. */
    public static int textsOf(AttributionRequest request) {
        WeightedWords fresh = new WeightedWords();
        request.on(fresh.mutant(Shuffle.WEIGHTS, 1));
        return fresh.asked.get();
    }

    @Override
    public List<String> labels() {
        return List.of("NEGATIVE", "POSITIVE");
    }

    @Override
    public Prediction predict(String text) {
        return prediction(text, WeightedWords::number);
    }

    @Override
    public TextClassifier mutant(Shuffle lost, long seed) {
        made.incrementAndGet();
        mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
        return new TextClassifier() {
            @Override
            public List<String> labels() {
                return WeightedWords.this.labels();
            }

            @Override
            public Prediction predict(String text) {
                asked.incrementAndGet();
                return prediction(
                        text,
                        word -> new SplittableRandom(
                                        31 * (31 * seed + lost.name().length()) + word.hashCode())
                                .nextDouble(-1, 1));
            }

            @Override
            public void close() {
                open.decrementAndGet();
            }
        };
    }

    @Override
    public String toString() {
        return "weighted words";
    }
}
