package io.github.junitattrib.assertj.error;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Span;
import io.github.junitattrib.report.AttributionText;
import io.github.junitattrib.report.Glyphs;
import io.github.junitattrib.report.Marked;
import io.github.junitattrib.report.TextBars;
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
    private boolean table = true;

    Evidence(Attribution attribution) {
        this.attribution = attribution;
        this.numbers = Numbers.of(attribution);
    }

    /** Adds a line to the facts. */
    Evidence fact(String label, String text) {
        facts.put(label, text);
        return this;
    }

    /** Adds the line that subtracts two words. */
    Evidence margin(Margin margin) {
        String difference = WordNames.plain(attribution, margin.first()) + " - "
                + WordNames.plain(attribution, margin.second()) + " = "
                + numbers.signed(margin.first().score()) + " - "
                + numbers.signed(margin.second().score()) + " = " + numbers.signed(margin.value());
        return fact("margin", difference + "  (" + numbers.uncertainty(margin.uncertainty()) + ")");
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
        return "\n\n" + AttributionText.of(attribution, glyphs) + "\n" + lines(facts) + (table ? "\n" + table() : "")
                + Links.lines();
    }

    private String table() {
        List<Marked> marked = notes.entrySet().stream()
                .map(note -> new Marked(note.getKey(), note.getValue()))
                .toList();
        return TextBars.of(attribution, marked, glyphs) + "\n";
    }

    private static String lines(Map<String, String> facts) {
        return facts.entrySet().stream()
                .map(fact -> Links.line(fact.getKey(), fact.getValue()))
                .collect(Collectors.joining());
    }
}
