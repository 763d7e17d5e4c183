package io.github.junitattrib.model.torch.transformer;

import static io.github.junitattrib.model.torch.transformer.PositionScheme.AFTER_ONE;
import static io.github.junitattrib.model.torch.transformer.PositionScheme.AFTER_PADDING;
import static io.github.junitattrib.model.torch.transformer.PositionScheme.FROM_ZERO;

import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.model.torch.transformer.EmbeddingScheme.TokenTypes;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The model families that can be read, each by what sets it apart; the computation is one {@link Encoder} for all.
 *
 * <p>A family more is a constant more: names of its weights and configuration keys, positions, head. The facts are those
 * of transformers 4.51.3.
 */
@SuppressWarnings("ImmutableEnumChecker") // records of texts and numbers
public enum Family {
    BERT(
            "bert",
            "Bert",
            "bert.",
            ConfigKeys.BERT,
            EmbeddingScheme.of(FROM_ZERO, TokenTypes.ALWAYS),
            LayerNames.BERT,
            HeadNames.fixed("bert.pooler.dense", Activation.TANH, "classifier")),
    ROBERTA("roberta", "Roberta"),
    XLM_ROBERTA("xlm-roberta", "XLMRoberta"),
    CAMEMBERT("camembert", "Camembert"),
    DISTILBERT(
            "distilbert",
            "DistilBert",
            "distilbert.",
            ConfigKeys.DISTILBERT,
            EmbeddingScheme.of(FROM_ZERO, TokenTypes.NEVER),
            LayerNames.DISTILBERT,
            HeadNames.fixed("pre_classifier", Activation.RELU, "classifier")),
    ELECTRA(
            "electra",
            "Electra",
            "electra.",
            ConfigKeys.BERT,
            EmbeddingScheme.of(FROM_ZERO, TokenTypes.ALWAYS).projected("electra.embeddings_project", false, true),
            LayerNames.BERT,
            HeadNames.fixed("classifier.dense", Activation.GELU, "classifier.out_proj")),
    ALBERT(
            "albert",
            "Albert",
            "albert.",
            ConfigKeys.ALBERT,
            EmbeddingScheme.of(FROM_ZERO, TokenTypes.ALWAYS)
                    .projected("albert.encoder.embedding_hidden_mapping_in", true, true),
            LayerNames.ALBERT,
            HeadNames.fixed("albert.pooler", Activation.TANH, "classifier")),
    MPNET(
            "mpnet",
            "MPNet",
            "mpnet.",
            ConfigKeys.ROBERTA,
            EmbeddingScheme.of(AFTER_ONE, TokenTypes.NEVER),
            LayerNames.MPNET,
            HeadNames.fixed("classifier.dense", Activation.TANH, "classifier.out_proj")),
    DEBERTA_V2(
            "deberta-v2",
            "DebertaV2",
            "deberta.",
            ConfigKeys.DEBERTA,
            EmbeddingScheme.of(FROM_ZERO, TokenTypes.IF_COUNTED)
                    .projected("deberta.embeddings.embed_proj", false, false),
            LayerNames.DEBERTA,
            new HeadNames("pooler.dense", Activation.GELU, Optional.of("pooler_hidden_act"), "classifier"));

    private final String modelType;
    private final String className;
    private final String prefix;
    private final ConfigKeys keys;
    private final EmbeddingScheme embeddings;
    private final LayerNames layers;
    private final HeadNames head;

    Family(
            String modelType,
            String className,
            String prefix,
            ConfigKeys keys,
            EmbeddingScheme embeddings,
            LayerNames layers,
            HeadNames head) {
        this.modelType = modelType;
        this.className = className;
        this.prefix = prefix;
        this.keys = keys;
        this.embeddings = embeddings;
        this.layers = layers;
        this.head = head;
    }

    /** RoBERTa and its relatives differ in their tokenizers alone, and share even the prefix. */
    Family(String modelType, String className) {
        this(
                modelType,
                className,
                "roberta.",
                ConfigKeys.ROBERTA,
                EmbeddingScheme.of(AFTER_PADDING, TokenTypes.ALWAYS),
                LayerNames.BERT,
                HeadNames.fixed("classifier.dense", Activation.TANH, "classifier.out_proj"));
    }

    /** Finds the family by the model_type of a config.json. */
    static Family named(String modelType, Path file) {
        return Arrays.stream(values())
                .filter(family -> family.modelType.equals(modelType))
                .findFirst()
                .orElseThrow(() -> new ModelLoadException("The model of " + file + " is of the family \"" + modelType
                        + "\" (model_type). Families that can be read: "
                        + Arrays.stream(values())
                                .map(family -> family.modelType)
                                .collect(Collectors.joining(", "))
                        + "."));
    }

    /** Returns the model class that computes what this package does. */
    String classifier() {
        return className + "ForSequenceClassification";
    }

    /** Returns what config.json calls it. */
    String modelType() {
        return modelType;
    }

    /** Returns what the names of all weights but the head's begin with. */
    String prefix() {
        return prefix;
    }

    ConfigKeys keys() {
        return keys;
    }

    EmbeddingScheme embeddings() {
        return embeddings;
    }

    LayerNames layers() {
        return layers;
    }

    HeadNames head() {
        return head;
    }
}
