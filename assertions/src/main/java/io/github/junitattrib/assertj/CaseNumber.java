package io.github.junitattrib.assertj;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.check.Check;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * A number that every text of a corpus has, with how far it may be off.
 *
 * @param name what messages call it
 * @param about whether it says something of the model or of the method
 * @param range gives the number of an attribution
 */
public record CaseNumber(String name, Check.About about, Function<Attribution, Range> range) {

    /**
     * A number and the ends that it may truly have.
     *
     * @param value the number
     * @param low the lowest that it may be
     * @param high the highest
     */
    public record Range(double value, double low, double high) {

        /** Not known: it may be anything. */
        static Range unknown(double value) {
            return new Range(value, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
    }

    /**
     * Checks that there is a name.
     *
     * @param name what messages call it
     * @param about whether it says something of the model or of the method
     * @param range gives the number of an attribution
     * @throws IllegalArgumentException if the name is blank
     */
    public CaseNumber {
        Objects.requireNonNull(about, "Say whether the number is about the model or the method.");
        Objects.requireNonNull(
                range, "A number needs a function of an attribution. Give one, such as Attribution::delta.");
        Objects.requireNonNull(name, "A number needs a name, for messages; this one is null.");
        if (name.isBlank()) {
            throw new IllegalArgumentException("A number needs a name, for messages; this one is blank.");
        }
    }

    /**
     * Makes a number of a function. It is not known where the method did not converge, or the function gives none.
     *
     * @param name what messages call it, such as {@code probability of POSITIVE}
     * @param number gives the number of an attribution
     * @return the number
     * @throws IllegalArgumentException if the name is blank
     */
    public static CaseNumber of(String name, ToDoubleFunction<Attribution> number) {
        Objects.requireNonNull(
                number, "A number needs a function of an attribution. Give one, such as Attribution::delta.");
        return new CaseNumber(name, Check.About.MODEL, attribution -> {
            double value = number.applyAsDouble(attribution);
            boolean known = attribution.convergence().converged() && !Double.isNaN(value);
            return known ? new Range(value, value, value) : Range.unknown(value);
        });
    }

    /**
     * Returns |Σ scores − (F(x) − F(x'))|: what the scores lack to completeness. It counts as small only where the method
     * converged, and as large only beyond what the scores are uncertain by, as in
     * {@link AttributionAssert#isComplete(org.assertj.core.data.Offset)}.
     *
     * @return the number
     */
    public static CaseNumber completenessGap() {
        return new CaseNumber(
                "completeness gap",
                Check.About.METHOD,
                attribution -> CompletenessJudgment.gap(attribution.withVerdictBars()));
    }
}
