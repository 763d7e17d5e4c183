package io.github.junitattrib.gate;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.WordScore;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The shares of all words of a corpus in both models, toward each class apart: what pushes one class takes from the other,
 * and over both nothing would be left of it.
 */
final class WordShares {

    private final Map<Key, Sums> sums = new HashMap<>();
    private final Map<String, Long> misleading = new HashMap<>();

    private record Key(String word, String target) {}

    /** Of one word toward one class, over texts. */
    private static final class Sums {
        private long texts;
        private double released;
        private double candidate;
        private double uncertainty;
    }

    /** Of one word in one text. */
    private record Share(double value, double uncertainty) {
        Share plus(Share other) {
            return new Share(value + other.value, uncertainty + other.uncertainty);
        }
    }

    void add(ComparedCase one) {
        Map<String, Share> before = shares(one.released());
        Map<String, Share> now = shares(one.candidate());
        now.forEach((word, share) -> {
            Share released = before.getOrDefault(word, new Share(0, 0));
            Sums sum = sums.computeIfAbsent(new Key(word, one.candidate().label()), key -> new Sums());
            sum.texts++;
            sum.released += released.value();
            sum.candidate += share.value();
            sum.uncertainty += released.uncertainty() + share.uncertainty();
        });
        if (one.isCandidateWrong()) {
            List<WordScore> ranking = one.candidate().ranking();
            misleading.merge(lower(ranking.get(ranking.size() - 1)), 1L, Long::sum);
        }
    }

    /** Where the method did not converge, a share may be anything. */
    private static Map<String, Share> shares(Attribution attribution) {
        double all = attribution.words().stream()
                .mapToDouble(word -> Math.abs(word.score()))
                .sum();
        boolean converged = attribution.convergence().converged();
        Map<String, Share> shares = new HashMap<>();
        for (WordScore word : attribution.words()) {
            Share share = all == 0
                    ? new Share(0, converged ? 0 : 1)
                    : new Share(word.score() / all, converged ? word.uncertainty() / all : 1);
            shares.merge(lower(word), share, Share::plus);
        }
        return shares;
    }

    private static String lower(WordScore word) {
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
                sum.released / sum.texts,
                sum.candidate / sum.texts,
                sum.uncertainty / sum.texts);
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
