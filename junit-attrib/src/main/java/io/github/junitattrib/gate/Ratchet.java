package io.github.junitattrib.gate;

import io.github.junitattrib.Verdict;
import java.util.List;

/**
 * How the failures of a candidate differ from those that are known.
 *
 * @param location where the list stands
 * @param known how many entries it has
 * @param unknown what fails and is not in the list
 * @param fixed what is in the list and does not fail
 * @param unclear what is not in the list, and nobody can tell whether it fails
 * @param strangers what is in the list and is no case of the corpus; nothing if some cases of the corpus were left out
 */
public record Ratchet(
        String location,
        int known,
        List<FailingCase> unknown,
        List<FailingCase> fixed,
        List<FailingCase> unclear,
        List<FailingCase> strangers) {

    /**
     * Copies the lists.
     *
     * @param location where the list stands
     * @param known how many entries it has
     * @param unknown what fails and is not in the list
     * @param fixed what is in the list and does not fail
     * @param unclear what is not in the list, and nobody can tell whether it fails
     * @param strangers what is in the list and is no case of the corpus; nothing if some cases of the corpus were left out
     */
    public Ratchet {
        unknown = List.copyOf(unknown);
        fixed = List.copyOf(fixed);
        unclear = List.copyOf(unclear);
        strangers = List.copyOf(strangers);
    }

    /**
     * Says whether the list is just what fails.
     *
     * @return {@link Verdict#FAIL} if an entry is missing, has to go or names no case; {@link Verdict#INCONCLUSIVE} if one may
     *     be missing
     */
    public Verdict verdict() {
        if (!unknown.isEmpty() || !fixed.isEmpty() || !strangers.isEmpty()) {
            return Verdict.FAIL;
        }
        return unclear.isEmpty() ? Verdict.PASS : Verdict.INCONCLUSIVE;
    }
}
