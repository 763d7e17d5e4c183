package io.github.junitattrib.report;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A check as a list of vacuous checks shows it.
 *
 * @param kind name of the assertion
 * @param arguments what it was given
 * @param call how the test wrote it
 * @param model name of the model under test; empty text if there is none
 * @param strength {@code vacuous}, {@code strong} or {@code not judged}
 * @param reason why it was not judged; empty text otherwise
 * @param survivors mutants that pass
 * @param counted mutants that tell something
 * @param chance how often random scores pass, from 0 to 1; empty if it is not known
 * @param mutants what came out for each mutant
 */
public record VacuityRecord(
        String kind,
        List<String> arguments,
        String call,
        String model,
        String strength,
        String reason,
        int survivors,
        int counted,
        OptionalDouble chance,
        List<Mutant> mutants) {

    /**
     * Copies the lists.
     *
     * @param kind name of the assertion
     * @param arguments what it was given
     * @param call how the test wrote it
     * @param model name of the model under test; empty text if there is none
     * @param strength {@code vacuous}, {@code strong} or {@code not judged}
     * @param reason why it was not judged; empty text otherwise
     * @param survivors mutants that pass
     * @param counted mutants that tell something
     * @param chance how often random scores pass, from 0 to 1; empty if it is not known
     * @param mutants what came out for each mutant
     */
    public VacuityRecord {
        arguments = List.copyOf(arguments);
        mutants = List.copyOf(mutants);
    }

    /**
     * Says how many mutants would survive by luck.
     *
     * @return a number with one digit behind the point, or {@code unknown}
     */
    public String byChance() {
        return byChance(chance, counted);
    }

    static String byChance(OptionalDouble chance, int counted) {
        return chance.isPresent() ? Decimals.plain(chance.getAsDouble() * counted, 1) : "unknown";
    }

    /**
     * What a check made of a mutant.
     *
     * @param name of the mutant
     * @param reaction such as {@code survived} or {@code killed}
     * @param note what there is to say; empty text for nothing
     */
    public record Mutant(String name, String reaction, String note) {}
}
