package io.github.junitattrib.junit;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * A chain of a test that verifies nothing until it is finished.
 *
 * <p>{@link AttributionLog#openStep(String)} makes it; a test that ends before it is {@linkplain #close() closed} fails.
 * It is no {@link AutoCloseable}, because a finished chain closes it and no block of code does.
 */
public final class OpenStep {

    private final String description;
    private final String example;
    private final Optional<StackTraceElement> line;
    private final Consumer<OpenStep> whenClosed;

    OpenStep(String description, String example, Optional<StackTraceElement> line, Consumer<OpenStep> whenClosed) {
        this.description = description;
        this.example = example;
        this.line = line;
        this.whenClosed = whenClosed;
    }

    /**
     * Returns the step as the test wrote it.
     *
     * @return such as {@code ranks("great")}
     */
    public String description() {
        return description;
    }

    /** Returns a chain that is finished, for the hint to whoever left this one open. */
    String example() {
        return example;
    }

    /** Returns the line of the test that began it. */
    Optional<StackTraceElement> line() {
        return line;
    }

    /** Says that the chain was finished; closing again changes nothing. */
    public void close() {
        whenClosed.accept(this);
    }

    @Override
    public String toString() {
        return description;
    }
}
