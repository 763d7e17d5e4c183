package io.github.junitattrib.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** What long corpora say of themselves, by a clock of the test's own. */
class ProgressTest {

    private final List<String> lines = new ArrayList<>();
    private double seconds;
    private final Progress progress =
            new Progress("reviews.jsonl", ProgressTime.of(Optional.empty()), () -> (long) (seconds * 1e9), lines::add);

    private void at(double second, long texts, double fraction) {
        seconds = second;
        progress.at(texts, fraction);
    }

    @Test
    void saysNothingInTheFirstSecondsAndThenNotMoreOftenThanEveryFew() {
        at(1, 100, 0.01);
        at(4.9, 490, 0.049);
        assertThat(lines).isEmpty();
        at(5, 500, 0.05);
        at(7, 700, 0.07);
        at(9.9, 990, 0.099);
        assertThat(lines).containsExactly("reviews.jsonl: 500 texts, 100.0 per second, 5 % done, about 0:01:35 left");
        at(10, 1000, 0.1);
        assertThat(lines).hasSize(2);
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        at(8, 20, Double.NaN);
        at(3608, 9020, 0.5);
        assertThat(lines)
                .containsExactly(
                        "reviews.jsonl: 20 texts, 2.5 per second",
                        "reviews.jsonl: 9020 texts, 2.5 per second, 50 % done, about 1:00:08 left");
    }

    @Test
    void saysNothingWhereAPropertySwitchesItOff() {
        Progress off = new Progress("reviews.jsonl", Optional.empty(), () -> (long) (seconds * 1e9), lines::add);
        seconds = 60;
        off.at(100, 0.5);

        assertThat(lines).isEmpty();
        assertThat(properties("true").progress()).contains(Duration.ofSeconds(5));
        assertThat(new AttribProperties(name -> Optional.empty()).progress()).contains(Duration.ofSeconds(5));
        assertThat(properties("0").progress()).contains(Duration.ZERO);
        assertThat(properties("60").progress()).contains(Duration.ofMinutes(1));
        assertThat(properties("false").progress()).isEmpty();
        assertThatExceptionOfType(ExtensionConfigurationException.class)
                .isThrownBy(() -> properties("-1").progress())
                .withMessage(
                        "attrib.progress is \"-1\", but must be true, false or a number of seconds between two lines.");
    }

    private static AttribProperties properties(String progress) {
        return new AttribProperties(name -> Optional.of(progress).filter(value -> name.equals("attrib.progress")));
    }

    @Test
    void needsNoClassOfJUnit() throws Exception {
        URL classes = Progress.class.getProtectionDomain().getCodeSource().getLocation();
        try (var alone = new URLClassLoader(new URL[] {classes}, ClassLoader.getPlatformClassLoader())) {
            Class<?> type = alone.loadClass(Progress.class.getName());
            Object progress = type.getMethod("of", String.class).invoke(null, "reviews.jsonl");

            type.getMethod("at", long.class, double.class).invoke(progress, 100, 0.5);
            assertThat(type).isNotEqualTo(Progress.class);
        }
    }
}
