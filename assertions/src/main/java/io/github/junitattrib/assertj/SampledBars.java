package io.github.junitattrib.assertj;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.TokenScore;
import java.util.List;

/**
 * The error bars that verdicts are given by. Methods that draw samples state standard errors, which one score in three
 * exceeds: a test that took them for bounds would change its verdict with the seed. Three of them are exceeded by one score
 * in 370 (normal distribution), and are what the axioms take as well.
 */
final class SampledBars {

    private static final double STANDARD_ERRORS = 3;

    private SampledBars() {}

    /** Returns the attribution with the bars to judge by: itself, unless it was sampled. */
    static Attribution of(Attribution attribution) {
        // What draws samples says by which seed; where it could enumerate instead, its bars are rounding alone.
        if (!attribution.method().parameters().containsKey("seed")) {
            return attribution;
        }
        List<TokenScore> widened =
                attribution.tokens().stream().map(SampledBars::widened).toList();
        return new Attribution(
                attribution.text(),
                widened,
                attribution.target(),
                attribution.prediction(),
                attribution.inputScore(),
                attribution.baselineScore(),
                attribution.convergence(),
                attribution.method(),
                attribution.model());
    }

    private static TokenScore widened(TokenScore token) {
        return new TokenScore(
                token.text(),
                token.span(),
                token.word(),
                token.special(),
                token.score(),
                STANDARD_ERRORS * token.uncertainty());
    }
}
