package io.github.junitattrib.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordAlignmentTest {

    @ParameterizedTest
    @CsvSource({
        "a b c, a b c, 0 1 2", // equal
        "it was great, it was awful, 0 1 2", // one word in the place of another
        "it was great, it was not great, 0 1 3", // inserted
        "it was not great, it was great, 0 1 -1 2", // removed
        "they said it was great, it was great they said, -1 -1 0 1 2", // moved: the longer part stays
        "the old man left, the young lady left, 0 1 2 3", // several in place of several
        "a x b, a y z b, 0 -1 3", // unequal numbers have no counterparts
        "a, b, 0",
    })
    void findsTheCounterpartsOfWords(String from, String to, String places) {
        int[] expected =
                List.of(places.split(" ")).stream().mapToInt(Integer::parseInt).toArray();

        assertThat(WordAlignment.of(List.of(from.split(" ")), List.of(to.split(" "))))
                .isEqualTo(expected);
    }

    @Test
    void alignsTheEndsOfTextsThatAreTooLongForATable() {
        List<String> from = Collections.nCopies(3000, "a");
        List<String> to = IntStream.range(0, 3000)
                .mapToObj(i -> i == 1 || i == 2900 ? "b" : i > 1 && i < 2900 ? "c" : "a")
                .toList();

        int[] places = WordAlignment.of(from, to);

        assertThat(places).hasSize(3000).startsWith(0, 1, 2).endsWith(2998, 2999);
    }

    @Test
    void nothingHasNoCounterparts() {
        assertThat(WordAlignment.of(List.of(), List.of("a"))).isEmpty();
        assertThat(WordAlignment.of(List.of("a"), List.of())).containsExactly(-1);
    }
}
