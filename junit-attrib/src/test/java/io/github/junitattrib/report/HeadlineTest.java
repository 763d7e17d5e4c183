package io.github.junitattrib.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeadlineTest {

    @Test
    void isTheFirstLine() {
        assertThat(Headline.of("\n Expected. \r\n\n  Found.\nMore.\n")).isEqualTo("Expected.");
        assertThat(Headline.rest("\n Expected. \r\n\n  Found.\nMore.\n")).isEqualTo("  Found.\nMore.");
        assertThat(Headline.of("")).isEmpty();
        assertThat(Headline.rest("Expected.")).isEmpty();
    }

    @Test
    void isCutWhereItHasNoEndAndTheRestHasAllOfItThen() {
        String endless = "\uD83D\uDC4D".repeat(1001);

        assertThat(Headline.of(endless.substring(2))).isEqualTo(endless.substring(2));
        assertThat(Headline.of(endless + "\nMore.")).isEqualTo("\uD83D\uDC4D".repeat(1000) + "\u2026");
        assertThat(Headline.rest(endless + "\nMore.\n")).isEqualTo(endless + "\nMore.");
    }
}
