package io.github.junitattrib.location;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import java.util.UUID;

/**
 * Writes files so that a reader in another process sees a whole file or none, and a crash loses nothing. A link stays one, and
 * so does a device or pipe: what they lead to is written.
 */
public final class WholeFiles {

    private static final String FRESH = ".writing-";
    private static final String LEFT_OVER = FRESH + "????????-????-????-????-????????????.tmp";

    private WholeFiles() {}

    /** What is done with a file. */
    @FunctionalInterface
    public interface Action {

        /**
         * Does it.
         *
         * @throws IOException if it cannot be done
         */
        void run() throws IOException;
    }

    /**
     * Replaces a file, making its folder if need be.
     *
     * @param file the file, or a link to it
     * @param content all of it
     * @throws IOException if it cannot be written; it is as it was then
     */
    public static void replace(Path file, byte[] content) throws IOException {
        boolean plain = isPlain(file);
        if (!plain && isSpecial(file)) {
            Files.write(file, content);
            return;
        }
        Path target = plain ? file : target(file);
        Path folder = folder(target);
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
        // Not createTempFile: its file could be read by this user alone, also after the move.
        Path fresh = folder.resolve(FRESH + UUID.randomUUID() + ".tmp");
        try {
            Files.write(fresh, content);
            move(fresh, target);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** Whether it is a file or nothing yet; asked at once, as each question about what is not there costs an exception. */
    private static boolean isPlain(Path file) throws IOException {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                    .isRegularFile();
        } catch (NoSuchFileException e) {
            return true;
        }
    }

    /**
     * Says whether a file is a device, a pipe or the like, which can be written but not replaced.
     *
     * @param file the file, or a link to it
     * @return false too if there is none
     * @throws IOException if nobody can tell, as of links in a circle
     */
    public static boolean isSpecial(Path file) throws IOException {
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

    /**
     * Deletes what processes that ended in the middle of writing have left beside a file; younger ones may be of a process that
     * runs.
     *
     * @param file the file, or a link to it
     */
    public static void deleteLeftOver(Path file) {
        FileTime begin =
                FileTime.fromMillis(ManagementFactory.getRuntimeMXBean().getStartTime());
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder(target(file)), LEFT_OVER)) {
            for (Path one : left) {
                if (Files.getLastModifiedTime(one).compareTo(begin) < 0) {
                    Files.deleteIfExists(one);
                }
            }
        } catch (IOException e) {
            // What is left over changes nothing.
        }
    }

    /**
     * Does what no other thread or process does at the same time with the same lock file.
     *
     * @param lockFile is made if need be, and stays
     * @param action what to do
     * @throws IOException if it cannot be locked, or the action fails
     */
    @SuppressWarnings("try") // The lock is held, not used.
    public static void locked(Path lockFile, Action action) throws IOException {
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
