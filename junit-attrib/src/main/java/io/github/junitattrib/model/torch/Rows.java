package io.github.junitattrib.model.torch;

import io.github.junitattrib.TargetScore;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** Moves rows of doubles to and from the flat float arrays of the native library. */
final class Rows {

    private Rows() {}

    /** [B][n] to [B·n]. */
    static float[] join(double[][] rows) {
        int width = rows[0].length;
        float[] flat = new float[rows.length * width];
        for (int row = 0; row < rows.length; row++) {
            if (rows[row].length != width) {
                throw new IllegalArgumentException("Points of " + width + " and of " + rows[row].length
                        + " numbers cannot be computed together. Give those of one text, or of texts alike.");
            }
            for (int i = 0; i < width; i++) {
                flat[row * width + i] = (float) rows[row][i];
            }
        }
        return flat;
    }

    /** [B·n] to [B][n]. */
    static double[][] split(float[] flat, int count) {
        int width = flat.length / count;
        double[][] rows = new double[count][width];
        for (int row = 0; row < count; row++) {
            for (int i = 0; i < width; i++) {
                rows[row][i] = flat[row * width + i];
            }
        }
        return rows;
    }

    static double[] toDoubles(float[] floats) {
        return split(floats, 1)[0];
    }

    /** Makes the function from the scores [B·C] of a batch to the slopes of a target by them [B·C]. */
    static UnaryOperator<float[]> slopes(TargetScore target, int count) {
        return scores ->
                join(Arrays.stream(split(scores, count)).map(target::slopes).toArray(double[][]::new));
    }
}
