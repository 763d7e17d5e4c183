package io.github.junitattrib.method;

import io.github.junitattrib.InvalidTextException;
import io.github.junitattrib.text.TokenizedText;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * How much Gaussian noise is added to every embedding dimension of every token that is not special.
 *
 * @param amount σ in the given unit
 * @param unit what the amount is relative to
 */
public record NoiseLevel(double amount, Unit unit) {

    /** What an amount of noise is relative to. */
    public enum Unit {
        /** Nothing: σ itself, as Captum's {@code stdevs}. */
        EMBEDDING,
        /** The largest number of the text's embeddings minus the smallest, as SmoothGrad's authors do for images. */
        RANGE,
        /** The standard deviation of the numbers of the text's embeddings. */
        DEVIATION
    }

    /** No noise. */
    public static final NoiseLevel NONE = new NoiseLevel(0, Unit.EMBEDDING);

    /**
     * Checks the amount.
     *
     * @param amount σ in the given unit
     * @param unit what the amount is relative to
     * @throws IllegalArgumentException if it is negative or no finite number
     */
    public NoiseLevel {
        Objects.requireNonNull(unit, "The unit must not be null. Take Unit.DEVIATION.");
        if (!(amount >= 0 && amount <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("Noise needs a finite standard deviation from 0, but got " + amount
                    + ". Take a share such as NoiseLevel.ofDeviation(0.5).");
        }
    }

    /**
     * Sets the standard deviation itself, as Captum's {@code stdevs}.
     *
     * @param sigma in the unit of the embeddings
     * @return the level
     */
    public static NoiseLevel stdev(double sigma) {
        return new NoiseLevel(sigma, Unit.EMBEDDING);
    }

    /**
     * Sets the standard deviation as a share of max − min of the text's embeddings: σ/(x_max − x_min), as SmoothGrad's
     * authors do. They take 0.1 to 0.2 for images; embeddings have longer tails, so that this may drown them.
     *
     * @param share of the range
     * @return the level
     */
    public static NoiseLevel ofRange(double share) {
        return new NoiseLevel(share, Unit.RANGE);
    }

    /**
     * Sets the standard deviation as a share of that of the text's embeddings. For numbers that are evenly spread, 0.5 is
     * 14 % of their range.
     *
     * @param share of the standard deviation
     * @return the level
     */
    public static NoiseLevel ofDeviation(double share) {
        return new NoiseLevel(share, Unit.DEVIATION);
    }

    /** Returns σ for a text with embeddings x [T·D]. */
    double sigma(TokenizedText text, double[] x) {
        if (unit == Unit.EMBEDDING || amount == 0) {
            return amount;
        }
        int width = x.length / text.size();
        double[] numbers = IntStream.range(0, x.length)
                .filter(i -> !text.tokens().get(i / width).special())
                .mapToDouble(i -> x[i])
                .toArray();
        double scale = unit == Unit.RANGE ? range(numbers) : deviation(numbers);
        if (!(scale > 0)) {
            throw new InvalidTextException("The embeddings of the text \"" + text.text()
                    + "\" do not vary, so that no noise is a share of their "
                    + unit.name().toLowerCase(Locale.ROOT)
                    + ". Set its standard deviation by NoiseLevel.stdev(…).");
        }
        return amount * scale;
    }

    /** Draws σ·ε [T·D], zero at special tokens. */
    static double[] draw(TokenizedText text, int size, double sigma, Draws draws) {
        double[] noise = new double[size];
        int width = size / text.size();
        for (int t = 0; t < text.size(); t++) {
            if (!text.tokens().get(t).special()) {
                for (int i = t * width; i < (t + 1) * width; i++) {
                    noise[i] = sigma * draws.gaussian();
                }
            }
        }
        return noise;
    }

    private static double range(double[] numbers) {
        return Arrays.stream(numbers).max().orElse(0)
                - Arrays.stream(numbers).min().orElse(0);
    }

    private static double deviation(double[] numbers) {
        double mean = Arrays.stream(numbers).average().orElse(0);
        return Math.sqrt(Arrays.stream(numbers)
                .map(number -> (number - mean) * (number - mean))
                .average()
                .orElse(0));
    }

    @Override
    public String toString() {
        return switch (unit) {
            case EMBEDDING -> Double.toString(amount);
            case RANGE -> amount + " of the range";
            case DEVIATION -> amount + " of the deviation";
        };
    }
}
