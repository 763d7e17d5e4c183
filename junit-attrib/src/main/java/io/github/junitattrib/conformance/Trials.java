package io.github.junitattrib.conformance;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.axiom.Comparison;
import io.github.junitattrib.axiom.Completeness;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Writes examples of the axioms: what each asks of the scores. */
final class Trials {

    private Trials() {}

    static Trial complete(String source, Asked asked, double... x) {
        return trial(Axiom.COMPLETENESS, source, asked, x, run -> {
            Attribution attribution = run.explain(asked, x);
            Run.tokens(attribution);
            // What isComplete() compares the sum with.
            return Completeness.compare(attribution, asked.value(x), asked.start(x.length));
        });
    }

    /** x differs from its baseline in the one place alone. */
    static Trial sensitive(String source, Asked asked, int place, double... x) {
        return trial(Axiom.SENSITIVITY, source, asked, x, run -> {
            Attribution attribution = run.explain(asked, x);
            double change = Math.abs(asked.value(x) - asked.start(x.length));
            double scale = Math.max(change, largest(Run.scores(attribution)));
            return List.of(Comparison.notZero(
                    score(place, x), Run.scores(attribution)[place], Run.bars(attribution)[place], scale));
        });
    }

    static Trial dummy(String source, Asked asked, int place, double... x) {
        return trial(Axiom.DUMMY, source, asked, x, run -> {
            Attribution attribution = run.explain(asked, x);
            double[] scores = Run.scores(attribution);
            return List.of(
                    Comparison.equal(score(place, x), 0, scores[place], Run.bars(attribution)[place], largest(scores)));
        });
    }

    static Trial symmetric(String source, Asked asked, int first, int second, double... x) {
        String which = ", numbers " + (first + 1) + " and " + (second + 1);
        return trial(Axiom.SYMMETRY, source, asked, x, which, run -> {
            Attribution attribution = run.explain(asked, x);
            double[] scores = Run.scores(attribution);
            double[] bars = Run.bars(attribution);
            return List.of(Comparison.equal(
                    score(second, x) + ", as that of number " + (first + 1) + ",",
                    scores[first],
                    scores[second],
                    bars[first] + bars[second],
                    largest(scores)));
        });
    }

    /** The last model is 2 F − 3 G. */
    static Trial linear(String source, Asked f, Asked g, Asked both, double... x) {
        return trial(Axiom.LINEARITY, source, both, x, run -> {
            Attribution ofF = run.explain(f, x);
            Attribution ofG = run.explain(g, x);
            Attribution ofBoth = run.explain(both, x);
            double scale = Math.max(
                    Math.max(2 * largest(Run.scores(ofF)), 3 * largest(Run.scores(ofG))), largest(Run.scores(ofBoth)));
            List<Comparison> comparisons = new ArrayList<>();
            for (int i = 0; i < x.length; i++) {
                comparisons.add(Comparison.equal(
                        score(i, x) + ", 2 times that of F minus 3 times that of G,",
                        2 * Run.scores(ofF)[i] - 3 * Run.scores(ofG)[i],
                        Run.scores(ofBoth)[i],
                        2 * Run.bars(ofF)[i] + 3 * Run.bars(ofG)[i] + Run.bars(ofBoth)[i],
                        scale));
            }
            return comparisons;
        });
    }

    static Trial invariant(String source, Asked first, Asked second, double... x) {
        return trial(Axiom.IMPLEMENTATION_INVARIANCE, source, second, x, run -> {
            Attribution one = run.explain(first, x);
            Attribution other = run.explain(second, x);
            double scale = Math.max(largest(Run.scores(one)), largest(Run.scores(other)));
            List<Comparison> comparisons = new ArrayList<>();
            for (int i = 0; i < x.length; i++) {
                comparisons.add(Comparison.equal(
                        score(i, x) + ", as on " + first.model().facts().name() + ",",
                        Run.scores(one)[i],
                        Run.scores(other)[i],
                        Run.bars(one)[i] + Run.bars(other)[i],
                        scale));
            }
            return comparisons;
        });
    }

    private static Trial trial(
            Axiom axiom, String source, Asked asked, double[] x, Function<Run, List<Comparison>> comparisons) {
        return trial(axiom, source, asked, x, "", comparisons);
    }

    private static Trial trial(
            Axiom axiom,
            String source,
            Asked asked,
            double[] x,
            String which,
            Function<Run, List<Comparison>> comparisons) {
        return new Trial(axiom, asked.at(x) + which, source, comparisons);
    }

    static String score(int place, double[] x) {
        return "the score of number " + (place + 1) + " (" + x[place] + ")";
    }

    static double largest(double[] numbers) {
        return Arrays.stream(numbers).map(Math::abs).max().orElse(0);
    }
}
