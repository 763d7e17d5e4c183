package io.github.junitattrib.corpus;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Exchanges each name of a list that the text has for each other name: one changed text for each.
 *
 * @param names at least two
 */
record NameSwaps(List<Phrase> names) implements TextChange {

    NameSwaps {
        names = List.copyOf(names);
        Set<Phrase> seen = new HashSet<>();
        for (Phrase name : names) {
            if (!seen.add(name)) {
                throw new IllegalArgumentException(
                        "The names to swap must differ, but " + name + " is among them twice.");
            }
        }
        if (names.size() < 2) {
            throw new IllegalArgumentException(
                    "To swap names takes at least two, but there are " + names.size() + ": " + names + ".");
        }
    }

    @Override
    public ChangeResult applyTo(String text) {
        Sentence sentence = Sentence.of(text);
        List<Phrase> found =
                names.stream().filter(name -> !name.in(sentence).isEmpty()).toList();
        List<ChangedText> changed = new ArrayList<>();
        for (Phrase name : found) {
            for (Phrase other : names) {
                boolean done = found.indexOf(other) >= 0 && found.indexOf(other) <= found.indexOf(name);
                if (!done && new WordSwap(name, other).applyTo(text) instanceof ChangeResult.Changed swapped) {
                    changed.addAll(swapped.texts());
                }
            }
        }
        return changed.isEmpty()
                ? new ChangeResult.NotApplicable("the text has none of the names " + list())
                : new ChangeResult.Changed(changed);
    }

    private String list() {
        return names.stream().map(Phrase::toString).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return "swappingNames(" + list() + ")";
    }
}
