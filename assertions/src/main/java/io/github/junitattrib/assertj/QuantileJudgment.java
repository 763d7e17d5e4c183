package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.error.ShouldHaveQuantile.shouldHaveQuantile;
import static io.github.junitattrib.assertj.error.ShouldHaveQuantile.unclearQuantile;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.assertj.CaseNumber.Range;
import io.github.junitattrib.assertj.error.ShouldHaveQuantile.Case;
import io.github.junitattrib.assertj.error.ShouldHaveQuantile.Wanted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Whether a quantile of a number is below or above a limit: the ⌈qn⌉-th smallest of n numbers, and the same of the ends that
 * the numbers may have.
 */
record QuantileJudgment(Wanted wanted, CaseNumber number) {

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

    Outcome judge(List<Attribution> attributions) {
        List<Range> ranges = attributions.stream().map(number.range()).toList();
        double low = quantile(ranges, Range::low);
        double high = quantile(ranges, Range::high);
        boolean holds = wanted.below() ? high < wanted.limit() : low > wanted.limit();
        boolean mayHold = wanted.below() ? low < wanted.limit() : high > wanted.limit();
        if (holds) {
            return Outcome.pass(List.of());
        }
        if (!mayHold) {
            List<Case> worst = worst(attributions, ranges, false);
            return Outcome.fail(shouldHaveQuantile(wanted, quantile(ranges, Range::value), worst), List.of())
                    .shownBy(worst.get(0).attribution());
        }
        List<Case> worst = worst(attributions, ranges, true);
        int unknown =
                (int) ranges.stream().filter(QuantileJudgment::isUncertain).count();
        return Outcome.inconclusive(unclearQuantile(wanted, unknown, worst), List.of())
                .shownBy(worst.get(0).attribution());
    }

    private double quantile(List<Range> ranges, ToDoubleFunction<Range> end) {
        double[] sorted = ranges.stream().mapToDouble(end).sorted().toArray();
        // The product of 0.95 and 20 is a little more than 19 in floating point, and must not become 20.
        int place = (int) Math.ceil(wanted.quantile() * sorted.length - 1e-9);
        return sorted[Math.max(0, place - 1)];
    }

    private List<Case> worst(List<Attribution> attributions, List<Range> ranges, boolean uncertainFirst) {
        Comparator<Integer> byValue =
                Comparator.comparingDouble(i -> ranges.get(i).value());
        Comparator<Integer> worstFirst = wanted.below() ? byValue.reversed() : byValue;
        Comparator<Integer> byCertainty = Comparator.comparing(i -> !(uncertainFirst && isUncertain(ranges.get(i))));
        List<Case> cases = new ArrayList<>();
        IntStream.range(0, ranges.size())
                .boxed()
                .sorted(byCertainty.thenComparing(worstFirst))
                .forEach(i ->
                        cases.add(new Case(attributions.get(i), ranges.get(i).value())));
        return cases;
    }

    private static boolean isUncertain(Range range) {
        return range.low() != range.high();
    }
}
