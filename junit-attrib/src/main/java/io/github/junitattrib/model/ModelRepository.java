package io.github.junitattrib.model;

import io.github.junitattrib.ModelLoadException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Loads models: finds the directory of a location and the loader that reads it. */
public final class ModelRepository {

    private final ModelLocation locations;
    private final List<ModelLoader> loaders;

    /**
     * Makes a repository with the loaders of the class path.
     *
     * @param locations how locations become directories
     */
    public ModelRepository(ModelLocation locations) {
        this(locations, installed());
    }

    ModelRepository(ModelLocation locations, List<ModelLoader> loaders) {
        this.locations = locations;
        this.loaders = List.copyOf(loaders);
    }

    private static List<ModelLoader> installed() {
        return ServiceLoader.load(ModelLoader.class, ModelRepository.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    /**
     * Names the formats on the class path whose models offer a type.
     *
     * @param rung such as {@link DifferentiableClassifier}
     * @return {@link ModelLoader#format()} of each
     */
    public static List<String> formats(Class<? extends TextClassifier> rung) {
        return installed().stream()
                .filter(loader -> rung.isAssignableFrom(loader.rung()))
                .map(ModelLoader::format)
                .toList();
    }

    /**
     * Loads a model.
     *
     * @param location the location as written in a test; also the name of the model in messages
     * @param device where it shall run
     * @return a model that the caller closes
     * @throws ModelLoadException if it cannot be found or read
     * @throws io.github.junitattrib.EngineException if the machine lacks the device or the native libraries
     */
    public TextClassifier load(String location, DeviceChoice device) {
        Path directory = locations.resolve(location);
        for (ModelLoader loader : loaders) {
            if (loader.recognizes(directory)) {
                return loader.load(directory, shortName(location), device, locations.cache());
            }
        }
        throw new ModelLoadException("The directory " + directory + " holds no model that can be read. It has "
                + contents(directory) + missing(directory) + ". Give a directory of one of these formats: "
                + loaders.stream().map(ModelLoader::format).collect(Collectors.joining("; ")) + ".");
    }

    /** Without the folders before it; a revision stays, as it tells two releases apart. */
    static String shortName(String location) {
        if (location.startsWith("hf:")) {
            return location.replaceFirst("^hf:([^@/]*/)?", "");
        }
        String trimmed = location.replaceAll("/+$", "");
        if (location.startsWith("djl:")) {
            trimmed = trimmed.replaceFirst("/\\d[\\d.]*$", "");
        }
        return trimmed.substring(Math.max(trimmed.lastIndexOf('/'), trimmed.lastIndexOf(':')) + 1);
    }

    private String missing(Path directory) {
        return loaders.stream()
                .flatMap(loader -> loader.missing(directory).stream())
                .map(file -> "; " + file + " is missing")
                .findFirst()
                .orElse("");
    }

    private static String contents(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            String names = files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .limit(12)
                    .collect(Collectors.joining(", "));
            return names.isEmpty() ? "no files" : names;
        } catch (IOException e) {
            return "files that cannot be listed (" + e.getMessage() + ")";
        }
    }
}
