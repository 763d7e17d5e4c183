package io.github.junitattrib.model.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import io.github.junitattrib.EngineException;
import io.github.junitattrib.InvalidTextException;
import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.fixtures.Fixtures;
import io.github.junitattrib.model.DeviceChoice;
import io.github.junitattrib.model.ModelCache;
import io.github.junitattrib.model.ModelLocation;
import io.github.junitattrib.model.ModelRepository;
import io.github.junitattrib.model.TextClassifier;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Several texts at once: each gets what it gets alone, in its place, within a bounded memory. */
class PredictAllTest {

    /** Rounding of single precision after a few layers, where products of matrices sum in another order. */
    private static final double ROUNDING = 1e-6;

    private static final List<String> SHORT = List.of(
            "great",
            "a dull film",
            "it was not great",
            "great",
            "the film was not good, but the end was great.",
            "not great",
            "a dull film",
            "They said it wasn't great",
            "no",
            "A stellar, moving film");

    private final List<TextClassifier> models = new ArrayList<>();

    @AfterEach
    void close() {
        models.forEach(TextClassifier::close);
    }

    private <M extends TextClassifier> M closing(M model) {
        models.add(model);
        return model;
    }

    static Stream<String> locations() throws IOException, URISyntaxException {
        Path families = Path.of(Objects.requireNonNull(PredictAllTest.class.getResource("/families"))
                .toURI());
        List<String> locations =
                new ArrayList<>(List.of(Fixtures.SENTIMENT, Fixtures.SENTIMENT_TRACED, Fixtures.THREE_CLASS));
        try (Stream<Path> inside = Files.list(families)) {
            inside.map(Path::toString).sorted().forEach(locations::add);
        }
        return locations.stream();
    }

    private TextClassifier load(String location) {
        return closing(new ModelRepository(new ModelLocation(name -> Optional.empty(), ModelCache.inUserHome()))
                .load(location, new DeviceChoice("cpu")));
    }

    @ParameterizedTest
    @MethodSource("locations")
    void textsOfAllLengthsGetWhatTheyGetAlone(String location) {
        TextClassifier model = load(location);

        List<Prediction> together = model.predictAll(SHORT);

        assertThat(together).hasSameSizeAs(SHORT);
        for (int i = 0; i < SHORT.size(); i++) {
            assertSame(model.predict(SHORT.get(i)), together.get(i), SHORT.get(i));
        }
    }

    private static void assertSame(Prediction alone, Prediction together, String text) {
        assertThat(together.kind()).isEqualTo(alone.kind());
        assertThat(together.labels()).isEqualTo(alone.labels());
        double largest = alone.scores().stream().mapToDouble(Math::abs).max().orElseThrow();
        for (int c = 0; c < alone.scores().size(); c++) {
            assertThat(together.scores().get(c))
                    .as(text)
                    .isCloseTo(alone.scores().get(c), within(ROUNDING * Math.max(1, largest)));
        }
    }

    @Test
    void noTextsGetNoPredictions() {
        assertThat(load(Fixtures.SENTIMENT).predictAll(List.of())).isEmpty();
    }

    @Test
    void aSingleTextGetsTheVeryBits() {
        TextClassifier model = load(Fixtures.SENTIMENT);

        assertThat(model.predictAll(List.of(SHORT.get(4)))).containsExactly(model.predict(SHORT.get(4)));
    }

    @Test
    void theSameTextsGetTheSameBitsOnEveryThread() {
        TextClassifier model = load(Fixtures.SENTIMENT);
        List<Prediction> once = model.predictAll(SHORT);

        assertThat(IntStream.range(0, 8)
                        .parallel()
                        .mapToObj(i -> model.predictAll(SHORT))
                        .toList())
                .containsOnly(once);
    }

    /** F counts the tokens "great"; remembers the shapes that it was asked for. */
    private static final class Counting implements Function<NDArray, NDArray> {

        private final ConcurrentLinkedQueue<long[]> shapes = new ConcurrentLinkedQueue<>();
        private final ConcurrentLinkedQueue<Integer> held = new ConcurrentLinkedQueue<>();

        @Override
        public NDArray apply(NDArray points) {
            shapes.add(points.getShape().getShape());
            held.add(points.getManager().getManagedArrays().size());
            return points.sum(new int[] {1});
        }
    }

    private FunctionModel counting(Function<NDArray, NDArray> scores) {
        return closing(FunctionModel.builder(scores)
                .name("count")
                .labels("GREAT", "NOT")
                .embedding(Map.of("great", new double[] {1, 0}, "not", new double[] {0, 1}), new double[] {0, 0})
                .device("cpu")
                .build());
    }

    @Test
    void functionsOfArraysKeepTheOrderToo() {
        FunctionModel model = counting(new Counting());

        assertThat(model.predictAll(List.of("great not great", "not", "a b c d", "great", "not not great")))
                .extracting(Prediction::scores)
                .containsExactly(
                        List.of(2.0, 1.0), List.of(0.0, 1.0), List.of(0.0, 0.0), List.of(1.0, 0.0), List.of(1.0, 2.0));
    }

