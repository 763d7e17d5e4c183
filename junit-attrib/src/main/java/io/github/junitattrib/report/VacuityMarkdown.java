package io.github.junitattrib.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes vacuity.md: every check with its survivors beside what chance would give. */
final class VacuityMarkdown {

    private static final String HEAD = """

            A mutant has lost what the model learnt (weights or word embeddings shuffled, labels permuted). A check that passes
            on nearly all mutants, more than chance explains, says nothing about the model: it is vacuous.

            | Strength | Check | Test | Survivors | By chance | Mutants |
            | --- | --- | --- | --- | --- | --- |
            """;

    private VacuityMarkdown() {}

    static String of(VacuityIndex index) {
        StringBuilder page = new StringBuilder("## Vacuous checks\n\n")
                .append(index.totals())
                .append(".\n")
                .append(index.notAsked()
                        .sentence()
                        .map(sentence -> "\n" + sentence + "\n")
                        .orElse(""))
                .append(HEAD);
        index.rows().forEach(row -> page.append(row(row)));
        return page.toString();
    }

    private static String row(VacuityIndex.Row row) {
        String type = row.test().path("class").asText();
        int invocation = row.test().path("invocation").asInt();
        String test = type.substring(type.lastIndexOf('.') + 1) + "."
                + row.test().path("method").asText() + (invocation == 1 ? "" : " (" + invocation + ")");
        return "| " + row.strength() + " | "
                + SummaryMarkdown.code(row.check().path("call").asText()) + " | "
                + SummaryMarkdown.code(test) + " | " + row.survivors() + " of " + row.counted() + " | "
                + row.byChance() + " | " + SummaryMarkdown.escaped(mutants(row.check())) + " |\n";
    }

    /** The reason of what was not judged, else the mutants of each reaction. */
    private static String mutants(JsonNode check) {
        String reason = check.path("reason").asText("");
        if (!reason.isEmpty() && !check.path("reason").isNull()) {
            return reason;
        }
        Map<String, List<String>> byReaction = new TreeMap<>();
        check.path("mutants")
                .forEach(mutant -> byReaction
                        .computeIfAbsent(mutant.path("reaction").asText(), reaction -> new ArrayList<>())
                        .add(mutant.path("name").asText()));
        return byReaction.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + String.join(", ", entry.getValue()))
                .collect(Collectors.joining("; "));
    }
}
