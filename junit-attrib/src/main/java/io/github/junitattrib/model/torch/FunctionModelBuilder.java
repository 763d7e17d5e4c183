package io.github.junitattrib.model.torch;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import io.github.junitattrib.Baseline;
import io.github.junitattrib.ModelFacts;
import io.github.junitattrib.ScoreKind;
import io.github.junitattrib.Span;
import io.github.junitattrib.model.DeviceChoice;
import io.github.junitattrib.model.torch.engine.TorchEngine;
import io.github.junitattrib.model.torch.engine.TorchRuntime;
import io.github.junitattrib.text.Token;
import io.github.junitattrib.text.TokenizedText;
import io.github.junitattrib.text.WordAssignment;
import io.github.junitattrib.text.WordSplitter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** The parts of a {@link FunctionModel}: labels and an embedding are needed, all else has a default. */
public final class FunctionModelBuilder {

    private final Function<NDArray, NDArray> scores;
    private final Map<Baseline.Row, double[]> baselines = new EnumMap<>(Baseline.Row.class);
    private String name = "function";
    private List<String> labels = List.of();
    private ScoreKind kind = ScoreKind.LOGITS;
    private Function<String, TokenizedText> tokenizer = text -> tokenized(text, WordSplitter.words(text));
    private Optional<Function<Token, double[]>> embedding = Optional.empty();
    private DeviceChoice device = DeviceChoice.AUTO;
    private AutoCloseable resource = () -> {};

    FunctionModelBuilder(Function<NDArray, NDArray> scores) {
        this.scores = scores;
    }

    /**
     * Says how messages and reports call the model.
     *
     * @param modelName its name; {@code function} unless given
     * @return this builder
     */
    public FunctionModelBuilder name(String modelName) {
        this.name = modelName;
        return this;
    }

    /**
     * Names the classes.
     *
     * @param names in the order of the scores
     * @return this builder
     */
    public FunctionModelBuilder labels(String... names) {
        this.labels = List.of(names);
        return this;
    }

    /**
     * Says what the scores are.
     *
     * @param scoreKind {@link ScoreKind#LOGITS} unless given
     * @return this builder
     */
    public FunctionModelBuilder kind(ScoreKind scoreKind) {
        this.kind = scoreKind;
        return this;
    }

    /**
     * Cuts texts into tokens by their places; their ids are their numbers in the text. Unless given, every word of
     * {@link WordSplitter} is a token.
     *
     * @param places the spans of the tokens, in the order of the text
     * @return this builder
     */
    public FunctionModelBuilder tokens(Function<String, List<Span>> places) {
        return tokenizer(text -> tokenized(text, places.apply(text)));
    }

    /**
     * Cuts texts into tokens by a tokenizer that knows ids and special tokens, which no path moves.
     *
     * @param cut from a text to its tokens
     * @return this builder
     */
    public FunctionModelBuilder tokenizer(Function<String, TokenizedText> cut) {
        this.tokenizer = cut;
        return this;
    }

    /**
     * Says what the model reads of a token.
     *
     * @param row from a token to its row [D]; all rows have the same width D ≥ 1
     * @return this builder
     */
    public FunctionModelBuilder embedding(Function<Token, double[]> row) {
        this.embedding = Optional.of(row);
        return this;
    }

    /**
     * Looks rows up by the text of the tokens; the row of unknown ones is also {@link Baseline#UNK}.
     *
     * @param rows from a token's text to its row [D]
     * @param unknown the row of all others [D]
     * @return this builder
     */
    public FunctionModelBuilder embedding(Map<String, double[]> rows, double[] unknown) {
        Map<String, double[]> table = new HashMap<>(rows);
        double[] other = unknown.clone();
        baseline(Baseline.UNK, other);
        return embedding(token -> table.getOrDefault(token.text(), other));
    }

    /**
     * Gives the row that a path may start from.
     *
     * @param baseline of which kind; {@link Baseline#PAD} is zeros unless given, {@link Baseline#ZERO} always is
     * @param row its row [D]
     * @return this builder
     * @throws IllegalArgumentException for {@link Baseline#ZERO}
     */
    public FunctionModelBuilder baseline(Baseline.Row baseline, double... row) {
        if (baseline == Baseline.ZERO) {
            throw new IllegalArgumentException("Baseline.ZERO is a row of zeros and cannot be another.");
        }
        baselines.put(baseline, row.clone());
        return this;
    }

    /**
     * Says where the function runs.
     *
     * @param word {@code auto} (unless given), {@code cpu}, {@code cuda:N} or {@code mps}
     * @return this builder
     * @throws IllegalArgumentException if it is none of these
     */
    public FunctionModelBuilder device(String word) {
        this.device = new DeviceChoice(word);
        return this;
    }

    /**
     * Lets the model own what the function computes with, such as the manager of a block's weights.
     *
     * @param owned closed with the model
     * @return this builder
     */
    public FunctionModelBuilder closing(AutoCloseable owned) {
        this.resource = owned;
        return this;
    }

    /**
     * Makes the model and starts the engine.
     *
     * @return a model that the caller closes, unless a test class gives it to the extension
     * @throws IllegalStateException if labels or embedding are missing
     * @throws io.github.junitattrib.EngineException if the machine lacks the device or the native libraries
     */
    public FunctionModel build() {
        Function<Token, double[]> row = embedding.orElseThrow(
                () -> missing("an embedding", "embedding(token -> row) or embedding(rows, unknown)"));
        if (labels.isEmpty()) {
            throw missing("labels", "labels(…)");
        }
        Device found = TorchEngine.start(device);
        return new FunctionModel(
                new ModelFacts(name, TorchEngine.name(found), "float32"),
                kind,
                tokenizer,
                new EmbeddingRows(row, Collections.unmodifiableMap(new EnumMap<>(baselines)), name),
                new CheckedScores(scores, labels, name),
                TorchRuntime.newManager(found),
                resource);
    }

    private IllegalStateException missing(String part, String call) {
        return new IllegalStateException(
                "The function model \"" + name + "\" needs " + part + ": call " + call + " before build().");
    }

    private static TokenizedText tokenized(String text, List<Span> spans) {
        List<OptionalInt> words = new WordAssignment(WordSplitter.words(text))
                .of(spans.stream().map(Optional::of).toList());
        List<Token> tokens = new ArrayList<>(spans.size());
        for (int i = 0; i < spans.size(); i++) {
            Span span = spans.get(i);
            tokens.add(new Token(i, span.of(text), Optional.of(span), words.get(i), false));
        }
        return new TokenizedText(text, tokens);
    }
}
