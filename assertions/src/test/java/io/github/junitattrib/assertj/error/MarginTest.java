package io.github.junitattrib.assertj.error;

import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Span;
import io.github.junitattrib.Verdict;
import io.github.junitattrib.text.WordSelection;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarginTest {

    @ParameterizedTest
    @CsvSource({
        "0.75, 0.25, 0.125, PASS",
        "0.75, 0.25, 0.25, INCONCLUSIVE",
        "0.25, 0.75, 0.25, INCONCLUSIVE",
        "0.25, 0.75, 0.125, FAIL",
        "0.5, 0.5, 0, INCONCLUSIVE",
        "0.75, 0.25, NaN, INCONCLUSIVE",
        "0.75, 0.25, Infinity, INCONCLUSIVE"
    })
    void should_be_certain_only_beyond_both_uncertainties(
            double first, double second, double uncertaintyOfEach, Verdict verdict) {
        // GIVEN
        Margin margin = new Margin(
                new WordSelection("a", new Span(0, 1), first, uncertaintyOfEach),
                new WordSelection("b", new Span(2, 3), second, uncertaintyOfEach));
        // WHEN/THEN
        then(margin.verdict()).isEqualTo(verdict);
    }
}
