package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;
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
        walk(runs.stream().flatMap(List::stream).toList());
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

    private void walk(List<PathRun> runs) {
        List<PathRun> open = runs;
        while (!open.isEmpty()) {
            List<PathRun> next = new ArrayList<>();
            List<TextPoint> points = new ArrayList<>();
            List<Integer> counts = new ArrayList<>();
            for (PathRun run : open) {
                List<TextPoint> wanted = run.wanted();
                if (!wanted.isEmpty()) {
                    next.add(run);
                    points.addAll(wanted);
                    counts.add(wanted.size());
                }
            }
            if (!points.isEmpty()) {
                answer(next, counts, model.gradients(points));
            }
            open = next;
        }
    }

    private static void answer(List<PathRun> runs, List<Integer> counts, ScoreGradients result) {
        int from = 0;
        for (int i = 0; i < counts.size(); i++) {
            int end = from + counts.get(i);
            runs.get(i)
                    .add(
                            Arrays.copyOfRange(result.scores(), from, end),
                            Arrays.copyOfRange(result.gradients(), from, end));
            from = end;
        }
    }
}
