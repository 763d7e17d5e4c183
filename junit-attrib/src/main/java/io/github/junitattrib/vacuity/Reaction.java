package io.github.junitattrib.vacuity;

/** What a check made of one mutant. */
public enum Reaction {
    /** The check passes: the mutant survives. */
    SURVIVED(true),
    /** The check fails: the mutant is killed. */
    KILLED(true),
    /** The mutant's numbers are not good enough for a verdict, which is no pass: it counts as killed. */
    INCONCLUSIVE(true),
    /** The mutant's answer could not be computed or judged, which is no pass either. */
    ERROR(true),
    /** For this check the mutant is the same as the model, so that it tells nothing. */
    EQUIVALENT(false),
    /** The mutant could not be made. */
    MISSING(false);

    private final boolean counts;

    Reaction(boolean counts) {
        this.counts = counts;
    }

    /**
     * Says whether the mutant counts.
     *
     * @return false if it tells nothing about the check
     */
    public boolean counts() {
        return counts;
    }
}
