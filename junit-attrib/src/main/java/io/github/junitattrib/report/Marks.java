package io.github.junitattrib.report;

import io.github.junitattrib.Marked;
import io.github.junitattrib.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The stretches of one text that checks named, numbered in the order of the checks. */
final class Marks {

    static final Marks NONE = of(List.of());

    private static final int MOST_ON_A_WORD = 4;

    private final Map<Span, List<CheckRecord>> checks = new LinkedHashMap<>();
    private final List<Marked> notes = new ArrayList<>();

    private Marks() {}

    static Marks of(List<CheckRecord> checks) {
        Marks marks = new Marks();
        for (CheckRecord check : checks) {
            for (Span span : check.marked()) {
                marks.checks.computeIfAbsent(span, unused -> new ArrayList<>()).add(check);
            }
            marks.notes.addAll(check.notes());
        }
        return marks;
    }

    /** Returns the numbers of the marks on a word, such as {@code 1,3}; empty text if there is none. */
    String on(Span word) {
        List<String> numbers = new ArrayList<>();
        int number = 0;
        for (Span span : checks.keySet()) {
            number++;
            if (span.overlaps(word)) {
                numbers.add(String.valueOf(number));
            }
        }
        return numbers.size() <= MOST_ON_A_WORD
                ? String.join(",", numbers)
                : String.join(",", numbers.subList(0, MOST_ON_A_WORD)) + ",\u2026";
    }

    boolean isOn(Span word) {
        return checks.keySet().stream().anyMatch(span -> span.overlaps(word));
    }

    /** Returns what checks that did not pass expected of a word; empty text if nothing. */
    String expectedOf(Span word) {
        return notes.stream()
                .filter(note -> note.span().overlaps(word))
                .map(Marked::note)
                .distinct()
                .collect(Collectors.joining("; "));
    }

    /** Explains the numbers. */
    List<Explained> explained(String text, PageLimits limits) {
        List<Explained> explained = new ArrayList<>();
        checks.forEach((span, ofSpan) -> explained.add(new Explained(
                explained.size() + 1,
                limits.line(span.of(text)),
                limits.line(ofSpan.stream()
                        .map(check -> check.call() + " "
                                + CheckView.verdict(check.verdict()).word())
                        .distinct()
                        .collect(Collectors.joining("; "))))));
        return List.copyOf(explained);
    }

    /**
     * A number with its meaning.
     *
     * @param number from 1
     * @param words the marked stretch
     * @param checks the checks that named it, with their verdicts
     */
    record Explained(int number, String words, String checks) {}
}
