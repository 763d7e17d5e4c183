package io.github.junitattrib.model.torch.mutant;

/** What happens to the weights of a network while it is loaded. */
public interface WeightChange {

    /** Leaves all as it is. */
    WeightChange NONE = new WeightChange() {
        @Override
        public void weights(WeightNumbers numbers) {
            // as they are
        }

        @Override
        public void words(WeightNumbers numbers, WordRows rows) {
            // as they are
        }
    };

    /** Changes a tensor that is not the word embeddings. */
    void weights(WeightNumbers numbers);

    /** Changes the word embeddings. */
    void words(WeightNumbers numbers, WordRows rows);
}
