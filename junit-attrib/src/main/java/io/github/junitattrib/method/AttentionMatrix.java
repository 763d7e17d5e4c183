package io.github.junitattrib.method;

/** Arithmetic on the square maps of attention, row by row [T][T]. */
final class AttentionMatrix {

    private AttentionMatrix() {}

    /** The number in a head's map that a sum over heads takes. */
    interface Entry {
        double of(int head, int row, int column);
    }

    /** Averages over heads. */
    static double[][] mean(int heads, int tokens, Entry entry) {
        double[][] mean = new double[tokens][tokens];
        for (int head = 0; head < heads; head++) {
            for (int row = 0; row < tokens; row++) {
                for (int column = 0; column < tokens; column++) {
                    mean[row][column] += entry.of(head, row, column) / heads;
                }
            }
        }
        return mean;
    }

    static double[][] identity(int tokens) {
        double[][] identity = new double[tokens][tokens];
        for (int t = 0; t < tokens; t++) {
            identity[t][t] = 1;
        }
        return identity;
    }

    static double[][] product(double[][] left, double[][] right) {
        int tokens = left.length;
        double[][] product = new double[tokens][tokens];
        for (int row = 0; row < tokens; row++) {
            for (int inner = 0; inner < tokens; inner++) {
                for (int column = 0; column < tokens; column++) {
                    product[row][column] += left[row][inner] * right[inner][column];
                }
            }
        }
        return product;
    }

    /** Returns a · left + b · right. */
    static double[][] sum(double a, double[][] left, double b, double[][] right) {
        int tokens = left.length;
        double[][] sum = new double[tokens][tokens];
        for (int row = 0; row < tokens; row++) {
            for (int column = 0; column < tokens; column++) {
                sum[row][column] = a * left[row][column] + b * right[row][column];
            }
        }
        return sum;
    }
}
