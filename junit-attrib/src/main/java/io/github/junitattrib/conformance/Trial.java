package io.github.junitattrib.conformance;

import io.github.junitattrib.axiom.Comparison;
import java.util.List;
import java.util.function.Function;

/**
 * One example of an axiom: a method that keeps to the axiom passes it, and the classic ones show who does not.
 *
 * @param axiom what is tried
 * @param place model and text
 * @param source where the example comes from
 * @param comparisons what the axiom asks of the method's scores
 */
record Trial(Axiom axiom, String place, String source, Function<Run, List<Comparison>> comparisons) {

    Outcome on(Run run) {
        List<Comparison> made = comparisons.apply(run);
        return new Outcome(this, made, run.attributions(), run.doubt());
    }
}
