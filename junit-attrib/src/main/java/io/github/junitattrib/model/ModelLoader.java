package io.github.junitattrib.model;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads models of one format from a directory; found through {@link java.util.ServiceLoader}, so that another module
 * can add a format.
 */
public interface ModelLoader {

    /**
     * Names the format for messages.
     *
     * @return such as {@code Hugging Face checkpoint (config.json, model.safetensors, tokenizer.json)}
     */
    String format();

    /**
     * Returns what the models of this format offer, so that refusals can name the formats that would do.
     *
     * @return the type on the capability ladder; differentiable unless overridden
     */
    default Class<? extends TextClassifier> rung() {
        return DifferentiableClassifier.class;
    }

    /**
     * Says whether the directory looks like this format, by its file names.
     *
     * @param directory an existing directory
     * @return true if {@link #load} should be asked; a broken file is reported there
     */
    boolean recognizes(Path directory);

    /**
     * Names the file without which a directory is not recognized, although it looks like this format otherwise.
     *
     * @param directory an existing directory
     * @return such as {@code config.json}; empty if more is missing than one file
     */
    default Optional<String> missing(Path directory) {
        return Optional.empty();
    }

    /**
     * Loads the model.
     *
     * @param directory a directory that this loader recognizes
     * @param name how messages call the model
     * @param device where it shall run
     * @return a model that the caller closes
     * @throws io.github.junitattrib.ModelLoadException if a file is missing, broken or not supported
     * @throws io.github.junitattrib.EngineException if the machine lacks the device or the native libraries
     */
    TextClassifier load(Path directory, String name, DeviceChoice device);

    /**
     * Loads the model, with a place for files that are made of it.
     *
     * @param directory a directory that this loader recognizes; nothing is written to it
     * @param name how messages call the model
     * @param device where it shall run
     * @param cache keeps what costs time to make
     * @return a model that the caller closes
     * @throws io.github.junitattrib.ModelLoadException if a file is missing, broken or not supported
     * @throws io.github.junitattrib.EngineException if the machine lacks the device or the native libraries
     */
    default TextClassifier load(Path directory, String name, DeviceChoice device, ModelCache cache) {
        return load(directory, name, device);
    }
}
