package io.github.junitattrib.model;

/**
 * A state of a network between its input and its scores: word embeddings, what the first layer reads, the output of a
 * layer, or what the head makes of it.
 *
 * <p>All information about the text flows through each of them, so that the rest of the network is a function of any
 * one.
 *
 * @param depth −1 for word embeddings, 0 for the embedding output, k for the output of layer k, the largest integer for
 *     the pooled output
 */
public record Layer(int depth) implements Comparable<Layer> {

    /** The word embeddings, before positions and token types are added: what gradients are taken by unless said. */
    public static final Layer WORD_EMBEDDINGS = new Layer(-1);

    /** The embedding output: words, positions and token types summed, normed and projected, as the first layer reads. */
    public static final Layer EMBEDDING_OUTPUT = new Layer(0);

    /**
     * The pooled output: what the head makes of the first token before the scores, such as BERT's pooler with its
     * activation. It stands in the place of the first token, and all others have zeros.
     */
    public static final Layer POOLED = new Layer(Integer.MAX_VALUE);

    /**
     * Checks the depth.
     *
     * @param depth −1 for word embeddings, 0 for the embedding output, k for the output of layer k, the largest integer
     *     for the pooled output
     * @throws IllegalArgumentException if it is less than −1
     */
    public Layer {
        if (depth < -1) {
            throw new IllegalArgumentException("A layer is counted from 1, but " + depth
                    + " was asked for. Take Layer.encoder(1), Layer.EMBEDDING_OUTPUT or Layer.WORD_EMBEDDINGS.");
        }
    }

    /**
     * Returns the output of an encoder layer, with its last norm.
     *
     * @param number from 1 to the number of times that a layer is applied (shared layers count each time)
     * @return the layer
     * @throws IllegalArgumentException if the number is less than 1
     */
    public static Layer encoder(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("Encoder layers are counted from 1, but " + number
                    + " was asked for. Take Layer.EMBEDDING_OUTPUT for what the first one reads.");
        }
        return new Layer(number);
    }

    @Override
    public int compareTo(Layer other) {
        return Integer.compare(depth, other.depth);
    }

    @Override
    public String toString() {
        return switch (depth) {
            case -1 -> "word embeddings";
            case 0 -> "embedding output";
            case Integer.MAX_VALUE -> "pooled output";
            default -> "layer " + depth;
        };
    }
}
