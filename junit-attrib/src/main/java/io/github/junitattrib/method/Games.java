package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.model.DifferentiableClassifier;
import io.github.junitattrib.model.TextClassifier;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A method that perturbs texts, on one text or on several, whose changed texts the model is then asked about together.
 *
 * @param method name for the refusal of a model that lacks what the removal needs
 * @param perturbation what is taken away, and how
 * @param limit largest number of evaluations for one text
 * @param planner says what the method asks about a text
 */
record Games(String method, Perturbation perturbation, int limit, Function<PerturbedText, GamePlan> planner) {

    /** Explains one text. */
    Attribution of(TextClassifier model, Question question) {
        return planner.apply(PerturbedText.of(model, question, perturbation, method, limit))
                .attribution()
                .get();
    }

    /** Explains several, in their order. */
    List<Attribution> of(TextClassifier model, List<Question> questions) {
        if (PerturbedText.isOfRows(model, perturbation)) {
            DifferentiableClassifier rows = Rungs.differentiable(model, PerturbedText.ofRows(method));
            return new EqualLengths(rows, questions)
                    .explain(texts -> together(
                            model, texts.stream().map(text -> PerturbedText.ofRows(text, perturbation, limit))));
        }
        Predictions predictions = Predictions.of(model, questions);
        return together(
                model,
                IntStream.range(0, questions.size())
                        .mapToObj(i -> PlacedErrors.named(
                                questions,
                                i,
                                () -> PerturbedText.ofTexts(
                                        model,
                                        questions.get(i),
                                        () -> predictions.of(i),
                                        perturbation,
                                        method,
                                        limit))));
    }

    private List<Attribution> together(TextClassifier model, Stream<PerturbedText> texts) {
        List<Attribution> attributions = new ArrayList<>();
        List<GamePlan> some = new ArrayList<>();
        int size = 0;
        for (PerturbedText text : (Iterable<PerturbedText>) texts::iterator) {
            GamePlan plan = planner.apply(text);
            int batch = text.game().batchSize();
            if (size + plan.size() > batch) {
                attributions.addAll(played(model, some));
                some.clear();
                size = 0;
            }
            if (plan.size() > batch) {
                // It fills batches of its own.
                attributions.add(plan.attribution().get());
                continue;
            }
            some.add(plan);
            size += plan.size();
        }
        attributions.addAll(played(model, some));
        return attributions;
    }

    /** Asks about what is known ahead of all, then plays them one after the other. */
    private static List<Attribution> played(TextClassifier model, List<GamePlan> plans) {
        Inquiry inquiry = new Inquiry(model);
        List<Runnable> answers = plans.stream()
                .map(plan -> plan.text().game().ask(inquiry, plan.ahead()))
                .toList();
        inquiry.answer();
        answers.forEach(Runnable::run);
        return plans.stream().map(plan -> plan.attribution().get()).toList();
    }
}
