package io.github.junitattrib.junit;

import io.github.junitattrib.report.VacuityRecord;
import io.github.junitattrib.vacuity.Judgment;
import io.github.junitattrib.vacuity.MutantVerdict;
import io.github.junitattrib.vacuity.Reaction;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says which checks of a class are vacuous, by what mutants, and what to write instead. */
final class VacuityMessage {

    private static final String REMEDY =
            "  A mutant has lost what the model learnt. A check that passes on nearly all of"
                    + " them says nothing about the model.\n"
                    + "  Say more: name a target (.toward(\"POSITIVE\")), ask for the top word or for more than the order of two"
                    + " words,\n"
                    + "  tighten limits until chance is small, or assert the same on several sentences.\n";

    private VacuityMessage() {}

    static String of(List<JudgedCheck> vacuous, String page) {
        StringBuilder message = new StringBuilder("Vacuous: ").append(headline(vacuous.get(0)));
        int others = vacuous.size() - 1;
        if (others > 0) {
            message.append(", and ").append(others).append(others == 1 ? " more check" : " more checks");
        }
        message.append(".\n");
        for (JudgedCheck check : vacuous) {
            message.append("\n  ").append(headline(check)).append('\n');
            for (Reaction reaction : Reaction.values()) {
                message.append(mutants(check.judgment(), reaction));
            }
        }
        return message.append('\n')
                .append(REMEDY)
                .append("  all checks  ")
                .append(page)
                .toString();
    }

    private static String headline(JudgedCheck check) {
        VacuityRecord recorded = check.recorded();
        String type = check.test().className();
        return recorded.call() + " in " + type.substring(type.lastIndexOf('.') + 1) + "#"
                + check.test().method() + " passes on " + recorded.survivors() + " of " + recorded.counted()
                + " mutants of model " + recorded.model() + " (chance alone: " + recorded.byChance() + ")";
    }

    private static String mutants(Judgment judgment, Reaction reaction) {
        String names = judgment.mutants().stream()
                .filter(mutant -> mutant.reaction() == reaction)
                .map(MutantVerdict::mutant)
                .collect(Collectors.joining(", "));
        String word = reaction.name().toLowerCase(Locale.ROOT);
        return names.isEmpty() ? "" : String.format(Locale.ROOT, "    %-12s  %s%n", word, names);
    }
}
