package io.github.junitattrib.gate;

import io.github.junitattrib.Verdict;
import java.util.List;

/**
 * How the failures of a candidate differ from those that are known.
 *
 * @param location where the list stands
 * @param known how many entries it has
 * @param unknown what fails and is not in the list
 * @param fixed what is in the list and does not fail, or is no case any more
 * @param unclear what is not in the list, and nobody can tell whether it fails
 */
public record Ratchet(
        String location, int known, List<FailingCase> unknown, List<FailingCase> fixed, List<FailingCase> unclear) {

    /**
     * Copies the lists.
     *
     * @param location where the list stands
     * @param known how many entries it has
     * @param unknown what fails and is not in the list
     * @param fixed what is in the list and does not fail, or is no case any more
     * @param unclear what is not in the list, and nobody can tell whether it fails
     */
    public Ratchet {
        unknown = List.copyOf(unknown);
        fixed = List.copyOf(fixed);
        unclear = List.copyOf(unclear);
    }

    /**
     * Says whether the list is just what fails.
     *
     * @return {@link Verdict#FAIL} if an entry is missing or has to go; {@link Verdict#INCONCLUSIVE} if one may be missing
     */
    public Verdict verdict() {
        if (!unknown.isEmpty() || !fixed.isEmpty()) {
            return Verdict.FAIL;
        }
        return unclear.isEmpty() ? Verdict.PASS : Verdict.INCONCLUSIVE;
    }
}
