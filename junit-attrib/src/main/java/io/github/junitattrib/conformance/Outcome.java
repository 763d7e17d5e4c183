package io.github.junitattrib.conformance;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Verdict;
import io.github.junitattrib.axiom.Comparison;
import io.github.junitattrib.axiom.ScoreAgreement;
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
 * @param doubt why it proves nothing, even if every number holds
 */
record Outcome(Trial trial, List<Comparison> comparisons, List<Attribution> attributions, Optional<String> doubt) {

    Verdict verdict() {
        Verdict verdict = scores().verdict();
        return verdict == Verdict.PASS && doubt.isPresent() ? Verdict.INCONCLUSIVE : verdict;
    }

    private ScoreAgreement scores() {
        return new ScoreAgreement(comparisons, attributions);
    }

    /** What is wrong, or open, in one sentence. */
    String finding() {
        return switch (verdict()) {
            case PASS -> "it holds on " + trial.place();
            case FAIL ->
                "on " + trial.place() + " "
                        + scores().first(Verdict.FAIL).map(Comparison::message).orElseThrow();
            case INCONCLUSIVE -> "on " + trial.place() + " " + doubt.orElseGet(() -> scores().open());
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
