package io.github.junitattrib.axiom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.junitattrib.Verdict;
import org.junit.jupiter.api.Test;
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

    @ParameterizedTest
    @CsvSource({
        // Three bars of 0.1 and the rounding of single precision: 0.300001 at scale 1.
        "1.3000005, 0.1, 1, PASS, FAIL",
        "1.300002, 0.1, 1, FAIL, PASS",
        // More than a tenth of the scale: within the bars anything would pass.
        "1.2, 0.11, 1, INCONCLUSIVE, INCONCLUSIVE",
        "1.4, 0.11, 1, FAIL, PASS",
        "1.2, 0.11, 2, PASS, FAIL",
        "1, 0, 0, INCONCLUSIVE, INCONCLUSIVE",
    })
    void numbersAreApartBeyondThreeBars(double seen, double bar, double scale, Verdict equal, Verdict different) {
        assertThat(Comparison.equal("F(x)", 1, seen, bar, scale).verdict()).isEqualTo(equal);
        assertThat(Comparison.notZero("F(x)", seen - 1, bar, scale).verdict()).isEqualTo(different);
    }

    @Test
    void whatIsAllowedIsAddedToTheBarsAndWidensThem() {
        Comparison comparison = Comparison.equal("F(x)", 1, 1.25, 0.05, 1);

        assertThat(comparison.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(comparison.allowing(0.11).verdict()).isEqualTo(Verdict.PASS);
        assertThat(comparison.allowing(0.11).tolerance()).isCloseTo(0.15 + 0.11 + 1e-6, within(1e-12));
        assertThat(comparison.allowing(0.16).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @ParameterizedTest
    @CsvSource({"Infinity, 0, 0", "1, Infinity, 0", "1, 0, Infinity", "1, NaN, 0", "1, 0, NaN"})
    void noPartOfAComparisonMayBeInfinite(double seen, double bar, double slack) {
        assertThat(Comparison.equal("F(x)", 1, seen, bar, 1).allowing(slack).verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void messagesSayWhatWasSeen() {
        assertThat(Comparison.equal("the score of \"a\"", 1, 2.5, 0.125, 1).message())
                .isEqualTo("the score of \"a\" should be 1.00000, but is 2.50000 \u00b1 0.13");
        assertThat(Comparison.notZero("the score of \"a\"", 0.25, 0.5, 1).message())
                .isEqualTo("the score of \"a\" should not be 0, but is 0.250000 \u00b1 0.50");
        assertThat(Comparison.same("F(x)", 0.1, 0.30000000000000004).message())
                .isEqualTo("F(x) should be 0.1, but is 0.30000000000000004");
    }

    @Test
    void whatCannotBeJudgedSaysWhy() {
        assertThat(Comparison.equal("F(x)", 1, Double.NaN, 0.5, 1).open())
                .isEqualTo("F(x) is no finite number: NaN \u00b1 0.5");
        assertThat(Comparison.equal("F(x)", 0, 0, 0, 0).open()).isEqualTo("F(x) tells nothing, as all scores are 0");
        assertThat(Comparison.equal("F(x)", 1, 1, 0.25, 1).open())
                .isEqualTo("F(x) is 1.00000, and three of its error bars, 0.75, are more than three tenths of the"
                        + " numbers' size 1.00000");
        assertThat(Comparison.equal("F(x)", 1, 1, 0, 1).allowing(0.5).open())
                .isEqualTo("F(x) is 1.00000, and the tolerance 0.50 is more than three tenths of the numbers' size"
                        + " 1.00000");
    }
}
