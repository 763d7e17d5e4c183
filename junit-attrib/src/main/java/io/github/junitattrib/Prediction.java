package io.github.junitattrib;

import java.util.List;

/**
 * What a classifier says of one text.
 *
 * @param labels names of the classes, in the order of the model's outputs
 * @param scores raw score per class (logits where the model gives them)
 * @param probabilities probability per class
 */
public record Prediction(List<String> labels, List<Double> scores, List<Double> probabilities) {

    /**
     * Copies the lists.
     *
     * @param labels names of the classes, in the order of the model's outputs
     * @param scores raw score per class (logits where the model gives them)
     * @param probabilities probability per class
     * @throws IllegalArgumentException if the lists are empty or differ in length
     */
    public Prediction {
        labels = List.copyOf(labels);
        scores = List.copyOf(scores);
        probabilities = List.copyOf(probabilities);
        if (labels.isEmpty() || labels.size() != scores.size() || labels.size() != probabilities.size()) {
            throw new IllegalArgumentException(
                    "A prediction needs one score and one probability for each label, but has "
                            + labels.size() + " labels, " + scores.size() + " scores and " + probabilities.size()
                            + " probabilities.");
        }
    }

    /**
     * Makes the prediction of a single-label classifier: probabilities are the softmax of the logits.
     *
     * @param labels names of the classes
     * @param logits one logit for each
     * @return the prediction
     */
    public static Prediction ofLogits(List<String> labels, double[] logits) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double logit : logits) {
            largest = Math.max(largest, logit);
        }
        double[] exponentials = new double[logits.length];
        double total = 0;
        for (int i = 0; i < logits.length; i++) {
            exponentials[i] = Math.exp(logits[i] - largest);
            total += exponentials[i];
        }
        Double[] scores = new Double[logits.length];
        Double[] probabilities = new Double[logits.length];
        for (int i = 0; i < logits.length; i++) {
            scores[i] = logits[i];
            probabilities[i] = exponentials[i] / total;
        }
        return new Prediction(labels, List.of(scores), List.of(probabilities));
    }

    /**
     * Returns the class with the highest score; the first of them on a tie.
     *
     * @return its index in {@link #labels()}
     */
    public int index() {
        int best = 0;
        for (int i = 1; i < scores.size(); i++) {
            if (scores.get(i) > scores.get(best)) {
                best = i;
            }
        }
        return best;
    }

    /**
     * Returns the name of the predicted class.
     *
     * @return the label at {@link #index()}
     */
    public String label() {
        return labels.get(index());
    }

    /**
     * Returns the probability of the predicted class.
     *
     * @return a number between 0 and 1
     */
    public double probability() {
        return probabilities.get(index());
    }
}
