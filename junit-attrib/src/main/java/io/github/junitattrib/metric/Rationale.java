package io.github.junitattrib.metric;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Span;
import io.github.junitattrib.WordScore;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The words of a text that a person gives as reason.
 *
 * @param words all of them, as places among the words of the attribution
 * @param runs the stretches that were marked, each first word and the one behind the last
 */
record Rationale(BitSet words, Set<Run> runs) {

    /** Neighbouring words from {@code from} to the one before {@code to}. */
    record Run(int from, int to) {

        /** The intersection of two runs over their union. */
        double iou(Run other) {
            int both = Math.max(0, Math.min(to, other.to) - Math.max(from, other.from));
            return (double) both / (to - from + other.to - other.from - both);
        }
    }

    /** Finds the words that the spans touch. */
    static Rationale of(Attribution attribution, List<Span> spans) {
        if (spans.isEmpty()) {
            throw new UndefinedMetricException(
                    "The rationale for \"" + attribution.text()
                            + "\" is empty, so that no word could be right. Mark the words that a person would give as reason.");
        }
        List<WordScore> all = attribution.words();
        BitSet words = new BitSet();
        Set<Run> runs = new LinkedHashSet<>();
        for (Span span : spans) {
            Run run = run(attribution, all, span);
            words.set(run.from(), run.to());
            runs.add(run);
        }
        if (words.cardinality() == all.size()) {
            throw new UndefinedMetricException("The rationale covers all words of \"" + attribution.text()
                    + "\", so that every attribution agrees with it. Mark some of them.");
        }
        return new Rationale(words, runs);
    }

    private static Run run(Attribution attribution, List<WordScore> words, Span span) {
        List<Integer> touched = new ArrayList<>();
        for (int word = 0; word < words.size(); word++) {
            if (words.get(word).span().overlaps(span)) {
                touched.add(word);
            }
        }
        if (span.end() > attribution.text().length() || touched.isEmpty()) {
            throw new IllegalArgumentException("The span [" + span.start() + ", " + span.end()
                    + ") of the rationale holds no word of \"" + attribution.text() + "\", whose words are "
                    + words.stream().map(WordScore::text).toList() + ". Give UTF-16 offsets into this text.");
        }
        return new Run(touched.get(0), touched.get(touched.size() - 1) + 1);
    }

    /** The longest runs of neighbouring words in a set. */
    static Set<Run> runs(BitSet words) {
        Set<Run> runs = new LinkedHashSet<>();
        for (int from = words.nextSetBit(0); from >= 0; ) {
            int to = words.nextClearBit(from);
            runs.add(new Run(from, to));
            from = words.nextSetBit(to);
        }
        return runs;
    }
}
