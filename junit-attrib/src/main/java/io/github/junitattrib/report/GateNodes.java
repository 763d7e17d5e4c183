package io.github.junitattrib.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Reads of gate.json what gate.html and gate.md both say. */
final class GateNodes {

    /** A text may have millions of characters, which gate.json keeps. */
    static final int MOST_CHARACTERS = 1000;

    private static final List<String> VERDICTS = List.of("fail", "error", "inconclusive", "", "pass");

    private GateNodes() {}

    /** Sorts gates, or the thresholds of one, by their verdicts; what is as bad stays in its order. */
    static List<JsonNode> failingFirst(JsonNode judged) {
        return list(judged).stream()
                .sorted(Comparator.comparingInt(
                        (JsonNode one) -> VERDICTS.indexOf(one.path("verdict").asText(""))))
                .toList();
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

    /** What became of the cases, and how many there are of how many are shown. */
    static String title(JsonNode kind) {
        String title = kind.path("title").asText();
        long count = kind.path("count").asLong();
        int shown = kind.path("worst").size();
        return Character.toUpperCase(title.charAt(0)) + title.substring(1) + ": " + count
                + (count == 1 ? " case" : " cases") + (shown < count ? ", " + shown + " shown" : "");
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
                        + number(word.path("gain").asDouble()))
                .findFirst()
                .orElse("–");
    }

    private static String percent(JsonNode share) {
        return share.isNumber() ? CountFormat.percent(share.asDouble()) : "–";
    }

    /** A field of one line, cut if it is very long. */
    static String text(JsonNode node, String name) {
        return shown(node.path(name).asText());
    }

    /** In one line, cut if it is very long. */
    static String shown(String text) {
        return VisibleText.inLine(VisibleText.beginning(text, MOST_CHARACTERS));
    }

    /** The elements of an array; none if there is no array. */
    static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    /** Several texts as one. */
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

    /** A share of a word, or how much it rose. */
    static String number(double number) {
        return Decimals.signed(number, 3);
    }
}
