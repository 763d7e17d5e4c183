package io.github.junitattrib.model.torch.mutant;

/**
 * Deals the numbers of every tensor anew, each within itself: what was learnt is gone, and the distribution of each
 * layer's weights is not, so that activations, norms and gradients stay in their usual range.
 *
 * @param seed of the draws
 */
record ShuffledNumbers(long seed) implements WeightChange {

    @Override
    public void weights(WeightNumbers numbers) {
        Draw draw = new Draw(seed, numbers.name());
        for (int i = numbers.count() - 1; i > 0; i--) {
            numbers.swap(i, draw.below(i + 1));
        }
    }

    @Override
    public void words(WeightNumbers numbers, WordRows rows) {
        weights(numbers);
    }
}
