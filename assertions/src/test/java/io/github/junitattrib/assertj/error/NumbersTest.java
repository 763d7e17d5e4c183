package io.github.junitattrib.assertj.error;

import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.assertj.AttributionBuilder;
import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    void should_print_four_decimals_on_an_ordinary_scale() {
        // GIVEN
        Numbers numbers = ofScale(0.5);
        // WHEN/THEN
        then(numbers.signed(0.12345)).isEqualTo("+0.1235");
        then(numbers.signed(-1234.5)).isEqualTo("-1234.5000");
        then(numbers.plain(0.01)).isEqualTo("0.0100");
    }

    @Test
    void should_print_powers_of_ten_on_a_tiny_or_huge_scale() {
        then(ofScale(0.0009).signed(0.00012345)).isEqualTo("+1.235e-04");
        then(ofScale(20000).signed(-12345)).isEqualTo("-1.235e+04");
    }

    @Test
    void should_not_print_a_small_number_as_zero() {
        then(ofScale(0.5).signed(-0.00001)).isEqualTo("-1.000e-05");
    }

    @Test
    void should_print_zero_without_a_minus() {
        then(ofScale(0.5).signed(-0.0)).isEqualTo("+0.0000");
        then(ofScale(0).signed(0)).isEqualTo("+0.0000");
        then(ofScale(0.5).signed(-1e-16)).isEqualTo("+0.0000");
    }

    @Test
    void should_call_an_uncertainty_unknown_that_is_not_finite() {
        then(ofScale(0.5).uncertainty(0.0034)).isEqualTo("uncertainty 0.0034");
        then(ofScale(0.5).uncertainty(Double.POSITIVE_INFINITY)).isEqualTo("uncertainty unknown");
    }

    private static Numbers ofScale(double scale) {
        return Numbers.of(AttributionBuilder.of("word").scores(scale).build());
    }
}
