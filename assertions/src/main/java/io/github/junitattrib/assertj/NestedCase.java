package io.github.junitattrib.assertj;

import io.github.junitattrib.assertj.error.ShouldApply;
import io.github.junitattrib.check.Substitution;
import java.util.Optional;

/**
 * A case of a corpus: while it runs, assertions of this thread throw as usual but are not recorded with the test, and take
 * their numbers from the models that the corpus is judged with.
 */
final class NestedCase {

    private static final ThreadLocal<Optional<NestedCase>> CURRENT = ThreadLocal.withInitial(Optional::empty);

    private final Substitution substitution;
    private boolean applies = true;

    NestedCase(Substitution substitution) {
        this.substitution = substitution;
    }

    static Optional<NestedCase> current() {
        return CURRENT.get();
    }

    /** The models that assertions of this thread take their numbers from. */
    static Substitution models() {
        return current().map(nested -> nested.substitution).orElseGet(Substitution::none);
    }

    /** Runs the assertions of this case. */
    void run(Runnable assertions) {
        Optional<NestedCase> outer = CURRENT.get();
        CURRENT.set(Optional.of(this));
        try {
            assertions.run();
        } finally {
            if (outer.isPresent()) {
                CURRENT.set(outer);
            } else {
                CURRENT.remove();
            }
        }
    }

    /** Hears of an assertion's outcome. */
    void note(Outcome outcome) {
        applies = outcome.message().filter(ShouldApply.class::isInstance).isEmpty();
    }

    /** Whether the last assertion had something to check. */
    boolean applies() {
        return applies;
    }
}
