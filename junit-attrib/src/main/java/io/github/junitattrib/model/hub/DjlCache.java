package io.github.junitattrib.model.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One address in DJL's cache of models: a metadata.json, and a folder of each model that was downloaded.
 *
 * @param root the directory of all models
 * @param address the models' address
 * @param application what they are for, such as {@code nlp/text_classification}
 */
record DjlCache(Path root, DjlAddress address, String application) {

    Path folder() {
        return root.resolve(address.folder(application));
    }

    Path metadata() {
        return folder().resolve("metadata.json");
    }

    /** Held while models of the address are written. */
    Path lock() {
        return root.resolve(".locks").resolve(address.folder(application)).resolve("junit-attrib.lock");
    }

    /** Where DJL looks for the model; DJL takes it for whole if it exists. */
    Path model(DjlArtifact artifact) {
        return folder().resolve(artifact.folder());
    }

    /** Where the model grows. */
    Path growing(DjlArtifact artifact) {
        Path model = model(artifact);
        return model.resolveSibling(".junit-attrib-" + model.getFileName());
    }

    /** The directory with the model's files: an archive may hold one folder with all of them. */
    Optional<Path> directory(DjlArtifact artifact) throws IOException {
        Path model = model(artifact);
        if (!Files.isDirectory(model)) {
            return Optional.empty();
        }
        try (Stream<Path> entries = Files.list(model)) {
            List<Path> visible = entries.filter(
                            entry -> !String.valueOf(entry.getFileName()).startsWith("."))
                    .toList();
            return Optional.of(visible.size() == 1 && Files.isDirectory(visible.get(0)) ? visible.get(0) : model);
        }
    }

    /** Writes the metadata as DJL does. */
    void write(byte[] metadata) throws IOException {
        Files.createDirectories(folder());
        Path fresh = folder().resolve("." + UUID.randomUUID());
        try {
            Files.write(fresh, metadata);
            Files.move(fresh, metadata(), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** Lets the grown model appear by one rename. */
    void publish(Path grown, DjlArtifact artifact) throws IOException {
        Path model = model(artifact);
        Files.createDirectories(Objects.requireNonNull(model.getParent()));
        try {
            Files.move(grown, model, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // DJL itself may have been quicker.
            if (!Files.isDirectory(model)) {
                throw e;
            }
        }
    }
}
