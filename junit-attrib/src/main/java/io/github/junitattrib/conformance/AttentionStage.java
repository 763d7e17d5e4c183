package io.github.junitattrib.conformance;

/**
 * One head of attention over T numbers, with the numbers themselves behind what it reads.
 *
 * @param keys k [T]
 * @param values v [T]
 * @param bias b of all values
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record AttentionStage(double[] keys, double[] values, double bias) implements Stage {

    @Override
    public double[] forward(double[] x) {
        double[][] map = attention(x)[0];
        double[] next = new double[2 * x.length];
        for (int t = 0; t < x.length; t++) {
            for (int s = 0; s < x.length; s++) {
                next[t] += map[t][s] * value(x, s);
            }
            next[x.length + t] = x[t];
        }
        return next;
    }

    @Override
    public double[] backward(double[] x, double[] slopes) {
        double[][] map = attention(x)[0];
        double[][] byMap = attentionSlopes(x, slopes)[0];
        double[] back = new double[x.length];
        for (int t = 0; t < x.length; t++) {
            back[t] += slopes[x.length + t];
            double mean = 0;
            for (int s = 0; s < x.length; s++) {
                back[s] += slopes[t] * map[t][s] * values[s];
                mean += map[t][s] * byMap[t][s];
            }
            for (int s = 0; s < x.length; s++) {
                double byScore = map[t][s] * (byMap[t][s] - mean);
                back[s] += byScore * x[t] * keys[s];
                back[t] += byScore * keys[s] * x[s];
            }
        }
        return back;
    }

    @Override
    public double[][][] attention(double[] x) {
        double[][] map = new double[x.length][x.length];
        for (int t = 0; t < x.length; t++) {
            double sum = 0;
            for (int s = 0; s < x.length; s++) {
                map[t][s] = Math.exp(x[t] * keys[s] * x[s]);
                sum += map[t][s];
            }
            for (int s = 0; s < x.length; s++) {
                map[t][s] /= sum;
            }
        }
        return new double[][][] {map};
    }

    @Override
    public double[][][] attentionSlopes(double[] x, double[] slopes) {
        double[][] byMap = new double[x.length][x.length];
        for (int t = 0; t < x.length; t++) {
            for (int s = 0; s < x.length; s++) {
                byMap[t][s] = slopes[t] * value(x, s);
            }
        }
        return new double[][][] {byMap};
    }

    private double value(double[] x, int s) {
        return values[s] * x[s] + bias;
    }
}
