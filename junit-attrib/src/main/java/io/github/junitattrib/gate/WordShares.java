package io.github.junitattrib.gate;

import io.github.junitattrib.WordScore;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The shares of all words of a corpus in both models, cases for those that gained most, and words that mislead. */
final class WordShares {

    /** Some 30 MB of them. */
    static final int MOST = 100_000;

    private static final int MOST_MISLEADING = 10_000;

    private final WordSums sums = new WordSums(MOST);
    private final WordCases cases = new WordCases();
    private final Map<String, Long> misleading = new HashMap<>();

    void add(ComparedCase one, CaseShares shares) {
        shares.words().forEach((word, change) -> {
            WordSums.Key key = new WordSums.Key(word, shares.target());
            WordSums.Sums sum = sums.add(key, change);
            cases.add(key, one, change.rise(), sum.rise(), sum.texts());
        });
        if (one.isCandidateWrong()) {
            List<WordScore> ranking = one.candidate().ranking();
            WordScore last = ranking.get(ranking.size() - 1);
            if (last.score() + last.uncertainty() < 0) {
                misleading.merge(lower(last), 1L, Long::sum);
                Rarest.forget(misleading, Comparator.<Long>naturalOrder(), MOST_MISLEADING);
            }
        }
    }

    /** A case in which the share of a word rose most; empty if it is not among the words that gained most. */
    Optional<ComparedCase> caseOf(WordShare word) {
        return cases.of(new WordSums.Key(word.word(), word.target()));
    }

    static String lower(WordScore word) {
        return word.text().toLowerCase(Locale.ROOT);
    }

    /** Words of at least some texts, those that gained most first. */
    List<WordShare> byGain(long texts) {
        return sums.byGain(texts);
    }

    /** How often a word was forgotten, as there were too many. */
    long forgotten() {
        return sums.forgotten();
    }

    /** In how many texts a forgotten word may be at most. */
    long forgottenTexts() {
        return sums.forgottenTexts();
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
