package io.github.junitattrib.axiom;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.junitattrib.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1, PASS",
        "1, 1.0000000000000002, FAIL",
        "0.0, -0.0, PASS",
        "-0.0, 0.0, PASS",
        "NaN, NaN, INCONCLUSIVE",
        "Infinity, Infinity, INCONCLUSIVE",
        "NaN, 1, FAIL",
        "1, NaN, FAIL",
        "Infinity, -Infinity, FAIL"
    })
    void theSameNumberIsFiniteAndZerosHaveNoSign(double expected, double seen, Verdict verdict) {
        assertThat(Comparison.same("F(x)", expected, seen).verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"NaN, NaN", "NaN, 1", "1, NaN", "Infinity, Infinity"})
    void numbersThatAreNotFiniteArePassedByNoComparison(double expected, double seen) {
        assertThat(Comparison.equal("F(x)", expected, seen, 0, 1).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(Comparison.notZero("F(x)", expected + seen, 0, 1).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }
}
