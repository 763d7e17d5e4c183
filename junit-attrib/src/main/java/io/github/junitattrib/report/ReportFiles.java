package io.github.junitattrib.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.UUID;

/**
 * Writes report files so that a reader in another process sees a whole file or none. A link stays one, and so does a device or
 * pipe: what they lead to is written.
 */
final class ReportFiles {

    private ReportFiles() {}

    /** Replaces a file, making its folder if need be. */
    static void write(Path file, String content) {
        // The encoder of getBytes replaces lone surrogates, where the one of Files.writeString would throw.
        write(file, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Replaces a file, making its folder if need be. */
    static void write(Path file, byte[] content) {
        try {
            if (isSpecial(file)) {
                Files.write(file, content);
                return;
            }
            Path target = target(file);
            Path folder = Objects.requireNonNull(target.toAbsolutePath().getParent(), "folder of the file");
            Files.createDirectories(folder);
            // Not createTempFile: its file could be read by this user alone, also after the move.
            Path temporary = folder.resolve(".writing-" + UUID.randomUUID() + ".tmp");
            try {
                Files.write(temporary, content);
                move(temporary, target);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw failure("Cannot write the report file " + file, e);
        }
    }

    /** Whether it is a device, a pipe or the like, which can be written but not replaced. */
    static boolean isSpecial(Path file) throws IOException {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).isOther();
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Follows links, also to what is not there yet; links in a circle have failed before. */
    private static Path target(Path file) throws IOException {
        return Files.isSymbolicLink(file) ? target(file.resolveSibling(Files.readSymbolicLink(file))) : file;
    }

    /** Deletes a file, if it is there. */
    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw failure("Cannot delete " + file, e);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Runs an action that no other thread or process runs at the same time with the same lock file. */
    @SuppressWarnings("try") // The lock is held, not used.
    static void locked(Path lockFile, Runnable action) {
        // File locks are for processes; threads of one JVM would get an exception. Interned, as test frameworks may
        // load this class several times in one JVM.
        String monitor = ("junit-attrib " + lockFile.toAbsolutePath().normalize()).intern();
        synchronized (monitor) {
            try {
                Files.createDirectories(
                        Objects.requireNonNull(lockFile.toAbsolutePath().getParent(), "folder of the lock"));
            } catch (IOException e) {
                throw failure("Cannot make the folder of " + lockFile, e);
            }
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                action.run();
            } catch (IOException e) {
                throw failure("Cannot lock " + lockFile, e);
            }
        }
    }

    private static UncheckedIOException failure(String what, IOException cause) {
        return new UncheckedIOException(
                what + ": " + cause
                        + ". See that the folder is writable and the disk not full, or name another folder with"
                        + " attrib.report.dir.",
                cause);
    }
}
