package io.github.junitattrib.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.junitattrib.InvalidTextException;
import io.github.junitattrib.conformance.ClosedForms;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Coalitions are asked about once, in batches, and not more often than allowed. */
class GameTest {

    private final List<String> asked = new ArrayList<>();

    /** v(S) = 1 − the number of players. */
    private Game game(int batchSize, int limit) {
        return new Game(3, ClosedForms.saturating(), batchSize, limit, (inquiry, coalitions) -> {
            asked.add(coalitions.toString());
            return () -> coalitions.stream()
                    .mapToDouble(one -> 1 - one.cardinality())
                    .toArray();
        });
    }

    private static BitSet of(int mask) {
        return BitSet.valueOf(new long[] {mask});
    }

    @Test
    void batchesAreFilledInTheOrderOfTheQuestions() {
        Game game = game(2, 8);

        assertThat(game.values(List.of(of(7), of(0), of(7), of(1), of(3), of(5))))
                .containsExactly(-2, 1, -2, 0, -1, -1);
        assertThat(asked).containsExactly("[{0, 1, 2}, {}]", "[{0}, {0, 1}]", "[{0, 2}]");
        assertThat(game.evaluations()).isEqualTo(5);
        assertThat(game.largest()).isEqualTo(2);
    }

    @Test
    void whatIsKnownIsNotAskedAgain() {
        Game game = game(8, 8);
        BitSet changed = of(1);
        game.value(changed);
        changed.set(2);

        assertThat(game.value(of(1))).isZero();
        assertThat(game.value(game.all())).isEqualTo(-2);
        assertThat(asked).containsExactly("[{0}]", "[{0, 1, 2}]");
    }

    @Test
    void asManyAreComputedAsAreAllowed() {
        Game game = game(8, 2);

        assertThat(game.values(List.of(of(0), of(1)))).containsExactly(1, 0);
        assertThat(game.values(List.of(of(1), of(0)))).containsExactly(0, 1);
        assertThatThrownBy(() -> game.value(of(2)))
                .isInstanceOf(InvalidTextException.class)
                .hasMessage(
                        "The text has 3 units, and to explain it needs more than the 2 evaluations that are allowed."
                                + " Allow more, or take coarser units, such as Units.SENTENCES or Units.windows(3).");
    }
}
