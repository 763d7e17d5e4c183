package io.github.junitattrib.report;

import static io.github.junitattrib.report.SummaryMarkdown.code;
import static io.github.junitattrib.report.SummaryMarkdown.escaped;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes gate.md: the thresholds with their numbers, and what a person should look at; what failed stands first. */
final class GateMarkdown {

    private static final String CHECKS = """

            | Verdict | Threshold | Value | Limit | Because |
            | --- | --- | --- | --- | --- |
            """;

    private static final String SLICES = """

            | Slice | Cases | Accuracy before | Now | Predictions changed | Reasons drifted | Violations before | Now | Word that gained | Word that lost |
            | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
            """;

    /** The worst first; what has none, such as a slice of too few cases, before those that passed. */
    private static final int MOST_ROWS = 100;

    /** For the line about what was left out. */
    private static final int RESERVED = 128;

    private GateMarkdown() {}

    static String of(JsonNode gates) {
        return of(gates, SummaryMarkdown.MOST_BYTES);
    }

    /** Leaves out what would make it longer than a number of bytes of UTF-8, and says how much that is. */
    static String of(JsonNode gates, int mostBytes) {
        StringBuilder page = new StringBuilder("## Release gate\n");
        int left = mostBytes - bytes(page.toString()) - RESERVED;
        int gatesLeftOut = 0;
        int partsLeftOut = 0;
        for (JsonNode gate : GateNodes.failingFirst(gates)) {
            List<String> blocks = blocks(gate);
            if (bytes(blocks.get(0)) > left) {
                gatesLeftOut++;
                continue;
            }
            for (String block : blocks) {
                if (bytes(block) > left) {
                    partsLeftOut++;
                } else {
                    left -= bytes(block);
                    page.append(block);
                }
            }
        }
        return page.append(leftOut(gatesLeftOut, partsLeftOut)).toString();
    }

    private static String leftOut(int gates, int parts) {
        String what = Stream.of(counted(gates, "gate"), counted(parts, "part"))
                .filter(count -> !count.isEmpty())
                .collect(Collectors.joining(" and "));
        return what.isEmpty() ? "" : "\n" + what + " more did not fit here: see gate.html of the report.\n";
    }

    private static String counted(int count, String what) {
        return count == 0 ? "" : count + " " + what + (count == 1 ? "" : "s");
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String cut(String text) {
        return escaped(VisibleText.beginning(text, GateNodes.MOST_CHARACTERS));
    }

    private static String cutCode(String text) {
        return code(VisibleText.beginning(text, GateNodes.MOST_CHARACTERS));
    }

    /** Long tables end with the number of the rows that are left out. */
    private static String table(String head, List<String> rows) {
        String shown = head + String.join("", rows.subList(0, Math.min(MOST_ROWS, rows.size())));
        int more = rows.size() - MOST_ROWS;
        return rows.isEmpty() ? "" : more <= 0 ? shown : shown + "\n" + more + " more in gate.html of the report.\n";
    }

    private static List<String> blocks(JsonNode gate) {
        List<String> blocks = new ArrayList<>();
        StatusView status = GateNodes.status(gate.path("verdict").asText());
        if (gate.has("message")) {
            blocks.add("\n### " + status.sign() + " "
                    + cut(gate.path("comparison").asText()) + ": not judged\n\n"
                    + cut(gate.path("message").asText()) + "\n");
            return blocks;
        }
        blocks.add("\n### " + status.sign() + " " + cut(gate.path("candidate").asText()) + " against "
                + cut(gate.path("released").asText()) + ": " + status.word() + "\n\n"
                + GateNodes.facts(gate, GateMarkdown::cut) + ".\n");
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
        return table(
                CHECKS,
                GateNodes.failingFirst(gate.path("checks")).stream()
                        .map(GateMarkdown::check)
                        .toList());
    }

    private static String check(JsonNode check) {
        StatusView status = GateNodes.status(check.path("verdict").asText(""));
        String note = check.path("note").asText("");
        return row(
                status.sign() + " " + status.word(),
                cutCode(check.path("key").asText()),
                cut(check.path("value_text").asText()) + (note.isEmpty() ? "" : "; " + cut(note)),
                cut(check.path("limit_text").asText()),
                cut(check.path("because").asText("")));
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static String words(String what, JsonNode words) {
        return table(
                "\n| Word that " + what
                        + " | Toward | Texts | Share before | Share now |\n| --- | --- | --- | --- | --- |\n",
                GateNodes.list(words).stream()
                        .map(word -> row(
                                cutCode(word.path("word").asText()),
                                cut(word.path("target").asText()),
                                word.path("texts").asText(),
                                GateNodes.number(word.path("released").asDouble()),
                                GateNodes.number(word.path("candidate").asDouble())))
                        .toList());
    }

    private static String misleading(JsonNode gate) {
        String words = GateNodes.misleading(gate);
        return words.isEmpty()
                ? ""
                : "\nWhere the candidate is wrong, these words speak most against the label: " + cut(words) + ".\n";
    }

    private static String slices(JsonNode gate) {
        return table(
                SLICES,
                GateNodes.list(gate.path("slices")).stream()
                        .map(slice -> row(GateNodes.slice(slice).stream()
                                .map(GateMarkdown::cut)
                                .toArray(String[]::new)))
                        .toList());
    }

    private static String kind(JsonNode kind) {
        return table(
                "\n| " + GateNodes.title(kind) + " | Found |\n| --- | --- |\n",
                GateNodes.list(kind.path("worst")).stream()
                        .map(one -> row(
                                (one.hasNonNull("id") ? cutCode(one.path("id").asText()) + " " : "")
                                        + cut(one.path("text").asText()),
                                cut(GateNodes.joined(one.path("findings")))))
                        .toList());
    }

    private static String known(JsonNode ratchet) {
        if (ratchet.isMissingNode()) {
            return "";
        }
        return "\nKnown failures (" + cut(ratchet.path("location").asText()) + "): "
                + ratchet.path("unknown").size() + " unknown, "
                + ratchet.path("fixed").size() + " to be removed, "
                + ratchet.path("unclear").size() + " unclear, "
                + ratchet.path("strangers").size() + " no case of the corpus.\n";
    }
}
