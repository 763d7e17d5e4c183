package io.github.junitattrib.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Against {@link java.util.Formatter}, digit for digit. */
class DecimalsTest {

    @Test
    void numbersOfAllSizesArePrintedAsFormattersDo() {
        var random = new SplittableRandom(7);
        DoubleStream.generate(() -> (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(-8, 9)))
                .limit(20_000)
                .forEach(DecimalsTest::isAsFormatted);
    }

    @Test
    void ties() {
        DoubleStream.of(0.00005, 0.00015, 0.00025, 0.5, 1.5, 2.5, 0.125, 0.0625, 1.00005, 1e-5, 0.99995)
                .forEach(DecimalsTest::isAsFormatted);
    }

    @Test
    void endsOfTheRangeAndWhatIsNoNumber() {
        DoubleStream.of(
                        0,
                        Double.MIN_VALUE,
                        Double.MAX_VALUE,
                        Double.POSITIVE_INFINITY,
                        Double.NaN,
                        1e15,
                        123456789.125)
                .forEach(DecimalsTest::isAsFormatted);
    }

    private static void isAsFormatted(double number) {
        for (double each : new double[] {number, -number}) {
            for (int decimals = 1; decimals <= 4; decimals++) {
                assertThat(Decimals.plain(each, decimals))
                        .isEqualTo(String.format(Locale.ROOT, "%." + decimals + "f", each));
                assertThat(Decimals.signed(each, decimals))
                        .isEqualTo(String.format(Locale.ROOT, "%+." + decimals + "f", each));
            }
        }
    }
}
