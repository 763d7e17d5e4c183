package io.github.junitattrib.gate;

import java.util.Arrays;
import java.util.function.DoublePredicate;

/** A number of each case, in eight bytes. */
final class NumberList {

    private double[] numbers = new double[1];
    private int size;

    void add(double number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
        numbers[size++] = number;
    }

    int size() {
        return size;
    }

    long count(DoublePredicate predicate) {
        return Arrays.stream(numbers, 0, size).filter(predicate).count();
    }

    double mean() {
        return Arrays.stream(numbers, 0, size).sum() / size;
    }

    /** The smallest number for rank 1, the largest for rank {@link #size()}. */
    double smallest(int rank) {
        double[] sorted = Arrays.copyOf(numbers, size);
        Arrays.sort(sorted);
        return sorted[rank - 1];
    }
}
