package io.github.junitattrib.model.torch.checkpoint;

import io.github.junitattrib.ModelLoadException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The files of a checkpoint when it was loaded, to see whether others took their places since. */
public final class CheckpointState {

    /** Settings, weights, vocabularies: what loading reads. Others, such as logs, may change as they like. */
    private static final String READ = "*.{json,safetensors,txt}";

    private final Path directory;
    private final Map<Path, FileState> files;

    private CheckpointState(Path directory, Map<Path, FileState> files) {
        this.directory = directory;
        this.files = files;
    }

    /**
     * Looks at the files of a directory.
     *
     * @param directory of the checkpoint
     * @return their state now
     * @throws ModelLoadException if the directory cannot be listed
     */
    public static CheckpointState of(Path directory) {
        return new CheckpointState(directory, files(directory));
    }

    /**
     * Sees to it that what is loaded now is what was loaded then: a mutant made of other files would be one of another model.
     *
     * @throws ModelLoadException if a file was changed, added or removed
     */
    public void requireUnchanged() {
        if (!files(directory).equals(files)) {
            throw new ModelLoadException(
                    "The files of the checkpoint " + directory
                            + " were changed since the model was loaded. Run the tests again when they are written to their end.");
        }
    }

    private static Map<Path, FileState> files(Path directory) {
        Map<Path, FileState> files = new TreeMap<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, READ)) {
            for (Path file : found) {
                // A link that leads nowhere is told by whoever reads it.
                if (Files.isRegularFile(file)) {
                    files.put(file, FileState.of(file));
                }
            }
        } catch (IOException e) {
            throw SmallFile.unreadable("The directory " + directory, e);
        }
        return files;
    }
}
