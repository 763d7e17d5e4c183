package io.github.junitattrib;

/** What the scores of a classifier are, and so how probabilities come from them. */
public enum ScoreKind {
    /** One logit per class, of which exactly one is right: probabilities are the softmax. */
    LOGITS,
    /** One logit per label, each right or wrong on its own: probabilities are the sigmoids. */
    MULTI_LABEL_LOGITS,
    /** Probabilities themselves, as a service gives them: numbers from 0 to 1. */
    PROBABILITIES,
    /** Numbers that are no classes (regression): there are no probabilities. */
    VALUES
}
