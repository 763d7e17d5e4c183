package io.github.junitattrib.gate;

import io.github.junitattrib.InvalidGateException;
import io.github.junitattrib.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Thresholds that a candidate must keep to be released.
 *
 * @param name where they come from, as messages call it
 * @param settings what they are measured by
 * @param rules at least one
 */
public record Gate(String name, GateSettings settings, List<GateRule> rules) {

    /** In place of a slice: each of them. */
    static final String EACH = "*";

    /**
     * Copies the rules.
     *
     * @param name where they come from, as messages call it
     * @param settings what they are measured by
     * @param rules at least one
     * @throws InvalidGateException if there is none
     */
    public Gate {
        rules = List.copyOf(rules);
        if (rules.isEmpty()) {
            throw new InvalidGateException(
                    name + " has no threshold, so that every release would pass. Give at least one, such" + " as "
                            + GateKey.ACCURACY_DROP_MAX.key() + "=0.01.");
        }
    }

    /**
     * Reads the thresholds of a file: properties in UTF-8, such as {@code accuracy.drop.max=0.01}, each with an optional
     * {@code accuracy.drop.max.because=…}.
     *
     * @param location {@code classpath:…}, {@code file:…} or a path
     * @param properties where <code>${property}</code> is looked up
     * @return the gate
     * @throws InvalidGateException if there is no such file, a key is unknown, or a value is no limit; it names file and key
     */
    public static Gate read(String location, Function<String, Optional<String>> properties) {
        return GateFile.read(location, properties);
    }

    /**
     * Makes a gate of a single threshold.
     *
     * @param key what it limits
     * @param limit the limit, which itself is allowed
     * @return the gate
     * @throws InvalidGateException if nothing could miss the limit, or everything would
     */
    public static Gate of(GateKey key, double limit) {
        key.problem(limit).ifPresent(problem -> {
            throw new InvalidGateException(
                    "A limit of " + limit + " for the " + key.meaning() + " says nothing: " + problem + ".");
        });
        return new Gate("the test", GateSettings.DEFAULT, List.of(new GateRule(key, Optional.empty(), limit, "")));
    }

    /**
     * Measures other than by the defaults.
     *
     * @param other what to measure by
     * @return a changed copy
     */
    public Gate by(GateSettings other) {
        return new Gate(name, other, rules);
    }

    /**
     * Holds a comparison against the thresholds.
     *
     * @param comparison what was found
     * @return all thresholds with their numbers
     * @throws InvalidGateException if a threshold is for a slice that the corpus does not have
     */
    public GateResult judge(ComparisonResult comparison) {
        List<GateCheck> checks = new ArrayList<>();
        for (GateRule rule : rules) {
            if (rule.key() == GateKey.WORD_GAIN_MAX) {
                checks.add(gain(rule, comparison));
            } else if (rule.slice().isEmpty()) {
                checks.add(check(rule, rule.key().figure(comparison.all(), settings), ""));
            } else {
                boolean isOfEach = rule.slice().filter(EACH::equals).isPresent();
                slices(rule, comparison)
                        .forEach((slice, figures) -> checks.add(check(rule.of(slice), figures, isOfEach)));
            }
        }
        return new GateResult(name, settings, comparison, checks, Optional.empty());
    }

    private GateCheck check(GateRule rule, Figures figures, boolean isOfEach) {
        Optional<Figure> figure = rule.key().figure(figures, settings);
        // That a slice has enough cases is the one thing to ask of small ones.
        if (figures.cases() >= settings.sliceCases() || rule.key() == GateKey.CASES_MIN) {
            return check(rule, figure, "");
        }
        String few = "only " + figures.cases() + " of the " + settings.sliceCases() + " cases that a slice must have";
        return isOfEach
                ? new GateCheck(rule, figure, Optional.empty(), few, "")
                : new GateCheck(
                        rule,
                        figure,
                        Optional.of(Verdict.INCONCLUSIVE),
                        few,
                        "Give more cases of the slice, or lower slice.cases.min.");
    }

    private GateCheck check(GateRule rule, Optional<Figure> figure, String note) {
        if (figure.isEmpty()) {
            String missing = rule.key().missing(settings);
            return new GateCheck(
                    rule,
                    figure,
                    Optional.of(Verdict.INCONCLUSIVE),
                    missing + note,
                    "Give cases that it can be measured by (" + missing + "), or leave it out.");
        }
        Verdict verdict = rule.verdict(figure.get());
        return new GateCheck(
                rule,
                figure,
                Optional.of(verdict),
                note,
                verdict == Verdict.INCONCLUSIVE
                        ? "Let the cases converge: give the method more evaluations, or another one."
                        : "");
    }

    private GateCheck gain(GateRule rule, ComparisonResult comparison) {
        Optional<WordShare> furthest = comparison.furthest(settings.wordTexts(), rule.limit());
        GateCheck check = check(
                rule,
                furthest.map(WordShare::rise),
                furthest.map(word -> "\"" + word.word() + "\" toward " + word.target())
                                .orElse("")
                        + forgotten(comparison));
        boolean mayHaveForgottenOne = comparison.forgottenTexts() >= settings.wordTexts();
        return mayHaveForgottenOne && check.verdict().equals(Optional.of(Verdict.PASS))
                ? new GateCheck(
                        rule,
                        check.figure(),
                        Optional.of(Verdict.INCONCLUSIVE),
                        check.note(),
                        "Raise word.texts.min above " + comparison.forgottenTexts()
                                + ", so that no word of so many texts is forgotten, or compare a sample of the corpus.")
                : check;
    }

    private static String forgotten(ComparisonResult comparison) {
        return comparison.forgottenWords() == 0
                ? ""
                : "; of more than " + WordShares.MOST + " words, the rarest were forgotten (number of their texts: "
                        + comparison.forgottenTexts() + " at most)";
    }

    private Map<String, Figures> slices(GateRule rule, ComparisonResult comparison) {
        String wanted = rule.slice().orElseThrow();
        if (wanted.equals(EACH)) {
            return comparison.slices();
        }
        Figures figures = comparison
                .slice(wanted)
                .orElseThrow(() -> new InvalidGateException(name + ", " + rule.name() + ": the corpus has no slice \""
                        + wanted + "\". Its slices are "
                        + String.join(", ", comparison.slices().keySet())
                        + ": a tag, label.… or words.…; " + EACH + " is each of them."));
        return Map.of(wanted, figures);
    }
}
