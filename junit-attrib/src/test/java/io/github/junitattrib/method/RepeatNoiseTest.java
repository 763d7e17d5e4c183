package io.github.junitattrib.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.EngineException;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.ScoreKind;
import io.github.junitattrib.Span;
import io.github.junitattrib.WordScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A service that gives other numbers each time: "good" and "fine" weigh the same, and nothing may tell them apart. */
class RepeatNoiseTest {

    private static final String TEXT = "a good and fine film";

    /** Counts words with a Gaussian error. */
    private static Service service(long seed, double noise) {
        Random random = new Random(seed);
        return new Service(text -> {
            double weight = text.contains("good") ? 1 : 0;
            weight += text.contains("fine") ? 1 : 0;
            weight += text.contains("film") ? 0.5 : 0;
            return weight + (noise == 0 ? 0 : noise * random.nextGaussian());
        });
    }

    static List<AttributionMethod> methods() {
        return List.of(
                new Occlusion(),
                new FeatureAblation(),
                new ShapleyValues(),
                new KernelShap(),
                new Lime(),
                new PartitionShap());
    }

    @ParameterizedTest
    @MethodSource("methods")
    void doesNotTellWordsApartThatWeighTheSame(AttributionMethod method) {
        List<String> wrong = new ArrayList<>();
        for (double noise : new double[] {1e-6, 1e-5, 1e-4, 1e-3}) {
            for (int seed = 1; seed <= 50; seed++) {
                Attribution attribution = AttributionRequest.of(service(seed, noise), TEXT, method)
                        .attribution()
                        .withVerdictBars();
                WordScore good = attribution.words().get(1);
                WordScore fine = attribution.words().get(3);
                WordScore film = attribution.words().get(4);
                double bars = good.uncertainty() + fine.uncertainty();
                boolean told = Math.abs(good.score() - fine.score()) > bars;
                boolean lost = good.score() - film.score() < good.uncertainty() + film.uncertainty();
                if (told || (lost && noise < 1e-3)) {
                    wrong.add(noise + " seed " + seed + ": " + (told ? "told apart" : "not told from film"));
                }
            }
        }

        // Of 200, one or two may be beyond five deviations estimated from eight answers.
        assertThat(wrong).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void isTriedOnceForAModelThatRepeatsItself() {
        Service steady = service(1, 0);

        Attribution first = AttributionRequest.of(steady, TEXT, new Occlusion()).attribution();
        int asked = steady.asked();
        AttributionRequest.of(steady, "another good film here too", new Occlusion())
                .attribution();

        assertThat(asked).isEqualTo(1 + 8 + 6);
        assertThat(steady.asked() - asked).isEqualTo(1 + 6);
        assertThat(first.words().get(1).uncertainty()).isLessThan(1e-5);
    }

    @Test
    void takesTheRoundingOfABatchForNoNoise() {
        Service batching = new Batching();
        List<AttributionRequest> requests = List.of(
                AttributionRequest.of(batching, TEXT, new Occlusion()),
                AttributionRequest.of(batching, "another good film", new Occlusion()));

        Attributor.computeAll(requests, batching);

        assertThat(batching.asked()).isEqualTo(8);
    }

    /** Whose answers to several texts are rounded otherwise than those to one. */
    private static final class Batching extends Service {

        Batching() {
            super(String::length);
        }

        @Override
        public List<Prediction> predictAll(List<String> texts) {
            return texts.stream()
                    .map(text -> Prediction.of(ScoreKind.VALUES, labels(), new double[] {text.length() + 1e-7}))
                    .toList();
        }
    }

    @Test
    void saysWhyNothingCanBeToldFromNoise() {
        Attribution attribution = AttributionRequest.of(service(1, 0.2), TEXT, new FeatureAblation())
                .attribution();

        assertThat(attribution.convergence().converged()).isFalse();
        assertThat(attribution.convergence().remedy())
                .startsWith(
                        "Model Service gives the same text other numbers when it is asked again, so that differences of up"
                                + " to ")
                .endsWith(
                        "say nothing of words. Have it repeat itself: without dropout or sampling, with a fixed seed, or by"
                                + " a cache of its answers.");
    }

    private static final class Cutting extends Service {

        private final List<Span> spans;

        Cutting(List<Span> spans) {
            super(String::length);
            this.spans = spans;
        }

        @Override
        public List<Span> words(String text) {
            return spans;
        }
    }

    @Test
    void refusesWordsThatOverlapOrLieOutside() {
        refused(List.of(new Span(0, 6), new Span(2, 9)), "the word [2, 9), which overlaps the one before it.");
        refused(List.of(new Span(2, 6), new Span(0, 1)), "the word [0, 1), which overlaps the one before it.");
        refused(List.of(new Span(0, 99)), "the word [0, 99), which is no part of it.");
    }

    private static void refused(List<Span> words, String message) {
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> AttributionRequest.of(new Cutting(words), TEXT, new Occlusion())
                        .attribution())
                .withMessageStartingWith("Model Cutting gives the text \"" + TEXT + "\" " + message
                        + " Have its words(..) give the places of words in their order");
    }
}
