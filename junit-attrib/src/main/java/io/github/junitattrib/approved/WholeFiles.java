package io.github.junitattrib.approved;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import java.util.UUID;

/** Replaces files whole or not at all: what was approved must not be lost in a crash, nor by another process. */
final class WholeFiles {

    private static final String LEFT_OVER = ".????????-????-????-????-????????????.tmp";

    private WholeFiles() {}

    /** What is done with a file. */
    interface Action {
        void run() throws IOException;
    }

    /** Writes a file, making its folder if need be; of a link, the file that it leads to. */
    static void replace(Path file, byte[] content) throws IOException {
        Path target = target(file);
        Path folder = folder(target);
        Files.createDirectories(folder);
        // Not createTempFile: its file could be read by this user alone, also after the move.
        Path fresh = folder.resolve("." + UUID.randomUUID() + ".tmp");
        try {
            Files.write(fresh, content);
            move(fresh, target);
        } finally {
            Files.deleteIfExists(fresh);
        }
        deleteLeftOver(folder);
    }

    private static Path target(Path file) throws IOException {
        if (!Files.isSymbolicLink(file)) {
            return file;
        }
        return Files.exists(file) ? file.toRealPath() : file.resolveSibling(Files.readSymbolicLink(file));
    }

    private static Path folder(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), "folder of the file");
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Deletes what processes that ended in the middle have left; younger files may be of one that runs. */
    private static void deleteLeftOver(Path folder) {
        FileTime begin =
                FileTime.fromMillis(ManagementFactory.getRuntimeMXBean().getStartTime());
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, LEFT_OVER)) {
            for (Path file : left) {
                if (Files.getLastModifiedTime(file).compareTo(begin) < 0) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            // The file is written, and what is left over changes nothing.
        }
    }

    /** Does what no other thread or process does at the same time with the same lock file. */
    @SuppressWarnings("try") // The lock is held, not used.
    static void locked(Path lockFile, Action action) throws IOException {
        // File locks are for processes; threads of one JVM would get an exception. Interned, as test frameworks may
        // load this class several times in one JVM.
        String monitor = ("junit-attrib " + lockFile.toAbsolutePath().normalize()).intern();
        synchronized (monitor) {
            Files.createDirectories(folder(lockFile));
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                action.run();
            }
        }
    }
}
