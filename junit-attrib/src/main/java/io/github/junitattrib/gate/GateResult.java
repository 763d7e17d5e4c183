package io.github.junitattrib.gate;

import io.github.junitattrib.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * What a gate says of a comparison.
 *
 * @param gate where the thresholds come from
 * @param settings what they were measured by
 * @param comparison what was compared
 * @param checks all thresholds, in the order of the file
 */
public record GateResult(String gate, GateSettings settings, ComparisonResult comparison, List<GateCheck> checks) {

    /**
     * Copies the list.
     *
     * @param gate where the thresholds come from
     * @param settings what they were measured by
     * @param comparison what was compared
     * @param checks all thresholds, in the order of the file
     */
    public GateResult {
        checks = List.copyOf(checks);
    }

    /**
     * Returns the outcome: a broken threshold fails, one that nobody can tell of is inconclusive, and so is a gate that
     * judged nothing.
     *
     * @return the outcome
     */
    public Verdict verdict() {
        if (first(Verdict.FAIL).isPresent()) {
            return Verdict.FAIL;
        }
        return first(Verdict.INCONCLUSIVE).isPresent() || first(Verdict.PASS).isEmpty()
                ? Verdict.INCONCLUSIVE
                : Verdict.PASS;
    }

    /**
     * Finds the first threshold with an outcome.
     *
     * @param verdict the outcome
     * @return empty if there is none
     */
    public Optional<GateCheck> first(Verdict verdict) {
        return checks.stream()
                .filter(check -> check.verdict().filter(verdict::equals).isPresent())
                .findFirst();
    }
}
