package io.github.junitattrib.junit;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Lines that say how far a long corpus is: none in the first seconds, and then one every few seconds; off by {@code
 * attrib.progress=false}.
 */
public final class Progress {

    private static final long SECOND = 1_000_000_000L;
    private static final long EVERY = 5 * SECOND;

    private final String corpus;
    private final boolean on;
    private final LongSupplier clock;
    private final Consumer<String> lines;
    private final long begin;
    private long said;

    Progress(String corpus, boolean on, LongSupplier clock, Consumer<String> lines) {
        this.corpus = corpus;
        this.on = on;
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
        boolean on = TestScope.current()
                .map(scope -> scope.models().session().properties().progress())
                // Without JUnit's classes too: other test engines have system properties alone.
                .orElseGet(() -> !"false".equals(System.getProperty("attrib.progress")));
        return new Progress(corpus, on, System::nanoTime, Console::say);
    }

    /**
     * Says how far it is, unless that was said a moment ago.
     *
     * @param texts how many texts are done
     * @param fraction how much of the corpus they are, from 0 to 1; NaN if that is not known
     */
    public void at(long texts, double fraction) {
        long now = clock.getAsLong();
        if (!on || now - said < EVERY) {
            return;
        }
        said = now;
        double seconds = (double) (now - begin) / SECOND;
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
