package io.github.junitattrib.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What gate.html shows, as text ready to be escaped.
 *
 * @param run id of the run
 * @param gates one for each comparison
 */
record GateView(String run, List<Gate> gates) {

    /** Leads to the pages of tests that are there. */
    static GateView of(JsonNode all, Predicate<String> isThere) {
        List<JsonNode> gates = GateNodes.failingFirst(all.path("gates"));
        return new GateView(
                VisibleText.inLine(all.path("run").asText()),
                IntStream.range(0, gates.size())
                        .mapToObj(i -> gate("gate-" + (i + 1), gates.get(i), isThere))
                        .toList());
    }

    private static Gate gate(String id, JsonNode gate, Predicate<String> isThere) {
        String page = Optional.of(gate.path("page").asText(""))
                .filter(path -> !path.isEmpty() && isThere.test(path))
                .map(RelativeLinks::url)
                .orElse("");
        if (gate.has("message")) {
            return Gate.unjudged(
                    id,
                    GateNodes.text(gate, "comparison"),
                    GateNodes.text(gate, "test"),
                    page,
                    GateNodes.text(gate, "message"));
        }
        return new Gate(
                id,
                GateNodes.status(gate.path("verdict").asText()),
                true,
                GateNodes.text(gate, "candidate") + " against " + GateNodes.text(gate, "released"),
                GateNodes.text(gate, "test"),
                page,
                GateNodes.facts(gate, GateNodes::shown),
                checks(gate),
                words(gate.path("gained")),
                words(gate.path("lost_words")),
                VisibleText.inLine(GateNodes.misleading(gate)),
                GateNodes.list(gate.path("kinds")).stream().map(GateView::kind).toList(),
                GateNodes.list(gate.path("slices")).stream()
                        .map(GateNodes::slice)
                        .toList(),
                known(gate.path("known_failures")));
    }

    private static List<Check> checks(JsonNode gate) {
        return GateNodes.list(gate.path("checks")).stream()
                .map(check -> new Check(
                        GateNodes.status(check.path("verdict").asText("")),
                        GateNodes.text(check, "key"),
                        GateNodes.text(check, "meaning"),
                        GateNodes.text(check, "value_text"),
                        check.hasNonNull("note") ? GateNodes.text(check, "note") : "",
                        GateNodes.text(check, "limit_text"),
                        check.hasNonNull("because") ? GateNodes.text(check, "because") : ""))
                .toList();
    }

    private static List<List<String>> words(JsonNode words) {
        return GateNodes.list(words).stream()
                .map(word -> List.of(
                        GateNodes.text(word, "word"),
                        GateNodes.text(word, "target"),
                        word.path("texts").asText(),
                        GateNodes.number(word.path("released").asDouble()),
                        GateNodes.number(word.path("candidate").asDouble()),
                        GateNodes.number(word.path("gain").asDouble())))
                .toList();
    }

    private static Kind kind(JsonNode kind) {
        return new Kind(
                VisibleText.inLine(GateNodes.title(kind)),
                GateNodes.list(kind.path("worst")).stream()
                        .map(one -> List.of(
                                one.hasNonNull("id") ? GateNodes.text(one, "id") : "",
                                GateNodes.text(one, "text"),
                                GateNodes.shown(GateNodes.joined(one.path("findings")))))
                        .toList());
    }

    private static List<String> known(JsonNode ratchet) {
        List<String> lines = new ArrayList<>();
        GateNodes.list(ratchet.path("unknown")).forEach(one -> lines.add("unknown: " + entry(one)));
        GateNodes.list(ratchet.path("fixed")).forEach(one -> lines.add("to be removed: " + entry(one)));
        GateNodes.list(ratchet.path("unclear")).forEach(one -> lines.add("nobody can tell: " + entry(one)));
        GateNodes.list(ratchet.path("strangers")).forEach(one -> lines.add("no case of the corpus: " + entry(one)));
        return lines;
    }

    private static String entry(JsonNode one) {
        return GateNodes.text(one, "kind") + " " + GateNodes.text(one, "name");
    }

    String library() {
        return Library.NAME;
    }

    /**
     * A comparison.
     *
     * @param id of its heading
     * @param status its verdict
     * @param judged whether there are numbers
     * @param models candidate and released model
     * @param test where it was judged
     * @param page link to the page of the test; empty text if it has none
     * @param facts corpus, method, thresholds and where the models are from; else why it could not be judged
     * @param checks the thresholds
     * @param gained words with their numbers
     * @param lost the same
     * @param misleading words in wrong cases; empty text if there are none
     * @param kinds what became of cases
     * @param slices name and numbers
     * @param known what differs from the known failures
     */
    record Gate(
            String id,
            StatusView status,
            boolean judged,
            String models,
            String test,
            String page,
            String facts,
            List<Check> checks,
            List<List<String>> gained,
            List<List<String>> lost,
            String misleading,
            List<Kind> kinds,
            List<List<String>> slices,
            List<String> known) {

        static Gate unjudged(String id, String comparison, String test, String page, String reason) {
            return new Gate(
                    id,
                    GateNodes.status("error"),
                    false,
                    comparison,
                    test,
                    page,
                    reason,
                    List.of(),
                    List.of(),
                    List.of(),
                    "",
                    List.of(),
                    List.of(),
                    List.of());
        }
    }

    /**
     * Cases of one kind.
     *
     * @param title what became of them, and how many there are
     * @param worst id, text and findings
     */
    record Kind(String title, List<List<String>> worst) {}

    /**
     * A threshold.
     *
     * @param status its verdict
     * @param key in the file
     * @param meaning what is measured
     * @param value the number
     * @param note what belongs to it
     * @param limit the limit
     * @param because the reason of the limit
     */
    record Check(
            StatusView status, String key, String meaning, String value, String note, String limit, String because) {}
}
