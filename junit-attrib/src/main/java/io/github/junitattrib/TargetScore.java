package io.github.junitattrib;

/**
 * The one number that is explained, as a function of the scores of all classes: what a {@link Target} means for one
 * model and text.
 *
 * <p>Methods differentiate it by the chain rule, ∂t/∂z = Σ_c slopes_c ∂F_c/∂z, so that every target works with every
 * method.
 */
public sealed interface TargetScore {

    /**
     * Returns the class that the number speaks for.
     *
     * @return its index; of two contrasted classes the first
     */
    int index();

    /**
     * Names the number in messages and reports.
     *
     * @return such as {@code POSITIVE} or {@code POSITIVE − NEGATIVE}
     */
    String label();

    /**
     * Computes the number.
     *
     * @param scores of all classes [C]
     * @return t
     */
    double value(double[] scores);

    /**
     * Computes how the number changes with each score.
     *
     * @param scores of all classes [C]
     * @return ∂t/∂F_c [C]
     */
    double[] slopes(double[] scores);

    /**
     * The score of one class: the number itself.
     *
     * @param index of the class
     * @param label its name
     */
    record OfClass(int index, String label) implements TargetScore {

        @Override
        public double value(double[] scores) {
            return scores[index];
        }

        @Override
        public double[] slopes(double[] scores) {
            double[] slopes = new double[scores.length];
            slopes[index] = 1;
            return slopes;
        }
    }

    /**
     * How far the score of one class is above that of another: F_a − F_b.
     *
     * @param index of a
     * @param other index of b
     * @param label both names
     */
    record Difference(int index, int other, String label) implements TargetScore {

        @Override
        public double value(double[] scores) {
            return scores[index] - scores[other];
        }

        @Override
        public double[] slopes(double[] scores) {
            double[] slopes = new double[scores.length];
            slopes[index] = 1;
            slopes[other] = -1;
            return slopes;
        }
    }

    /**
     * The value of one unit of a hidden state, which takes the place of the scores.
     *
     * @param unit its place in the state, which is given row by row [T·H]
     * @param index of the class that was asked for beside it
     * @param label such as {@code layer 2, token 1 "great", unit 17}
     */
    record HiddenUnit(int unit, int index, String label) implements TargetScore {

        @Override
        public double value(double[] state) {
            return state[unit];
        }

        @Override
        public double[] slopes(double[] state) {
            double[] slopes = new double[state.length];
            slopes[unit] = 1;
            return slopes;
        }
    }

    /**
     * The probability of a class: the softmax of single-label logits, the sigmoid of a multi-label logit.
     *
     * @param kind what the scores are; with probabilities the number is the score itself
     * @param index of the class
     * @param label such as {@code P(POSITIVE)}
     */
    record OfProbability(ScoreKind kind, int index, String label) implements TargetScore {

        /**
         * Checks that there are probabilities.
         *
         * @param kind what the scores are; with probabilities the number is the score itself
         * @param index of the class
         * @param label such as {@code P(POSITIVE)}
         * @throws IllegalArgumentException if the scores are {@link ScoreKind#VALUES}
         */
        public OfProbability {
            if (kind == ScoreKind.VALUES) {
                throw new IllegalArgumentException(
                        "The model's scores are values of a regression, which have no probability. Explain the value.");
            }
        }

        @Override
        public double value(double[] scores) {
            return kind.probabilities(scores)[index];
        }

        @Override
        public double[] slopes(double[] scores) {
            double[] slopes = new double[scores.length];
            if (kind == ScoreKind.PROBABILITIES) {
                slopes[index] = 1;
                return slopes;
            }
            double[] probabilities = kind.probabilities(scores);
            double own = probabilities[index];
            if (kind == ScoreKind.LOGITS) {
                for (int c = 0; c < slopes.length; c++) {
                    slopes[c] = -own * probabilities[c];
                }
                slopes[index] += own;
            } else {
                slopes[index] = own * (1 - own);
            }
            return slopes;
        }
    }
}
