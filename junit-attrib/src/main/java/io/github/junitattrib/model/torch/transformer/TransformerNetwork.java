package io.github.junitattrib.model.torch.transformer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import io.github.junitattrib.model.Propagation;
import io.github.junitattrib.model.torch.checkpoint.WeightFiles;
import io.github.junitattrib.model.torch.engine.LayeredNetwork;
import io.github.junitattrib.model.torch.engine.TorchRuntime;
import io.github.junitattrib.model.torch.mutant.WeightChange;
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
        this(config, files, manager, WeightChange.NONE);
    }

    /** Takes the weights with a change; they belong to the manager. */
    public TransformerNetwork(CheckpointConfig config, WeightFiles files, NDManager manager, WeightChange change) {
        ForeignWeights.check(config.family(), files);
        Weights weights = new Weights(files, config.family(), manager, change);
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
        return scores(ids, words, Rules.GRADIENT);
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
        return encoder.state(embeddings.apply(ids, words, Rules.GRADIENT), layer);
    }

    @Override
    public NDArray scoresFrom(NDArray state, int layer) {
        return head.apply(encoder.firstToken(state, layer, Rules.GRADIENT), Rules.GRADIENT);
    }

    @Override
    public NDArray pooled(NDArray ids, NDArray words) {
        NDArray embedded = embeddings.apply(ids, words, Rules.GRADIENT);
        NDArray pooled = head.pooled(encoder.firstToken(embedded, 0, Rules.GRADIENT), Rules.GRADIENT)
                .expandDims(1);
        long others = words.getShape().get(1) - 1;
        return others == 0
                ? pooled
                : pooled.concat(
                        pooled.getManager().zeros(new Shape(pooled.getShape().get(0), others, hidden)), 1);
    }

    @Override
    public NDArray scoresFromPooled(NDArray state) {
        return head.scores(Encoder.first(state), Rules.GRADIENT);
    }

    @Override
    public NDArray scores(NDArray ids, NDArray words, UnaryOperator<NDArray> attention) {
        Rules shown = new Rules() {
            @Override
            public NDArray softmax(NDArray x) {
                return attention.apply(x.softmax(-1));
            }
        };
        return head.apply(encoder.firstToken(embeddings.apply(ids, words, shown), shown), shown);
    }

    @Override
    public NDArray scores(NDArray ids, NDArray words, Propagation propagation) {
        if (propagation instanceof Propagation.Relevance rule) {
            return scores(ids, words, new LrpRules(rule.throughSoftmax(), rule.epsilon(), rule.gamma()));
        }
        Shape shape = words.getShape();
        NDArray reference = TorchRuntime.own(
                        words.getManager(),
                        ((Propagation.Differences) propagation).floats(),
                        new Shape(1).addAll(shape.slice(1)))
                .broadcast(shape);
        return scores(ids, words.concat(reference), new DeepLiftRules()).get(new NDIndex("0:{}", shape.get(0)));
    }

    private NDArray scores(NDArray ids, NDArray words, Rules rules) {
        return head.apply(encoder.firstToken(embeddings.apply(ids, words, rules), 0, rules), rules);
    }
}
