package io.github.junitattrib.model.torch;

import io.github.junitattrib.ModelLoadException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the files of a Hugging Face checkpoint, and says how to make those that are missing. */
final class CheckpointFiles {

    private CheckpointFiles() {}

    static Path weights(Path directory) {
        Path weights = directory.resolve("model.safetensors");
        if (Files.isRegularFile(weights)) {
            return weights;
        }
        String missing = "The model directory " + directory + " has no model.safetensors";
        if (Files.exists(directory.resolve("pytorch_model.bin"))) {
            throw new ModelLoadException(missing + ", but a pytorch_model.bin, which can run code when it is read."
                    + " Convert it: python -c \"from transformers import AutoModelForSequenceClassification as M;"
                    + " M.from_pretrained('" + directory + "').save_pretrained('" + directory + "')\"");
        }
        if (Files.exists(directory.resolve("model.safetensors.index.json"))) {
            throw new ModelLoadException(
                    missing + ", but weights in several files (model.safetensors.index.json), which"
                            + " cannot be read yet. Save the model with save_pretrained(…, max_shard_size=\"100GB\"), so that it"
                            + " is one file.");
        }
        throw new ModelLoadException(missing + ". Save the model with save_pretrained(…) and copy it there.");
    }
}
