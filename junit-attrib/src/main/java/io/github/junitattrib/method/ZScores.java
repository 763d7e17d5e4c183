package io.github.junitattrib.method;

import io.github.junitattrib.TokenScore;
import java.util.List;

/**
 * The scale of z-scores over the tokens that are not special, with what their error bars do to it.
 *
 * <p>Errors |δ_t| ≤ e_t move the mean by at most the mean of e, and the standard deviation, which is a seminorm, by at
 * most the root mean square of e. So z = (s − μ)/σ moves by at most (|δ_t − δ_μ| + |z| δ_σ)/(σ − δ_σ), without any
 * assumption that errors are small.
 *
 * @param tokens that are not special
 * @param mean μ
 * @param deviation σ, of the population
 * @param meanBar largest error of μ
 * @param deviationBar largest error of σ
 */
record ZScores(int tokens, double mean, double deviation, double meanBar, double deviationBar) {

    static ZScores over(List<TokenScore> all) {
        List<TokenScore> tokens = all.stream().filter(token -> !token.special()).toList();
        double mean = tokens.stream().mapToDouble(TokenScore::score).average().orElse(0);
        double variance = tokens.stream()
                .mapToDouble(token -> Math.pow(token.score() - mean, 2))
                .average()
                .orElse(0);
        double meanBar =
                tokens.stream().mapToDouble(TokenScore::uncertainty).average().orElse(0);
        double square = tokens.stream()
                .mapToDouble(token -> Math.pow(token.uncertainty(), 2))
                .average()
                .orElse(0);
        return new ZScores(tokens.size(), mean, Math.sqrt(variance), meanBar, Math.sqrt(square));
    }

    /** Says whether tokens differ by more than their errors; never for numbers that are not finite. */
    boolean areMeaningful() {
        return deviation > deviationBar && Double.isFinite(deviation);
    }

    /** Returns the token on this scale: 0 for all where they do not differ. */
    TokenScore of(TokenScore token) {
        double score = deviation == 0 ? 0 : (token.score() - mean) / deviation;
        return new TokenScore(token.text(), token.span(), token.word(), token.special(), score, bar(token, score));
    }

    private double bar(TokenScore token, double score) {
        if (!areMeaningful()) {
            return Double.POSITIVE_INFINITY;
        }
        // A token that takes part in the mean moves with it.
        double own = token.special() ? 1 : 1 - 2.0 / tokens;
        double moved = own * token.uncertainty() + meanBar;
        return (moved + Math.abs(score) * deviationBar) / (deviation - deviationBar);
    }

    /** What to change if they mean nothing. */
    String remedy() {
        if (tokens < 2) {
            return "A z-score over the tokens needs two that are not special, but the text has " + tokens
                    + ". Give a longer text, or take Reduction.SUM.";
        }
        if (!Double.isFinite(deviation)) {
            return "The scores are no finite numbers, so they have no z-scores. Check the weights of the model.";
        }
        return "The standard deviation of the scores over the " + tokens + " tokens that are not special is "
                + deviation
                + ", within its error of " + deviationBar
                + ", so z-scores mean nothing. Take another layer, as the head"
                + " reads the first token alone, or Reduction.SUM.";
    }
}
