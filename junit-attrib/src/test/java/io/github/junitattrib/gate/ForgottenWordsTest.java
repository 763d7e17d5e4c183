package io.github.junitattrib.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** No gate passes because words of a large corpus were forgotten. */
class ForgottenWordsTest {

    private static final int WORDS_OF_A_TEXT = 200;

    private static final ComparedCase LEAK =
            Stated.compared(Stated.scored("leak rest", 0, 0, 10, 0), Stated.scored("leak rest", 9, 0, 1, 0));

    /** Words of which none gains. */
    private static void addWords(int words, int texts, ComparisonResult result) {
        for (int from = 0; from < words; from += WORDS_OF_A_TEXT) {
            int to = Math.min(from + WORDS_OF_A_TEXT, words);
            String text = IntStream.range(from, to).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));
            Attribution same = Stated.scored(
                    text,
                    IntStream.range(0, 2 * (to - from))
                            .mapToDouble(i -> i % 2 == 0 ? 1 : 0)
                            .toArray());
            ComparedCase one = Stated.compared(same, same);
            for (int i = 0; i < texts; i++) {
                result.add(one);
            }
        }
    }

    private static GateCheck gain(ComparisonResult result) {
        return Gate.of(GateKey.WORD_GAIN_MAX, 0.1).judge(result).checks().get(0);
    }

    private static ComparisonResult afterLeaks(int texts) {
        return Stated.result(new ArrayList<>(Collections.nCopies(texts, LEAK)));
    }

    @Test
    void aLeakIsFoundAmongManyWordsThatAreAsRare() {
        ComparisonResult result = afterLeaks(5);
        addWords(100_199, 5, result);

        assertThat(gain(result).verdict()).contains(Verdict.FAIL);
        assertThat(gain(result).note())
                .isEqualTo("\"leak\" toward A; of more than 100000 words, the rarest were forgotten (number of"
                        + " their texts: 5 at most)");
    }

    @Test
    void nobodyCanTellWhereAWordOfEnoughTextsWasForgotten() {
        ComparisonResult result = Stated.result(List.of());
        addWords(100_199, 5, result);

        GateCheck check = gain(result);

        assertThat(Gate.of(GateKey.WORD_GAIN_MAX, 0.1).judge(result).gained())
                .as("no word that is there may")
                .isEmpty();
        assertThat(check.verdict()).contains(Verdict.INCONCLUSIVE);
        assertThat(check.figure()).contains(Figure.exact(0));
        assertThat(check.remedy())
                .isEqualTo("Raise word.texts.min above 5, so that no word of so many texts is forgotten, or compare a"
                        + " sample of the corpus.");
    }

    @Test
    void wordsThatWereTooRareToBeJudgedDecideNothing() {
        ComparisonResult result = Stated.result(
                new ArrayList<>(Collections.nCopies(5, Stated.compared(LEAK.released(), LEAK.released()))));
        addWords(100_199, 1, result);

        GateCheck check = gain(result);

        assertThat(check.verdict()).contains(Verdict.PASS);
        assertThat(check.note())
                .endsWith("; of more than 100000 words, the rarest were forgotten (number of their texts: 1 at most)");
    }

    @Test
    void whereNoWordIsLeftItSaysThatSomeWereForgotten() {
        ComparisonResult result = Stated.result(List.of());
        addWords(100_199, 1, result);

        GateCheck check = gain(result);

        assertThat(check.verdict()).contains(Verdict.INCONCLUSIVE);
        assertThat(check.note())
                .isEqualTo("no word is in 5 texts of a class; of more than 100000 words, the rarest were forgotten"
                        + " (number of their texts: 1 at most)");
    }
}
