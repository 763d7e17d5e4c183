package io.github.junitattrib.assertj;

import io.github.junitattrib.assertj.error.Bound;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The middle of {@code shareOf("great").isGreaterThan(0.3)}: it verifies nothing, and fails its test if it is left there.
 *
 * <p>A number has an error bar: it passes if all of the bar is within the bound, fails if none of it is, and is
 * inconclusive otherwise.
 *
 * @param <R> what it returns to
 */
public final class NumberStep<R> {

    private final Function<Bound, R> verification;
    private final Unfinished unfinished;

    NumberStep(String step, Function<Bound, R> verification) {
        this.verification = verification;
        this.unfinished = Unfinished.step(step, ".isGreaterThan(0.3)");
    }

    /**
     * Verifies that the number is greater than another.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * assertThat(review).shareOf("great").isGreaterThan(0.05); // passes
     * assertThat(review).shareOf("great").isGreaterThan(0.3);  // fails
     * }</pre>
     *
     * @param number the first that is too low
     * @return to go on
     * @throws AssertionError if it is not
     * @throws io.github.junitattrib.InconclusiveException if the numbers are not good enough to tell
     */
    public R isGreaterThan(double number) {
        return verify(".isGreaterThan(" + number + ")", () -> Bound.greaterThan(number));
    }

    /**
     * Verifies that the number is another or greater.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * assertThat(review).probabilityOf("NEGATIVE").isGreaterThanOrEqualTo(0.9); // passes
     * assertThat(review).probabilityOf("POSITIVE").isGreaterThanOrEqualTo(0.9); // fails
     * }</pre>
     *
     * @param number the lowest that will do
     * @return to go on
     * @throws AssertionError if it is lower
     * @throws io.github.junitattrib.InconclusiveException if the numbers are not good enough to tell
     */
    public R isGreaterThanOrEqualTo(double number) {
        return verify(".isGreaterThanOrEqualTo(" + number + ")", () -> Bound.atLeast(number));
    }

    /**
     * Verifies that the number is less than another.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * assertThat(review).shareOf("wrong").isLessThan(-0.3); // passes
     * assertThat(review).shareOf("great").isLessThan(-0.3); // fails
     * }</pre>
     *
     * @param number the first that is too high
     * @return to go on
     * @throws AssertionError if it is not
     * @throws io.github.junitattrib.InconclusiveException if the numbers are not good enough to tell
     */
    public R isLessThan(double number) {
        return verify(".isLessThan(" + number + ")", () -> Bound.lessThan(number));
    }

    /**
     * Verifies that the number is another or less.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * assertThat(review).probabilityOf("POSITIVE").isLessThanOrEqualTo(0.1); // passes
     * assertThat(review).probabilityOf("NEGATIVE").isLessThanOrEqualTo(0.1); // fails
     * }</pre>
     *
     * @param number the highest that will do
     * @return to go on
     * @throws AssertionError if it is higher
     * @throws io.github.junitattrib.InconclusiveException if the numbers are not good enough to tell
     */
    public R isLessThanOrEqualTo(double number) {
        return verify(".isLessThanOrEqualTo(" + number + ")", () -> Bound.atMost(number));
    }

    /**
     * Verifies that the number lies between two others, or is one of them.
     *
     * <pre>{@code
     * var review = ig("They said it would be great, and they were wrong").toward("POSITIVE");
     * assertThat(review).shareOf("great").isBetween(0.05, 0.2); // passes
     * assertThat(review).shareOf("wrong").isBetween(0.05, 0.2); // fails
     * }</pre>
     *
     * @param lower the lowest that will do
     * @param upper the highest that will do
     * @return to go on
     * @throws AssertionError if it lies outside
     * @throws io.github.junitattrib.InconclusiveException if the numbers are not good enough to tell
     * @throws IllegalArgumentException if the bounds are in the wrong order
     */
    public R isBetween(double lower, double upper) {
        return verify(".isBetween(" + lower + ", " + upper + ")", () -> Bound.between(lower, upper));
    }

    private R verify(String ending, Supplier<Bound> bound) {
        return unfinished.end(ending, () -> verification.apply(bound.get()));
    }
}
