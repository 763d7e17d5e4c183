package io.github.junitattrib.report;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.WordScore;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The words of an attribution with their ranks, and where each stands among the words of a reference.
 *
 * @param words in the order of the text
 * @param ranks of the words by signed score, from 1; equal scores share one
 * @param placeOf for each word of the reference its place here, or −1
 */
@SuppressWarnings("ArrayRecordComponent") // a passing result, never compared
record ComparedWords(List<WordScore> words, int[] ranks, int[] placeOf) {

    static ComparedWords of(Attribution attribution, List<WordScore> reference) {
        List<WordScore> words = attribution.words();
        double[] sorted = words.stream().mapToDouble(WordScore::score).sorted().toArray();
        int[] ranks = words.stream()
                .mapToInt(word -> 1 + sorted.length - upperBound(sorted, word.score()))
                .toArray();
        return new ComparedWords(words, ranks, WordAlignment.of(texts(reference), texts(words)));
    }

    /** Returns the place of a word of the reference here; empty if there is no such word. */
    Optional<Integer> place(int ofReference) {
        return placeOf[ofReference] < 0 ? Optional.empty() : Optional.of(placeOf[ofReference]);
    }

    /** Returns the places of words that the reference lacks. */
    List<Integer> added() {
        boolean[] paired = new boolean[words.size()];
        Arrays.stream(placeOf).filter(place -> place >= 0).forEach(place -> paired[place] = true);
        return IntStream.range(0, paired.length)
                .filter(place -> !paired[place])
                .boxed()
                .toList();
    }

    /** How many numbers are not larger. */
    private static int upperBound(double[] sorted, double score) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Double.compare(sorted[middle], score) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static List<String> texts(List<WordScore> words) {
        return words.stream().map(WordScore::text).toList();
    }
}
