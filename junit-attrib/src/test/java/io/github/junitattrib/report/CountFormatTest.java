package io.github.junitattrib.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountFormatTest {

    @Test
    void onlyAWholeIsAHundredPercentAndOnlyNothingIsNone() {
        assertThat(CountFormat.percent(1)).isEqualTo("100.0 %");
        assertThat(CountFormat.percent(0.99999)).isEqualTo("99.9 %");
        assertThat(CountFormat.percent(0.00001)).isEqualTo("0.1 %");
        assertThat(CountFormat.percent(0)).isEqualTo("0.0 %");
        assertThat(CountFormat.percent(0.125)).isEqualTo("12.5 %");
    }

    @Test
    void whatIsAskedForHasAllItsDecimals() {
        assertThat(CountFormat.limit(0.9)).isEqualTo("90.0 %");
        assertThat(CountFormat.limit(0.9999)).isEqualTo("99.99 %");
        assertThat(CountFormat.limit(0.00005)).isEqualTo("0.005 %");
        assertThat(CountFormat.limit(0.29)).isEqualTo("29.0 %");
    }
}
