package io.github.junitattrib.junit;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Loads a model on a thread of its own, which no test's timeout interrupts.
 *
 * <p>An interrupt closes the file that is being read, and the failure would be remembered for every later test of the
 * JVM, although nothing is wrong with the model.
 */
final class ModelLoading {

    private ModelLoading() {}

    static LoadedModel uninterrupted(Callable<LoadedModel> load) {
        FutureTask<LoadedModel> task = new FutureTask<>(load);
        Thread loader = new Thread(task, "junit-attrib model loader");
        loader.setContextClassLoader(Thread.currentThread().getContextClassLoader());
        loader.setDaemon(true);
        loader.start();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    // The test learns of it when the model is there.
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw unwrapped(Objects.requireNonNull(e.getCause()));
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException unwrapped(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException exception ? exception : new IllegalStateException(cause);
    }
}
