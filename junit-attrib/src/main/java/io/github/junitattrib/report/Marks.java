package io.github.junitattrib.report;

import io.github.junitattrib.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The stretches of one text that checks named, numbered in the order of the checks. */
final class Marks {

    private final Map<Span, List<CheckRecord>> checks = new LinkedHashMap<>();

    private Marks() {}

    static Marks of(List<CheckRecord> checks) {
        Marks marks = new Marks();
        for (CheckRecord check : checks) {
            for (Span span : check.marked()) {
                marks.checks.computeIfAbsent(span, unused -> new ArrayList<>()).add(check);
            }
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
        return String.join(",", numbers);
    }

    /** Explains the numbers. */
    List<Explained> explained(String text) {
        List<Explained> explained = new ArrayList<>();
        checks.forEach((span, ofSpan) -> explained.add(new Explained(
                explained.size() + 1,
                VisibleText.inLine(span.of(text)),
                ofSpan.stream()
                        .map(check -> CheckView.call(check) + " "
                                + CheckView.of(check, 1).verdict().word())
                        .distinct()
                        .collect(Collectors.joining("; ")))));
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
