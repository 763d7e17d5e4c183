package io.github.junitattrib.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * What gate.html shows, as text ready to be escaped.
 *
 * @param run id of the run
 * @param gates one for each comparison
 */
record GateView(String run, List<Gate> gates) {

    /** A text may have millions of characters, which gate.json keeps. */
    static final int MOST_CHARACTERS = 1000;

    /** Leads to the pages of tests that are there. */
    static GateView of(JsonNode all, Predicate<String> isThere) {
        List<JsonNode> gates = list(all.path("gates"));
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
            return Gate.unjudged(id, text(gate, "comparison"), text(gate, "test"), page, text(gate, "message"));
        }
        return new Gate(
                id,
                status(gate.path("verdict").asText()),
                true,
                text(gate, "candidate") + " against " + text(gate, "released"),
                text(gate, "test"),
                page,
                facts(gate, GateView::shown),
                checks(gate),
                words(gate.path("gained")),
                words(gate.path("lost_words")),
                VisibleText.inLine(misleading(gate)),
                list(gate.path("kinds")).stream().map(GateView::kind).toList(),
                list(gate.path("slices")).stream().map(GateView::slice).toList(),
                known(gate.path("known_failures")));
    }

    /** What was compared, without a full stop. */
    static String facts(JsonNode gate, UnaryOperator<String> shown) {
        return gate.path("cases").asLong() + " cases of "
                + shown.apply(gate.path("corpus").asText()) + ", explained by "
                + shown.apply(gate.path("method").asText()) + "; thresholds of "
                + shown.apply(gate.path("gate").asText())
                + from("candidate", gate.path("candidate_location"), shown)
                + from("released model", gate.path("released_location"), shown);
    }

    private static String from(String model, JsonNode location, UnaryOperator<String> shown) {
        return location.isTextual() ? "; " + model + " from " + shown.apply(location.asText()) : "";
    }

    private static List<Check> checks(JsonNode gate) {
        return list(gate.path("checks")).stream()
                .map(check -> new Check(
                        status(check.path("verdict").asText("")),
                        text(check, "key"),
                        text(check, "meaning"),
                        text(check, "value_text"),
                        check.hasNonNull("note") ? text(check, "note") : "",
                        text(check, "limit_text"),
                        check.hasNonNull("because") ? text(check, "because") : ""))
                .toList();
    }

    private static List<List<String>> words(JsonNode words) {
        return list(words).stream()
                .map(word -> List.of(
                        text(word, "word"),
                        text(word, "target"),
                        word.path("texts").asText(),
                        GateMarkdown.number(word.path("released").asDouble()),
                        GateMarkdown.number(word.path("candidate").asDouble()),
                        GateMarkdown.number(word.path("gain").asDouble())))
                .toList();
    }

    private static Kind kind(JsonNode kind) {
        return new Kind(
                VisibleText.inLine(title(kind)),
                list(kind.path("worst")).stream()
                        .map(one -> List.of(
                                one.hasNonNull("id") ? text(one, "id") : "",
                                text(one, "text"),
                                shown(joined(one.path("findings")))))
                        .toList());
    }

    /** What became of the cases, and how many there are of how many are shown. */
    static String title(JsonNode kind) {
        String title = kind.path("title").asText();
        long count = kind.path("count").asLong();
        int shown = kind.path("worst").size();
        return Character.toUpperCase(title.charAt(0)) + title.substring(1) + ": " + count
                + (count == 1 ? " case" : " cases") + (shown < count ? ", the worst " + shown : "");
    }

    /** Words with the number of cases that they mislead; empty text if there are none. */
    static String misleading(JsonNode gate) {
        return list(gate.path("misleading")).stream()
                .map(word -> "\"" + word.path("word").asText() + "\" in "
                        + word.path("cases").asLong())
                .collect(Collectors.joining(", "));
    }

    /** Its name and its numbers, as a row has them. */
    static List<String> slice(JsonNode slice) {
        return List.of(
                text(slice, "slice"),
                slice.path("cases").asText() + (slice.path("judged").asBoolean() ? "" : ", too few to judge"),
                percent(slice.path("accuracy_released")),
                percent(slice.path("accuracy_candidate")),
                percent(slice.path("predictions_changed")),
                percent(slice.path("reasons_drifted")),
                percent(slice.path("violations_released")),
                percent(slice.path("violations_candidate")),
                word(slice.path("gained")),
                word(slice.path("lost_words")));
    }

    private static String word(JsonNode words) {
        return list(words).stream()
                .map(word -> "\"" + text(word, "word") + "\" "
                        + GateMarkdown.number(word.path("gain").asDouble()))
                .findFirst()
                .orElse("–");
    }

    private static List<String> known(JsonNode ratchet) {
        List<String> lines = new ArrayList<>();
        list(ratchet.path("unknown")).forEach(one -> lines.add("unknown: " + entry(one)));
        list(ratchet.path("fixed")).forEach(one -> lines.add("to be removed: " + entry(one)));
        list(ratchet.path("unclear")).forEach(one -> lines.add("nobody can tell: " + entry(one)));
        list(ratchet.path("strangers")).forEach(one -> lines.add("no case of the corpus: " + entry(one)));
        return lines;
    }

    private static String entry(JsonNode one) {
        return text(one, "kind") + " " + text(one, "name");
    }

    private static String percent(JsonNode share) {
        return share.isNumber() ? CountFormat.percent(share.asDouble()) : "–";
    }

    private static String text(JsonNode node, String name) {
        return shown(node.path(name).asText());
    }

    private static String shown(String text) {
        return VisibleText.inLine(VisibleText.beginning(text, MOST_CHARACTERS));
    }

    static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    static String joined(JsonNode texts) {
        return list(texts).stream().map(JsonNode::asText).collect(Collectors.joining("; "));
    }

    /** How a verdict looks; what has none is calm. */
    static StatusView status(String verdict) {
        return switch (verdict) {
            case "pass" -> StatusView.of(TestStatus.PASSED);
            case "fail" -> StatusView.of(TestStatus.FAILED);
            case "error" -> StatusView.of(TestStatus.ERROR);
            case "inconclusive" -> StatusView.of(TestStatus.INCONCLUSIVE);
            default -> new StatusView("calm", "\u2013", "not judged");
        };
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
                    GateView.status("error"),
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
