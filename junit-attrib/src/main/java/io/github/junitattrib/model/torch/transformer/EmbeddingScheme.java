package io.github.junitattrib.model.torch.transformer;

import java.util.Optional;

/**
 * What a family adds to the word embeddings before its first layer.
 *
 * @param positions how positions are counted
 * @param tokenTypes whether there is a table of token types
 * @param projection from embeddings that may be narrower than the network
 */
record EmbeddingScheme(PositionScheme positions, TokenTypes tokenTypes, Optional<Projection> projection) {

    /**
     * A linear map from the width of the embeddings to that of the network.
     *
     * @param name of its weights
     * @param always whether it is there for equal widths too
     * @param afterNorm whether the embeddings are normed before it, and it has a bias; otherwise neither
     */
    record Projection(String name, boolean always, boolean afterNorm) {}

    /** Whether a family tells the sentences of a pair apart; a single text is all of type 0. */
    enum TokenTypes {
        NEVER,
        ALWAYS,
        /** Unless type_vocab_size is 0 or absent. */
        IF_COUNTED
    }

    static EmbeddingScheme of(PositionScheme positions, TokenTypes tokenTypes) {
        return new EmbeddingScheme(positions, tokenTypes, Optional.empty());
    }

    EmbeddingScheme projected(String name, boolean always, boolean afterNorm) {
        return new EmbeddingScheme(positions, tokenTypes, Optional.of(new Projection(name, always, afterNorm)));
    }
}
