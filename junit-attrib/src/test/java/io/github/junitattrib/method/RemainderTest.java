package io.github.junitattrib.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.junitattrib.text.WordSplitter;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which text is left, and which words are taken together. */
class RemainderTest {

    private static Cut cut(String text) {
        return Cut.words(text, WordSplitter.words(text));
    }

    private static String without(String text, Optional<String> mask, int... absent) {
        Cut cut = cut(text);
        BitSet present = new BitSet();
        present.set(0, cut.atoms().size());
        for (int word : absent) {
            present.clear(word);
        }
        return new Remainder(cut, mask).of(present);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "It was great. , 2, It was.",
                "It was great. , 0, was great.",
                "It was great. , 3, It was great",
                "He said \"great\". , 2, He said great\".",
                "good (bad) , 1, good bad)",
                "co-op shop , 1, co op shop",
                "a b  c , 1, a  c",
            })
    void aDeletedWordTakesItsSpaceAlong(String text, int word, String left) {
        assertThat(without(text, Optional.empty(), word)).isEqualTo(left);
    }

    @Test
    void otherSpaceStays() {
        assertThat(without("  It  was\tgreat ", Optional.empty())).isEqualTo("  It  was\tgreat ");
        assertThat(without("  It  was\tgreat ", Optional.empty(), 0)).isEqualTo("  was\tgreat ");
        assertThat(without("It was", Optional.empty(), 0, 1)).isEmpty();
    }

    @Test
    void aMaskStandsForEveryWord() {
        assertThat(without("It wasn't great.", Optional.of("[MASK]"), 1, 2)).isEqualTo("It [MASK] [MASK].");
    }

    @Test
    void unitsTakeWordsTogether() {
        Cut cut = cut("It was not good. Not good at all.");

        assertThat(Division.of(Units.SENTENCES, cut))
                .isEqualTo(List.of(List.of(0, 1, 2, 3, 4), List.of(5, 6, 7, 8, 9)));
        assertThat(Division.of(Units.windows(4), cut))
                .isEqualTo(List.of(List.of(0, 1, 2, 3), List.of(4, 5, 6, 7), List.of(8, 9)));
        assertThat(Division.of(Units.phrases("not good"), cut))
                .contains(List.of(2, 3))
                .hasSize(9);
        assertThat(Division.of(Units.DISTINCT_WORDS, cut))
                .contains(List.of(3, 6), List.of(4, 9))
                .hasSize(8);
    }

    @Test
    void unitsThatDoNotFitTheTextAreRefused() {
        assertThatThrownBy(() -> Division.of(Units.phrases("not goo"), cut("It was not good")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"not goo\" of Units.phrases is not in the text");
        assertThatThrownBy(() -> Division.of(Units.groups(0, 1), cut("It was not good")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gives numbers for 2 words, but the text has 4: [It, was, not, good]");
    }
}
