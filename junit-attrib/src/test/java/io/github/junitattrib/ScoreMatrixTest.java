package io.github.junitattrib;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreMatrixTest {

    @Test
    void needsANumberForEachRowAndColumn() {
        assertThatThrownBy(() -> new ScoreMatrix(
                        "Attention", "from", "to", List.of("a"), List.of("b", "c"), List.of(List.of(0.5))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The matrix \"Attention\" has 1 names of rows and 2 of columns, and needs one list of 2"
                        + " numbers for each row.");
    }
}
