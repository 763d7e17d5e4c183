package io.github.junitattrib.assertj;

import io.github.junitattrib.assertj.error.ShouldApply;
import io.github.junitattrib.check.Substitution;
import io.github.junitattrib.check.ThreadBound;
import java.util.Optional;

/**
 * A case of a corpus: while it runs, assertions of this thread throw as usual but are not recorded with the test, and take
 * their numbers from the models that the corpus is judged with.
 */
final class NestedCase {

    private static final ThreadBound<NestedCase> CURRENT = new ThreadBound<>();

    private final Substitution substitution;
    private Optional<Outcome> notApplicable = Optional.empty();
    private int judged;
    private boolean looked;

    NestedCase(Substitution substitution) {
        this.substitution = substitution;
    }

    static Optional<NestedCase> current() {
        return CURRENT.current();
    }

    /** The models that assertions of this thread take their numbers from. */
    static Substitution models() {
        return current().map(nested -> nested.substitution).orElseGet(Substitution::none);
    }

    /** Runs the assertions of this case. */
    void run(Runnable assertions) {
        CURRENT.during(Optional.of(this), () -> {
            assertions.run();
            return this;
        });
    }

    /**
     * Hears of an assertion's outcome.
     *
     * @return whether the case goes on as if it had passed, since its change does not apply to the text
     */
    boolean goesOnAfter(Outcome outcome) {
        boolean applies =
                outcome.message().filter(ShouldApply.class::isInstance).isEmpty();
        judged += applies ? 1 : 0;
        notApplicable = applies ? notApplicable : notApplicable.or(() -> Optional.of(outcome));
        return !applies;
    }

    /** Hears that an assertion of AssertJ's own, whose outcome nobody tells, looks at the attribution. */
    void look() {
        looked = true;
    }

    /** Whether nothing was asserted at all. */
    boolean isEmpty() {
        return judged == 0 && !looked && notApplicable.isEmpty();
    }

    /** The first assertion that had nothing to check, if none had. */
    Optional<Outcome> notApplicable() {
        return judged == 0 && !looked ? notApplicable : Optional.empty();
    }
}
