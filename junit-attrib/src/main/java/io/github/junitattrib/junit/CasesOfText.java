package io.github.junitattrib.junit;

import io.github.junitattrib.report.CaseNote;
import java.lang.ref.WeakReference;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** What all cases of one text say of it; a corpus may have the same text any number of times. */
final class CasesOfText {

    /** Enough to know that there is more than one. */
    private static final int KEPT = 2;

    private final WeakReference<String> text;
    /** Keeps the text, by which it is found as long as anybody has it; empty while no other case has an equal one. */
    private Optional<String> kept = Optional.empty();

    private final Set<String> labels = new LinkedHashSet<>();
    private final Set<String> origins = new LinkedHashSet<>();
    private boolean more;

    CasesOfText(String text) {
        this.text = new WeakReference<>(text);
    }

    /** Whoever holds the text of a later case does not hold that of the first. */
    void keep() {
        kept = Optional.ofNullable(text.get());
    }

    boolean isKept() {
        return kept.isPresent();
    }

    boolean isOf(String other) {
        return text.refersTo(other);
    }

    void add(Optional<String> label, String origin) {
        label.filter(unused -> labels.size() < KEPT).ifPresent(labels::add);
        if (origin.isEmpty() || origins.contains(origin)) {
            return;
        }
        if (origins.size() < KEPT) {
            origins.add(origin);
        } else {
            more = true;
        }
    }

    /** The label that nobody contradicts, and the places. */
    CaseNote note() {
        return new CaseNote(
                labels.size() == 1 ? labels.stream().findFirst() : Optional.empty(),
                String.join("; ", origins) + (more ? "; and others" : ""));
    }
}
