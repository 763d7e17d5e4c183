package io.github.junitattrib.conformance;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What became of an example.
 *
 * @param trial the example
 * @param comparisons what the axiom asked and what was seen
 * @param attributions all that the method gave
 */
record Outcome(Trial trial, List<Comparison> comparisons, List<Attribution> attributions) {

    /**
     * Judges the example: a number that is off by more than its error bars fails it, whether or not the method thinks that
     * it is done; it passes only where every number holds and the method has converged.
     */
    Verdict verdict() {
        if (first(Verdict.FAIL).isPresent()) {
            return Verdict.FAIL;
        }
        boolean open = comparisons.isEmpty()
                || first(Verdict.INCONCLUSIVE).isPresent()
                || unconverged().isPresent();
        return open ? Verdict.INCONCLUSIVE : Verdict.PASS;
    }

    private Optional<Comparison> first(Verdict verdict) {
        return comparisons.stream().filter(each -> each.verdict() == verdict).findFirst();
    }

    private Optional<Attribution> unconverged() {
        // To the last bit the same is the same, however far from the limit.
        return comparisons.stream().allMatch(each -> each.kind() == Comparison.Kind.SAME)
                ? Optional.empty()
                : attributions.stream()
                        .filter(attribution -> !attribution.convergence().converged())
                        .findFirst();
    }

    /** What is wrong, or open, in one sentence. */
    String finding() {
        return switch (verdict()) {
            case PASS -> "it holds on " + trial.place();
            case FAIL ->
                "on " + trial.place() + " "
                        + first(Verdict.FAIL).map(Comparison::message).orElseThrow();
            case INCONCLUSIVE ->
                "on " + trial.place() + " "
                        + first(Verdict.INCONCLUSIVE)
                                .map(Comparison::open)
                                .or(() -> unconverged()
                                        .map(each -> "the method has not converged: "
                                                + each.convergence().remedy().replaceFirst("\\.$", "")))
                                .orElse("nothing was compared");
        };
    }

    /** The axiom, the source of the example and all scores. */
    String evidence() {
        return "Axiom " + trial.axiom() + ": " + trial.axiom().statement() + "." + System.lineSeparator() + "Example: "
                + trial.source() + "." + System.lineSeparator() + "Seen: "
                + attributions.stream().map(Outcome::drawn).collect(Collectors.joining("; ")) + ".";
    }

    private static String drawn(Attribution attribution) {
        return attribution.model().name() + " at \"" + attribution.text() + "\": "
                + attribution.tokens().stream()
                        .map(token -> String.format(Locale.ROOT, "%.6g ± %.2g", token.score(), token.uncertainty()))
                        .collect(Collectors.joining(", "));
    }
}
