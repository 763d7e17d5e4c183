package io.github.junitattrib.model.torch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.ScoreKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** What the config.json beside an archive says; all of it may be missing, as the network itself is in the archive. */
final class ScriptConfig {

    private static final int LARGEST = 1 << 24;

    private final Path file;
    private final ObjectNode json;

    private ScriptConfig(Path file, ObjectNode json) {
        this.file = file;
        this.json = json;
    }

    static ScriptConfig read(Path directory) {
        Path file = directory.resolve("config.json");
        return new ScriptConfig(file, JsonFile.readIfThere(file));
    }

    /** Returns the names of this many classes. */
    List<String> labels(int classes) {
        JsonNode names = json.path("id2label");
        if (names.isMissingNode() || names.isNull() || names.isEmpty()) {
            return IntStream.range(0, classes).mapToObj(i -> "LABEL_" + i).toList();
        }
        Map<String, String> byIndex = new TreeMap<>();
        names.properties()
                .forEach(name -> byIndex.put(name.getKey(), name.getValue().asText()));
        List<String> labels = IntStream.range(0, classes)
                .mapToObj(i -> byIndex.getOrDefault(String.valueOf(i), ""))
                .toList();
        if (byIndex.size() != classes
                || labels.contains("")
                || Set.copyOf(labels).size() < classes) {
            throw new ModelLoadException("The network beside " + file + " has " + classes
                    + " classes, but id2label does not give each of 0 to " + (classes - 1) + " a name of its own: "
                    + names + ". Correct the file.");
        }
        return labels;
    }

    /**
     * Returns what the scores are.
     *
     * @param classes number of scores
     * @param lastFunction the function of PyTorch that computes them
     */
    ScoreKind kind(int classes, String lastFunction) {
        if (lastFunction.equals("torch.softmax") || lastFunction.equals("torch.sigmoid")) {
            return ScoreKind.PROBABILITIES;
        }
        String problem = json.path("problem_type").asText("null");
        return switch (problem) {
            case "null" -> classes == 1 ? ScoreKind.VALUES : ScoreKind.LOGITS;
            case "single_label_classification" -> ScoreKind.LOGITS;
            case "multi_label_classification" -> ScoreKind.MULTI_LABEL_LOGITS;
            case "regression" -> ScoreKind.VALUES;
            default ->
                throw new ModelLoadException("The file " + file + " has problem_type \"" + problem
                        + "\". Give single_label_classification, multi_label_classification, regression or null.");
        };
    }

    /** Returns the id of the padding token, if the file gives it. */
    OptionalLong padding() {
        OptionalInt id = number("pad_token_id", 0);
        return id.isPresent() ? OptionalLong.of(id.getAsInt()) : OptionalLong.empty();
    }

    /** Returns the number of rows of the position embeddings, if the file gives it. */
    OptionalInt positions() {
        OptionalInt positions = number("max_position_embeddings", 1);
        return positions.isPresent() ? positions : number("n_positions", 1);
    }

    private OptionalInt number(String key, int least) {
        JsonNode value = json.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return OptionalInt.empty();
        }
        if (!value.isIntegralNumber()
                || !value.canConvertToInt()
                || value.intValue() < least
                || value.intValue() > LARGEST) {
            throw new ModelLoadException("The file " + file + " has the wrong \"" + key + "\": " + value
                    + ". Give the config.json that was saved with the model.");
        }
        return OptionalInt.of(value.intValue());
    }
}
