package io.github.junitattrib.model.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.junitattrib.Baseline;
import io.github.junitattrib.ModelFacts;
import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.ScoreKind;
import io.github.junitattrib.model.DifferentiableClassifier;
import io.github.junitattrib.model.EmbeddingTable;
import io.github.junitattrib.model.ExplainedInput;
import io.github.junitattrib.model.MutableClassifier;
import io.github.junitattrib.model.ScoreFunction;
import io.github.junitattrib.model.ScoreGradients;
import io.github.junitattrib.model.Shuffle;
import io.github.junitattrib.model.TextClassifier;
import io.github.junitattrib.model.TextPoint;
import io.github.junitattrib.model.torch.engine.Network;
import io.github.junitattrib.model.torch.engine.TorchRuntime;
import io.github.junitattrib.model.torch.mutant.Mutation;
import io.github.junitattrib.model.torch.tokenizer.TextTokenizer;
import io.github.junitattrib.text.Token;
import io.github.junitattrib.text.TokenizedText;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** A network with its tokenizer and labels, as a classifier that can be explained; safe for several threads at once. */
final class TorchClassifier implements DifferentiableClassifier, MutableClassifier {

    private final ModelFacts facts;
    private final List<String> labels;
    private final ScoreKind kind;
    private final TextTokenizer tokenizer;
    private final Function<Baseline.Row, OptionalLong> baselineIds;
    private final NDManager manager;
    private final Network network;
    private final Function<Mutation, TextClassifier> mutants;
    private final Lifetime lifetime;
    private final TextBatches<long[]> batches;

    /**
     * Puts the parts together; from now on the classifier owns and closes tokenizer and manager.
     *
     * @param facts name, device and number type
     * @param labels as many as the network has scores
     * @param kind what the scores are
     * @param baselineIds ids of the tokens that a path may start from, where the tokenizer has them
     * @param manager holds the weights of the network
     * @param mutants loads the same with other weights
     */
    TorchClassifier(
            ModelFacts facts,
            List<String> labels,
            ScoreKind kind,
            TextTokenizer tokenizer,
            Function<Baseline.Row, OptionalLong> baselineIds,
            NDManager manager,
            Network network,
            Function<Mutation, TextClassifier> mutants) {
        this.facts = facts;
        this.labels = labels;
        this.kind = kind;
        this.tokenizer = tokenizer;
        this.baselineIds = baselineIds;
        this.manager = manager;
        this.network = network;
        this.mutants = mutants;
        this.lifetime = new Lifetime(facts.name());
        this.batches = new TextBatches<>(this::ids, ids -> ids.length, this::predictions);
    }

    @Override
    public List<String> labels() {
        return labels;
    }

    @Override
    public ModelFacts facts() {
        return facts;
    }

    @Override
    public TokenizedText tokenize(String text) {
        TokenizedText tokenized = lifetime.use(() -> tokenizer.tokenize(text));
        for (Token token : tokenized.tokens()) {
            if (token.id() < 0 || token.id() >= network.vocabulary()) {
                throw new ModelLoadException("The tokenizer of model " + facts.name() + " gives \"" + token.text()
                        + "\" the id " + token.id() + ", but the model has " + network.vocabulary()
                        + " word embeddings. Give the tokenizer.json that was saved with the weights.");
            }
        }
        return tokenized;
    }

    @Override
    public Prediction predict(String text) {
        return predict(tokenize(text));
    }

    @Override
    public Prediction predict(TokenizedText text) {
        return predictions(List.of(text.text()), List.of(text.ids())).get(0);
    }

    @Override
    public List<Prediction> predictAll(List<String> texts) {
        return batches.predict(texts);
    }

    /** The ids of a text [T], for which {@link #tokenize} would look up words and spans, too. */
    private long[] ids(String text) {
        long[] ids = lifetime.use(() -> tokenizer.ids(text));
        boolean known = LongStream.of(ids).allMatch(id -> id >= 0 && id < network.vocabulary());
        return known ? ids : tokenize(text).ids();
    }

