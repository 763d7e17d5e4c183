package io.github.junitattrib.model.torch;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Runs a computation on a thread of its own with a large stack.
 *
 * <p>The native library reads code by a recursion along its blocks, and compiles it at its first call by one along the
 * operations: on the stack of a usual thread some hundred or thousand of them end the process. Later calls need no more stack than others.
 */
final class DeepStack {

    /** Measured: less than 1 kB an operation; far more than the largest archive that is read asks for. Only what is used counts. */
    private static final long BYTES = 512L << 20;

    private DeepStack() {}

    /** Runs it to its end, and throws what it throws. */
    static <R> R run(Supplier<R> computation) {
        FutureTask<R> task = new FutureTask<>(computation::get);
        Thread thread = new Thread(null, task, "attrib-compile", BYTES);
        thread.setDaemon(true);
        thread.start();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    // Memory that it uses must not be freed under it: whoever interrupts waits for one forward pass.
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw rethrown(e);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException rethrown(ExecutionException e) {
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        return e.getCause() instanceof RuntimeException exception ? exception : new IllegalStateException(e);
    }
}
