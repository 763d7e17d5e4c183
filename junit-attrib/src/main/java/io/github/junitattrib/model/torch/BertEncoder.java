package io.github.junitattrib.model.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.SparseFormat;
import io.github.junitattrib.ModelLoadException;
import java.util.ArrayList;
import java.util.List;

/**
 * BERT with a classification head, written in NDArray operations: from word embeddings to logits.
 *
 * <p>The same computation as transformers' {@code BertForSequenceClassification} at inference on texts without padding.
 */
final class BertEncoder implements Network {

    private final NDArray wordEmbeddings; // [V,D]
    private final NDArray placeEmbeddings; // [P,D]: position plus token type 0
    private final BertWeights.Norm embeddingNorm;
    private final List<BertLayer> layers = new ArrayList<>();
    private final BertWeights.Linear pooler;
    private final BertWeights.Linear classifier;

    BertEncoder(BertConfig config, SafetensorsFile file, NDManager manager) {
        BertWeights weights = new BertWeights(file, manager);
        long hidden = config.hidden();
        wordEmbeddings = weights.rows("bert.embeddings.word_embeddings.weight", hidden);
        placeEmbeddings = placeEmbeddings(config, weights, manager);
        embeddingNorm = weights.norm("bert.embeddings.LayerNorm", hidden, config.layerNormEps());
        long feedForward = firstOf(file, "bert.encoder.layer.0.intermediate.dense.bias");
        for (int i = 0; i < config.layers(); i++) {
            layers.add(new BertLayer(config, weights, feedForward, i));
        }
        if (file.names().contains("bert.encoder.layer." + config.layers() + ".output.dense.weight")) {
            throw new ModelLoadException("The weights " + file.path() + " hold more layers than the "
                    + config.layers() + " of config.json (num_hidden_layers). Give the config.json that was saved with"
                    + " them.");
        }
        pooler = weights.linear("bert.pooler.dense", hidden, hidden);
        classifier = weights.linear("classifier", firstOf(file, "classifier.bias"), hidden);
    }

    private static long firstOf(SafetensorsFile file, String name) {
        long[] shape = file.shape(name);
        return shape.length == 0 ? 0 : shape[0];
    }

    private static NDArray placeEmbeddings(BertConfig config, BertWeights weights, NDManager manager) {
        long hidden = config.hidden();
        NDArray positions = weights.take("bert.embeddings.position_embeddings.weight", config.positions(), hidden);
        NDArray types = weights.rows("bert.embeddings.token_type_embeddings.weight", hidden);
        float[] sums = TorchRuntime.withoutGradients(
                manager, scope -> positions.add(types.get(new NDIndex("0:1"))).toFloatArray());
        return TorchRuntime.own(manager, sums, positions.getShape());
    }

    @Override
    public int classes() {
        return (int) classifier.bias().getShape().get(0);
    }

    @Override
    public long vocabulary() {
        return wordEmbeddings.getShape().get(0);
    }

    @Override
    public int width() {
        return (int) wordEmbeddings.getShape().get(1);
    }

    @Override
    public NDArray embed(NDArray ids) {
        return ai.djl.nn.core.Embedding.embedding(ids, wordEmbeddings, SparseFormat.DENSE)
                .singletonOrThrow();
    }

    @Override
    public NDArray scores(NDArray ids) {
        return scores(ids, embed(ids));
    }

    @Override
    public NDArray scores(NDArray ids, NDArray words) {
        NDArray places = placeEmbeddings.get(new NDIndex("0:" + words.getShape().get(1)));
        NDArray states = embeddingNorm.apply(words.add(places));
        for (BertLayer layer : layers.subList(0, layers.size() - 1)) {
            states = layer.apply(states, states);
        }
        // The head reads the first token alone, so the last layer computes no other.
        NDArray first = layers.get(layers.size() - 1).apply(states, states.get(new NDIndex(":, 0:1")));
        NDArray pooled = pooler.apply(first.squeeze(1)).tanh();
        return classifier.apply(pooled);
    }
}
