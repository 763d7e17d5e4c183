package io.github.junitattrib;

import java.util.List;
import java.util.Objects;

/** What is explained: the score of a class, a difference of two, or a probability. */
public sealed interface Target {

    /**
     * Returns the class that the model predicts for the text at hand: the default.
     *
     * @return the target
     */
    static Target predicted() {
        return new Predicted();
    }

    /**
     * Returns a class by its name.
     *
     * @param label the name as the model spells it
     * @return the target
     */
    static Target label(String label) {
        return new Label(label);
    }

    /**
     * Returns a class by its place among the model's outputs.
     *
     * @param index from 0
     * @return the target
     */
    static Target index(int index) {
        return new Index(index);
    }

    /**
     * Returns how far one class scores above another: F_a − F_b. What both classes share cancels.
     *
     * @param label the class a, as the model spells it
     * @param other the class b
     * @return the target
     */
    static Target contrast(String label, String other) {
        return new Contrast(label(label), label(other));
    }

    /**
     * Returns the probability of another target's class, in place of its score.
     *
     * <p>Where the model is sure, probabilities hardly change with the words, and attributions of them are small and
     * hard to compute; prefer scores unless the question is one of probability.
     *
     * @param of a class: {@link #label}, {@link #index} or {@link #predicted}
     * @return the target
     */
    static Target probability(Target of) {
        return new Probability(of);
    }

    /**
     * Finds the explained number for one prediction.
     *
     * @param prediction what the model says of the text
     * @return the number as a function of the scores
     * @throws UnknownLabelException if the model has no such class
     * @throws InvalidTargetException if the model's scores do not allow it
     */
    TargetScore resolve(Prediction prediction);

    /**
     * Finds the explained number for one prediction of a model that messages can name.
     *
     * @param prediction what the model says of the text
     * @param model whose prediction it is
     * @return the number as a function of the scores
     * @throws UnknownLabelException if the model has no such class
     * @throws InvalidTargetException if the model's scores do not allow it
     */
    default TargetScore resolve(Prediction prediction, ModelFacts model) {
        try {
            return resolve(prediction);
        } catch (UnknownLabelException e) {
            throw e.of(model);
        }
    }

    /** The predicted class. */
    record Predicted() implements Target {
        @Override
        public TargetScore resolve(Prediction prediction) {
            return new TargetScore.OfClass(prediction.index(), prediction.label());
        }

        @Override
        public String toString() {
            return "predicted class";
        }
    }

    /**
     * A class by name.
     *
     * @param name the name as the model spells it
     */
    record Label(String name) implements Target {

        /**
         * Checks that there is a name.
         *
         * @param name of the class as the model spells it
         */
        public Label {
            Objects.requireNonNull(name, "The class to explain must not be null. Name one as the model spells it.");
        }

        @Override
        public TargetScore resolve(Prediction prediction) {
            List<String> labels = prediction.labels();
            int index = labels.indexOf(name);
            if (index < 0) {
                throw new UnknownLabelException("\"" + name + "\"", labels);
            }
            return new TargetScore.OfClass(index, name);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * A class by index.
     *
     * @param index from 0
     */
    record Index(int index) implements Target {
        @Override
        public TargetScore resolve(Prediction prediction) {
            if (index < 0 || index >= prediction.labels().size()) {
                throw new UnknownLabelException("number " + index, prediction.labels());
            }
            return new TargetScore.OfClass(index, prediction.labels().get(index));
        }

        @Override
        public String toString() {
            return "class " + index;
        }
    }

    /**
     * The difference of two classes.
     *
     * @param first a
     * @param second b
     */
    record Contrast(Target first, Target second) implements Target {
        @Override
        public TargetScore resolve(Prediction prediction) {
            TargetScore a = first.resolve(prediction);
            TargetScore b = second.resolve(prediction);
            if (a.index() == b.index()) {
                throw new InvalidTargetException("The contrast of " + a.label()
                        + " with itself is always 0, so there is nothing to explain. Name two classes.");
            }
            return new TargetScore.Difference(a.index(), b.index(), a.label() + " − " + b.label());
        }

        @Override
        public String toString() {
            return first + " − " + second;
        }
    }

    /**
     * The probability of a class.
     *
     * @param of the class
     */
    record Probability(Target of) implements Target {
        @Override
        public TargetScore resolve(Prediction prediction) {
            if (!(of.resolve(prediction) instanceof TargetScore.OfClass one)) {
                throw new InvalidTargetException("There is no probability of \"" + of
                        + "\". Name one class, such as Target.label(\"POSITIVE\").");
            }
            if (prediction.kind() == ScoreKind.VALUES) {
                throw new InvalidTargetException("The model's scores are values of a regression, so that " + one.label()
                        + " has no probability. Explain the value: leave the target out.");
            }
            return new TargetScore.OfProbability(prediction.kind(), one.index(), "P(" + one.label() + ")");
        }

        @Override
        public String toString() {
            return "P(" + of + ")";
        }
    }
}
