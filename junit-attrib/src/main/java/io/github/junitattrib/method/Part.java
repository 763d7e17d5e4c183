package io.github.junitattrib.method;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A part of a text in a hierarchy of halves.
 *
 * @param units the players in it
 * @param halves its two parts; empty for a single unit
 */
record Part(BitSet units, List<Part> halves) {

    /** Splits the text between sentences near its middle, and sentences in the middle. */
    static Part of(PerturbedText text) {
        int[] sentenceOfAtom = Division.sentenceOfAtom(text.cut());
        int[] sentenceOfUnit = text.units().stream()
                .mapToInt(unit -> sentenceOfAtom[unit.get(0)])
                .toArray();
        return of(sentenceOfUnit, 0, sentenceOfUnit.length);
    }

    /** The units from the first to the one before the end. */
    static Part of(int[] sentences, int from, int to) {
        BitSet units = new BitSet();
        units.set(from, to);
        if (to - from == 1) {
            return new Part(units, List.of());
        }
        int middle = middle(sentences, from, to);
        return new Part(units, List.of(of(sentences, from, middle), of(sentences, middle, to)));
    }

    /** The end of a sentence that is nearest to the middle, or the middle if there is none. */
    private static int middle(int[] sentences, int from, int to) {
        int middle = (from + to) >>> 1;
        return IntStream.range(from + 1, to)
                .filter(unit -> sentences[unit] != sentences[unit - 1])
                .boxed()
                .min((a, b) -> Integer.compare(Math.abs(a - middle), Math.abs(b - middle)))
                .orElse(middle);
    }

    /** Evaluations to split it down to single units: two for every split in every context, and the two ends. */
    long cost() {
        return 2 + splits(1);
    }

    private long splits(long contexts) {
        if (halves.isEmpty()) {
            return 0;
        }
        return 2 * contexts + halves.get(0).splits(2 * contexts) + halves.get(1).splits(2 * contexts);
    }
}
