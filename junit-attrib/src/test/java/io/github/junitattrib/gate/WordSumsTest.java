package io.github.junitattrib.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Words of a corpus without end, of which few are kept. */
class WordSumsTest {

    private static final CaseShares.Change GAIN = new CaseShares.Change(Figure.exact(0), Figure.exact(0.5));

    private static List<String> words(WordSums sums, long texts) {
        return sums.byGain(texts).stream().map(WordShare::word).toList();
    }

    @Test
    void theRarestAreForgotten() {
        WordSums sums = new WordSums(10);
        IntStream.range(0, 3).forEach(i -> sums.add(new WordSums.Key("said", "A"), GAIN));
        IntStream.range(0, 2).forEach(i -> sums.add(new WordSums.Key("told", "A"), GAIN));
        IntStream.range(0, 1000).forEach(i -> sums.add(new WordSums.Key("rare" + i, "A"), GAIN));

        assertThat(words(sums, 2)).containsExactly("said", "told");
        assertThat(sums.byGain(1)).hasSizeLessThanOrEqualTo(10);
        assertThat(sums.byGain(1).size() + sums.forgotten()).isEqualTo(1002);
        assertThat(sums.byGain(3)).containsExactly(new WordShare("said", "A", 3, 0, 0.5, Figure.exact(0.5)));
    }

    @Test
    void nothingIsForgottenWhereAllAreKept() {
        WordSums sums = new WordSums(10);
        IntStream.range(0, 10).forEach(i -> sums.add(new WordSums.Key("word" + i, "A"), GAIN));

        assertThat(sums.byGain(1)).hasSize(10);
        assertThat(sums.forgotten()).isZero();
    }

    @Test
    void aWordThatComesAgainIsCountedAnew() {
        WordSums sums = new WordSums(2);
        sums.add(new WordSums.Key("said", "A"), new CaseShares.Change(Figure.exact(0), Figure.exact(0.1)));
        IntStream.range(0, 5).forEach(i -> sums.add(new WordSums.Key("rare" + i, "A"), GAIN));
        CaseShares.Change most = new CaseShares.Change(Figure.exact(0), Figure.exact(1));
        sums.add(new WordSums.Key("said", "A"), most);

        assertThat(sums.byGain(1)).contains(new WordShare("said", "A", 1, 0, 1, Figure.exact(1)));
    }

    @Test
    void ofWordsAsRareAsEachOtherHalfAreForgotten() {
        WordSums sums = new WordSums(10);
        CaseShares.Change loss = new CaseShares.Change(Figure.exact(1), Figure.exact(0));
        CaseShares.Change nothing = new CaseShares.Change(Figure.exact(0.5), Figure.exact(0.5));
        sums.add(new WordSums.Key("leak", "A"), GAIN);
        sums.add(new WordSums.Key("lost", "A"), loss);
        IntStream.range(0, 9).forEach(i -> sums.add(new WordSums.Key("same" + i, "A"), nothing));

        assertThat(sums.byGain(1)).hasSize(6);
        assertThat(sums.forgotten()).isEqualTo(5);
        assertThat(words(sums, 1))
                .as("those that moved are kept")
                .startsWith("leak")
                .endsWith("lost");
    }

    @Test
    void whatWasForgottenMayHaveBeenInAsManyTextsAsEachTimeTogether() {
        WordSums sums = new WordSums(2);
        assertThat(sums.forgottenTexts()).isZero();
        IntStream.range(0, 4).forEach(i -> sums.add(new WordSums.Key("said", "A"), GAIN));
        IntStream.range(0, 3).forEach(i -> sums.add(new WordSums.Key("told", "A"), GAIN));

        sums.add(new WordSums.Key("once", "A"), GAIN);
        assertThat(sums.forgottenTexts()).isEqualTo(1);
        sums.add(new WordSums.Key("once", "A"), GAIN);
        assertThat(sums.forgottenTexts()).isEqualTo(2);
    }
}
