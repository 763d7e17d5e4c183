package io.github.junitattrib.model.torch;

import io.github.junitattrib.ModelLoadException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the files of a Hugging Face checkpoint, and says how to make those that are missing. */
final class CheckpointFiles {

    private CheckpointFiles() {}

    static Path tokenizer(Path directory) {
        Path tokenizer = directory.resolve("tokenizer.json");
        if (!Files.isRegularFile(tokenizer)) {
            throw new ModelLoadException("The model directory " + directory + " has no tokenizer.json. Save it with the"
                    + " tokenizer's save_pretrained(…) (fast tokenizers write it) and copy it there.");
        }
        return tokenizer;
    }
}
