package io.github.junitattrib.model.torch;

import ai.djl.ndarray.NDArray;
import io.github.junitattrib.Baseline;
import io.github.junitattrib.ModelFacts;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.TargetScore;
import io.github.junitattrib.model.AttentionGradients;
import io.github.junitattrib.model.EmbeddingTable;
import io.github.junitattrib.model.ExplainedInput;
import io.github.junitattrib.model.InspectableClassifier;
import io.github.junitattrib.model.Layer;
import io.github.junitattrib.model.MutableClassifier;
import io.github.junitattrib.model.Propagation;
import io.github.junitattrib.model.ScoreFunction;
import io.github.junitattrib.model.ScoreGradients;
import io.github.junitattrib.model.Shuffle;
import io.github.junitattrib.model.TextClassifier;
import io.github.junitattrib.model.TextPoint;
import io.github.junitattrib.model.torch.engine.LayeredNetwork;
import io.github.junitattrib.model.torch.engine.TorchRuntime;
import io.github.junitattrib.text.TokenizedText;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A network whose layers lie open, with tokenizer and labels; safe for several threads at once. */
final class InspectableTorchClassifier implements InspectableClassifier, MutableClassifier {

    private final TorchClassifier classifier;
    private final LayeredNetwork network;
    private final List<Layer> states;
    private final List<Layer> layers;

    /**
     * Opens a classifier.
     *
     * @param classifier owned and closed by this one
     * @param network the one that it was made of
     */
    InspectableTorchClassifier(TorchClassifier classifier, LayeredNetwork network) {
        this.classifier = classifier;
        this.network = network;
        this.states = Stream.concat(
                        Stream.of(Layer.WORD_EMBEDDINGS, Layer.EMBEDDING_OUTPUT, Layer.POOLED),
                        IntStream.rangeClosed(1, network.depth())
                                .mapToObj(Layer::encoder)
                                .flatMap(layer -> Stream.of(layer.attention(), layer.feedForward(), layer)))
                .sorted()
                .toList();
        this.layers = states.stream().filter(this::isCut).toList();
    }

    private boolean isCut(Layer state) {
        return switch (state.part()) {
            case ATTENTION -> network.isCutByAttention(state.depth());
            case FEED_FORWARD -> false;
            case OUTPUT -> true;
        };
    }

    @Override
    public List<Layer> layers() {
        return layers;
    }

    @Override
    public List<Layer> states() {
        return states;
    }

    @Override
    public ScoreFunction below(TokenizedText text, Layer layer) {
        require(layer, states);
        return classifier.function(text, network.width(), words -> state(ids(text, words), words, layer));
    }

    private NDArray state(NDArray ids, NDArray words, Layer layer) {
        if (layer.equals(Layer.WORD_EMBEDDINGS)) {
            return words;
        }
        return switch (layer.part()) {
            case ATTENTION -> network.attention(ids, words, layer.depth());
            case FEED_FORWARD -> network.feedForward(ids, words, layer.depth());
            case OUTPUT ->
                layer.equals(Layer.POOLED) ? network.pooled(ids, words) : network.state(ids, words, layer.depth());
        };
    }

    @Override
    public ScoreFunction above(TokenizedText text, Layer layer) {
        require(layer, layers);
        return layer.equals(Layer.WORD_EMBEDDINGS)
                ? function(text)
                : classifier.function(text, network.hidden(), state -> scores(state, layer));
    }

    private NDArray scores(NDArray state, Layer layer) {
        if (layer.part() == Layer.Part.ATTENTION) {
            return network.scoresFromAttention(state, layer.depth());
        }
        return layer.equals(Layer.POOLED) ? network.scoresFromPooled(state) : network.scoresFrom(state, layer.depth());
    }

    @Override
    public ScoreFunction function(TokenizedText text, Propagation propagation) {
        return classifier.function(
                text, network.width(), words -> network.scores(ids(text, words), words, propagation));
    }

    private void require(Layer layer, List<Layer> offered) {
        if (!offered.contains(layer)) {
            throw new IllegalArgumentException("Model " + facts().name()
                    + (states.contains(layer) ? " is not cut by the " : " has no ") + layer + ". It has " + offered
                    + ": name one of these.");
        }
    }

    private static NDArray ids(TokenizedText text, NDArray like) {
        return TorchRuntime.ids(like.getManager(), text.ids());
    }

    @Override
    public double[][][][] attention(TokenizedText text, double[] point) {
        return classifier.use(manager -> new AttentionProbe(network, text.ids(), point).maps(manager));
    }

    @Override
    public AttentionGradients attentionGradients(TokenizedText text, double[] point, TargetScore target) {
        return classifier.use(manager -> new AttentionProbe(network, text.ids(), point).gradients(manager, target));
    }

    @Override
    public List<String> labels() {
        return classifier.labels();
    }

    @Override
    public ModelFacts facts() {
        return classifier.facts();
    }

    @Override
    public TokenizedText tokenize(String text) {
        return classifier.tokenize(text);
    }

    @Override
    public Prediction predict(String text) {
        return classifier.predict(text);
    }

    @Override
    public Prediction predict(TokenizedText text) {
        return classifier.predict(text);
    }

    @Override
    public List<Prediction> predictAll(List<String> texts) {
        return classifier.predictAll(texts);
    }

    @Override
    public ExplainedInput embed(TokenizedText text, Baseline.Row baseline) {
        return classifier.embed(text, baseline);
    }

    @Override
    public ScoreFunction function(TokenizedText text) {
        return classifier.function(text);
    }

    @Override
    public Optional<EmbeddingTable> embeddingTable() {
        return classifier.embeddingTable();
    }

    @Override
    public ScoreGradients gradients(List<TextPoint> points) {
        return classifier.gradients(points);
    }

    @Override
    public double[][] scores(List<TextPoint> points) {
        return classifier.scores(points);
    }

    @Override
    public TextClassifier mutant(Shuffle lost, long seed) {
        return classifier.mutant(lost, seed);
    }

    @Override
    public void close() {
        classifier.close();
    }

    @Override
    public String toString() {
        return classifier.toString();
    }

    /** Arrays that live as long as the model: a run must not add to them. */
    int heldArrays() {
        return classifier.heldArrays();
    }
}
