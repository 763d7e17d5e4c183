package io.github.junitattrib.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.junitattrib.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class WordAssignmentTest {

    /** Three words: [0,3) [4,7) [8,11). */
    private final WordAssignment assignment =
            new WordAssignment(List.of(new Span(0, 3), new Span(4, 7), new Span(8, 11)));

    @Test
    void givesEveryPieceItsWord() {
        assertThat(of(at(0, 2), at(2, 3), at(4, 7), at(8, 11))).containsExactly(0, 0, 1, 2);
    }

    @Test
    void leavesOutTokensWithoutTextAndTextOutsideOfWords() {
        assertThat(of(null, at(0, 3), at(3, 4), at(5, 5), at(4, 7), null)).containsExactly(-1, 0, -1, -1, 1, -1);
    }

    @Test
    void countsOnlyWordsThatHaveAToken() {
        assertThat(of(at(4, 7), at(8, 11))).containsExactly(0, 1);
    }

    @Test
    void makesOneWordOfThoseThatATokenReachesOver() {
        assertThat(of(at(0, 5), at(5, 7), at(8, 11))).containsExactly(0, 0, 1);
        assertThat(of(at(0, 2), at(2, 9), at(9, 11))).containsExactly(0, 0, 0);
        assertThat(of(at(0, 5), at(6, 9), at(9, 11))).containsExactly(0, 0, 0);
    }

    @Test
    void doesNotMindTheOrderOfOverlappingTokens() {
        assertThat(of(at(8, 11), at(5, 9), at(2, 5), at(0, 2))).containsExactly(0, 0, 0, 0);
        assertThat(of(at(4, 7), at(0, 3), at(4, 7))).containsExactly(0, 1, 0);
    }

    private static Span at(int start, int end) {
        return new Span(start, end);
    }

    private List<Integer> of(@org.jspecify.annotations.Nullable Span... tokens) {
        return assignment.of(Arrays.stream(tokens).map(Optional::ofNullable).toList()).stream()
                .map(word -> word.orElse(-1))
                .toList();
    }

    @Test
    void findsNoWordInATextWithoutAny() {
        assertThat(new WordAssignment(List.of()).of(List.of(Optional.of(at(0, 1)))))
                .containsExactly(OptionalInt.empty());
    }
}
