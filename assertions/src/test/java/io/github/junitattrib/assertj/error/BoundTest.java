package io.github.junitattrib.assertj.error;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundTest {

    @ParameterizedTest
    @CsvSource({
        "0.4, 0.6, INCONCLUSIVE, INCONCLUSIVE, INCONCLUSIVE, INCONCLUSIVE",
        "0.5, 0.5, FAIL,         PASS,         FAIL,         PASS",
        "0.5, 0.6, INCONCLUSIVE, PASS,         FAIL,         INCONCLUSIVE",
        "0.4, 0.5, FAIL,         INCONCLUSIVE, INCONCLUSIVE, PASS",
        "0.6, 0.7, PASS,         PASS,         FAIL,         FAIL",
        "0.3, 0.4, FAIL,         FAIL,         PASS,         PASS",
        "NaN, 0.4, INCONCLUSIVE, INCONCLUSIVE, INCONCLUSIVE, INCONCLUSIVE",
        "0.6, NaN, INCONCLUSIVE, INCONCLUSIVE, INCONCLUSIVE, INCONCLUSIVE",
    })
    void should_pass_if_all_of_the_bar_is_within_and_fail_if_none_is(
            double low, double high, Verdict greater, Verdict atLeast, Verdict less, Verdict atMost) {
        // GIVEN
        Estimate number = new Estimate((low + high) / 2, low, high);
        // THEN
        then(Bound.greaterThan(0.5).verdict(number)).isEqualTo(greater);
        then(Bound.atLeast(0.5).verdict(number)).isEqualTo(atLeast);
        then(Bound.lessThan(0.5).verdict(number)).isEqualTo(less);
        then(Bound.atMost(0.5).verdict(number)).isEqualTo(atMost);
    }

    @ParameterizedTest
    @CsvSource({
        "0.2, 0.4, PASS",
        "0.1, 0.3, INCONCLUSIVE",
        "0.3, 0.5, INCONCLUSIVE",
        "0.1, 0.5, INCONCLUSIVE",
        "0.5, 0.6, FAIL",
        "0.0, 0.1, FAIL"
    })
    void should_want_a_number_between_two_others(double low, double high, Verdict verdict) {
        then(Bound.between(0.2, 0.4).verdict(new Estimate(0.3, low, high))).isEqualTo(verdict);
    }

    @Test
    void should_read_as_the_test_wrote_it() {
        then(Bound.greaterThan(0.3)).hasToString("greater than 0.3");
        then(Bound.atLeast(2)).hasToString("at least 2");
        then(Bound.lessThan(-0.25)).hasToString("less than -0.25");
        then(Bound.atMost(1e-7)).hasToString("at most 1.0E-7");
        then(Bound.between(0, 0.5)).hasToString("between 0 and 0.5");
    }

    @Test
    void should_refuse_bounds_in_the_wrong_order_and_such_that_decide_nothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bound.between(0.5, 0.4))
                .withMessage("The lower bound comes first, but they are 0.5 and 0.4. Give the lower bound"
                        + " before the upper one.");
        assertThatIllegalArgumentException().isThrownBy(() -> Bound.atLeast(Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bound.lessThan(Double.POSITIVE_INFINITY))
                .withMessage("A bound must be a finite number, but is Infinity. Give the number that is to be kept.");
        assertThatIllegalArgumentException().isThrownBy(() -> Bound.greaterThan(Double.NEGATIVE_INFINITY));
        assertThatIllegalArgumentException().isThrownBy(() -> Bound.between(0, Double.POSITIVE_INFINITY));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bound.atMost(1.5).within("A share", 0, 1))
                .withMessage("A share lies between 0 and 1, so that one at most 1.5 is nothing to check. Give a bound"
                        + " between these.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bound.between(-1, 0.5).within("A share", 0, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bound.between(0, 1).within("A share", 0, 1));
        then(Bound.between(0, 0.9).within("A share", 0, 1)).hasToString("between 0 and 0.9");
    }

    @Test
    void should_turn_an_estimate_into_its_magnitude() {
        then(new Estimate(-0.5, -0.7, -0.4).magnitude()).isEqualTo(new Estimate(0.5, 0.4, 0.7));
        then(new Estimate(0.5, 0.4, 0.7).magnitude()).isEqualTo(new Estimate(0.5, 0.4, 0.7));
        then(new Estimate(0.1, -0.3, 0.2).magnitude()).isEqualTo(new Estimate(0.1, 0, 0.3));
    }
}
