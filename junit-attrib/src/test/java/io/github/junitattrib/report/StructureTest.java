package io.github.junitattrib.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class StructureTest {

    @Test
    void tellsElementsAndAttributesApart() {
        String plain = Structure.of(Jsoup.parse("<p class=a>x</p>"));

        assertThat(Structure.of(Jsoup.parse("<p class=a>other text</p>"))).isEqualTo(plain);
        assertThat(Structure.of(Jsoup.parse("<p class=a>x<b></b></p>"))).isNotEqualTo(plain);
        assertThat(Structure.of(Jsoup.parse("<p class=a onclick=x>x</p>"))).isNotEqualTo(plain);
        assertThat(Structure.of(Jsoup.parse("<p class=a>x</p><!-- x -->"))).isNotEqualTo(plain);
    }

    @Test
    void tellsRowsAndCellsOfTablesApart() {
        String plain = Structure.ofTables("A.\n\n| a | b |\n");

        assertThat(Structure.ofTables("B.\n\n| c | d |\n")).isEqualTo(plain);
        assertThat(Structure.ofTables("A.\n\n| a | b | c |\n")).isNotEqualTo(plain);
        assertThat(Structure.ofTables("A.\n\n| a\n| b |\n")).isNotEqualTo(plain);
    }
}
