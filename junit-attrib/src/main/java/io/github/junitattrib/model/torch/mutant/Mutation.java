package io.github.junitattrib.model.torch.mutant;

import io.github.junitattrib.model.Shuffle;
import java.util.function.IntPredicate;

/**
 * Which mutant of a network is to be loaded.
 *
 * @param lost what it shall lack
 * @param seed of the draws
 */
public record Mutation(Shuffle lost, long seed) {

    /**
     * Returns what happens to the weights.
     *
     * @param special ids whose word embeddings stay where only the meaning of words is lost
     * @return the change
     */
    public WeightChange change(IntPredicate special) {
        return switch (lost) {
            case WEIGHTS -> new ShuffledNumbers(seed);
            case EMBEDDINGS -> new ShuffledRows(seed, special);
        };
    }

    /**
     * Names the mutant in messages.
     *
     * @param model name of the model
     * @return such as {@code reviews (weights shuffled, seed 3)}
     */
    public String name(String model) {
        return model + " (" + (lost == Shuffle.WEIGHTS ? "weights" : "embeddings") + " shuffled, seed " + seed + ")";
    }
}
