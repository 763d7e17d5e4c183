package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.EngineException;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.model.DifferentiableClassifier;
import io.github.junitattrib.model.ExplainedInput;
import io.github.junitattrib.model.ScoreGradients;
import io.github.junitattrib.model.TextPoint;
import io.github.junitattrib.text.TokenizedText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Straight paths of several texts, whose points go through the model together.
 *
 * <p>Each path decides on its own which points it needs next, as it would alone. Texts of equally many tokens walk side by
 * side, no more of them than the model takes points at once, so that memory does not grow with the number of texts.
 *
 * @param model with its gradients
 * @param rule how each integral is computed
 * @param method name and options, for reports
 */
record PathBatches(DifferentiableClassifier model, IntegrationRule rule, MethodFacts method) {

    /** Batches whose points are held at a time: several, as paths rarely fill one to the last point. */
    private static final int BATCHES = 4;

    /** Explains texts, in their order. */
    List<Attribution> of(List<Question> questions) {
        List<String> texts = questions.stream().map(Question::text).toList();
        List<Prediction> predictions = TextScores.predictAll(model, texts);
        List<TokenizedText> tokens = texts.stream().map(model::tokenize).toList();
        Map<Integer, List<Integer>> byLength = IntStream.range(0, texts.size())
                .boxed()
                .collect(Collectors.groupingBy(i -> tokens.get(i).size(), TreeMap::new, Collectors.toList()));
        Map<Integer, Attribution> attributions = new HashMap<>();
        for (List<Integer> places : byLength.values()) {
            int size = model.function(tokens.get(places.get(0))).batchSize();
            for (int from = 0; from < places.size(); from += size) {
                List<Integer> some = places.subList(from, Math.min(from + size, places.size()));
                List<Attribution> explained = together(some.stream()
                        .map(i -> ExplainedText.of(model, questions.get(i), tokens.get(i), predictions.get(i)))
                        .toList());
                for (int k = 0; k < some.size(); k++) {
                    attributions.put(some.get(k), explained.get(k));
                }
            }
        }
        return IntStream.range(0, texts.size())
                .mapToObj(i -> Objects.requireNonNull(attributions.get(i)))
                .toList();
    }

    private List<Attribution> together(List<ExplainedText> texts) {
        List<List<ExplainedInput>> inputs =
                texts.stream().map(ExplainedText::inputs).toList();
        List<List<PathRun>> runs = IntStream.range(0, texts.size())
                .mapToObj(i -> inputs.get(i).stream()
                        .map(input -> new PathRun(texts.get(i), input, rule))
                        .toList())
                .toList();
        walk(
                runs.stream().flatMap(List::stream).toList(),
                texts.get(0).function().batchSize());
        return IntStream.range(0, texts.size())
                .mapToObj(i -> {
                    ExplainedText text = texts.get(i);
                    return PathAttribution.of(
                            text,
                            text.target(),
                            runs.get(i).stream().map(PathRun::result).toList(),
                            rule,
                            PathAttribution.facts(method, text.question().baseline(), inputs.get(i)));
                })
                .toList();
    }

    /** Holds no more points at a time than some batches, or those that one path wants. */
    private void walk(List<PathRun> runs, int batchSize) {
        List<PathRun> open = runs;
        while (!open.isEmpty()) {
            List<PathRun> next = new ArrayList<>();
            Asked asked = new Asked();
            for (PathRun run : open) {
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

    /** Paths, and the points that they want next. */
    private static final class Asked {

        private final List<PathRun> runs = new ArrayList<>();
        private final List<Integer> counts = new ArrayList<>();
        private final List<TextPoint> points = new ArrayList<>();

        void add(PathRun run, List<TextPoint> wanted) {
            runs.add(run);
            counts.add(wanted.size());
            points.addAll(wanted);
        }
    }

    private void answer(Asked asked) {
        int size = asked.points.size();
        if (size == 0) {
            return;
        }
        ScoreGradients result = model.gradients(asked.points);
        if (result.scores().length != size || result.gradients().length != size) {
            throw new EngineException("Model " + model.facts().name() + " gives the gradients at "
                    + result.gradients().length + " points, but was asked about " + size
                    + ". Check its gradients(points): one for each, in their order.");
        }
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
