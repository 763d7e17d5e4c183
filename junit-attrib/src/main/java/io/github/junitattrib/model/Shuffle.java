package io.github.junitattrib.model;

/** What a mutant of a model has lost; its shape, tokenizer and labels stay. */
public enum Shuffle {
    /** All that was learnt: the numbers of each weight tensor, word embeddings and norms included, are dealt anew. */
    WEIGHTS,
    /** What words mean: the rows of the word embeddings are dealt anew, those of special tokens excepted. */
    EMBEDDINGS
}