    private List<Prediction> predictions(List<String> texts, List<long[]> ids) {
        float[] logits = lifetime.use(() -> TorchRuntime.withoutGradients(
                manager,
                scope -> network.scores(TorchRuntime.ids(scope, ids.toArray(long[][]::new)))
                        .toFloatArray()));
        double[][] rows = Rows.split(logits, ids.size());
        return IntStream.range(0, rows.length)
                .mapToObj(i ->
                        Prediction.of(kind, labels, rows[i]).requireFinite(facts, texts.get(i), "Check its weights"))
                .toList();
    }

    @Override
    public ExplainedInput embed(TokenizedText text, Baseline.Row baseline) {
        double[] input = rows(text.ids());
        int width = network.width();
        double[] replacement = baseline == Baseline.ZERO ? new double[width] : rows(new long[] {id(baseline)});
        double[] start = input.clone();
        for (int t = 0; t < text.size(); t++) {
            if (!text.tokens().get(t).special()) {
                System.arraycopy(replacement, 0, start, t * width, width);
            }
        }
        return new ExplainedInput(text, input, start);
    }

    private double[] rows(long[] ids) {
        return Rows.toDoubles(flatRows(ids));
    }

    private float[] flatRows(long[] ids) {
        return lifetime.use(() -> TorchRuntime.withoutGradients(
                manager, scope -> network.embed(scope.create(ids)).toFloatArray()));
    }

    @Override
    public Optional<EmbeddingTable> embeddingTable() {
        return Optional.of(new EmbeddingTable() {
            @Override
            public int size() {
                return Math.toIntExact(network.vocabulary());
            }

            @Override
            public double[][] rows(int[] ids) {
                if (ids.length == 0) {
                    return new double[0][];
                }
                float[] flat = flatRows(Arrays.stream(ids).asLongStream().toArray());
                return Rows.split(flat, ids.length);
            }
        });
    }

    private long id(Baseline.Row baseline) {
        long known = baselineIds
                .apply(baseline)
                .orElseThrow(() -> new ModelLoadException("The tokenizer of model " + facts.name() + " has no "
                        + baseline + " token to start from. Choose another baseline, such as Baseline.ZERO."));
        if (known < 0 || known >= network.vocabulary()) {
            throw new ModelLoadException("The " + baseline + " token of model " + facts.name() + " has the id " + known
                    + ", but the model has " + network.vocabulary()
                    + " word embeddings. Give the tokenizer.json that was saved with the weights.");
        }
        return known;
    }

    @Override
    public ScoreFunction function(TokenizedText text) {
        return function(
                text,
                network.width(),
                words -> network.scores(TorchRuntime.ids(words.getManager(), text.ids()), words));
    }

    @Override
    public ScoreGradients gradients(List<TextPoint> points) {
        PointBatches all = new PointBatches(
                manager,
                lifetime,
                network.width(),
                (batch, words) -> network.scores(ids(words.getManager(), batch), words));
        return all.gradients(points);
    }

    private static NDArray ids(NDManager scope, List<TextPoint> points) {
        return TorchRuntime.ids(
                scope, points.stream().map(point -> point.text().ids()).toArray(long[][]::new));
    }

    /** Makes a function of points [T,width] out of a part of the network, [B,T,width] to [B,…]. */
    ScoreFunction function(TokenizedText text, int width, UnaryOperator<NDArray> part) {
        return new TensorFunction(manager, lifetime, new Shape(text.size(), width), part);
    }

    /** Runs a computation while the weights are there. */
    <R> R use(Function<NDManager, R> computation) {
        return lifetime.use(() -> computation.apply(manager));
    }

    @Override
    public TextClassifier mutant(Shuffle lost, long seed) {
        return mutants.apply(new Mutation(lost, seed));
    }

    @Override
    public void close() {
        lifetime.close(() -> {
            tokenizer.close();
            manager.close();
        });
    }

    @Override
    public String toString() {
        return facts.name() + " (" + facts.device() + ", " + facts.dtype() + ", classes " + labels + ")";
    }

    /** Arrays that live as long as the model: a run must not add to them. */
    int heldArrays() {
        return manager.getManagedArrays().size();
    }
}
