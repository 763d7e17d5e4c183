package io.github.junitattrib;

/**
 * The input without information that path methods start from (x'): each position of the text is replaced by one
 * embedding row, special tokens stay as they are.
 *
 * <p>Rows are taken as embeddings and not as ids, so that nothing but the word embeddings changes along the path.
 */
public enum Baseline {
    /** The embedding of the model's padding token: the default. */
    PAD,
    /** A row of zeros. */
    ZERO,
    /** The embedding of the model's mask token. */
    MASK,
    /** The embedding of the model's token for unknown words. */
    UNK
}
