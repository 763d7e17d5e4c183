package io.github.junitattrib.check;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A value that a thread has while it does some work, and that whatever it calls can ask for.
 *
 * @param <T> what the value is
 */
public final class ThreadBound<T> {

    private final ThreadLocal<Optional<T>> values = ThreadLocal.withInitial(Optional::empty);

    /**
     * Returns the value of the thread that asks.
     *
     * @return empty outside of any work that has one
     */
    public Optional<T> current() {
        return values.get();
    }

    /**
     * Does some work with another value; then the thread has again what it had before.
     *
     * @param value what the work finds; empty for nothing
     * @param work is done on this thread
     * @param <R> what it gives
     * @return what it gives
     */
    public <R> R during(Optional<T> value, Supplier<R> work) {
        Optional<T> outer = values.get();
        values.set(value);
        try {
            return work.get();
        } finally {
            if (outer.isPresent()) {
                values.set(outer);
            } else {
                values.remove();
            }
        }
    }
}
