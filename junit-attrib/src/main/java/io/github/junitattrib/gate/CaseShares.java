package io.github.junitattrib.gate;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.WordScore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much of the reasons each word of a case makes up, in both models.
 *
 * @param target the explained class
 * @param words shares by word in lower case
 */
record CaseShares(String target, Map<String, Change> words) {

    /**
     * Of one word.
     *
     * @param released its share in the released model
     * @param candidate its share in the candidate
     */
    record Change(Figure released, Figure candidate) {

        double rise() {
            return candidate.value() - released.value();
        }
    }

    static CaseShares of(ComparedCase one) {
        Map<String, Figure> before = shares(one.released().withVerdictBars());
        Map<String, Change> words = new HashMap<>();
        shares(one.candidate().withVerdictBars())
                .forEach((word, share) ->
                        words.put(word, new Change(before.getOrDefault(word, Figure.exact(0)), share)));
        return new CaseShares(one.candidate().label(), words);
    }

    /** Where the method did not converge, or gave no numbers, a share may be anything. */
    private static Map<String, Figure> shares(Attribution attribution) {
        List<WordScore> words = attribution.words();
        boolean finite =
                words.stream().allMatch(word -> Double.isFinite(word.score()) && Double.isFinite(word.uncertainty()));
        boolean known = finite && attribution.convergence().converged();
        Figure all = words.stream().map(CaseShares::magnitude).reduce(Figure.exact(0), Figure::plus);
        Map<String, Figure> shares = new HashMap<>();
        for (WordScore word : words) {
            Figure share = finite ? share(word, all) : Figure.exact(0);
            shares.merge(
                    WordShares.lower(word), known ? share : new Figure(share.value(), -1, 1), CaseShares::together);
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
}
