package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.model.DifferentiableClassifier;
import io.github.junitattrib.text.TokenizedText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Questions to a differentiable model, those about texts of equally many tokens together, which it computes at once.
 *
 * <p>No more of them are together than the model takes points at once, so that memory does not grow with their number.
 *
 * @param model with its gradients
 * @param questions texts, targets and baselines
 */
record EqualLengths(DifferentiableClassifier model, List<Question> questions) {

    /** Explains all, in their order, by a function from texts of one length to their attributions. */
    List<Attribution> explain(Function<List<ExplainedText>, List<Attribution>> together) {
        List<TokenizedText> tokens = IntStream.range(0, questions.size())
                .mapToObj(i -> PlacedErrors.named(
                        questions, i, () -> model.tokenize(questions.get(i).text())))
                .toList();
        Predictions predictions = Predictions.of(model, questions);
        Map<Integer, List<Integer>> byLength = IntStream.range(0, questions.size())
                .boxed()
                .collect(Collectors.groupingBy(i -> tokens.get(i).size(), TreeMap::new, Collectors.toList()));
        Map<Integer, Attribution> attributions = new HashMap<>();
        for (List<Integer> places : byLength.values()) {
            int size = model.function(tokens.get(places.get(0))).batchSize();
            for (int from = 0; from < places.size(); from += size) {
                List<Integer> some = places.subList(from, Math.min(from + size, places.size()));
                List<Attribution> explained = together.apply(some.stream()
                        .map(i -> PlacedErrors.named(questions, i, () -> text(i, tokens.get(i), predictions)))
                        .toList());
                for (int k = 0; k < some.size(); k++) {
                    attributions.put(some.get(k), explained.get(k));
                }
            }
        }
        return IntStream.range(0, questions.size())
                .mapToObj(i -> Objects.requireNonNull(attributions.get(i)))
                .toList();
    }

    private ExplainedText text(int question, TokenizedText tokens, Predictions predictions) {
        return ExplainedText.of(model, questions.get(question), tokens, () -> predictions.of(question));
    }
}
