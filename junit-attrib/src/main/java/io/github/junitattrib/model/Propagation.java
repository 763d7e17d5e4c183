package io.github.junitattrib.model;

/** A rule by which a network passes a score back to its inputs, in place of the gradient. */
public sealed interface Propagation {

    /**
     * Layer-wise relevance propagation: input times slope is relevance.
     *
     * <p>Sources: S. Bach and others, On Pixel-Wise Explanations for Non-Linear Classifier Decisions by Layer-Wise
     * Relevance Propagation, 2015 (ε); G. Montavon and others, Layer-Wise Relevance Propagation: An Overview, 2019 (γ);
     * R. Achtibat and others, AttnLRP, 2024; A. Ali and others, XAI for Transformers, 2022 (attention held fixed).
     *
     * @param throughSoftmax true differentiates the attention's softmax and halves products (AttnLRP); false holds the
     *     attention fixed (CP-LRP)
     * @param epsilon of the ε-rule of linear layers, not negative
     * @param gamma of the γ-rule of linear layers, not negative
     */
    record Relevance(boolean throughSoftmax, double epsilon, double gamma) implements Propagation {

        /**
         * Checks the numbers.
         *
         * @param throughSoftmax true differentiates the attention's softmax and halves products (AttnLRP); false holds
         *     the attention fixed (CP-LRP)
         * @param epsilon of the ε-rule of linear layers, not negative
         * @param gamma of the γ-rule of linear layers, not negative
         * @throws IllegalArgumentException if a number is negative or not finite
         */
        public Relevance {
            if (!(epsilon >= 0 && gamma >= 0 && Double.isFinite(epsilon + gamma))) {
                throw new IllegalArgumentException(
                        "ε and γ must be numbers from 0, but are " + epsilon + " and " + gamma + ".");
            }
        }
    }

    /**
     * DeepLIFT's rescale rule: slopes of the differences to a reference input, at every operation.
     *
     * <p>Source: A. Shrikumar, P. Greenside, A. Kundaje, Learning Important Features Through Propagating Activation
     * Differences, 2017.
     *
     * @param reference x', row by row [T·D]; not copied
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, as ExplainedInput
    record Differences(double[] reference) implements Propagation {

        /**
         * Returns the reference in single precision.
         *
         * @return a new array [T·D]
         */
        public float[] floats() {
            float[] floats = new float[reference.length];
            for (int i = 0; i < floats.length; i++) {
                floats[i] = (float) reference[i];
            }
            return floats;
        }
    }
}
