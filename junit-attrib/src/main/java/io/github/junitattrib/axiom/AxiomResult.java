package io.github.junitattrib.axiom;

import io.github.junitattrib.Verdict;
import java.util.Optional;

/**
 * What was found of an axiom that speaks of functions with a certain property.
 *
 * @param axiom its name, such as {@code Linearity}
 * @param property what must hold of the functions for the axiom to say anything, such as {@code F = 2 f - 3 g}
 * @param functions whether it holds, at points on the path and off it; empty where they cannot be compared
 * @param scores what the axiom asks of the scores then
 */
public record AxiomResult(String axiom, String property, Optional<FunctionAgreement> functions, ScoreAgreement scores) {

    /**
     * Says whether the axiom speaks of these functions at all.
     *
     * @return false if they have not the property, or cannot be compared
     */
    public boolean applies() {
        return functions.filter(FunctionAgreement::holds).isPresent();
    }

    /**
     * Judges the scores, where the axiom speaks of them.
     *
     * @return inconclusive if it does not
     */
    public Verdict verdict() {
        return applies() ? scores.verdict() : Verdict.INCONCLUSIVE;
    }
}
