package io.github.junitattrib.model.torch.transformer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.github.junitattrib.model.torch.checkpoint.WeightFiles;
import io.github.junitattrib.model.torch.engine.Network;

/**
 * A transformer with a classification head, written in NDArray operations: from word embeddings to scores.
 *
 * <p>The same computation as the family's {@code …ForSequenceClassification} of transformers, at inference on texts
 * without padding.
 */
public final class TransformerNetwork implements Network {

    private final Embeddings embeddings;
    private final Encoder encoder;
    private final ClassificationHead head;

    /** Takes the weights; they belong to the manager. */
    public TransformerNetwork(CheckpointConfig config, WeightFiles files, NDManager manager) {
        ForeignWeights.check(config.family(), files);
        Weights weights = new Weights(files, config.family(), manager);
        ClassificationHead.requireIn(weights, config.family());
        embeddings = new Embeddings(config, weights);
        encoder = new Encoder(config, weights);
        head = ClassificationHead.of(config, weights);
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
        return head.apply(encoder.firstToken(embeddings.apply(ids, words)));
    }
}
