package io.github.junitattrib.model;

import java.util.Set;

/**
 * A classifier that can be had without what it learnt, so that checks can be told that hold for any model.
 *
 * <p>Models that are loaded from directories are of this kind. A model of one's own becomes one where it can load itself
 * with other numbers:
 *
 * <pre>{@code
 * public TextClassifier mutant(Shuffle lost, long seed) {
 *   return new ReviewModel(shuffled(weights, new Random(seed)));
 * }
 * }</pre>
 */
public interface MutableClassifier extends TextClassifier {

    /**
     * Returns what mutants of this model may lack.
     *
     * @return the kinds that {@link #mutant} makes; both unless overridden
     */
    default Set<Shuffle> shuffles() {
        return Set.of(Shuffle.WEIGHTS, Shuffle.EMBEDDINGS);
    }

    /**
     * Makes a mutant: a model of the same rung, tokenizer and labels.
     *
     * @param lost one of {@link #shuffles()}
     * @param seed equal seeds give equal mutants, in any process
     * @return a model of its own memory, which the caller closes
     * @throws io.github.junitattrib.AttributionException if what it is made of is not there any more
     */
    TextClassifier mutant(Shuffle lost, long seed);
}
