package io.github.junitattrib;

import java.util.Arrays;

/** What the scores of a classifier are, and so how probabilities come from them. */
public enum ScoreKind {
    /** One logit per class, of which exactly one is right: probabilities are the softmax. */
    LOGITS,
    /** One logit per label, each right or wrong on its own: probabilities are the sigmoids. */
    MULTI_LABEL_LOGITS,
    /** Probabilities themselves, as a service gives them: numbers from 0 to 1. */
    PROBABILITIES,
    /** Numbers that are no classes (regression): there are no probabilities. */
    VALUES;

    /** Services round to a few digits. */
    private static final double ROUNDING = 1e-3;

    /**
     * Computes the probabilities that belong to scores.
     *
     * @param scores of all classes [C]
     * @return probability per class [C]; empty for values of a regression, which have none
     * @throws IllegalArgumentException if scores that are probabilities are not between 0 and 1
     */
    double[] probabilities(double[] scores) {
        return switch (this) {
            case LOGITS -> softmax(scores);
            case MULTI_LABEL_LOGITS -> sigmoids(scores);
            case PROBABILITIES -> checked(scores);
            case VALUES -> new double[0];
        };
    }

    private static double[] softmax(double[] logits) {
        double largest = Arrays.stream(logits).max().orElse(0);
        double[] exponentials =
                Arrays.stream(logits).map(logit -> Math.exp(logit - largest)).toArray();
        double total = Arrays.stream(exponentials).sum();
        return Arrays.stream(exponentials).map(part -> part / total).toArray();
    }

    private static double[] sigmoids(double[] logits) {
        return Arrays.stream(logits).map(logit -> 1 / (1 + Math.exp(-logit))).toArray();
    }

    private static double[] checked(double[] probabilities) {
        for (double probability : probabilities) {
            if (!(probability >= -ROUNDING && probability <= 1 + ROUNDING)) {
                throw new IllegalArgumentException("A probability lies between 0 and 1, but the model gives "
                        + probability + ". Declare logits as ScoreKind.LOGITS, other numbers as ScoreKind.VALUES.");
            }
        }
        return probabilities;
    }
}
