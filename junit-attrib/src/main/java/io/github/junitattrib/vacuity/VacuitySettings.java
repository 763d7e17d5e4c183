package io.github.junitattrib.vacuity;

/**
 * How many mutants there are, and which.
 *
 * @param mutants number k of mutants of a model
 * @param seed of all draws: equal seeds give equal verdicts
 */
public record VacuitySettings(int mutants, long seed) {

    /** Fewer cannot be told from chance: seven survivors of seven, where labels do not count, have a chance of 1/128. */
    public static final int FEWEST = 8;

    /** More cost time and tell nothing new. */
    public static final int MOST = 64;

    /** Eight mutants. */
    public static final VacuitySettings DEFAULT = new VacuitySettings(FEWEST, 1);

    /**
     * Checks the number.
     *
     * @param mutants number k of mutants of a model
     * @param seed of all draws: equal seeds give equal verdicts
     * @throws IllegalArgumentException if it is below {@link #FEWEST} or above {@link #MOST}
     */
    public VacuitySettings {
        if (mutants < FEWEST || mutants > MOST) {
            throw new IllegalArgumentException("A check is judged on " + FEWEST + " to " + MOST + " mutants, but "
                    + mutants + " were asked for: fewer cannot be told from chance.");
        }
    }
}
