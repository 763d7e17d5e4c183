package io.github.junitattrib.model.torch.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.ScoreKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What config.json says of the classes: their names and what their scores are.
 *
 * @param file for messages
 * @param named names by index; empty if the file names none
 * @param declared what the scores are; empty if the file does not say
 */
public record ClassLabels(ConfigFile file, List<String> named, Optional<ScoreKind> declared) {

    private static final Map<String, ScoreKind> PROBLEMS = Map.of(
            "single_label_classification", ScoreKind.LOGITS,
            "multi_label_classification", ScoreKind.MULTI_LABEL_LOGITS,
            "regression", ScoreKind.VALUES);

    public static ClassLabels read(ConfigFile file) {
        String problem = file.text("problem_type", "");
        if (!problem.isEmpty() && !PROBLEMS.containsKey(problem)) {
            throw new ModelLoadException("The file " + file.path() + " has the problem_type \"" + problem
                    + "\". Known ones: single_label_classification, multi_label_classification, regression.");
        }
        return new ClassLabels(file, names(file), Optional.ofNullable(PROBLEMS.get(problem)));
    }

    /** Returns the names of the classes; those that the file does not name are called as transformers calls them. */
    public List<String> of(int classes) {
        if (named.isEmpty()) {
            return IntStream.range(0, classes).mapToObj(i -> "LABEL_" + i).toList();
        }
        if (named.size() != classes) {
            throw new ModelLoadException("The model has " + classes + " classes, but " + file.path() + " names "
                    + named.size() + " (id2label). Correct the file.");
        }
        return named;
    }

    /** Returns what the scores are; one score alone is a regression unless the file says otherwise. */
    public ScoreKind kind(int classes) {
        return declared.orElse(classes == 1 ? ScoreKind.VALUES : ScoreKind.LOGITS);
    }

    private static List<String> names(ConfigFile file) {
        boolean forward = file.has("id2label") || !file.has("label2id");
        String key = forward ? "id2label" : "label2id";
        JsonNode map = file.value(key);
        if (!map.isMissingNode() && !map.isObject()) {
            throw file.wrong(key);
        }
        Map<Integer, String> byIndex = new TreeMap<>();
        map.properties().forEach(entry -> {
            String label = forward ? entry.getValue().asText() : entry.getKey();
            int index = index(forward ? entry.getKey() : entry.getValue().asText(), key, file);
            if (byIndex.put(index, label) != null) {
                throw new ModelLoadException(
                        "In " + file.path() + " " + key + " names class " + index + " twice. Correct it.");
            }
        });
        List<String> labels = new ArrayList<>(byIndex.values());
        for (int i = 0; i < labels.size(); i++) {
            if (!byIndex.containsKey(i)) {
                throw new ModelLoadException(
                        "In " + file.path() + " " + key + " has no entry for class " + i + ". Correct it.");
            }
        }
        if (Set.copyOf(labels).size() < labels.size()) {
            throw new ModelLoadException("In " + file.path() + " " + key + " gives a name twice: " + labels
                    + ". Give each class a name of its own.");
        }
        return List.copyOf(labels);
    }

    private static int index(String text, String key, ConfigFile file) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new ModelLoadException(
                    "In " + file.path() + " the index \"" + text + "\" of " + key + " is no number. Correct it.", e);
        }
    }
}
