package io.github.junitattrib.method;

import io.github.junitattrib.Span;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Puts the words or pieces of a text together to the units that were asked for. */
final class Division {

    private Division() {}

    /** Returns the indices of the atoms of each unit, in the order of their first atoms. */
    static List<List<Integer>> of(Units units, Cut cut) {
        if (units instanceof Units.Windows windows) {
            return grouped(cut, atom -> atom / windows.size());
        }
        if (units instanceof Units.Groups groups) {
            return groups(groups, cut);
        }
        if (units instanceof Units.Phrases phrases) {
            return phrases(phrases, cut);
        }
        return switch ((Units.Kind) units) {
            case WORDS, PIECES -> grouped(cut, atom -> atom);
            case DISTINCT_WORDS -> grouped(cut, atom -> cut.atoms().get(atom).text());
            case SENTENCES -> sentences(cut);
        };
    }

    /** Returns the index of the sentence of each atom. */
    static int[] sentenceOfAtom(Cut cut) {
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
        sentences.setText(cut.text());
        int[] ofAtom = new int[cut.atoms().size()];
        int sentence = 0;
        int end = sentences.next();
        for (int atom = 0; atom < ofAtom.length; atom++) {
            while (end != BreakIterator.DONE && cut.atoms().get(atom).span().start() >= end) {
                sentence++;
                end = sentences.next();
            }
            ofAtom[atom] = sentence;
        }
        return ofAtom;
    }

    private static List<List<Integer>> sentences(Cut cut) {
        int[] ofAtom = sentenceOfAtom(cut);
        return grouped(cut, atom -> ofAtom[atom]);
    }

    private static List<List<Integer>> groups(Units.Groups groups, Cut cut) {
        List<Integer> numbers = groups.groupOfWord();
        if (numbers.size() != cut.atoms().size()) {
            throw new IllegalArgumentException(
                    "Units.groups gives numbers for " + numbers.size() + " words, but the text"
                            + " has " + cut.atoms().size() + ": "
                            + cut.atoms().stream().map(Atom::text).toList() + ". Give one number for each.");
        }
        return grouped(cut, numbers::get);
    }

    private static List<List<Integer>> phrases(Units.Phrases phrases, Cut cut) {
        Object[] keys = new Object[cut.atoms().size()];
        for (String phrase : phrases.phrases()) {
            boolean found = false;
            for (int at = cut.text().indexOf(phrase); at >= 0; at = cut.text().indexOf(phrase, at + 1)) {
                found |= mark(new Span(at, at + phrase.length()), cut, keys);
            }
            if (!found) {
                throw new IllegalArgumentException(
                        "The phrase \"" + phrase + "\" of Units.phrases is not in the text, or"
                                + " not at the ends of words: "
                                + cut.atoms().stream().map(Atom::text).toList() + ". Write it as it stands there.");
            }
        }
        return grouped(cut, atom -> keys[atom] == null ? atom : keys[atom]);
    }

    private static boolean mark(Span phrase, Cut cut, Object[] keys) {
        List<Integer> inside = new ArrayList<>();
        for (int atom = 0; atom < keys.length; atom++) {
            Span span = cut.atoms().get(atom).span();
            if (phrase.contains(span) && keys[atom] == null) {
                inside.add(atom);
            } else if (phrase.overlaps(span)) {
                return false;
            }
        }
        inside.forEach(atom -> keys[atom] = phrase);
        return !inside.isEmpty();
    }

    private static List<List<Integer>> grouped(Cut cut, Key key) {
        Map<Object, List<Integer>> groups = new LinkedHashMap<>();
        for (int atom = 0; atom < cut.atoms().size(); atom++) {
            groups.computeIfAbsent(key.of(atom), unseen -> new ArrayList<>()).add(atom);
        }
        return List.copyOf(groups.values());
    }

    /** What atoms of the same unit have in common. */
    private interface Key {
        Object of(int atom);
    }
}
