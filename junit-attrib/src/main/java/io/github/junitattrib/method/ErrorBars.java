package io.github.junitattrib.method;

/** Keeps single tokens from claiming less error than a rule can promise. */
final class ErrorBars {

    /**
     * The change of one token can be small by chance, so that none claims less than this share of the largest.
     *
     * <p>Measured for the adaptive rule against 257 points on 420 paths of the embedded model (140 texts, three
     * baselines): with ½, all but one token in 10,000 are within their error bar and none beyond 1.4 times it; with
     * none, 14 paths have a token beyond 3 times it.
     */
    static final double LEAST_SHARE = 0.5;

    private ErrorBars() {}

    /** Widens bars to the least share of the largest, but for tokens that the path does not move (special ones). */
    static double[] withLeastShare(double[] scores, double[] errors) {
        double least = LEAST_SHARE * Panel.largest(errors);
        double[] bars = errors.clone();
        for (int token = 0; token < bars.length; token++) {
            boolean fixed = scores[token] == 0 && errors[token] == 0;
            bars[token] = fixed ? 0 : Math.max(errors[token], least);
        }
        return bars;
    }
}
