package io.github.junitattrib.method;

/** Keeps single tokens from claiming less error than a rule, or single precision, can promise. */
final class ErrorBars {

    /**
     * The change of one token can be small by chance, so that none claims less than this share of the largest.
     *
     * <p>Measured for the adaptive rule against 257 points on 420 paths of the embedded model (140 texts, three
     * baselines): with ½, all but one token in 10,000 are within their error bar and none beyond 1.4 times it; with
     * none, 14 paths have a token beyond 3 times it.
     */
    static final double LEAST_SHARE = 0.5;

    /**
     * The rounding error of single against double precision, as a share of the largest sum of magnitudes: it keeps 24
     * bits, and a network loses a few.
     */
    static final double FLOAT_NOISE = 1e-6;

    private ErrorBars() {}

    /** Adds rounding errors to the bars, but for tokens that nothing moves: they have exactly no share, and no error. */
    static double[] withNoise(double[] scores, double[] errors, double noise) {
        double[] bars = new double[scores.length];
        for (int token = 0; token < bars.length; token++) {
            bars[token] = isFixed(scores[token], errors[token]) ? 0 : errors[token] + noise;
        }
        return bars;
    }

    /** Says whether nothing moves a token, as the path does not move special ones. */
    private static boolean isFixed(double score, double error) {
        return score == 0 && error == 0;
    }

    /** Widens bars to the least share of the largest, but for tokens that the path does not move (special ones). */
    static double[] withLeastShare(double[] scores, double[] errors) {
        double least = LEAST_SHARE * Panel.largest(errors);
        double[] bars = errors.clone();
        for (int token = 0; token < bars.length; token++) {
            bars[token] = isFixed(scores[token], errors[token]) ? 0 : Math.max(errors[token], least);
        }
        return bars;
    }
}
