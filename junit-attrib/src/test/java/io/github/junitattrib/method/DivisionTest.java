package io.github.junitattrib.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.junitattrib.text.WordSplitter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How words are put together to units. */
class DivisionTest {

    private static List<List<Integer>> divided(String text, Units units) {
        return Division.of(units, Cut.words(text, WordSplitter.words(text)));
    }

    @Test
    void windowsAreNeighboursAndTheLastMayBeShort() {
        assertThat(divided("a b c d e", Units.windows(2))).containsExactly(List.of(0, 1), List.of(2, 3), List.of(4));
        assertThat(divided("a b", Units.windows(3))).containsExactly(List.of(0, 1));
    }

    @Test
    void distinctWordsStandAtAllTheirPlaces() {
        assertThat(divided("a b a", Units.DISTINCT_WORDS)).containsExactly(List.of(0, 2), List.of(1));
    }

    @Test
    void sentencesEndWhereTheNextBegins() {
        assertThat(divided("It ends. Then more. All", Units.SENTENCES))
                .containsExactly(List.of(0, 1, 2), List.of(3, 4, 5), List.of(6));
    }

    @Test
    void aPhraseIsAUnitAtEachOfItsPlaces() {
        assertThat(divided("not good or not good", Units.phrases("not good")))
                .containsExactly(List.of(0, 1), List.of(2), List.of(3, 4));
    }

    @Test
    void aWordBelongsToTheFirstPhraseThatTakesIt() {
        assertThat(divided("a b c b c", Units.phrases("a b", "b c")))
                .containsExactly(List.of(0, 1), List.of(2), List.of(3, 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"goo", "ood film", "a film", "b c"})
    void phrasesThatAreNotWholeWordsOfTheTextAreRefused(String phrase) {
        assertThatThrownBy(() -> divided("good film", Units.phrases("good film", phrase)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The phrase \"" + phrase + "\" of Units.phrases is not in the text, or not at the ends of"
                        + " words: [good, film]. Write it as it stands there.");
    }

    @Test
    void aPhraseBetweenWordsHoldsNone() {
        Cut cut = Cut.words("a ~ b", List.of(WordSplitter.words("a").get(0)));

        assertThatThrownBy(() -> Division.of(Units.phrases("~"), cut))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The phrase \"~\" of Units.phrases is not in the text");
    }

    @Test
    void everyWordHasTheNumberOfItsGroup() {
        assertThat(divided("a b c", Units.groups(7, 3, 7))).containsExactly(List.of(0, 2), List.of(1));
        assertThatThrownBy(() -> divided("a b c", Units.groups(1, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Units.groups gives numbers for 2 words, but the text has 3: [a, b, c]. Give one number for"
                        + " each.");
    }
}
