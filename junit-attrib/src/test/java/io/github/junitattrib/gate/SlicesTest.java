package io.github.junitattrib.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.corpus.CorpusCase;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Slices of a corpus in which each case may have a tag of its own. */
class SlicesTest {

    private static final String TEXT =
            IntStream.range(0, 30).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));
    private static final Attribution SAME = Stated.scored(
            TEXT,
            IntStream.range(0, 60).mapToDouble(i -> i % 2 == 0 ? 1 + i : 0).toArray());

    private static ComparedCase tagged(String... tags) {
        return ComparedCase.of(
                new CorpusCase(TEXT, Optional.empty(), List.of(), List.of(tags), Optional.empty(), Optional.empty()),
                SAME,
                SAME);
    }

    @Test
    void wordsOfAllSlicesTogetherAreKeptWithinBounds() {
        Slices slices = new Slices();
        CaseShares shares = CaseShares.of(tagged());
        for (int i = 0; i < 4000; i++) {
            add(slices, tagged("often", "tag" + i), shares);
        }

        int ofTags = IntStream.range(0, 4000)
                .map(i -> slices.words("tag" + i, 1).size())
                .sum();
        assertThat(ofTags).isBetween(1, 50_000);
        assertThat(slices.words("often", 4000)).hasSize(30);
        assertThat(slices.toMap()).as("numbers are kept of all").hasSize(4002);
        assertThat(slices.toMap())
                .hasEntrySatisfying("tag0", tag -> assertThat(tag.cases()).isEqualTo(1));
    }

    @Test
    void wordsAreThoseOfTheSlice() {
        Slices slices = new Slices();
        add(slices, tagged("one"), CaseShares.of(tagged()));
        add(slices, tagged("one", "two"), CaseShares.of(tagged()));

        assertThat(slices.words("one", 2))
                .hasSize(30)
                .extracting(WordShare::texts)
                .containsOnly(2L);
        assertThat(slices.words("two", 1))
                .hasSize(30)
                .extracting(WordShare::texts)
                .containsOnly(1L);
        assertThat(slices.words("two", 2)).isEmpty();
        assertThat(slices.words("three", 1)).isEmpty();
    }

    private static void add(Slices slices, ComparedCase one, CaseShares shares) {
        slices.add(one, shares, CaseKind.of(one));
    }
}
