package io.github.junitattrib.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {

    /** The textbook's example (two letters replaced and one put in), no letters, and two that changed places. */
    @ParameterizedTest
    @CsvSource({"kitten, sitting, 3", "'', abc, 3", "great, great, 0", "graet, great, 1", "ca, abc, 3"})
    void countsLettersToChange(String one, String other, int edits) {
        assertThat(EditDistance.between(one, other)).isEqualTo(edits);
        assertThat(EditDistance.between(other, one)).isEqualTo(edits);
    }
}
