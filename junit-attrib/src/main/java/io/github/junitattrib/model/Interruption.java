package io.github.junitattrib.model;

import io.github.junitattrib.EngineException;

/**
 * Ends long computations on a thread that was interrupted, as by the timeout of a test.
 *
 * <p>Checked between two batches, so that it takes no longer than one of them; the thread stays interrupted.
 */
public final class Interruption {

    private Interruption() {}

    /**
     * Goes on unless the thread was interrupted.
     *
     * @param doing what would go on, as in "predicting text 12 of 1024"
     * @throws EngineException if it was
     */
    public static void check(String doing) {
        if (Thread.currentThread().isInterrupted()) {
            throw new EngineException("The thread was interrupted while " + doing
                    + ", as by the timeout of a test. Allow more time, or ask about less at once.");
        }
    }
}
