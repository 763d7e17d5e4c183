package io.github.junitattrib.model.hub;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Lets one thread of one process at a time write the files of a model. */
final class Exclusive {

    private static final System.Logger LOG = System.getLogger(Exclusive.class.getName());
    private static final Duration PAUSE = Duration.ofMillis(100);
    /** A file lock belongs to the whole process, so its threads need one more. */
    private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

    private Exclusive() {}

    /** What is done while nobody else writes. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }

    /**
     * Waits until nobody else holds the file, then does the work.
     *
     * <p>The file stays: if it were deleted, one process could hold the old and another the new one.
     */
    static <T> T holding(Path file, Work<T> work) throws IOException {
        ReentrantLock lock = THREADS.computeIfAbsent(file.toAbsolutePath().normalize(), path -> new ReentrantLock());
        lock.lock();
        try {
            Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                await(channel, file);
                // Closing the channel gives the lock back.
                return work.run();
            }
        } finally {
            lock.unlock();
        }
    }

    private static void await(FileChannel channel, Path file) throws IOException {
        boolean told = false;
        while (tried(channel) == null) {
            if (!told) {
                LOG.log(Level.INFO, "Waiting for another process that holds {0}", file);
                told = true;
            }
            try {
                Thread.sleep(PAUSE.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted while waiting for another process that holds " + file);
            }
        }
    }

    private static @Nullable FileLock tried(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Held by this process, but by a copy of this class from another class loader.
            return null;
        }
    }
}
