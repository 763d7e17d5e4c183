package io.github.junitattrib.model.torch.script;

import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.model.torch.checkpoint.FileState;
import io.github.junitattrib.model.torch.mutant.WeightChange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A folder with copies of archives that have an entrance at the word embeddings, one for each content.
 *
 * <p>A copy is named by the SHA-256 of its original and appears by one rename, with its own SHA-256 beside it: a damaged
 * copy is written again. A changed archive never meets an old copy.
 */
public final class ProbeCopies {

    /** Counts up when the way of patching changes. */
    private static final int VERSION = 2;

    /** Files are written and loaded within minutes, so that no process is at work on one that was last written so long ago. */
    private static final Duration ABANDONED = Duration.ofDays(1);

    private final Path folder;

    /**
     * Makes it.
     *
     * @param folder where the copies lie; made when first needed
     */
    public ProbeCopies(Path folder) {
        this.folder = folder;
    }

    /**
     * Finds or writes the copy of an archive.
     *
     * @param archive the original, which stays as it is
     * @param device where it shall run: {@code cpu}, {@code cuda:N} or {@code mps}
     * @return the file of the copy
     * @throws ModelLoadException if the original is damaged or the folder cannot be written
     */
    public Path of(ScriptArchive archive, String device) {
        try {
            String name = "v" + VERSION + "-" + device.replace(':', '-') + "-" + archive.sha256();
            Path copy = folder.resolve(name + ".pt");
            Path record = folder.resolve(name + ".sha256");
            if (!isWhole(copy, record)) {
                write(archive, device, copy, record);
            }
            return copy;
        } catch (IOException e) {
            throw unwritten(archive, e);
        }
    }

    private ModelLoadException unwritten(ScriptArchive archive, IOException e) {
        return new ModelLoadException(
                "The TorchScript archive " + archive.file() + " cannot be copied to " + folder
                        + " with an entrance at its word embeddings: " + e
                        + ". Make that directory writable and check its free space, or set attrib.cache to another.",
                e);
    }

    /**
     * Writes a copy with other weights, to be loaded once.
     *
     * @param archive the original, which stays as it is
     * @param device where it shall run: {@code cpu}, {@code cuda:N} or {@code mps}
     * @param change what happens to the weights
     * @return a file that the caller deletes
     * @throws ModelLoadException if the original is damaged or was changed, or the folder cannot be written
     */
    public Path mutant(ScriptArchive archive, String device, WeightChange change) {
        Path copy = unfinished("mutant");
        try {
            prepareFolder();
            archive.writeMutant(copy, device, change);
            return copy;
        } catch (IOException e) {
            delete(copy);
            throw unwritten(archive, e);
        } catch (RuntimeException | Error e) {
            delete(copy);
            throw e;
        }
    }

    /**
     * Deletes a copy that was loaded.
     *
     * @param copy a file of {@link #mutant}
     */
    public static void delete(Path copy) {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            // It is in use, where files in use cannot be deleted.
            copy.toFile().deleteOnExit();
        }
    }

    private static boolean isWhole(Path copy, Path record) throws IOException {
        return Files.isRegularFile(copy)
                && Files.isRegularFile(record)
                && Files.size(record) < 1000
                && new String(Files.readAllBytes(record), StandardCharsets.ISO_8859_1).equals(FileState.sha256(copy));
    }

    private void write(ScriptArchive archive, String device, Path copy, Path record) throws IOException {
        prepareFolder();
        Path fresh = unfinished("copy");
        Path freshRecord = unfinished("copy");
        try {
            archive.writeCopy(fresh, device);
            Files.writeString(freshRecord, FileState.sha256(fresh));
            // The record comes last: without it, a copy does not count. Both are the same whoever writes them.
            Files.move(fresh, copy, StandardCopyOption.ATOMIC_MOVE);
            Files.move(freshRecord, record, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
            Files.deleteIfExists(freshRecord);
        }
    }

    /** Not createTempFile: its file could be read by this user alone, and others may share the cache. */
    private Path unfinished(String kind) {
        return folder.resolve("." + kind + "-" + UUID.randomUUID() + ".tmp");
    }

    /** Makes the folder, and removes what processes left in it that were killed. */
    private void prepareFolder() throws IOException {
        Files.createDirectories(folder);
        FileTime latest = FileTime.from(Instant.now().minus(ABANDONED));
        try (DirectoryStream<Path> unfinished = Files.newDirectoryStream(folder, ".{mutant,copy}-*.tmp")) {
            unfinished.forEach(file -> removeIfOlder(file, latest));
        }
    }

    private static void removeIfOlder(Path file, FileTime latest) {
        try {
            if (Files.getLastModifiedTime(file).compareTo(latest) < 0) {
                Files.delete(file);
            }
        } catch (IOException e) {
            // It costs space alone: another process may be removing the same, or it belongs to another user.
        }
    }
}
