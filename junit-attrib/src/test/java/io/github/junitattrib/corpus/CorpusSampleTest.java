package io.github.junitattrib.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Samples are uniform, depend on the seed alone, and keep the order. */
class CorpusSampleTest {

    private static Corpus numbers(int count) {
        return Corpus.of(
                IntStream.range(0, count).mapToObj(i -> CorpusCase.of("" + i)).toList());
    }

    private static List<Integer> drawn(Corpus corpus) {
        return corpus.toList().stream().map(one -> Integer.parseInt(one.text())).toList();
    }

    @Test
    void theSameSeedDrawsTheSameInTheOrderOfTheCorpus() {
        List<Integer> drawn = drawn(numbers(1000).sample(20, 7));

        assertThat(drawn).hasSize(20).isSorted().doesNotHaveDuplicates();
        assertThat(drawn(numbers(1000).sample(20, 7))).isEqualTo(drawn);
        assertThat(drawn(numbers(1000).sample(20, 8))).isNotEqualTo(drawn);
    }

    @Test
    void fewerCasesAreAllTaken() {
        assertThat(drawn(numbers(3).sample(5, 1))).containsExactly(0, 1, 2);
        assertThat(drawn(numbers(3).sample(3, 1))).containsExactly(0, 1, 2);
    }

    @Test
    void everySubsetIsEquallyLikely() {
        int[] counts = new int[5 * 5];
        int draws = 20_000;
        Set<Integer> pairs = new HashSet<>();
        for (int seed = 0; seed < draws; seed++) {
            List<Integer> two = drawn(numbers(5).sample(2, seed));
            int pair = 5 * two.get(0) + two.get(1);
            counts[pair]++;
            pairs.add(pair);
        }
        // Each of the 10 pairs has 2000 expected draws with a standard deviation of 42.4; four of them are 170.
        assertThat(pairs).hasSize(10);
        assertThat(pairs).allSatisfy(pair -> assertThat(counts[pair]).isCloseTo(2000, within(170)));
    }
}
