package io.github.junitattrib.model.torch.transformer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.github.junitattrib.model.torch.checkpoint.WeightFiles;
import io.github.junitattrib.model.torch.engine.LayeredNetwork;
import java.util.function.UnaryOperator;

/**
 * A transformer with a classification head, written in NDArray operations: from word embeddings to scores.
 *
 * <p>The same computation as the family's {@code …ForSequenceClassification} of transformers, at inference on texts
 * without padding.
 */
public final class TransformerNetwork implements LayeredNetwork {

    private final Embeddings embeddings;
    private final Encoder encoder;
    private final ClassificationHead head;
    private final int hidden;
    private final int heads;

    /** Takes the weights; they belong to the manager. */
    public TransformerNetwork(CheckpointConfig config, WeightFiles files, NDManager manager) {
        ForeignWeights.check(config.family(), files);
        Weights weights = new Weights(files, config.family(), manager);
        ClassificationHead.requireIn(weights, config.family());
        embeddings = new Embeddings(config, weights);
        encoder = new Encoder(config, weights);
        head = ClassificationHead.of(config, weights);
        hidden = config.hidden();
        heads = config.heads();
    }

    @Override
    public int classes() {
        return head.classes();
    }

    @Override
    public long vocabulary() {
        return embeddings.vocabulary();
    }

    @Override
    public int width() {
        return embeddings.width();
    }

    @Override
    public NDArray embed(NDArray ids) {
        return embeddings.words(ids);
    }

    @Override
    public NDArray scores(NDArray ids) {
        return scores(ids, embed(ids));
    }

    @Override
    public NDArray scores(NDArray ids, NDArray words) {
        return scoresFrom(embeddings.apply(ids, words), 0);
    }

    @Override
    public int depth() {
        return encoder.depth();
    }

    @Override
    public int hidden() {
        return hidden;
    }

    @Override
    public int heads() {
        return heads;
    }

    @Override
    public NDArray state(NDArray ids, NDArray words, int layer) {
        return encoder.state(embeddings.apply(ids, words), layer);
    }

    @Override
    public NDArray scoresFrom(NDArray state, int layer) {
        return head.apply(encoder.firstToken(state, layer));
    }

    @Override
    public NDArray scores(NDArray ids, NDArray words, UnaryOperator<NDArray> attention) {
        return head.apply(encoder.firstToken(embeddings.apply(ids, words), attention));
    }
}
