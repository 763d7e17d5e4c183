package io.github.junitattrib.model.torch.transformer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.SparseFormat;
import java.util.Optional;

/** The way from word embeddings to what the first layer reads: positions, token type, norm, projection. */
final class Embeddings {

    private final PositionIds positionIds;
    private final NDArray words; // [V,E]
    private final Optional<NDArray> positions; // [P,E]
    private final Optional<NDArray> type; // [1,E]: that of the first of two sentences
    private final LayerNorm norm;
    private final Optional<Linear> projection;
    private final boolean projectionAfterNorm;

    Embeddings(CheckpointConfig config, Weights weights) {
        String name = config.family().prefix() + "embeddings.";
        long width = config.width();
        String word = name + "word_embeddings.weight";
        words = weights.take(
                word, config.vocabulary().isPresent() ? config.vocabulary().getAsInt() : weights.rows(word), width);
        positions = config.positionTable()
                ? Optional.of(weights.take(name + "position_embeddings.weight", config.positions(), width))
                : Optional.empty();
        positionIds = new PositionIds(config);
        type = type(name + "token_type_embeddings.weight", config, weights);
        projection = projection(config, weights);
        projectionAfterNorm = config.family()
                .embeddings()
                .projection()
                .map(EmbeddingScheme.Projection::afterNorm)
                .orElse(true);
        norm = weights.norm(name + "LayerNorm", projectionAfterNorm ? width : config.hidden(), config.epsilon());
    }

    private static Optional<NDArray> type(String name, CheckpointConfig config, Weights weights) {
        long rows = config.types().isPresent() ? config.types().getAsInt() : weights.rows(name);
        return rows == 0 && config.types().isPresent()
                ? Optional.empty()
                : Optional.of(weights.take(name, rows, config.width()).get(new NDIndex("0:1")));
    }

    private static Optional<Linear> projection(CheckpointConfig config, Weights weights) {
        return config.family()
                .embeddings()
                .projection()
                .filter(given -> given.always() || config.width() != config.hidden())
                .map(given -> given.afterNorm()
                        ? weights.linear(given.name(), config.hidden(), config.width())
                        : weights.linearWithoutBias(given.name(), config.hidden(), config.width()));
    }

    long vocabulary() {
        return words.getShape().get(0);
    }

    int width() {
        return (int) words.getShape().get(1);
    }

    /** Looks up the word embeddings of ids [T] or [B,T], giving [T,E] or [B,T,E]. */
    NDArray words(NDArray ids) {
        return rows(words, ids);
    }

    /**
     * Computes what the first layer reads.
     *
     * @param ids the tokens of the text [1,T], or of each text [B,T]
     * @param wordEmbeddings theirs, or other points [B,T,E]
     * @param rules how slopes lead back
     * @return [B,T,D]
     */
    NDArray apply(NDArray ids, NDArray wordEmbeddings, Rules rules) {
        NDArray sum = wordEmbeddings;
        if (type.isPresent()) {
            sum = sum.add(type.get());
        }
        if (positions.isPresent()) {
            sum = sum.add(rows(positions.get(), positionIds.of(ids)));
        }
        if (projection.isEmpty()) {
            return rules.norm(norm, sum);
        }
        return projectionAfterNorm
                ? rules.linear(projection.get(), rules.norm(norm, sum))
                : rules.norm(norm, rules.linear(projection.get(), sum));
    }

    private static NDArray rows(NDArray table, NDArray ids) {
        return ai.djl.nn.core.Embedding.embedding(ids, table, SparseFormat.DENSE)
                .singletonOrThrow();
    }
}
