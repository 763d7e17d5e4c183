package io.github.junitattrib;

/** The outcome of a check on an attribution. */
public enum Verdict {
    /** The check holds, by more than the numerical uncertainty. */
    PASS,
    /** The check does not hold, by more than the numerical uncertainty. */
    FAIL,
    /** The numbers are not good enough to tell; an error with a remedy, never green. */
    INCONCLUSIVE
}
