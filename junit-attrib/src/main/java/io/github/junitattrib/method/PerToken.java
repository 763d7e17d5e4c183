package io.github.junitattrib.method;

/** Reduces numbers by embedding dimension [T·D] to one number per token [T]. */
final class PerToken {

    private PerToken() {}

    /** Σ_d a of every token. */
    static double[] sum(double[] a, int tokens) {
        double[] sums = new double[tokens];
        int width = a.length / tokens;
        for (int i = 0; i < a.length; i++) {
            sums[i / width] += a[i];
        }
        return sums;
    }

    /** Σ_d a·b of every token. */
    static double[] dot(double[] a, double[] b, int tokens) {
        double[] sums = new double[tokens];
        int width = a.length / tokens;
        for (int i = 0; i < a.length; i++) {
            sums[i / width] += a[i] * b[i];
        }
        return sums;
    }

    /** Σ_d |a·b| of every token: what the rounding errors of {@link #dot} are relative to. */
    static double[] absoluteDot(double[] a, double[] b, int tokens) {
        double[] sums = new double[tokens];
        int width = a.length / tokens;
        for (int i = 0; i < a.length; i++) {
            sums[i / width] += Math.abs(a[i] * b[i]);
        }
        return sums;
    }

    /** Σ_d |a| of every token. */
    static double[] absolute(double[] a, int tokens) {
        double[] sums = new double[tokens];
        int width = a.length / tokens;
        for (int i = 0; i < a.length; i++) {
            sums[i / width] += Math.abs(a[i]);
        }
        return sums;
    }

    /** √Σ_d a² of every token. */
    static double[] euclidean(double[] a, int tokens) {
        double[] norms = dot(a, a, tokens);
        for (int t = 0; t < tokens; t++) {
            norms[t] = Math.sqrt(norms[t]);
        }
        return norms;
    }
}
