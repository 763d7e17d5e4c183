package io.github.junitattrib.gate;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.WordScore;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The shares of all words of a corpus in both models, toward each class apart: what pushes one class takes from the other,
 * and over both nothing would be left of it.
 */
final class WordShares {

    private final Map<Key, Sums> sums = new HashMap<>();
    private final WordCases cases = new WordCases();
    private final Map<String, Long> misleading = new HashMap<>();

    /** A word in lower case, and the explained class. */
    record Key(String word, String target) {}

    /** Of one word toward one class, over texts. */
    private static final class Sums {
        private long texts;
        private Figure released = Figure.exact(0);
        private Figure candidate = Figure.exact(0);
    }

    void add(ComparedCase one) {
        Map<String, Figure> before = shares(one.released().withVerdictBars());
        Map<String, Figure> now = shares(one.candidate().withVerdictBars());
        now.forEach((word, share) -> {
            Key key = new Key(word, one.candidate().label());
            Figure earlier = before.getOrDefault(word, Figure.exact(0));
            Sums sum = sums.computeIfAbsent(key, fresh -> new Sums());
            sum.texts++;
            sum.released = sum.released.plus(earlier);
            sum.candidate = sum.candidate.plus(share);
            cases.add(
                    key, one, share.value() - earlier.value(), sum.candidate.value() - sum.released.value(), sum.texts);
        });
        if (one.isCandidateWrong()) {
            List<WordScore> ranking = one.candidate().ranking();
            WordScore last = ranking.get(ranking.size() - 1);
            if (last.score() + last.uncertainty() < 0) {
                misleading.merge(lower(last), 1L, Long::sum);
            }
        }
    }

    /** Where the method did not converge, or gave no numbers, a share may be anything. */
    private static Map<String, Figure> shares(Attribution attribution) {
        List<WordScore> words = attribution.words();
        boolean finite =
                words.stream().allMatch(word -> Double.isFinite(word.score()) && Double.isFinite(word.uncertainty()));
        boolean known = finite && attribution.convergence().converged();
        Figure all = words.stream().map(WordShares::magnitude).reduce(Figure.exact(0), Figure::plus);
        Map<String, Figure> shares = new HashMap<>();
        for (WordScore word : words) {
            Figure share = finite ? share(word, all) : Figure.exact(0);
            shares.merge(lower(word), known ? share : new Figure(share.value(), -1, 1), WordShares::together);
        }
        return shares;
    }

    private static Figure share(WordScore word, Figure all) {
        Figure share = Figure.of(word.score(), word.uncertainty()).shareBeside(others(all, magnitude(word)));
        boolean ofNothing = Double.isNaN(share.value()) || Double.isNaN(share.low()) || Double.isNaN(share.high());
        if (!ofNothing) {
            return share;
        }
        return all.high() == 0 ? Figure.exact(0) : new Figure(0, -1, 1);
    }

    /** What is left of a sum; rounding must not make it negative. */
    private static Figure others(Figure all, Figure one) {
        return new Figure(
                Math.max(0, all.value() - one.value()),
                Math.max(0, all.low() - one.low()),
                Math.max(0, all.high() - one.high()));
    }

    private static Figure magnitude(WordScore word) {
        double size = Math.abs(word.score());
        return new Figure(size, Math.max(0, size - word.uncertainty()), size + word.uncertainty());
    }

    /** Of a word that stands in a text several times. */
    private static Figure together(Figure one, Figure other) {
        Figure sum = one.plus(other);
        return new Figure(sum.value(), Math.max(-1, sum.low()), Math.min(1, sum.high()));
    }

    /** A case in which the share of a word rose most; empty if it is not among the words that gained most. */
    Optional<ComparedCase> caseOf(WordShare word) {
        return cases.of(new Key(word.word(), word.target()));
    }

    static String lower(WordScore word) {
        return word.text().toLowerCase(Locale.ROOT);
    }

    /** Words of at least some texts, those that gained most first. */
    List<WordShare> byGain(long texts) {
        return sums.entrySet().stream()
                .filter(entry -> entry.getValue().texts >= texts)
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

    /** How often each word speaks most against the label where the candidate is wrong, the most frequent first. */
    List<MisleadingWord> misleading() {
        return misleading.entrySet().stream()
                .map(entry -> new MisleadingWord(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(MisleadingWord::cases)
                        .reversed()
                        .thenComparing(MisleadingWord::word))
                .toList();
    }
}
