package io.github.junitattrib.vacuity;

import io.github.junitattrib.Verdict;
import io.github.junitattrib.check.Check;
import java.util.Optional;

/**
 * A check judged a second time on the model itself, before mutants are asked.
 *
 * @param check the check
 * @param seen what it took of the model
 * @param reason why it cannot be replayed; empty if it can
 */
record OwnJudgment(Check check, Witness seen, Optional<String> reason) {

    static OwnJudgment of(Check check, ModelAnswers own) {
        Witness seen = new Witness(own, own);
        return new OwnJudgment(check, seen, reason(check, seen, own));
    }

    private static Optional<String> reason(Check check, Witness seen, ModelAnswers own) {
        if (check.requests().isEmpty()) {
            return Optional.of(
                    "it judges a ready attribution rather than a request, which cannot be asked of a mutant");
        }
        try {
            if (check.requests().stream().noneMatch(own::isAsked)) {
                return Optional.of("it asks other models than the one under test");
            }
            Verdict again = check.function().apply(seen).verdict();
            return again == Verdict.PASS
                    ? Optional.empty()
                    : Optional.of("judged a second time on the model itself, it is " + again
                            + ", so that mutants would tell nothing");
        } catch (RuntimeException | Error e) {
            return Optional.of("it cannot be judged a second time: " + FirstLine.of(e));
        }
    }
}
