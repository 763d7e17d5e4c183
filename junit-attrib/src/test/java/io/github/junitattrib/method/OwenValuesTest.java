package io.github.junitattrib.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.junitattrib.conformance.ClosedForms;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What Owen values of a game of four cost, and what is split first where not all can be. */
class OwenValuesTest {

    private static final double[] WORTHS = {0.1, 0.1, 5, 7};
    private static final Part HALVES = Part.of(new int[4], 0, 4);

    private final AtomicInteger batches = new AtomicInteger();

    private OwenValues values(int budget) {
        Game game = new Game(4, ClosedForms.saturating(), 100, budget, (inquiry, coalitions) -> {
            batches.incrementAndGet();
            return () -> coalitions.stream()
                    .mapToDouble(coalition ->
                            coalition.stream().mapToDouble(i -> WORTHS[i]).sum())
                    .toArray();
        });
        return new OwenValues(game, budget).over(HALVES);
    }

    @Test
    void allIsAskedAboutAtOnceWhereTheBudgetAllowsIt() {
        // Two ends, two halves, and in two contexts each two units of either half.
        assertThat(HALVES.cost()).isEqualTo(2 + 2 + 8);

        OwenValues all = values(12);

        assertThat(batches).hasValue(1);
        assertThat(all.scores()).containsExactly(WORTHS, within(1e-12));
        assertThat(all.errors()).containsExactly(0, 0, 0, 0);
    }

    @Test
    void whatAddsMostIsSplitFirst() {
        // Ends and halves, and then {2, 3} alone once: with {0, 1} before them they are not split.
        OwenValues few = values(6);

        assertThat(few.scores()).containsExactly(new double[] {0.1, 0.1, 2.5 + 3, 3.5 + 3}, within(1e-12));
        assertThat(few.errors()).containsExactly(new double[] {0.2, 0.2, 6, 6}, within(1e-12));
    }

    @Test
    void partsEndWithTheSentenceThatIsNearestToTheMiddle() {
        Part whole = Part.of(new int[] {0, 0, 1, 1, 1, 1, 1, 2}, 0, 8);
        Part sentence = whole.halves().get(1).halves().get(0);

        assertThat(whole.halves().get(0).units()).hasToString("{0, 1}");
        assertThat(sentence.units()).hasToString("{2, 3, 4, 5, 6}");
        // No end of a sentence inside: the middle.
        assertThat(sentence.halves().get(0).units()).hasToString("{2, 3}");
    }

    @Test
    void aBudgetForTheEndsAloneSharesEvenly() {
        OwenValues none = values(3);

        assertThat(none.scores()).containsExactly(new double[] {3.05, 3.05, 3.05, 3.05}, within(1e-12));
        assertThat(none.errors()).containsExactly(new double[] {12.2, 12.2, 12.2, 12.2}, within(1e-12));
    }
}
