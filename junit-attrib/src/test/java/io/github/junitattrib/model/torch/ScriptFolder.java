package io.github.junitattrib.model.torch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.junitattrib.model.DeviceChoice;
import io.github.junitattrib.model.ModelCache;
import io.github.junitattrib.model.torch.script.ArchiveEditor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A TorchScript directory with a test archive and a tokenizer of thirty words, to be changed in one place by a test. */
final class ScriptFolder {

    private static final List<String> VOCABULARY = List.of(
            "[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "it", "was", "great", "said", "not", "##ly", "'", "t", "wasn",
            "good", "bad", "film", "the", "and", "but", "they", ".", ",", "end", "boring", "a", "an", "of", "in",
            "story");

    final Path directory;
    private final ModelCache cache;

    private ScriptFolder(Path root) {
        this.directory = root.resolve("model");
        this.cache = new ModelCache(root.resolve("cache"));
    }

    /** Makes the directory {@code model} under a root, and beside it the cache. */
    static ScriptFolder of(String archive, Path root) {
        try {
            ScriptFolder folder = new ScriptFolder(root);
            Files.createDirectories(folder.directory);
            Files.copy(ArchiveEditor.file(archive), folder.directory.resolve(archive + ".pt"));
            Files.writeString(folder.directory.resolve("tokenizer.json"), TinyCheckpoint.tokenizer(VOCABULARY));
            ObjectNode config = new ObjectMapper().createObjectNode().put("pad_token_id", 0);
            return folder.write("config.json", config.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ScriptFolder write(String file, String text) {
        try {
            Files.writeString(directory.resolve(file), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ScriptFolder write(String file, byte[] content) {
        try {
            Files.write(directory.resolve(file), content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ScriptFolder delete(String file) {
        try {
            Files.delete(directory.resolve(file));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TorchClassifier load() {
        return (TorchClassifier) new TorchScriptLoader().load(directory, "script", new DeviceChoice("cpu"), cache);
    }
}
