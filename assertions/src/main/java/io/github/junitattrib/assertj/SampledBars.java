package io.github.junitattrib.assertj;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.TokenScore;

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
        if (!attribution.method().isSampled()) {
            return attribution;
        }
        return attribution.withTokens(
                attribution.tokens().stream().map(SampledBars::widened).toList());
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
