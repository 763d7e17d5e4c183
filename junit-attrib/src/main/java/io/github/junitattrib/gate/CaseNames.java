package io.github.junitattrib.gate;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** The names of some cases, of very many the first ones alone. */
final class CaseNames {

    /** More than a list that people keep has. */
    static final int MOST = 10_000;

    /** Cases without an id are called by their text. */
    static final long MOST_CHARACTERS = 10_000_000;

    /** A text without an id may stand in a corpus several times, and is one entry. */
    private final Set<FailingCase> named = new LinkedHashSet<>();

    private long characters;
    private long unnamed;

    void add(FailingCase one) {
        if (named.contains(one)) {
            return;
        }
        if (named.size() == MOST || characters + one.name().length() > MOST_CHARACTERS) {
            unnamed++;
        } else {
            named.add(one);
            characters += one.name().length();
        }
    }

    /** In the order of the corpus. */
    Set<FailingCase> named() {
        return Collections.unmodifiableSet(named);
    }

    /** How many have no name here, as there were too many before them. */
    long unnamed() {
        return unnamed;
    }
}
