package io.github.junitattrib.assertj.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearWordsTest {

    private static final List<String> WORDS = List.of("They", "said", "it", "was", "great", "grey", "a");

    @ParameterizedTest
    @CsvSource({"grate, great", "graet, great", "graat, great", "GREAT, great", "sad, said", "ist, it", "thay, They"})
    void findsTheWordWithTheFewestEdits(String misspelt, String meant) {
        assertThat(NearWords.nearest(misspelt, WORDS)).contains(meant);
    }

    @Test
    void takesNoWordForAnotherThatIsFarOff() {
        assertThat(NearWords.nearest("awful", WORDS)).isEmpty();
        assertThat(NearWords.nearest("b", WORDS)).isEmpty();
        assertThat(NearWords.nearest("great", List.of())).isEmpty();
    }
}
