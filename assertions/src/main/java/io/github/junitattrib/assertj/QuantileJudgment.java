package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.error.ShouldHaveQuantile.print;
import static io.github.junitattrib.assertj.error.ShouldHaveQuantile.shouldHaveQuantile;
import static io.github.junitattrib.assertj.error.ShouldHaveQuantile.unclearQuantile;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.assertj.CaseNumber.Range;
import io.github.junitattrib.assertj.error.CaseResult.Kind;
import io.github.junitattrib.assertj.error.ShouldHaveQuantile.Case;
import io.github.junitattrib.assertj.error.ShouldHaveQuantile.Wanted;
import io.github.junitattrib.corpus.CorpusCase;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.report.CorpusRecord.Bin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * Whether a quantile of a number is below or above a limit: the ⌈qn⌉-th smallest of n numbers, and the same of the ends that
 * the numbers may have.
 */
record QuantileJudgment(Wanted wanted, CaseNumber number) {

    private static final int LISTED = 5;

    QuantileJudgment {
        if (!(wanted.quantile() > 0 && wanted.quantile() <= 1)) {
            throw new IllegalArgumentException("A quantile lies above 0 and up to 1, but " + wanted.quantile()
                    + " was asked for. Give such as 0.95.");
        }
        if (!Double.isFinite(wanted.limit())) {
            throw new IllegalArgumentException(
                    "The limit of a quantile must be a finite number, but is " + wanted.limit() + ".");
        }
    }

    /** Begins to judge: three numbers of each text are kept, and the worst texts. */
    Tally tally() {
        return new Numbers();
    }

    /** The numbers so far, and the texts that a message would show. */
    private final class Numbers implements Tally {

        private final DoubleStream.Builder lows = DoubleStream.builder();
        private final DoubleStream.Builder values = DoubleStream.builder();
        private final DoubleStream.Builder highs = DoubleStream.builder();
        private final Comparator<Shown> worstFirst = byValue();
        private final List<Shown> worst = new ArrayList<>();
        private final List<Shown> uncertain = new ArrayList<>();
        private final Slices slices = new Slices();
        private long count;
        private long unknown;

        @Override
        public void add(AttributionRequest request, Attribution attribution, Optional<CorpusCase> noted) {
            Range range = number.range().apply(attribution);
            lows.add(range.low());
            values.add(range.value());
            highs.add(range.high());
            count++;
            Kind kind = kind(range.low(), range.high());
            slices.add(kind, attribution, noted);
            boolean isUncertain = kind == Kind.INCONCLUSIVE;
            unknown += isUncertain ? 1 : 0;
            Shown shown = new Shown(new Case(attribution, range.value()), isUncertain);
            insert(worst, shown, worstFirst);
            insert(
                    uncertain,
                    shown,
                    Comparator.comparing((Shown one) -> !one.uncertain()).thenComparing(worstFirst));
        }

        @Override
        public Outcome outcome() {
            double[] least = lows.build().toArray();
            double[] found = values.build().toArray();
            double[] most = highs.build().toArray();
            List<Bin> histogram = new Histogram(found, i -> kind(least[i], most[i]), wanted.limit()).bins();
            return outcome(quantile(least), quantile(found), quantile(most))
                    .over(slices.record(
                            wanted.number(),
                            histogram,
                            worst.stream()
                                    .map(Shown::one)
                                    .map(one -> Slices.worst(one.attribution().text(), print(one.value())))
                                    .toList()));
        }

        private Outcome outcome(double low, double value, double high) {
            boolean holds = wanted.below() ? high < wanted.limit() : low > wanted.limit();
            boolean mayHold = wanted.below() ? low < wanted.limit() : high > wanted.limit();
            if (holds) {
                return Outcome.pass(List.of());
            }
            List<Case> shown =
                    (mayHold ? uncertain : worst).stream().map(Shown::one).toList();
            Outcome outcome = mayHold
                    ? Outcome.inconclusive(unclearQuantile(wanted, unknown, count, shown), List.of())
                    : Outcome.fail(
                            shouldHaveQuantile(wanted, value, wanted.below() ? low : high, count, shown), List.of());
            return outcome.shownBy(shown.get(0).attribution());
        }

        private double quantile(double[] numbers) {
            double[] sorted = DoubleStream.of(numbers).sorted().toArray();
            // The product of 0.95 and 20 is a little more than 19 in floating point, and must not become 20.
            int place = (int) Math.ceil(wanted.quantile() * sorted.length - 1e-9);
            return sorted[Math.max(0, place - 1)];
        }

        private Comparator<Shown> byValue() {
            Comparator<Shown> byValue =
                    Comparator.comparingDouble(shown -> shown.one().value());
            return wanted.below() ? byValue.reversed() : byValue;
        }
    }

    /** Whether one text meets the limit alone; nobody can tell where its number may lie on both sides. */
    private Kind kind(double low, double high) {
        if (wanted.below() ? high < wanted.limit() : low > wanted.limit()) {
            return Kind.PASS;
        }
        return (wanted.below() ? low < wanted.limit() : high > wanted.limit()) ? Kind.INCONCLUSIVE : Kind.FAIL;
    }

    private record Shown(Case one, boolean uncertain) {}

    /** Keeps the first few in order; of equal ones those that came first. */
    private static void insert(List<Shown> kept, Shown fresh, Comparator<Shown> order) {
        int place = kept.size();
        while (place > 0 && order.compare(fresh, kept.get(place - 1)) < 0) {
            place--;
        }
        if (place < LISTED) {
            kept.add(place, fresh);
            if (kept.size() > LISTED) {
                kept.remove(LISTED);
            }
        }
    }
}
