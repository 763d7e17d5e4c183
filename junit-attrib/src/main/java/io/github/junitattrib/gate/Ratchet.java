package io.github.junitattrib.gate;

import java.util.List;

/**
 * How the failures of a candidate differ from those that are known.
 *
 * @param location where the list stands
 * @param known how many entries it has
 * @param unknown what fails and is not in the list
 * @param fixed what is in the list and does not fail, or is no case any more
 */
public record Ratchet(String location, int known, List<FailingCase> unknown, List<FailingCase> fixed) {

    /**
     * Copies the lists.
     *
     * @param location where the list stands
     * @param known how many entries it has
     * @param unknown what fails and is not in the list
     * @param fixed what is in the list and does not fail, or is no case any more
     */
    public Ratchet {
        unknown = List.copyOf(unknown);
        fixed = List.copyOf(fixed);
    }

    /**
     * Says whether the list is just what fails.
     *
     * @return false if an entry is missing or has to go
     */
    public boolean holds() {
        return unknown.isEmpty() && fixed.isEmpty();
    }
}
