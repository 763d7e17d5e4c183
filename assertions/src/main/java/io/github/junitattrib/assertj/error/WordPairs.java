package io.github.junitattrib.assertj.error;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.RankedBy;
import io.github.junitattrib.Span;
import io.github.junitattrib.WordScore;
import io.github.junitattrib.corpus.ChangedText;
import io.github.junitattrib.corpus.Edit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The words of a text and of a changed text as they are compared: where one edit replaced several words, or put several in
 * the place of one, these count as one word with the sum of their scores.
 */
public final class WordPairs {

    private final List<WordScore> before = new ArrayList<>();
    private final List<WordScore> after = new ArrayList<>();
    private final Map<Span, WordScore> counterparts = new LinkedHashMap<>();

    private WordPairs(Attribution original, Attribution changed, ChangedText texts) {
        List<WordScore> inserted = new ArrayList<>(changed.words());
        for (Group group : groups(original.words(), texts)) {
            WordScore word = joined(original.text(), group.words());
            before.add(word);
            List<WordScore> found = texts.find(group.span())
                    .map(place -> inside(changed.words(), place))
                    .orElse(List.of());
            if (!found.isEmpty()) {
                WordScore other = joined(changed.text(), found);
                counterparts.put(word.span(), other);
                after.add(other);
                inserted.removeAll(found);
            }
        }
        after.addAll(inserted);
    }

    static WordPairs of(ChangedPair pair) {
        return new WordPairs(pair.original(), pair.changed(), pair.texts());
    }

    /** Neighbouring words that are compared as one, and the stretch of the text that was replaced with them. */
    private record Group(List<WordScore> words, Span span) {

        static Group of(WordScore word) {
            return new Group(List.of(word), word.span());
        }

        Group with(Group next) {
            List<WordScore> all = new ArrayList<>(words);
            all.addAll(next.words);
            return new Group(all, union(span, next.span));
        }
    }

    private static List<Group> groups(List<WordScore> words, ChangedText texts) {
        List<Group> groups = new ArrayList<>(words.stream().map(Group::of).toList());
        for (Edit edit : texts.edits()) {
            List<Group> touched = groups.stream()
                    .filter(group -> group.span().overlaps(edit.at()))
                    .toList();
            if (!touched.isEmpty() && !edit.replacement().isBlank()) {
                Group all = touched.stream().reduce(Group::with).orElseThrow();
                groups.set(groups.indexOf(touched.get(0)), new Group(all.words(), union(all.span(), edit.at())));
                groups.removeAll(touched.subList(1, touched.size()));
            }
        }
        return groups;
    }

    private static List<WordScore> inside(List<WordScore> words, Span place) {
        return words.stream().filter(word -> place.contains(word.span())).toList();
    }

    private static WordScore joined(String text, List<WordScore> words) {
        WordScore first = words.get(0);
        if (words.size() == 1) {
            return first;
        }
        Span span = union(first.span(), words.get(words.size() - 1).span());
        return new WordScore(
                first.index(),
                span.of(text),
                span,
                words.stream().flatMap(word -> word.pieces().stream()).toList(),
                words.stream().mapToDouble(WordScore::score).sum(),
                words.stream().mapToDouble(WordScore::uncertainty).sum());
    }

    private static Span union(Span one, Span other) {
        return new Span(Math.min(one.start(), other.start()), Math.max(one.end(), other.end()));
    }

    /**
     * Returns the words of the original text.
     *
     * @return in the order of the text
     */
    public List<WordScore> before() {
        return List.copyOf(before);
    }

    /**
     * Returns the words of the changed text.
     *
     * @return those with a counterpart, then those that the change puts in
     */
    public List<WordScore> after() {
        return List.copyOf(after);
    }

    /**
     * Finds what stands in place of a word.
     *
     * @param word one of {@link #before()}
     * @return one of {@link #after()}; empty if the change takes the word away
     */
    public Optional<WordScore> counterpart(WordScore word) {
        return counterpart(word.span());
    }

    Optional<WordScore> counterpart(Span ofOriginal) {
        return Optional.ofNullable(counterparts.get(ofOriginal));
    }

    /**
     * Returns the words of the changed text that the change puts in.
     *
     * @return those without a counterpart, in the order of the text
     */
    public List<WordScore> inserted() {
        return List.copyOf(after.subList(counterparts.size(), after.size()));
    }

    /**
     * Orders words.
     *
     * @param words {@link #before()} or {@link #after()}
     * @param by what they are ranked by
     * @return the highest first, equal ones in the order of the text
     */
    public static List<WordScore> ranking(List<WordScore> words, RankedBy by) {
        return words.stream()
                .sorted(Comparator.comparingDouble((WordScore word) -> by.of(word.score()))
                        .reversed())
                .toList();
    }
}
