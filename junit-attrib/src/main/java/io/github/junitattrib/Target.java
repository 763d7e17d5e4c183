package io.github.junitattrib;

import java.util.List;

/** The class whose score is explained. */
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
     * Finds the explained class for one prediction.
     *
     * @param prediction what the model says of the text
     * @return index of the class
     * @throws UnknownLabelException if the model has no such class
     */
    int resolve(Prediction prediction);

    /** The predicted class. */
    record Predicted() implements Target {
        @Override
        public int resolve(Prediction prediction) {
            return prediction.index();
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
        @Override
        public int resolve(Prediction prediction) {
            List<String> labels = prediction.labels();
            int index = labels.indexOf(name);
            if (index < 0) {
                throw new UnknownLabelException("\"" + name + "\"", labels);
            }
            return index;
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
        public int resolve(Prediction prediction) {
            if (index < 0 || index >= prediction.labels().size()) {
                throw new UnknownLabelException("number " + index, prediction.labels());
            }
            return index;
        }

        @Override
        public String toString() {
            return "class " + index;
        }
    }
}
