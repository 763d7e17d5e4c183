package io.github.junitattrib.vacuity;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How strong a check is.
 *
 * @param strength the outcome
 * @param reason why a check was not judged; empty text otherwise
 * @param mutants what it made of each mutant, in their order; empty if it was asked of none
 * @param chance how often it passes on random scores, from 0 to 1; empty if it cannot be told
 */
public record Judgment(Strength strength, String reason, List<MutantVerdict> mutants, OptionalDouble chance) {

    /**
     * Copies the list.
     *
     * @param strength the outcome
     * @param reason why a check was not judged; empty text otherwise
     * @param mutants what it made of each mutant, in their order; empty if it was asked of none
     * @param chance how often it passes on random scores, from 0 to 1; empty if it cannot be told
     */
    public Judgment {
        mutants = List.copyOf(mutants);
    }

    /** A check that was asked of no mutant. */
    static Judgment notJudged(String reason) {
        return new Judgment(Strength.NOT_JUDGED, reason, List.of(), OptionalDouble.empty());
    }

    /**
     * Returns how many mutants pass.
     *
     * @return survivors
     */
    public int survivors() {
        return count(Reaction.SURVIVED);
    }

    /**
     * Returns how many mutants tell something.
     *
     * @return all but equivalent ones and those that could not be made
     */
    public int counted() {
        return (int)
                mutants.stream().filter(mutant -> mutant.reaction().counts()).count();
    }

    /**
     * Returns how many mutants there are of a reaction.
     *
     * @param reaction the reaction
     * @return the number
     */
    public int count(Reaction reaction) {
        return (int)
                mutants.stream().filter(mutant -> mutant.reaction() == reaction).count();
    }
}
