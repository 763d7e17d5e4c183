package io.github.junitattrib.junit;

import io.github.junitattrib.check.Check;
import io.github.junitattrib.report.TestCase;
import io.github.junitattrib.report.VacuityRecord;
import io.github.junitattrib.vacuity.Judgment;
import io.github.junitattrib.vacuity.MutantVerdict;
import java.util.Locale;

/**
 * A check with what mutants say of it.
 *
 * @param test where it was made
 * @param check the check
 * @param model name of the model under test; empty text if there is none
 * @param judgment what mutants say
 */
record JudgedCheck(TestCase test, Check check, String model, Judgment judgment) {

    /** The check as reports keep it. */
    VacuityRecord recorded() {
        return new VacuityRecord(
                check.kind(),
                check.arguments(),
                check.call(),
                model,
                word(judgment.strength()),
                judgment.reason(),
                judgment.survivors(),
                judgment.counted(),
                judgment.chance(),
                judgment.mutants().stream().map(JudgedCheck::recorded).toList());
    }

    private static VacuityRecord.Mutant recorded(MutantVerdict verdict) {
        return new VacuityRecord.Mutant(verdict.mutant(), word(verdict.reaction()), verdict.note());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
