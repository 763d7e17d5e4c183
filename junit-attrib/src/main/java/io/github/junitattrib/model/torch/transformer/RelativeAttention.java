package io.github.junitattrib.model.torch.transformer;

import io.github.junitattrib.model.torch.checkpoint.ConfigFile;
import java.util.Optional;

/** How attention scores depend on the distance of two tokens, in the families where they do. */
sealed interface RelativeAttention permits BucketBias.Config, DisentangledConfig {

    /** Reads what the family's configuration says; empty if attention knows no distances. */
    static Optional<RelativeAttention> read(Family family, ConfigFile file) {
        return switch (family) {
            case MPNET -> Optional.of(BucketBias.Config.read(file));
            case DEBERTA_V2 -> Optional.of(DisentangledConfig.read(file));
            case BERT, ROBERTA, XLM_ROBERTA, CAMEMBERT, DISTILBERT, ELECTRA, ALBERT -> Optional.empty();
        };
    }

    /** Returns by how many parts attention scores are made of, each with the variance of one. */
    int parts();

    /** Takes what all layers share; empty if the model does without. */
    Optional<DistanceTable> table(CheckpointConfig config, Weights weights);

    /** Takes what one layer has of its own. */
    DistanceScores layer(CheckpointConfig config, Weights weights, String prefix, Linear query, Linear key);
}
