package io.github.junitattrib.assertj.error;

import io.github.junitattrib.Attribution;
import org.assertj.core.error.ErrorMessageFactory;

/** Makes the message of a method that did not converge: nothing is wrong with the model, so it is no failure. */
public final class ShouldHaveConverged extends Sentence {

    private ShouldHaveConverged(String sentence, Evidence evidence) {
        super(sentence, evidence);
    }

    /**
     * Says that the tolerance of the method was not met.
     *
     * @param attribution what was judged
     * @return the message
     */
    public static ErrorMessageFactory shouldHaveConverged(Attribution attribution) {
        return new ShouldHaveConverged(
                "Cannot judge the scores toward " + attribution.label() + ", because "
                        + attribution.method().name() + " did not converge in "
                        + attribution.convergence().evaluations() + " evaluations. " + Remedies.ofMethod(attribution),
                new Evidence(attribution));
    }
}
