package io.github.junitattrib.corpus;

import io.github.junitattrib.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Exchanges two adjoining letters in some words, drawn by a seed and by the text: never the first letter, never in a word
 * that is spared, and once in a word at most.
 *
 * @param count how many words
 * @param seed the seed
 * @param spared the words, or phrases, that stay as they are
 */
public record Typos(int count, long seed, List<String> spared) implements TextChange {

    /** What the seed is mixed with the text by, so that texts that differ in one letter get unrelated places. */
    private static final long MIX = 0x9E3779B97F4A7C15L;

    /**
     * Checks the number and copies the words.
     *
     * @param count how many words
     * @param seed the seed
     * @param spared the words, or phrases, that stay as they are
     * @throws IllegalArgumentException if the number is less than 1 or a word is blank
     */
    public Typos {
        if (count < 1) {
            throw new IllegalArgumentException(
                    "Typos need at least one word to fall into, but count is " + count + ".");
        }
        spared.forEach(Phrase::new);
        spared = List.copyOf(spared);
    }

    /**
     * Keeps words as they are: those that the test looks for.
     *
     * @param words the words, or phrases
     * @return a changed copy
     * @throws IllegalArgumentException if one is blank
     */
    public Typos sparing(String... words) {
        Objects.requireNonNull(words, "The words to spare must not be null. Name them, or leave sparing(..) out.");
        return new Typos(
                count, seed, Stream.concat(spared.stream(), Stream.of(words)).toList());
    }

    @Override
    public ChangeResult applyTo(String text) {
        List<Span> words = candidates(Sentence.of(text));
        if (words.size() < count) {
            return new ChangeResult.NotApplicable(
                    "the text has " + words.size() + " words to put a typo into, not " + count
                            + ": each needs three letters, two of them different behind the first, and must not be spared");
        }
        Random random = new Random(seed + MIX * text.hashCode());
        Collections.shuffle(words, random);
        List<Edit> edits = words.subList(0, count).stream()
                .map(word -> swap(text, word, random))
                .sorted(Comparator.comparingInt(edit -> edit.at().start()))
                .toList();
        return ChangeResult.of(text, edits, "it leaves the text as it is");
    }

    private List<Span> candidates(Sentence sentence) {
        List<Span> kept = spared.stream()
                .flatMap(word -> new Phrase(word).in(sentence).stream())
                .map(Phrase.Place::span)
                .toList();
        return sentence.words().stream()
                .filter(word -> kept.stream().noneMatch(word::overlaps))
                .filter(word -> !places(sentence.text(), word).isEmpty())
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static Edit swap(String text, Span word, Random random) {
        List<Integer> places = places(text, word);
        int at = places.get(random.nextInt(places.size()));
        char[] letters = word.of(text).toCharArray();
        char moved = letters[at];
        letters[at] = letters[at + 1];
        letters[at + 1] = moved;
        return new Edit(word, new String(letters));
    }

    /** Only plain letters that no mark combines with: others would fall apart. */
    private static List<Integer> places(String text, Span word) {
        String written = word.of(text);
        List<Integer> places = new ArrayList<>();
        for (int i = 1; i + 1 < written.length(); i++) {
            boolean letters = Character.isLetter(written.charAt(i)) && Character.isLetter(written.charAt(i + 1));
            boolean marked =
                    i + 2 < written.length() && Character.getType(written.charAt(i + 2)) == Character.NON_SPACING_MARK;
            if (letters && !marked && written.charAt(i) != written.charAt(i + 1)) {
                places.add(i);
            }
        }
        return places;
    }

    @Override
    public String toString() {
        String kept = spared.stream().map(word -> "\"" + word + "\"").collect(Collectors.joining(", "));
        return "typos(" + count + ", " + seed + ")" + (spared.isEmpty() ? "" : ".sparing(" + kept + ")");
    }
}
