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
        this.layers = Stream.concat(
                        IntStream.rangeClosed(Layer.WORD_EMBEDDINGS.depth(), network.depth())
                                .mapToObj(Layer::new),
                        Stream.of(Layer.POOLED))
                .toList();
    }

    @Override
    public List<Layer> layers() {
        return layers;
    }

    @Override
    public ScoreFunction below(TokenizedText text, Layer layer) {
        require(layer);
        return classifier.function(text, network.width(), words -> state(ids(text, words), words, layer));
    }

    private NDArray state(NDArray ids, NDArray words, Layer layer) {
        if (layer.equals(Layer.WORD_EMBEDDINGS)) {
            return words;
        }
        return layer.equals(Layer.POOLED) ? network.pooled(ids, words) : network.state(ids, words, layer.depth());
    }

    @Override
    public ScoreFunction above(TokenizedText text, Layer layer) {
        require(layer);
        return layer.equals(Layer.WORD_EMBEDDINGS)
                ? function(text)
                : classifier.function(text, network.hidden(), state -> scores(state, layer));
    }

    private NDArray scores(NDArray state, Layer layer) {
        return layer.equals(Layer.POOLED) ? network.scoresFromPooled(state) : network.scoresFrom(state, layer.depth());
    }

    @Override
    public ScoreFunction function(TokenizedText text, Propagation propagation) {
        return classifier.function(
                text, network.width(), words -> network.scores(ids(text, words), words, propagation));
    }

    private void require(Layer layer) {
        if (!layers.contains(layer)) {
            throw new IllegalArgumentException(
                    "Model " + facts().name() + " has no " + layer + ". It has " + layers + ": name one of these.");
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
