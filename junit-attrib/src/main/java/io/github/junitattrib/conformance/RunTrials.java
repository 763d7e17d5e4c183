package io.github.junitattrib.conformance;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Baseline;
import io.github.junitattrib.Target;
import io.github.junitattrib.axiom.Comparison;
import io.github.junitattrib.method.AttributionRequest;
import java.util.ArrayList;
import java.util.List;

/**
 * What a result may depend on: its request, and nothing else.
 *
 * @param questions six about one model, no two alike but the first and the last
 */
record RunTrials(List<Point> questions) {

    /**
     * A question at a point.
     *
     * @param asked model, target and baseline
     * @param x the text's numbers
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Point(Asked asked, double... x) {

        Attribution on(Run run) {
            return run.explain(asked, x);
        }

        AttributionRequest request(Run run) {
            return run.request(asked, x);
        }

        /** Compares two answers to the last bit. */
        List<Comparison> same(String when, Attribution expected, Attribution seen) {
            double[] one = Run.scores(expected);
            double[] other = Run.scores(seen);
            double[] bars = Run.bars(expected);
            double[] otherBars = Run.bars(seen);
            List<Comparison> comparisons = new ArrayList<>();
            comparisons.add(Comparison.same("the number of scores " + when, one.length, other.length));
            for (int i = 0; i < Math.min(one.length, other.length); i++) {
                String what = Trials.score(i, x) + " " + when;
                comparisons.add(Comparison.same(what, one[i], other[i]));
                comparisons.add(Comparison.same("the error bar of " + what, bars[i], otherBars[i]));
            }
            comparisons.add(Comparison.same("F(x) " + when, expected.inputScore(), seen.inputScore()));
            if (expected.claimsCompleteness() || seen.claimsCompleteness()) {
                comparisons.add(Comparison.same("F(x') " + when, expected.baselineScore(), seen.baselineScore()));
            }
            return comparisons;
        }
    }

    /** Asks about a score, a difference of scores, and from another text. */
    static List<Trial> on(ClosedNetwork network) {
        Asked difference = TwoClasses.difference(network, 0.5, 0.25, 0.125);
        Asked score = new Asked(difference.model(), Target.index(1), Baseline.PAD);
        RunTrials trials = new RunTrials(List.of(
                new Point(difference, 1, 2, 3),
                new Point(score, 2, 0.5, 1),
                new Point(difference.from(1, 1, 1), 3, 1, 2),
                new Point(score, 1, 2, 3),
                new Point(difference, 0.25, 4, 2),
                new Point(difference, 1, 2, 3)));
        String place = difference.model().facts().name() + " at six texts, two targets and two baselines";
        return List.of(
                new Trial(Axiom.BATCH_EQUALS_SINGLE, place, "attributeAll is to equal attribute", trials::batch),
                new Trial(Axiom.SEED_DETERMINISM, place, "each question is asked twice", trials::again),
                new Trial(Axiom.THREAD_DETERMINISM, place, ManyThreads.SOURCE, trials::threads));
    }

    private List<Attribution> alone(Run run) {
        return questions.stream().map(question -> question.on(run)).toList();
    }

    private List<Comparison> batch(Run run) {
        List<Attribution> alone = alone(run);
        List<Attribution> together = run.method()
                .attributeAll(
                        questions.get(0).asked().model(),
                        questions.stream()
                                .map(question -> question.request(run).question())
                                .toList());
        List<Comparison> comparisons = new ArrayList<>();
        comparisons.add(Comparison.same("the number of results", alone.size(), together.size()));
        for (int k = 0; k < Math.min(alone.size(), together.size()); k++) {
            double[] one = Run.scores(alone.get(k));
            double[] other = Run.scores(together.get(k));
            for (int i = 0; i < one.length; i++) {
                String what = Trials.score(i, questions.get(k).x()) + " of text " + (k + 1) + " among six";
                // Sums may be taken in another order.
                double scale = Math.max(Trials.largest(one), Double.MIN_NORMAL);
                comparisons.add(Comparison.equal(what, one[i], other[i], 0, scale));
                comparisons.add(Comparison.equal(
                        "the error bar of " + what, Run.bars(alone.get(k))[i], Run.bars(together.get(k))[i], 0, scale));
            }
        }
        return comparisons;
    }

    private List<Comparison> again(Run run) {
        List<Attribution> first = alone(run);
        List<Comparison> comparisons = new ArrayList<>();
        for (int k = 0; k < questions.size(); k++) {
            Point question = questions.get(k);
            comparisons.addAll(question.same("when asked again", first.get(k), question.on(run)));
        }
        return comparisons;
    }

    private List<Comparison> threads(Run run) {
        return new ManyThreads(run, questions, alone(run)).compare();
    }
}
