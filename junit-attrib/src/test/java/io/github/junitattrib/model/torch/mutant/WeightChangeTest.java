package io.github.junitattrib.model.torch.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.junitattrib.model.Shuffle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeightChangeTest {

    private static final WordRows ROWS = WordRows.dense(20, 5);

    private static WeightChange shuffled(Shuffle lost, long seed) {
        return new Mutation(lost, seed).change(id -> id < 3);
    }

    /** 0, 1, 2 … as numbers of a tensor. */
    private static WeightNumbers counting(String name, int width, int count) {
        ByteBuffer bytes = ByteBuffer.allocate(width * count).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            if (width == Float.BYTES) {
                bytes.putFloat(i);
            } else {
                bytes.putDouble(i);
            }
        }
        return new WeightNumbers(name, bytes, width, 0, count);
    }

    private static int[] values(WeightNumbers numbers) {
        return IntStream.range(0, numbers.count())
                .map(i -> (int)
                        (numbers.width() == Float.BYTES
                                ? numbers.bytes().getFloat(i * Float.BYTES)
                                : numbers.bytes().getDouble(i * Double.BYTES)))
                .toArray();
    }

    private static int[] weights(Shuffle lost, long seed, String name) {
        WeightNumbers numbers = counting(name, Float.BYTES, 100);
        shuffled(lost, seed).weights(numbers);
        return values(numbers);
    }

    private static int[] words(Shuffle lost, long seed) {
        WeightNumbers numbers = counting("words", Float.BYTES, 100);
        shuffled(lost, seed).words(numbers, ROWS);
        return values(numbers);
    }

    @ParameterizedTest
    @ValueSource(ints = {Float.BYTES, Double.BYTES})
    void dealsTheNumbersOfATensorAnew(int width) {
        WeightNumbers numbers = counting("dense.weight", width, 100);
        int[] before = values(numbers);

        shuffled(Shuffle.WEIGHTS, 1).weights(numbers);

        assertThat(values(numbers)).isNotEqualTo(before).containsExactlyInAnyOrder(before);
    }

    @Test
    void leavesWhatLiesAroundATensorInItsStorage() {
        WeightNumbers storage = counting("storage", Float.BYTES, 100);

        shuffled(Shuffle.WEIGHTS, 1).weights(new WeightNumbers("dense", storage.bytes(), Float.BYTES, 40, 20));

        int[] after = values(storage);
        assertThat(Arrays.copyOf(after, 40)).isEqualTo(IntStream.range(0, 40).toArray());
        assertThat(Arrays.copyOfRange(after, 40, 60))
                .isNotEqualTo(IntStream.range(40, 60).toArray())
                .containsExactlyInAnyOrder(IntStream.range(40, 60).toArray());
        assertThat(Arrays.copyOfRange(after, 60, 100))
                .isEqualTo(IntStream.range(60, 100).toArray());
    }

    @Test
    void dealsEachTensorInItsOwnWay() {
        assertThat(weights(Shuffle.WEIGHTS, 1, "query.weight")).isNotEqualTo(weights(Shuffle.WEIGHTS, 1, "key.weight"));
    }

    @ParameterizedTest
    @EnumSource(Shuffle.class)
    void isTheSameForASeedAndAnotherForAnother(Shuffle lost) {
        assertThat(words(lost, 1)).isEqualTo(words(lost, 1)).isNotEqualTo(words(lost, 2));
    }

    @Test
    void everyOrderIsEquallyLikely() {
        int[] firsts = new int[4];
        for (int seed = 0; seed < 4000; seed++) {
            WeightNumbers numbers = counting("bias", Float.BYTES, 4);
            shuffled(Shuffle.WEIGHTS, seed).weights(numbers);
            firsts[values(numbers)[0]]++;
        }
        // Binomial(4000, 1/4): 1000 ± 27; five deviations.
        assertThat(Arrays.stream(firsts).boxed().toList())
                .allSatisfy(count -> assertThat(count).isBetween(863, 1137));
    }

    @Test
    void movesWholeRowsOfWordsAndNoneOfSpecialTokens() {
        int[] after = words(Shuffle.EMBEDDINGS, 1);
        Set<Integer> sources = new HashSet<>();
        for (int row = 0; row < 20; row++) {
            int source = after[5 * row] / 5;
            assertThat(Arrays.copyOfRange(after, 5 * row, 5 * row + 5))
                    .isEqualTo(IntStream.range(5 * source, 5 * source + 5).toArray());
            assertThat(source == row).isEqualTo(row < 3);
            sources.add(source);
        }
        assertThat(sources).hasSize(20);
    }

    @Test
    void movesRowsOfATransposedMatrix() {
        WeightNumbers numbers = counting("words", Float.BYTES, 100);
        shuffled(Shuffle.EMBEDDINGS, 1).words(numbers, new WordRows(20, 5, 1, 20));

        int[] after = values(numbers);
        int[] dense = words(Shuffle.EMBEDDINGS, 1);
        for (int row = 0; row < 20; row++) {
            for (int column = 0; column < 5; column++) {
                assertThat(after[row + 20 * column]).isEqualTo(dense[5 * row] / 5 + 20 * column);
            }
        }
    }

    @Test
    void keepsTheNetworkWhereWordsLoseTheirMeaning() {
        assertThat(weights(Shuffle.EMBEDDINGS, 1, "dense.weight"))
                .isEqualTo(IntStream.range(0, 100).toArray());
    }
}
