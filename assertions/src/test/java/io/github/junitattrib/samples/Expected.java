package io.github.junitattrib.samples;

import io.github.junitattrib.InconclusiveException;
import java.util.Optional;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** What the comment behind a statement says of it. */
enum Expected {
    PASSES("passes") {
        @Override
        boolean describes(Optional<Throwable> thrown) {
            return thrown.isEmpty();
        }
    },
    FAILS("fails") {
        @Override
        boolean describes(Optional<Throwable> thrown) {
            return thrown.filter(AssertionError.class::isInstance).isPresent();
        }
    },
    CANNOT_TELL("cannot tell") {
        @Override
        boolean describes(Optional<Throwable> thrown) {
            return thrown.filter(InconclusiveException.class::isInstance).isPresent();
        }
    },
    ABORTS("aborts") {
        @Override
        boolean describes(Optional<Throwable> thrown) {
            return thrown.filter(TestAbortedException.class::isInstance).isPresent();
        }
    };

    private final String words;

    Expected(String words) {
        this.words = words;
    }

    /** Whether a statement that ended so keeps the word of its comment. */
    abstract boolean describes(Optional<Throwable> thrown);

    /**
     * Reads a comment: the words alone, or a comma or colon and any text behind them.
     *
     * @return empty for comments that say something else
     * @throws IllegalArgumentException if the words stand at its beginning, but go on otherwise
     */
    static Optional<Expected> of(String comment) {
        Optional<Expected> found = Stream.of(values())
                .filter(expected -> comment.startsWith(expected.words))
                .findFirst();
        found.filter(expected -> !comment.substring(expected.words.length()).matches("|[,:].*"))
                .ifPresent(expected -> {
                    throw new IllegalArgumentException("The comment \"// " + comment + "\" must end behind \""
                            + expected.words + "\", or go on with a comma or colon.");
                });
        return found;
    }

    @Override
    public String toString() {
        return words;
    }
}
