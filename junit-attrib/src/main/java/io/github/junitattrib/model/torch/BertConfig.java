package io.github.junitattrib.model.torch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.junitattrib.ModelLoadException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What config.json says of a BERT classifier.
 *
 * @param hidden width D of the network
 * @param layers number of encoder layers
 * @param heads attention heads per layer
 * @param positions largest number of tokens T
 * @param layerNormEps ε of every layer norm
 * @param activation of the feed-forward layers
 * @param padTokenId id of the padding token
 * @param labels names of the classes by index; empty if the file names none
 */
record BertConfig(
        int hidden,
        int layers,
        int heads,
        int positions,
        float layerNormEps,
        Activation activation,
        long padTokenId,
        List<String> labels) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads a config.json of model_type bert. */
    static BertConfig read(Path file) {
        JsonNode json = parse(file);
        String family = json.path("model_type").asText("");
        if (!family.equals("bert")) {
            throw new ModelLoadException(
                    "The model of " + file + " is of the family \"" + family + "\". Families that can be read: bert.");
        }
        String positions = json.path("position_embedding_type").asText("absolute");
        if (!positions.equals("absolute")) {
            throw new ModelLoadException("The model of " + file + " has position_embedding_type \"" + positions
                    + "\". Only absolute positions can be read.");
        }
        String problem = json.path("problem_type").asText("single_label_classification");
        if (!problem.equals("single_label_classification") && !problem.equals("null")) {
            throw new ModelLoadException("The model of " + file + " has problem_type \"" + problem
                    + "\". Only single_label_classification can be read.");
        }
        BertConfig config = new BertConfig(
                number(json, "hidden_size", file),
                number(json, "num_hidden_layers", file),
                number(json, "num_attention_heads", file),
                number(json, "max_position_embeddings", file),
                epsilon(json.path("layer_norm_eps"), file),
                Activation.named(json.path("hidden_act").asText("gelu"), file),
                json.path("pad_token_id").asLong(0),
                labels(json.path("id2label"), file));
        if (config.hidden % config.heads != 0) {
            throw new ModelLoadException("In " + file + " hidden_size " + config.hidden
                    + " is no multiple of num_attention_heads " + config.heads + ". Correct the file.");
        }
        return config;
    }

    private static JsonNode parse(Path file) {
        try {
            JsonNode json = JSON.readTree(Files.readAllBytes(file));
            if (json == null || !json.isObject()) {
                throw new ModelLoadException("The file " + file + " is no JSON object. Copy the model again.");
            }
            return json;
        } catch (IOException e) {
            throw new ModelLoadException(
                    "The file " + file + " cannot be read as JSON: " + e.getMessage() + ". Copy the model again.", e);
        }
    }

    private static int number(JsonNode json, String key, Path file) {
        JsonNode value = json.path(key);
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.asInt() < 1) {
            throw new ModelLoadException("The file " + file + " has " + (value.isMissingNode() ? "no" : "the wrong")
                    + " \"" + key + "\"" + (value.isMissingNode() ? "" : ": " + value)
                    + ". Give the config.json that was saved with the model.");
        }
        return value.asInt();
    }

    private static float epsilon(JsonNode value, Path file) {
        if (value.isMissingNode()) {
            return 1e-12f;
        }
        if (!value.isNumber() || !(value.asDouble() > 0)) {
            throw new ModelLoadException("The file " + file + " has the wrong \"layer_norm_eps\": " + value
                    + ". Give the config.json that was saved with the model.");
        }
        return (float) value.asDouble();
    }

    private static List<String> labels(JsonNode id2label, Path file) {
        Map<Integer, String> byIndex = new TreeMap<>();
        id2label.properties().forEach(entry -> {
            try {
                byIndex.put(Integer.valueOf(entry.getKey()), entry.getValue().asText());
            } catch (NumberFormatException e) {
                throw new ModelLoadException(
                        "In " + file + " the key \"" + entry.getKey() + "\" of id2label is no number. Correct it.", e);
            }
        });
        List<String> labels = new ArrayList<>(byIndex.values());
        for (int i = 0; i < labels.size(); i++) {
            if (!byIndex.containsKey(i)) {
                throw new ModelLoadException("In " + file + " id2label has no entry for class " + i + ". Correct it.");
            }
        }
        if (Set.copyOf(labels).size() < labels.size()) {
            throw new ModelLoadException(
                    "In " + file + " id2label gives a name twice: " + labels + ". Give each class a name of its own.");
        }
        return List.copyOf(labels);
    }
}
