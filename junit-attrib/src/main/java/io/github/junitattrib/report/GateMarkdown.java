package io.github.junitattrib.report;

import static io.github.junitattrib.report.SummaryMarkdown.code;
import static io.github.junitattrib.report.SummaryMarkdown.escaped;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes gate.md: the thresholds with their numbers, and what a person should look at. */
final class GateMarkdown {

    private static final String CHECKS = """

            | Verdict | Threshold | Value | Limit | Because |
            | --- | --- | --- | --- | --- |
            """;

    private static final String SLICES = """

            | Slice | Cases | Accuracy before | Now | Predictions changed | Reasons drifted | Violations before | Now | Word that gained | Word that lost |
            | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
            """;

    private GateMarkdown() {}

    static String of(JsonNode gates) {
        StringBuilder page = new StringBuilder("## Release gate\n");
        int bytes = 0;
        for (JsonNode gate : gates) {
            for (String block : blocks(gate)) {
                bytes += block.getBytes(StandardCharsets.UTF_8).length;
                if (bytes > SummaryMarkdown.MOST_BYTES) {
                    return page.append("\nMore did not fit here: see gate.html of the report.\n")
                            .toString();
                }
                page.append(block);
            }
        }
        return page.toString();
    }

    private static List<String> blocks(JsonNode gate) {
        List<String> blocks = new ArrayList<>();
        StatusView status = GateView.status(gate.path("verdict").asText());
        if (gate.has("message")) {
            blocks.add("\n### " + status.sign() + " "
                    + escaped(gate.path("comparison").asText()) + ": not judged\n\n"
                    + escaped(gate.path("message").asText()) + "\n");
            return blocks;
        }
        blocks.add(
                "\n### " + status.sign() + " " + escaped(gate.path("candidate").asText()) + " against "
                        + escaped(gate.path("released").asText()) + ": " + status.word() + "\n\n"
                        + GateView.facts(gate, SummaryMarkdown::escaped) + ".\n");
        blocks.add(checks(gate));
        blocks.add(words("gained", gate.path("gained")));
        blocks.add(words("lost", gate.path("lost_words")));
        blocks.add(misleading(gate));
        gate.path("kinds").forEach(kind -> blocks.add(kind(kind)));
        blocks.add(slices(gate));
        blocks.add(known(gate.path("known_failures")));
        return blocks;
    }

    private static String checks(JsonNode gate) {
        StringBuilder table = new StringBuilder(CHECKS);
        gate.path("checks").forEach(check -> {
            StatusView status = GateView.status(check.path("verdict").asText(""));
            String note = check.path("note").asText("");
            table.append("| ")
                    .append(status.sign())
                    .append(' ')
                    .append(status.word())
                    .append(" | ")
                    .append(code(check.path("key").asText()))
                    .append(" | ")
                    .append(escaped(check.path("value_text").asText()))
                    .append(note.isEmpty() ? "" : "; " + escaped(note))
                    .append(" | ")
                    .append(escaped(check.path("limit_text").asText()))
                    .append(" | ")
                    .append(escaped(check.path("because").asText("")))
                    .append(" |\n");
        });
        return table.toString();
    }

    private static String words(String what, JsonNode words) {
        StringBuilder table = new StringBuilder("\n| Word that " + what
                + " | Toward | Texts | Share before | Share now |\n| --- | --- | --- | --- | --- |\n");
        words.forEach(word -> table.append("| ")
                .append(code(word.path("word").asText()))
                .append(" | ")
                .append(escaped(word.path("target").asText()))
                .append(" | ")
                .append(word.path("texts").asLong())
                .append(" | ")
                .append(number(word.path("released").asDouble()))
                .append(" | ")
                .append(number(word.path("candidate").asDouble()))
                .append(" |\n"));
        return words.isEmpty() ? "" : table.toString();
    }

    private static String misleading(JsonNode gate) {
        String words = GateView.misleading(gate);
        return words.isEmpty()
                ? ""
                : "\nWhere the candidate is wrong, these words speak most against the label: " + escaped(words) + ".\n";
    }

    private static String slices(JsonNode gate) {
        StringBuilder table = new StringBuilder(SLICES);
        gate.path("slices")
                .forEach(slice -> table.append("| ")
                        .append(GateView.slice(slice).stream()
                                .map(SummaryMarkdown::escaped)
                                .collect(Collectors.joining(" | ")))
                        .append(" |\n"));
        return gate.path("slices").isEmpty() ? "" : table.toString();
    }

    private static String kind(JsonNode kind) {
        StringBuilder table = new StringBuilder("\n| " + GateView.title(kind) + " | Found |\n| --- | --- |\n");
        kind.path("worst")
                .forEach(one -> table.append("| ")
                        .append(one.hasNonNull("id") ? code(one.path("id").asText()) + " " : "")
                        .append(escaped(one.path("text").asText()))
                        .append(" | ")
                        .append(escaped(GateView.joined(one.path("findings"))))
                        .append(" |\n"));
        return table.toString();
    }

    private static String known(JsonNode ratchet) {
        if (ratchet.isMissingNode()) {
            return "";
        }
        return "\nKnown failures (" + escaped(ratchet.path("location").asText()) + "): "
                + ratchet.path("unknown").size() + " unknown, "
                + ratchet.path("fixed").size() + " to be removed, "
                + ratchet.path("unclear").size() + " unclear, "
                + ratchet.path("strangers").size() + " no case of the corpus.\n";
    }

    static String number(double number) {
        return String.format(Locale.ROOT, "%+.3f", number);
    }
}
