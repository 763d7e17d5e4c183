package io.github.junitattrib.model.torch.transformer;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.model.torch.checkpoint.ConfigFile;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;

/** Refuses models whose configuration asks for another computation than this package does. */
final class Refusals {

    private final ConfigFile file;

    private Refusals(ConfigFile file) {
        this.file = file;
    }

    static void check(ConfigFile file, Family family) {
        Refusals refusals = new Refusals(file);
        refusals.architecture(family);
        String positions = file.text("position_embedding_type", "absolute");
        refusals.when(
                !positions.equals("absolute"),
                "position_embedding_type \"" + positions + "\"",
                "Only absolute positions can be read, and the relative ones of MPNet and DeBERTa-v2.");
        refusals.when(file.flag("is_decoder", false), "is_decoder true", "Only encoders can be read.");
        refusals.when(
                file.flag("add_cross_attention", false), "add_cross_attention true", "Only encoders can be read.");
        refusals.when(
                !file.value("pruned_heads").isEmpty(),
                "pruned_heads " + file.value("pruned_heads"),
                "Models without some of their attention heads cannot be read.");
        refusals.when(
                file.has("quantization_config"),
                "a quantization_config",
                "Quantized weights cannot be read. Save the model in float32, float16 or bfloat16.");
        refusals.when(
                file.value("auto_map").has("AutoModelForSequenceClassification"),
                "code of its own (auto_map)",
                "Only what transformers computes itself can be read.");
    }

    private void architecture(Family family) {
        JsonNode given = file.value("architectures");
        List<String> known =
                Arrays.stream(Family.values()).map(Family::classifier).toList();
        boolean classifier =
                StreamSupport.stream(given.spliterator(), false).anyMatch(name -> known.contains(name.asText()));
        when(
                !given.isEmpty() && !classifier,
                "architectures " + given,
                "Only classifiers can be read: give a checkpoint of " + family.classifier() + ".");
    }

    private void when(boolean unsupported, String what, String instead) {
        if (unsupported) {
            throw new ModelLoadException("The model of " + file.path() + " has " + what + ". " + instead);
        }
    }
}
