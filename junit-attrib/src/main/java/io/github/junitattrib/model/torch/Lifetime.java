package io.github.junitattrib.model.torch;

import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Keeps native memory alive while it is used: closing waits for computations under way, and later ones are refused.
 *
 * <p>Freeing it under a running computation ends the process; a test that was given up by a timeout still computes when
 * the session closes its model.
 */
final class Lifetime {

    private final String name;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private boolean closed;

    /** Makes the lifetime of a model; {@code name} is for messages. */
    Lifetime(String name) {
        this.name = name;
    }

    /** Runs a computation; several may run at once. */
    <R> R use(Supplier<R> computation) {
        lock.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException(
                        "Model " + name + " is closed. Load it again, or close it after its last use.");
            }
            return computation.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Frees what computations used, once. */
    void close(Runnable release) {
        if (lock.getReadHoldCount() > 0) {
            // It would wait for itself.
            throw new IllegalStateException(
                    "Model " + name + " is closed by its own computation. Close it afterwards.");
        }
        lock.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                release.run();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }
}
