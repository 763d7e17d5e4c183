package io.github.junitattrib.vacuity;

/** What mutants say of a check that passed. */
public enum Strength {
    /** Mutants fail it about as often as chance lets them. */
    STRONG,
    /** It passes on nearly all mutants, more than chance explains: it says nothing about what the model learnt. */
    VACUOUS,
    /** It could not be asked of enough mutants. */
    NOT_JUDGED
}
