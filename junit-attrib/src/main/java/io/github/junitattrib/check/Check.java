package io.github.junitattrib.check;

import io.github.junitattrib.CheckResult;
import io.github.junitattrib.method.AttributionRequest;
import java.util.List;
import java.util.function.Function;

/**
 * A check as a function of the attributions it judges, so that it can be judged again with another model in place of the
 * one under test.
 *
 * @param kind name of the assertion, such as {@code ranksAbove}
 * @param arguments what it was given, as text
 * @param call how the test wrote it, such as {@code ranks("great").above("said")}
 * @param about what a pass says something about
 * @param requests what it judges, the main one first; empty if it judges ready numbers alone
 * @param function judges without throwing for wrong behaviour
 */
public record Check(
        String kind,
        List<String> arguments,
        String call,
        About about,
        List<AttributionRequest> requests,
        Function<Substitution, CheckResult> function) {

    /** What a pass says something about. */
    public enum About {
        /** What the model has learnt: a model that has learnt nothing should not pass. */
        MODEL,
        /** The method and its numbers, such as an axiom or convergence: true of every model, so no model is to fail it. */
        METHOD
    }

    /**
     * Copies the lists.
     *
     * @param kind name of the assertion, such as {@code ranksAbove}
     * @param arguments what it was given, as text
     * @param call how the test wrote it, such as {@code ranks("great").above("said")}
     * @param about what a pass says something about
     * @param requests what it judges, the main one first; empty if it judges ready numbers alone
     * @param function judges without throwing for wrong behaviour
     */
    public Check {
        arguments = List.copyOf(arguments);
        requests = List.copyOf(requests);
    }

    /**
     * Makes a check that is one call of its assertion with its arguments.
     *
     * @param kind name of the assertion, such as {@code hasTopToken}
     * @param arguments what it was given, as text
     * @param about what a pass says something about
     * @param requests what it judges, the main one first; empty if it judges ready numbers alone
     * @param function judges without throwing for wrong behaviour
     */
    public Check(
            String kind,
            List<String> arguments,
            About about,
            List<AttributionRequest> requests,
            Function<Substitution, CheckResult> function) {
        this(kind, arguments, kind + "(" + String.join(", ", arguments) + ")", about, requests, function);
    }
}
