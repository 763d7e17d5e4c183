package io.github.junitattrib.junit;

import io.github.junitattrib.gate.ModelComparison;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Lines that say how far a long corpus is: none in the first seconds, and then one every few seconds; other
 * times, or none, by {@code attrib.progress}.
 */
public final class Progress {

    private static final double SECOND = 1e9;

    private final String corpus;
    private final Optional<Duration> every;
    private final LongSupplier clock;
    private final Consumer<String> lines;
    private final long begin;
    private long said;

    /** Says nothing without a time between two lines. */
    Progress(String corpus, Optional<Duration> every, LongSupplier clock, Consumer<String> lines) {
        this.corpus = corpus;
        this.every = every;
        this.clock = clock;
        this.lines = lines;
        this.begin = clock.getAsLong();
        this.said = begin;
    }

    /**
     * Begins to watch a corpus.
     *
     * @param corpus what lines call it
     * @return to be told of what is done
     */
    public static Progress of(String corpus) {
        return of(
                corpus,
                TestScope.current()
                        .map(scope -> scope.models().session().properties().progress())
                        // Other test engines have system properties alone.
                        .orElseGet(() -> ProgressTime.of(Optional.ofNullable(System.getProperty("attrib.progress")))));
    }

    /** Parameters are resolved before a test is there to be asked. */
    static Progress of(String corpus, Optional<Duration> every) {
        return new Progress(corpus, every, System::nanoTime, Console::say);
    }

    /**
     * Begins to watch a comparison.
     *
     * @param comparison what is to be compared
     * @return to be handed to {@link ModelComparison#result(BiConsumer)}
     */
    public static BiConsumer<Double, Long> of(ModelComparison comparison) {
        Progress progress = of(comparison.toString());
        return (fraction, done) -> progress.at(done, fraction);
    }

    /**
     * Says how far it is, unless that was said a moment ago.
     *
     * @param texts how many texts are done
     * @param fraction how much of the corpus they are, from 0 to 1; NaN if that is not known
     */
    public void at(long texts, double fraction) {
        long now = clock.getAsLong();
        if (every.filter(time -> now - said >= time.toNanos()).isEmpty()) {
            return;
        }
        said = now;
        double seconds = (now - begin) / SECOND;
        String rate = String.format(Locale.ROOT, "%s: %d texts, %.1f per second", corpus, texts, texts / seconds);
        lines.accept(fraction > 0 && fraction <= 1 ? rate + left(fraction, seconds) : rate);
    }

    private static String left(double fraction, double seconds) {
        long left = Math.round(seconds * (1 - fraction) / fraction);
        return String.format(
                Locale.ROOT,
                ", %.0f %% done, about %d:%02d:%02d left",
                100 * fraction,
                left / 3600,
                left / 60 % 60,
                left % 60);
    }
}
