package io.github.junitattrib.gate;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sums of the shares of words over texts, toward each class apart: what pushes one class takes from the other, and over both
 * nothing would be left of it. Of many words, the rarest so far are forgotten, and counted anew if they come again.
 */
final class WordSums {

    /** Of words in as many texts, those whose shares changed least go first: they could decide least. */
    private static final Comparator<Sums> FORGOTTEN_FIRST =
            Comparator.comparingLong(Sums::texts).thenComparingDouble(sum -> Math.abs(sum.rise()));

    private final int most;
    private final Map<Key, Sums> sums = new HashMap<>();
    private long forgotten;
    private long forgottenTexts;

    /**
     * Makes it empty.
     *
     * @param most how many words are kept
     */
    WordSums(int most) {
        this.most = most;
    }

    /** The slice, or empty text for none of them, a word in lower case, and the explained class. */
    record Key(String slice, String word, String target) {

        Key(String word, String target) {
            this("", word, target);
        }
    }

    /** Of one word toward one class, over texts. */
    static final class Sums {
        private long texts;
        private Figure released = Figure.exact(0);
        private Figure candidate = Figure.exact(0);

        long texts() {
            return texts;
        }

        double rise() {
            return candidate.value() - released.value();
        }
    }

    /** Returns the sums of the word with those of this text. */
    Sums add(Key key, CaseShares.Change change) {
        Sums sum = sums.computeIfAbsent(key, fresh -> new Sums());
        sum.texts++;
        sum.released = sum.released.plus(change.released());
        sum.candidate = sum.candidate.plus(change.candidate());
        List<Sums> rarest = Rarest.forget(sums, FORGOTTEN_FIRST, most);
        forgotten += rarest.size();
        forgottenTexts += rarest.isEmpty() ? 0 : rarest.get(rarest.size() - 1).texts;
        return sum;
    }

    /** How often a word was forgotten. */
    long forgotten() {
        return forgotten;
    }

    /** In how many texts a forgotten word may be at most: it may have been forgotten each time that words were. */
    long forgottenTexts() {
        return forgottenTexts;
    }

    /** Words of at least some texts, those that gained most first. */
    List<WordShare> byGain(long texts) {
        return byGain("", texts);
    }

    /** The same of one slice. */
    List<WordShare> byGain(String slice, long texts) {
        return sums.entrySet().stream()
                .filter(entry ->
                        entry.getValue().texts >= texts && entry.getKey().slice.equals(slice))
                .map(entry -> share(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingDouble(WordShare::gain)
                        .reversed()
                        .thenComparing(WordShare::word)
                        .thenComparing(WordShare::target))
                .toList();
    }

    private static WordShare share(Key key, Sums sum) {
        return new WordShare(
                key.word(),
                key.target(),
                sum.texts,
                sum.released.value() / sum.texts,
                sum.candidate.value() / sum.texts,
                sum.candidate.minus(sum.released).over(sum.texts));
    }
}
