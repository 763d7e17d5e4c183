package io.github.junitattrib.model.torch.mutant;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Deals the rows of the word embeddings anew, so that each word means another one; the network stays as it is.
 *
 * @param seed of the draws
 * @param special ids whose rows stay: they structure the input, and paths start at them
 */
record ShuffledRows(long seed, IntPredicate special) implements WeightChange {

    @Override
    public void weights(WeightNumbers numbers) {
        // as they are
    }

    @Override
    public void words(WeightNumbers numbers, WordRows rows) {
        int[] moved =
                IntStream.range(0, rows.rows()).filter(id -> !special.test(id)).toArray();
        Draw draw = new Draw(seed, numbers.name());
        // Sattolo's algorithm: one cycle through all, so that no word keeps its meaning.
        for (int i = moved.length - 1; i > 0; i--) {
            int other = moved[draw.below(i)];
            for (int column = 0; column < rows.columns(); column++) {
                numbers.swap(rows.index(moved[i], column), rows.index(other, column));
            }
        }
    }
}
