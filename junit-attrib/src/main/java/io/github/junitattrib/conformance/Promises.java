package io.github.junitattrib.conformance;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.InconclusiveException;
import io.github.junitattrib.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds a method to what it promises.
 *
 * @param method its name
 */
record Promises(String method) {

    /** Demands that an example of a claimed axiom passes. */
    void hold(Outcome outcome) {
        Axiom axiom = outcome.trial().axiom();
        switch (outcome.verdict()) {
            case PASS -> {}
            case FAIL ->
                throw new AssertionError(lines(
                        method + " claims " + axiom + ", but " + outcome.finding() + ".",
                        outcome.evidence(),
                        "Mend the method, or its error bars if they are too narrow; or deny the axiom: denies(Axiom."
                                + axiom + ")."));
            case INCONCLUSIVE ->
                throw inconclusive(
                        method + " claims " + axiom + ", which is not proved: " + outcome.finding() + ".", outcome);
        }
    }

    /** Demands that one of the examples of a denied axiom fails; those behind it are not tried. */
    void areBroken(Stream<Outcome> examples) {
        List<Outcome> outcomes = new ArrayList<>();
        if (examples.peek(outcomes::add).anyMatch(outcome -> outcome.verdict() == Verdict.FAIL)) {
            return;
        }
        Axiom axiom = outcomes.get(0).trial().axiom();
        Optional<Outcome> open = first(outcomes, Verdict.INCONCLUSIVE);
        if (open.isPresent()) {
            throw inconclusive(
                    method + " denies " + axiom + ", which is not shown: "
                            + open.get().finding() + ".",
                    open.get());
        }
        throw new AssertionError(lines(
                method + " denies " + axiom + ", but keeps to it on every example: "
                        + outcomes.stream()
                                .map(outcome -> outcome.trial().place())
                                .collect(Collectors.joining(", "))
                        + ".",
                outcomes.get(0).evidence(),
                "Claim the axiom: claims(Axiom." + axiom + "); or be silent on it, if another example breaks it."));
    }

    private static Optional<Outcome> first(List<Outcome> outcomes, Verdict verdict) {
        return outcomes.stream().filter(outcome -> outcome.verdict() == verdict).findFirst();
    }

    private static InconclusiveException inconclusive(String what, Outcome outcome) {
        Attribution last = outcome.attributions().get(outcome.attributions().size() - 1);
        return new InconclusiveException(lines(what, outcome.evidence(), remedy(outcome)), last, List.of());
    }

    private static String remedy(Outcome outcome) {
        if (outcome.doubt().isPresent()) {
            return "Mend the method: what belongs to a question is kept in local variables, and a method is immutable.";
        }
        boolean numbers = outcome.attributions().stream()
                .flatMap(attribution -> attribution.tokens().stream())
                .allMatch(token -> Double.isFinite(token.score()));
        if (!numbers) {
            return "Mend the method: a score must be a finite number.";
        }
        boolean silent = outcome.attributions().stream().allMatch(attribution -> attribution.maxMagnitude() == 0);
        return silent
                ? "Mend the method: scores that are all 0 prove nothing."
                : "Give the method a larger budget, more samples or a smaller tolerance.";
    }

    private static String lines(String... lines) {
        return String.join(System.lineSeparator(), lines);
    }
}
