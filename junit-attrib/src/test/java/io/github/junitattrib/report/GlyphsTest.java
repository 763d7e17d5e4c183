package io.github.junitattrib.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class GlyphsTest {

    private static final String MESSAGE = "toward A − B: 1 ± 0.5 of \"Größe ε…\"";

    @Test
    void leavesMessagesAloneWhereTheConsoleCanPrintThem() {
        assertThat(Glyphs.of(StandardCharsets.UTF_8).written(MESSAGE)).isEqualTo(MESSAGE);
    }

    @Test
    void putsSignsIntoAsciiAndLeavesLettersAlone() {
        assertThat(Glyphs.of(StandardCharsets.ISO_8859_1).written(MESSAGE))
                .isEqualTo("toward A - B: 1 +/- 0.5 of \"Größe ε...\"");
    }
}
