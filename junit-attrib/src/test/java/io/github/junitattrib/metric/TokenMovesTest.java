package io.github.junitattrib.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import org.hipparchus.random.Well19937c;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random shares by which tokens move. */
class TokenMovesTest {

    private static final int MANY = 10_000;

    private static double[] drawn(TokenMoves moves) {
        DoubleSupplier shares = moves.drawn(new Well19937c(1));
        return DoubleStream.generate(shares).limit(MANY).toArray();
    }

    @Test
    void tokensAreTakenAwayWithTheProbabilityThatIsNamed() {
        double[] shares = drawn(TokenMoves.removed(0.2));

        assertThat(shares).containsOnly(0, 1);
        // Four standard errors of a mean of zeros and ones.
        assertThat(DoubleStream.of(shares).average().orElseThrow())
                .isCloseTo(0.2, within(4 * Math.sqrt(0.2 * 0.8 / MANY)));
    }

    @Test
    void normalSharesHaveTheDeviationThatIsNamed() {
        double[] shares = drawn(TokenMoves.normal(0.3));
        double squares = DoubleStream.of(shares).map(share -> share * share).sum();

        // The deviation of s² is σ²·√(2/n).
        assertThat(squares / MANY).isCloseTo(0.09, within(4 * 0.09 * Math.sqrt(2.0 / MANY)));
        assertThat(DoubleStream.of(shares).average().orElseThrow()).isCloseTo(0, within(4 * 0.3 / Math.sqrt(MANY)));
    }

    @Test
    void movesSayWhatTheyAre() {
        assertThat(TokenMoves.removed(0.2)).hasToString("removed with probability 0.2");
        assertThat(TokenMoves.normal(0.3)).hasToString("normal with deviation 0.3");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.1, Double.NaN})
    void nothingAndEverythingAreNoProbabilityOfAMove(double probability) {
        assertThatThrownBy(() -> TokenMoves.removed(probability))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("but the amount is " + probability + ".");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, Double.NaN, Double.POSITIVE_INFINITY})
    void aDeviationIsAFiniteNumberAboveZero(double deviation) {
        assertThatThrownBy(() -> TokenMoves.normal(deviation)).isInstanceOf(IllegalArgumentException.class);
    }
}