    @Test
    void repeatedTextsAreComputedOnce() {
        Counting counting = new Counting();
        FunctionModel model = counting(counting);

        List<Prediction> predictions =
                model.predictAll(Stream.concat(Collections.nCopies(50, "great film").stream(), Stream.of("a film"))
                        .toList());

        assertThat(predictions).hasSize(51);
        assertThat(counting.shapes).containsExactly(new long[] {2, 2, 2});
    }

    @Test
    void theMemoryDependsOnTheTokensRatherThanOnTheTexts() {
        Counting counting = new Counting();
        FunctionModel model = counting(counting);
        List<String> texts = IntStream.range(0, 5000)
                .mapToObj(i -> "w" + i + " great".repeat(i % 9))
                .toList();

        List<Prediction> predictions = model.predictAll(texts);

        assertThat(predictions).hasSize(5000);
        for (int i = 0; i < predictions.size(); i++) {
            assertThat(predictions.get(i).scores().get(0)).isEqualTo(i % 9);
        }
        assertThat(counting.shapes).allMatch(shape -> shape[0] * shape[1] <= 600);
        Map<Long, List<Long>> sizes = new HashMap<>();
        counting.shapes.forEach(shape ->
                sizes.computeIfAbsent(shape[1], tokens -> new ArrayList<>()).add(shape[0]));
        // All but the last of each length are full.
        sizes.forEach((tokens, batches) ->
                assertThat(batches.subList(0, batches.size() - 1)).allMatch(size -> size == 600 / tokens));
        assertThat(counting.held).containsOnly(1);
    }

    @Test
    void aTextLongerThanABatchIsOnItsOwn() {
        Counting counting = new Counting();
        String text = "great ".repeat(700).strip();

        assertThat(counting(counting).predictAll(List.of(text, text + " not", "great")))
                .extracting(prediction -> prediction.scores().get(0))
                .containsExactly(700.0, 700.0, 1.0);
        assertThat(counting.shapes).hasSize(3).allMatch(shape -> shape[0] == 1);
    }

    @Test
    void manyRunsHoldNoMoreArrays() {
        InspectableTorchClassifier model = (InspectableTorchClassifier) load(Fixtures.SENTIMENT);
        model.predictAll(SHORT);
        int held = model.heldArrays();

        for (int run = 0; run < 100; run++) {
            model.predictAll(SHORT);
        }

        assertThat(model.heldArrays()).isEqualTo(held).isPositive();
    }

    @Test
    void aTextThatIsRefusedIsNamedByItsPlace() {
        TextClassifier model = load(Fixtures.SENTIMENT);

        assertThatThrownBy(() -> model.predictAll(List.of("a film", "a film", " ", "great")))
                .isInstanceOf(InvalidTextException.class)
                .hasMessageStartingWith("Text 3 of 4 (\" \"): The text is blank.");
        assertThatThrownBy(() -> model.predictAll(Arrays.asList("a film", null)))
                .isInstanceOf(InvalidTextException.class)
                .hasMessageStartingWith("Text 2 of 2 (null): The text is null.");
        assertThatThrownBy(() -> model.predictAll(List.of("great", "a film ".repeat(100))))
                .isInstanceOf(InvalidTextException.class)
                .hasMessageStartingWith(
                        "Text 2 of 2 (beginning \"a film a film a film a film a film a film a film a film"
                                + " a fi\"): The text has 202 tokens, but the model reads 128");
        assertThatThrownBy(() -> model.predictAll(List.of("")))
                .isInstanceOf(InvalidTextException.class)
                .hasMessageStartingWith("The text is empty.");
    }

    @Test
    void aTextThatTheNetworkFailsForIsNamed() {
        Function<NDArray, NDArray> fragile = points -> {
            NDArray sums = points.sum(new int[] {1});
            if (sums.max().getFloat() > 2) {
                throw new EngineException("Three are too many.");
            }
            return sums;
        };
        FunctionModel model = counting(fragile);

        assertThatThrownBy(() -> model.predictAll(List.of("a great film", "great great great", "not so great")))
                .isInstanceOf(EngineException.class)
                .hasMessage("Text 2 of 3 (\"great great great\"): Three are too many.")
                .hasRootCauseMessage("Three are too many.");
    }

    @Test
    void whatFailsForManyTextsAtOnceMayDoForEach() {
        Function<NDArray, NDArray> small = points -> {
            if (points.getShape().get(0) > 1) {
                throw new ai.djl.engine.EngineException("not enough memory");
            }
            return points.sum(new int[] {1});
        };

        assertThat(counting(small).predictAll(List.of("a great film", "great great great")))
                .extracting(prediction -> prediction.scores().get(0))
                .containsExactly(1.0, 3.0);
    }

    @Test
    void scoresThatAreNoNumbersNameTheText() {
        FunctionModel model = counting(points -> points.sum(new int[] {1}).log());

        assertThatThrownBy(() -> model.predictAll(List.of("great not", "great great")))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("no finite numbers")
                .hasMessageContaining("on the text \"great great\"");
    }
}
