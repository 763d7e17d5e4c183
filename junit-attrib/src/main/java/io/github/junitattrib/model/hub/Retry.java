package io.github.junitattrib.model.hub;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;

/**
 * Tries again what a moment may mend: a busy server, a cut connection.
 *
 * @param pauses the waits between two attempts; one attempt more than there are pauses
 */
record Retry(List<Duration> pauses) {

    static final Retry PATIENT = new Retry(
            List.of(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4)));

    /** One try of something that may fail. */
    @FunctionalInterface
    interface Attempt<T> {
        T run() throws IOException;
    }

    <T> T run(Attempt<T> attempt) throws IOException {
        for (Duration pause : pauses) {
            try {
                return attempt.run();
            } catch (IOException e) {
                if (!isPassing(e)) {
                    throw e;
                }
                sleep(pause);
            }
        }
        return attempt.run();
    }

    private static boolean isPassing(IOException failure) {
        if (failure instanceof HttpFailure answer) {
            return answer.isPassing();
        }
        return !(failure instanceof LocalFileException
                || failure instanceof UnusableException
                || failure instanceof SSLHandshakeException
                || Thread.currentThread().isInterrupted());
    }

    private static void sleep(Duration pause) throws InterruptedIOException {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }
}
