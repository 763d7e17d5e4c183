package io.github.junitattrib.assertj;

import java.util.function.Supplier;

/**
 * Assertions on what the model predicts: it verifies nothing by itself, and fails its test if it is left there.
 *
 * <p>It calls public methods of the assertion back and never judges by itself, see {@link RankingStep}.
 *
 * @param <SELF> type of the assertions that it returns to
 */
public final class PredictionStep<SELF extends AbstractAttributionAssert<SELF>> {

    private final SELF attribution;
    private final Unfinished unfinished = Unfinished.step("prediction()", ".hasLabel(\"POSITIVE\")");

    PredictionStep(SELF attribution) {
        this.attribution = attribution;
    }

    /**
     * Verifies that the model predicts a class, see {@link AbstractAttributionAssert#predicts(String)}.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * assertThat(review).prediction().hasLabel("NEGATIVE"); // passes
     * assertThat(review).prediction().hasLabel("POSITIVE"); // fails
     * }</pre>
     *
     * @param label its name as the model spells it
     * @return to go on about the prediction
     * @throws AssertionError if it does not
     */
    public PredictionStep<SELF> hasLabel(String label) {
        return end(".hasLabel(\"" + label + "\")", () -> attribution.predicts(label));
    }

    /**
     * Verifies that the model does not predict a class, see {@link AbstractAttributionAssert#doesNotPredict(String)}.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * assertThat(review).prediction().doesNotHaveLabel("POSITIVE"); // passes
     * assertThat(review).prediction().doesNotHaveLabel("NEGATIVE"); // fails
     * }</pre>
     *
     * @param label its name as the model spells it
     * @return to go on about the prediction
     * @throws AssertionError if it does
     */
    public PredictionStep<SELF> doesNotHaveLabel(String label) {
        return end(".doesNotHaveLabel(\"" + label + "\")", () -> attribution.doesNotPredict(label));
    }

    /**
     * Begins a comparison of the probability of a class, see {@link AbstractAttributionAssert#probabilityOf(String)}.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * assertThat(review).prediction().probabilityOf("NEGATIVE").isGreaterThan(0.9);  // passes
     * assertThat(review).prediction().probabilityOf("NEGATIVE").isGreaterThan(0.99); // fails
     * }</pre>
     *
     * @param label its name as the model spells it
     * @return the step that takes the bound
     */
    public NumberStep<PredictionStep<SELF>> probabilityOf(String label) {
        unfinished.close();
        Outputs.requireGiven(label);
        return new NumberStep<>("probabilityOf(\"" + label + "\")", bound -> {
            attribution.hasProbability(label, bound);
            return this;
        });
    }

    /**
     * Begins a comparison of the score that the model gives a class, see {@link
     * AbstractAttributionAssert#scoreOf(String)}.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * assertThat(review).prediction().scoreOf("NEGATIVE").isGreaterThan(1.5); // passes
     * assertThat(review).prediction().scoreOf("NEGATIVE").isGreaterThan(2);   // fails
     * }</pre>
     *
     * @param label its name as the model spells it
     * @return the step that takes the bound
     */
    public NumberStep<PredictionStep<SELF>> scoreOf(String label) {
        unfinished.close();
        Outputs.requireGiven(label);
        return new NumberStep<>("scoreOf(\"" + label + "\")", bound -> {
            attribution.hasScore(label, bound);
            return this;
        });
    }

    /**
     * Returns to the attribution.
     *
     * @return its assertions
     */
    public SELF and() {
        return attribution;
    }

    /**
     * Returns to the attribution.
     *
     * @return its assertions
     */
    public SELF returnToAttribution() {
        return attribution;
    }

    private PredictionStep<SELF> end(String ending, Supplier<SELF> assertion) {
        unfinished.end(ending, assertion);
        return this;
    }
}
