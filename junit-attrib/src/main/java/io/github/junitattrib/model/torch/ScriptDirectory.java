package io.github.junitattrib.model.torch;

import io.github.junitattrib.ModelLoadException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** Finds the archive of a TorchScript directory, as DJL finds it. */
final class ScriptDirectory {

    private static final String SETTINGS = "serving.properties";

    private ScriptDirectory() {}

    static boolean hasArchive(Path directory) {
        return !archives(directory).isEmpty();
    }

    /** Returns the only archive, or the one that serving.properties or the directory's name chooses. */
    static Path archive(Path directory) {
        List<String> archives = archives(directory);
        String chosen = fileName(modelName(directory));
        if (!chosen.isEmpty() && !archives.contains(chosen)) {
            throw new ModelLoadException("The file " + directory.resolve(SETTINGS) + " names the archive " + chosen
                    + " (option.modelName), which is not there. The directory has " + archives
                    + ": name one of these, or remove the line.");
        }
        if (archives.size() == 1) {
            return directory.resolve(archives.get(0));
        }
        String own = String.valueOf(directory.getFileName());
        return Stream.of(chosen, fileName(own), "model.pt")
                .filter(archives::contains)
                .findFirst()
                .map(directory::resolve)
                .orElseThrow(() -> new ModelLoadException("The model directory " + directory
                        + " has several TorchScript archives: " + archives
                        + ". Leave one, or name it by option.modelName in serving.properties."));
    }

    private static String fileName(String name) {
        return name.isEmpty() || name.endsWith(".pt") ? name : name + ".pt";
    }

    private static List<String> archives(Path directory) {
        String[] names = directory.toFile().list((parent, name) -> name.endsWith(".pt"));
        return names == null ? List.of() : Stream.of(names).sorted().toList();
    }

    private static String modelName(Path directory) {
        Path file = directory.resolve(SETTINGS);
        if (!Files.isRegularFile(file)) {
            return "";
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new ModelLoadException(
                    "The file " + file + " cannot be read: " + e.getMessage() + ". Copy the model again.", e);
        }
        return properties.getProperty("option.modelName", "").strip();
    }
}
