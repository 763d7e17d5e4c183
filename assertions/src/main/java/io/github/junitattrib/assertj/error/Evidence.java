package io.github.junitattrib.assertj.error;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Marked;
import io.github.junitattrib.RankedBy;
import io.github.junitattrib.Span;
import io.github.junitattrib.report.AttributionText;
import io.github.junitattrib.report.Glyphs;
import io.github.junitattrib.report.TextBars;
import io.github.junitattrib.text.WordSelection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What stands below the first line of a message: facts, ranking, and where to look next. */
final class Evidence {

    private final Attribution attribution;
    private final Numbers numbers;
    private final Glyphs glyphs = Glyphs.ofConsole();
    private final Map<String, String> facts = new LinkedHashMap<>();
    private final Map<Span, String> notes = new LinkedHashMap<>();
    private RankedBy by = RankedBy.SIGNED_SCORE;
    private boolean table = true;

    Evidence(Attribution attribution) {
        this.attribution = attribution;
        this.numbers = Numbers.of(attribution);
        if (attribution.method().isSampled()) {
            fact("bars", "uncertainties are three standard errors of the samples");
        }
    }

    /** Adds a line to the facts. */
    Evidence fact(String label, String text) {
        facts.put(label, text);
        return this;
    }

    /** Ranks the table as the check does. */
    Evidence rankedBy(RankedBy order) {
        by = order;
        return this;
    }

    /** Adds the score of one word. */
    Evidence score(WordSelection word) {
        return fact(
                "score",
                WordNames.plain(attribution, word) + " = " + numbers.signed(word.score()) + "  ("
                        + numbers.uncertainty(word.uncertainty()) + ")");
    }

    /** Adds the line that subtracts two words, and ranks the table as it compares them. */
    Evidence margin(Margin margin) {
        boolean magnitude = margin.by() == RankedBy.MAGNITUDE;
        String bar = magnitude ? "|" : "";
        String difference = bar + WordNames.plain(attribution, margin.first()) + bar + " - " + bar
                + WordNames.plain(attribution, margin.second()) + bar + " = "
                + number(margin.by(), margin.first().score()) + " - "
                + number(margin.by(), margin.second().score()) + " = " + numbers.signed(margin.value());
        return rankedBy(margin.by())
                .fact("margin", difference + "  (" + numbers.uncertainty(margin.uncertainty()) + ")");
    }

    private String number(RankedBy order, double score) {
        return order == RankedBy.MAGNITUDE ? numbers.plain(order.of(score)) : numbers.signed(score);
    }

    /** Marks a stretch of the text in the ranking. */
    Evidence note(Span span, String note) {
        notes.put(span, note);
        return this;
    }

    /** Leaves the ranking out, where words are named that it could not show. */
    Evidence withoutTable() {
        table = false;
        return this;
    }

    /** Returns all blocks, each behind an empty line. */
    String text() {
        return "\n\n" + AttributionText.of(attribution, glyphs) + "\n" + Links.ofCase(attribution.text())
                + lines(facts) + (table ? "\n" + table() : "")
                + Links.lines();
    }

    private String table() {
        return TextBars.of(attribution, notes(), by, glyphs) + "\n";
    }

    /** Returns what was expected of stretches of the text. */
    List<Marked> notes() {
        return notes.entrySet().stream()
                .map(note -> new Marked(note.getKey(), note.getValue()))
                .toList();
    }

    private static String lines(Map<String, String> facts) {
        return facts.entrySet().stream()
                .map(fact -> Links.line(fact.getKey(), fact.getValue()))
                .collect(Collectors.joining());
    }
}
