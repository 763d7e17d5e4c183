package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.model.DifferentiableClassifier;
import io.github.junitattrib.model.ScoreGradients;
import io.github.junitattrib.model.TextPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * A gradient method on several texts, whose points go through the model together.
 *
 * <p>Each text decides on its own which points it needs next, as it would alone. Texts of equally many tokens walk side by
 * side.
 *
 * @param model with its gradients
 * @param start begins with one text
 */
record GradientBatches(DifferentiableClassifier model, Function<ExplainedText, TextRun> start) {

    /** Batches whose points are held at a time: several, as texts rarely fill one to the last point. */
    static final int BATCHES = 4;

    /** Explains texts, in their order. */
    List<Attribution> of(List<Question> questions) {
        return new EqualLengths(model, questions).explain(this::together);
    }

    private List<Attribution> together(List<ExplainedText> texts) {
        List<TextRun> runs = texts.stream().map(start).toList();
        walk(
                runs.stream().<PointRun>flatMap(run -> run.parts().stream()).toList(),
                texts.get(0).function().batchSize());
        return runs.stream().map(run -> run.attribution().get()).toList();
    }

    /** Holds no more points at a time than some batches, or those that one run wants. */
    private void walk(List<PointRun> runs, int batchSize) {
        List<PointRun> open = runs;
        while (!open.isEmpty()) {
            List<PointRun> next = new ArrayList<>();
            Asked asked = new Asked();
            for (PointRun run : open) {
                List<TextPoint> wanted = run.wanted();
                if (wanted.isEmpty()) {
                    continue;
                }
                next.add(run);
                if (asked.points.size() + wanted.size() > BATCHES * batchSize) {
                    answer(asked);
                    asked = new Asked();
                }
                asked.add(run, wanted);
            }
            answer(asked);
            open = next;
        }
    }

    /** Runs, and the points that they want next. */
    private static final class Asked {

        private final List<PointRun> runs = new ArrayList<>();
        private final List<Integer> counts = new ArrayList<>();
        private final List<TextPoint> points = new ArrayList<>();

        void add(PointRun run, List<TextPoint> wanted) {
            runs.add(run);
            counts.add(wanted.size());
            points.addAll(wanted);
        }
    }

    private void answer(Asked asked) {
        if (asked.points.isEmpty()) {
            return;
        }
        ScoreGradients result = PointAnswers.gradients(model, asked.points);
        int from = 0;
        for (int i = 0; i < asked.runs.size(); i++) {
            int end = from + asked.counts.get(i);
            asked.runs
                    .get(i)
                    .add(
                            Arrays.copyOfRange(result.scores(), from, end),
                            Arrays.copyOfRange(result.gradients(), from, end));
            from = end;
        }
    }
}
