package io.github.junitattrib.model;

import java.util.Objects;

/**
 * A state of a network between its input and its scores: word embeddings, what the first layer reads, the output of a
 * layer or a state inside it, or what the head makes of the last.
 *
 * <p>All information about the text flows through each of them, so that the rest of the network is a function of any one;
 * but for what is inside a layer where something leads around it, as the residual connection does around every {@linkplain
 * #feedForward feed-forward activation}. {@link InspectableClassifier#layers()} and {@link InspectableClassifier#states()}
 * tell them apart.
 *
 * @param depth −1 for word embeddings, 0 for the embedding output, k for layer k, the largest integer for the pooled output
 * @param part which state of layer k; {@link Part#OUTPUT} for all others
 */
public record Layer(int depth, Part part) implements Comparable<Layer> {

    /** The states of one encoder layer, in their order. */
    public enum Part {
        /** Behind the attention, with its residual and norm: what the feed-forward network reads. */
        ATTENTION,
        /** Inside the feed-forward network, behind its nonlinearity: the units that are called neurons. */
        FEED_FORWARD,
        /** Behind the feed-forward network, with its residual and norm: what the next layer reads. */
        OUTPUT
    }

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
     * @param depth −1 for word embeddings, 0 for the embedding output, k for layer k, the largest integer for the pooled
     *     output
     * @param part which state of layer k
     * @throws IllegalArgumentException if it is less than −1, or there is no layer that could have parts
     */
    public Layer {
        Objects.requireNonNull(part, "The part of a layer must not be null. Take Part.OUTPUT.");
        if (depth < -1) {
            throw new IllegalArgumentException("A layer is counted from 1, but " + depth
                    + " was asked for. Take Layer.encoder(1), Layer.EMBEDDING_OUTPUT or Layer.WORD_EMBEDDINGS.");
        }
        if (part != Part.OUTPUT && (depth < 1 || depth == Integer.MAX_VALUE)) {
            throw new IllegalArgumentException("Only encoder layers have attention and a feed-forward network inside,"
                    + " but those of the " + new Layer(depth) + " were asked for. Take Layer.encoder(1).attention().");
        }
    }

    /**
     * Names a state that is not inside a layer.
     *
     * @param depth −1 for word embeddings, 0 for the embedding output, k for the output of layer k, the largest integer
     *     for the pooled output
     * @throws IllegalArgumentException if it is less than −1
     */
    public Layer(int depth) {
        this(depth, Part.OUTPUT);
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

    /**
     * Returns the state of this encoder layer behind its attention, with residual and norm.
     *
     * @return the state that the feed-forward network of the layer reads
     * @throws IllegalArgumentException if this is no encoder layer
     */
    public Layer attention() {
        return new Layer(depth, Part.ATTENTION);
    }

    /**
     * Returns the state inside the feed-forward network of this encoder layer, behind its nonlinearity: more units for
     * each token than the layer's output has.
     *
     * @return the state, around which the residual connection leads
     * @throws IllegalArgumentException if this is no encoder layer
     */
    public Layer feedForward() {
        return new Layer(depth, Part.FEED_FORWARD);
    }

    @Override
    public int compareTo(Layer other) {
        int byDepth = Integer.compare(depth, other.depth);
        return byDepth != 0 ? byDepth : part.compareTo(other.part);
    }

    @Override
    public String toString() {
        return switch (part) {
            case ATTENTION -> "attention output of layer " + depth;
            case FEED_FORWARD -> "feed-forward activation of layer " + depth;
            case OUTPUT ->
                switch (depth) {
                    case -1 -> "word embeddings";
                    case 0 -> "embedding output";
                    case Integer.MAX_VALUE -> "pooled output";
                    default -> "layer " + depth;
                };
        };
    }
}
