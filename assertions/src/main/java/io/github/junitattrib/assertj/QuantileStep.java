package io.github.junitattrib.assertj;

import io.github.junitattrib.Attribution;
import java.util.function.ToDoubleFunction;

/**
 * The middle of {@code hasQuantile(0.95).ofCompletenessGap().below(0.01)}: it verifies nothing, and fails its test if it is
 * left there.
 *
 * @param <SELF> the assertions to go on with
 */
public final class QuantileStep<SELF extends AbstractAttributionsAssert<SELF, ?>> {

    private final SELF texts;
    private final double quantile;
    private final Unfinished open;

    QuantileStep(SELF texts, double quantile) {
        this.texts = texts;
        this.quantile = quantile;
        this.open = Unfinished.step("hasQuantile(" + quantile + ")", ".ofCompletenessGap().below(0.01)");
    }

    /**
     * Takes |Σ scores − (F(x) − F(x'))|: what the scores lack to completeness.
     *
     * <pre>{@code
     * List<AttributionRequest> reviews = igAll(List.of("It was great", "The film was great", "It was awful"));
     * assertThatAll(reviews).hasQuantile(0.95).ofCompletenessGap().below(0.05); // passes
     * assertThatAll(reviews).hasQuantile(0.95).ofCompletenessGap().above(0.05); // fails
     * }</pre>
     *
     * @return the step that takes the limit
     */
    public LimitStep ofCompletenessGap() {
        return new LimitStep(".ofCompletenessGap()", CaseNumber.completenessGap());
    }

    /**
     * Takes a number of one's own. It is not known where the method did not converge, or the function gives none.
     *
     * <pre>{@code
     * List<AttributionRequest> reviews = igAll(List.of("It was great", "The film was great", "It was awful"));
     * assertThatAll(reviews).hasQuantile(0.5).of("words", one -> one.words().size()).below(4); // passes
     * assertThatAll(reviews).hasQuantile(0.5).of("words", one -> one.words().size()).above(4); // fails
     * }</pre>
     *
     * @param name what messages call it, such as {@code probability of POSITIVE}
     * @param number gives the number of an attribution
     * @return the step that takes the limit
     * @throws IllegalArgumentException if the name is blank
     */
    public LimitStep of(String name, ToDoubleFunction<Attribution> number) {
        return new LimitStep(".of(\"" + name + "\")", CaseNumber.of(name, number));
    }

    /** The last step of a quantile: it verifies nothing, and fails its test if it is left there. */
    public final class LimitStep {

        private final String call;
        private final CaseNumber number;

        private LimitStep(String call, CaseNumber number) {
            this.call = call;
            this.number = number;
        }

        /**
         * Verifies that the quantile is below a limit.
         *
         * <pre>{@code
         * List<AttributionRequest> reviews = igAll(List.of("It was great", "The film was great", "It was awful"));
         * assertThatAll(reviews).hasQuantile(0.95).ofCompletenessGap().below(0.05); // passes
         * assertThatAll(reviews).hasQuantile(0.5).of("words", one -> one.words().size()).below(3); // fails
         * }</pre>
         *
         * @param limit what the quantile must be below
         * @return the assertions, to go on
         * @throws AssertionError if it is not
         * @throws io.github.junitattrib.InconclusiveException if numbers that are not certain decide it
         * @throws IllegalArgumentException if the quantile is not above 0 and up to 1, or there is no text
         */
        public SELF below(double limit) {
            return open.end(call + ".below(" + limit + ")", () -> texts.hasQuantileBelow(quantile, number, limit));
        }

        /**
         * Verifies that the quantile is above a limit.
         *
         * <pre>{@code
         * List<AttributionRequest> reviews = igAll(List.of("It was great", "The film was great", "It was awful"));
         * assertThatAll(reviews).hasQuantile(0.5).of("words", one -> one.words().size()).above(2); // passes
         * assertThatAll(reviews).hasQuantile(0.5).of("words", one -> one.words().size()).above(3); // fails
         * }</pre>
         *
         * @param limit what the quantile must be above
         * @return the assertions, to go on
         * @throws AssertionError if it is not
         * @throws io.github.junitattrib.InconclusiveException if numbers that are not certain decide it
         * @throws IllegalArgumentException if the quantile is not above 0 and up to 1, or there is no text
         */
        public SELF above(double limit) {
            return open.end(call + ".above(" + limit + ")", () -> texts.hasQuantileAbove(quantile, number, limit));
        }
    }
}
