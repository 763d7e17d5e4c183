package io.github.junitattrib.metric;

import io.github.junitattrib.Baseline;
import io.github.junitattrib.method.Perturbation;
import io.github.junitattrib.method.Removal;
import io.github.junitattrib.method.Units;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How {@link Comprehensiveness} and {@link Sufficiency} take the top words of a text away, or keep nothing else.
 *
 * <p>The defaults are ERASER's: words are deleted, the probability of the class is measured, and the numbers are averaged
 * over the top 1, 5, 10, 20 and 50 % of the words, at least one word each.
 *
 * @param bins shares of the units, ascending
 * @param perturbation what is taken away, and how
 * @param baseline whose rows stand in place of absent words with {@link Removal#BASELINE}
 * @param measure what is measured
 * @param maxEvaluations largest number of partial texts; 2000 by default
 */
public record Erasure(
        List<Double> bins, Perturbation perturbation, Baseline baseline, Measure measure, int maxEvaluations) {

    /** Which number of the model is measured. */
    public enum Measure {
        /** The probability of the explained class, as ERASER does; the explained number where there is none. */
        PROBABILITY,
        /** The explained number itself: a logit, or a difference of two. */
        EXPLAINED_SCORE
    }

    /** ERASER's choices. */
    public static final Erasure DEFAULT = new Erasure(
            List.of(0.01, 0.05, 0.1, 0.2, 0.5),
            new Perturbation(Units.WORDS, Removal.DELETE),
            Baseline.PAD,
            Measure.PROBABILITY,
            2000);

    /**
     * Checks the numbers.
     *
     * @param bins shares of the units, ascending
     * @param perturbation what is taken away, and how
     * @param baseline whose rows stand in place of absent words with {@link Removal#BASELINE}
     * @param measure what is measured
     * @param maxEvaluations largest number of partial texts
     * @throws IllegalArgumentException if there is no bin, one is no share, or they do not ascend
     */
    public Erasure {
        bins = List.copyOf(bins);
        Objects.requireNonNull(perturbation, "The perturbation must not be null. Leave it out to delete words.");
        Objects.requireNonNull(baseline, "The baseline must not be null. Leave it out for the padding baseline.");
        Objects.requireNonNull(measure, "The measure must not be null. Leave it out for the probability.");
        double last = 0;
        for (double bin : bins) {
            if (!(bin > last && bin <= 1)) {
                throw new IllegalArgumentException(
                        "Bins are shares above 0 and up to 1 in ascending order, but are " + bins + ".");
            }
            last = bin;
        }
        if (bins.isEmpty() || maxEvaluations < 2) {
            throw new IllegalArgumentException("Erasing needs at least one bin and 2 evaluations, but there are "
                    + bins.size() + " bins and " + maxEvaluations + " evaluations are allowed.");
        }
    }

    /**
     * Averages over other shares of the text.
     *
     * @param shares above 0 and up to 1, ascending
     * @return a changed copy
     */
    public Erasure bins(double... shares) {
        return new Erasure(Arrays.stream(shares).boxed().toList(), perturbation, baseline, measure, maxEvaluations);
    }

    /**
     * Takes words away in another way.
     *
     * @param removal what stands in their place
     * @return a changed copy
     */
    public Erasure with(Removal removal) {
        return new Erasure(bins, perturbation.with(removal), baseline, measure, maxEvaluations);
    }

    /**
     * Takes other parts than words.
     *
     * @param units the parts
     * @return a changed copy
     */
    public Erasure with(Units units) {
        return new Erasure(bins, perturbation.with(units), baseline, measure, maxEvaluations);
    }

    /**
     * Puts the rows of a baseline in place of absent words, for differentiable models.
     *
     * @param other whose rows
     * @return a changed copy, with {@link Removal#BASELINE}
     */
    public Erasure from(Baseline other) {
        return new Erasure(bins, perturbation.with(Removal.BASELINE), other, measure, maxEvaluations);
    }

    /**
     * Measures another number.
     *
     * @param other the number
     * @return a changed copy
     */
    public Erasure measuring(Measure other) {
        return new Erasure(bins, perturbation, baseline, other, maxEvaluations);
    }

    /**
     * Allows another number of evaluations.
     *
     * @param evaluations the largest number of partial texts
     * @return a changed copy
     */
    public Erasure maxEvaluations(int evaluations) {
        return new Erasure(bins, perturbation, baseline, measure, evaluations);
    }

    /** Returns the options for reports; {@code removal} and {@code measured} as the run found them. */
    Map<String, String> parameters(String removal, String measured) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("bins", bins.toString());
        parameters.put("units", perturbation.units().toString());
        parameters.put("removal", removal);
        parameters.put("measured", measured);
        return parameters;
    }
}
