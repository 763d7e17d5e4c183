package io.github.junitattrib.model.torch.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.junitattrib.ModelLoadException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The weights of a checkpoint by name, in model.safetensors or in the shards that its index names. */
public final class WeightFiles {

    private static final String SINGLE = "model.safetensors";
    private static final String INDEX = "model.safetensors.index.json";

    private final Path path;
    private final Map<String, SafetensorsFile> files;
    private final FloatReader reader = new FloatReader();

    private WeightFiles(Path path, Map<String, SafetensorsFile> files) {
        this.path = path;
        this.files = files;
    }

    /** Says whether a directory holds such weights. */
    public static boolean existIn(Path directory) {
        return SmallFile.isThere(directory.resolve(SINGLE)) || SmallFile.isThere(directory.resolve(INDEX));
    }

    /** Opens the weights and checks the headers of all their files. */
    public static WeightFiles open(Path directory) {
        Path single = directory.resolve(SINGLE);
        if (SmallFile.isThere(single)) {
            return single(single);
        }
        Path index = directory.resolve(INDEX);
        if (SmallFile.isThere(index)) {
            return sharded(index);
        }
        String missing = "The model directory " + directory + " has no " + SINGLE;
        if (Files.exists(directory.resolve("pytorch_model.bin"))
                || Files.exists(directory.resolve("pytorch_model.bin.index.json"))) {
            throw new ModelLoadException(missing + ", but a pytorch_model.bin, which can run code when it is read."
                    + " Convert it: python -c \"from transformers import AutoModelForSequenceClassification as M;"
                    + " M.from_pretrained('" + directory + "').save_pretrained('" + directory + "')\"");
        }
        throw new ModelLoadException(missing
                + " and no TorchScript archive (.pt). Save the model with save_pretrained(…) and copy it there.");
    }

    private static WeightFiles single(Path path) {
        SafetensorsFile file = SafetensorsFile.open(path);
        Map<String, SafetensorsFile> files = new LinkedHashMap<>();
        file.names().forEach(name -> files.put(name, file));
        return new WeightFiles(path, files);
    }

    private static WeightFiles sharded(Path index) {
        JsonNode map = JsonFile.read(index).path("weight_map");
        if (!map.isObject() || map.isEmpty()) {
            throw new ModelLoadException(
                    "The file " + index + " has no weight_map of tensors to files. Copy the model again.");
        }
        Map<String, SafetensorsFile> shards = new LinkedHashMap<>();
        Map<String, SafetensorsFile> files = new LinkedHashMap<>();
        map.properties().forEach(entry -> {
            SafetensorsFile shard =
                    shards.computeIfAbsent(entry.getValue().asText(), name -> shard(index, entry.getKey(), name));
            if (!shard.names().contains(entry.getKey())) {
                throw new ModelLoadException("The file " + index + " says that tensor " + entry.getKey() + " is in "
                        + shard.path() + ", but it is not. Copy all files of the model again.");
            }
            files.put(entry.getKey(), shard);
        });
        return new WeightFiles(index, files);
    }

    private static SafetensorsFile shard(Path index, String tensor, String name) {
        // A name with a folder in it would read files from outside of the model.
        if (!name.matches("[\\w.-]+\\.safetensors")) {
            throw new ModelLoadException("The file " + index + " gives tensor " + tensor + " the file \"" + name
                    + "\", which is no plain name of a safetensors file. Copy the model again from where it was made.");
        }
        Path file = index.resolveSibling(name);
        if (!SmallFile.isThere(file)) {
            throw new ModelLoadException("The model has no file " + file + ", which holds tensor " + tensor + " as "
                    + index.getFileName() + " says. Copy all files of the model.");
        }
        return SafetensorsFile.open(file);
    }

    /** Returns where the weights are: their only file, or the index. */
    public Path path() {
        return path;
    }

    public Set<String> names() {
        return files.keySet();
    }

    /** Returns the file that holds a tensor. */
    public Path path(String name) {
        return file(name).path();
    }

    /** Returns the shape of a tensor; it must exist. */
    public long[] shape(String name) {
        return file(name).shape(name);
    }

    /** Reads a tensor into little-endian float32 memory, and says whether all its numbers are finite. */
    public boolean read(String name, ByteBuffer floats) {
        return file(name).read(name, reader, floats);
    }

    private SafetensorsFile file(String name) {
        SafetensorsFile file = files.get(name);
        if (file == null) {
            throw new ModelLoadException("The weights " + path + " have no tensor " + name
                    + ". Check that config.json belongs to them; they hold " + files.size() + " tensors, such as "
                    + files.keySet().stream().sorted().limit(5).toList() + ".");
        }
        return file;
    }
}
