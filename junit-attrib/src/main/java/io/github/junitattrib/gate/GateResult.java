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
 * @param ratchet how its failures differ from known ones; empty if no list is given
 */
public record GateResult(
        String gate,
        GateSettings settings,
        ComparisonResult comparison,
        List<GateCheck> checks,
        Optional<Ratchet> ratchet) {

    /**
     * Copies the list.
     *
     * @param gate where the thresholds come from
     * @param settings what they were measured by
     * @param comparison what was compared
     * @param checks all thresholds, in the order of the file
     * @param ratchet how its failures differ from known ones; empty if no list is given
     */
    public GateResult {
        checks = List.copyOf(checks);
    }

    /**
     * Adds how the failures differ from known ones.
     *
     * @param found what differs
     * @return a changed copy
     */
    public GateResult with(Ratchet found) {
        return new GateResult(gate, settings, comparison, checks, Optional.of(found));
    }

    /**
     * Returns the outcome: a broken threshold fails, and so do failures that differ from the known ones. Inconclusive is a
     * threshold or a known failure that nobody can tell of, and a gate that judged nothing.
     *
     * @return the outcome
     */
    public Verdict verdict() {
        Verdict known = ratchet.map(Ratchet::verdict).orElse(Verdict.PASS);
        if (first(Verdict.FAIL).isPresent() || known == Verdict.FAIL) {
            return Verdict.FAIL;
        }
        return first(Verdict.INCONCLUSIVE).isPresent()
                        || known == Verdict.INCONCLUSIVE
                        || first(Verdict.PASS).isEmpty()
                ? Verdict.INCONCLUSIVE
                : Verdict.PASS;
    }

    /**
     * Finds the word of the first threshold that gives the outcome, if it limits words.
     *
     * @return the word that gained most; empty for other thresholds, and where all are kept
     */
    public Optional<WordShare> gained() {
        return verdict() == Verdict.PASS
                ? Optional.empty()
                : first(verdict())
                        .filter(check -> check.rule().key() == GateKey.WORD_GAIN_MAX)
                        .flatMap(check -> comparison.furthest(
                                settings.wordTexts(), check.rule().limit()));
    }

    /**
     * Finds the case that shows the outcome best.
     *
     * @return one with the word that gained, or the worst of all
     */
    public ComparedCase shown() {
        return gained().flatMap(comparison::caseOf)
                .orElseGet(() -> comparison.worst().get(0));
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
