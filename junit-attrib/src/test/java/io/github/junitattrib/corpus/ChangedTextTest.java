package io.github.junitattrib.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.junitattrib.Span;
import io.github.junitattrib.text.WordSplitter;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ChangedTextTest {

    @Test
    void findsWordsBeforeInAndBehindAReplacement() {
        ChangedText changed = new ChangedText("a bb c", List.of(new Edit(new Span(2, 4), "wide")));

        assertThat(changed.text()).isEqualTo("a wide c");
        assertThat(changed.find(new Span(0, 1))).contains(new Span(0, 1));
        assertThat(changed.find(new Span(2, 4))).contains(new Span(2, 6));
        assertThat(changed.find(new Span(5, 6))).contains(new Span(7, 8));
        assertThat(changed.find(new Span(0, 4))).contains(new Span(0, 6));
    }

    @Test
    void takesAnInsertionForPartOfAStretchOnlyInsideOfIt() {
        ChangedText changed = new ChangedText("was great fun", List.of(Edit.insertion(4, "not ")));

        assertThat(found(changed, 4, 9)).isEqualTo("great");
        assertThat(found(changed, 0, 3)).isEqualTo("was");
        assertThat(found(changed, 0, 4)).isEqualTo("was ");
        assertThat(found(changed, 0, 9)).isEqualTo("was not great");
    }

    @Test
    void losesWhatWasRemovedAndPartsOfWhatWasReplaced() {
        ChangedText removed = new ChangedText("not great", List.of(new Edit(new Span(0, 4), "")));
        ChangedText replaced = new ChangedText("New York is", List.of(new Edit(new Span(0, 8), "Rome")));

        assertThat(removed.find(new Span(0, 3))).isEmpty();
        assertThat(removed.find(new Span(0, 4))).isEmpty();
        assertThat(found(removed, 4, 9)).isEqualTo("great");
        assertThat(found(removed, 0, 9)).isEqualTo("great");
        assertThat(replaced.find(new Span(0, 3))).isEmpty();
        assertThat(replaced.find(new Span(4, 11))).isEmpty();
    }

    @Test
    @SuppressWarnings("NullAway")
    void refusesEditsOutOfOrderOrBeyondTheText() {
        Edit first = new Edit(new Span(0, 2), "x");
        Edit second = new Edit(new Span(1, 3), "y");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChangedText("abcd", List.of(first, second)))
                .withMessageContaining("without overlap");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChangedText("a", List.of(first)))
                .withMessageContaining("inside it");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChangedText("ab", List.of(Edit.insertion(1, "x"), Edit.insertion(1, "y"))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChangedText("ab", List.of()).find(new Span(1, 3)))
                .withMessageContaining("ends at 2");
        assertThatNullPointerException().isThrownBy(() -> ChangedText.comparing("a", null));
    }

    @Test
    void comparesTextsWordByWord() {
        ChangedText changed =
                ChangedText.comparing("Alice said it was a great film", "Honestly, Omar said that it was great!");

        assertThat(changed.text()).isEqualTo("Honestly, Omar said that it was great!");
        assertThat(found(changed, 6, 10)).isEqualTo("said");
        assertThat(found(changed, 14, 17)).isEqualTo("was");
        assertThat(found(changed, 20, 25)).isEqualTo("great");
        assertThat(changed.find(new Span(18, 19))).as("a").isEmpty();
    }

    @Test
    void pairsAsManyReplacedWordsOneByOne() {
        ChangedText changed = ChangedText.comparing("it was great fun today", "it WAS GREAT FUN today");

        assertThat(changed.edits()).hasSize(3);
        assertThat(found(changed, 7, 12)).isEqualTo("GREAT");
    }

    @Test
    void givesTheChangedTextWhateverTheTwoTextsAre() {
        Random random = new Random(7);
        List<String> pieces = List.of("a", "b", "c", " ", "  ", ".", "\n", "it's");
        for (int i = 0; i < 2000; i++) {
            String one = text(random, pieces);
            String other = text(random, pieces);
            ChangedText changed = ChangedText.comparing(one, other);

            assertThat(changed.text()).isEqualTo(other);
            for (Span word : WordSplitter.words(one)) {
                changed.find(word)
                        .ifPresent(span -> assertThat(span.of(other))
                                .as("%s -> %s", one, other)
                                .isNotBlank());
            }
        }
    }

    @Test
    void keepsEveryWordOfEqualTexts() {
        String text = "It's great,  isn't it?";

        assertThat(ChangedText.comparing(text, text).edits()).isEmpty();
    }

    private static String text(Random random, List<String> pieces) {
        return random.ints(random.nextInt(12), 0, pieces.size())
                .mapToObj(pieces::get)
                .collect(Collectors.joining());
    }

    private static String found(ChangedText changed, int start, int end) {
        return changed.find(new Span(start, end))
                .map(span -> span.of(changed.text()))
                .orElse("(lost)");
    }
}
