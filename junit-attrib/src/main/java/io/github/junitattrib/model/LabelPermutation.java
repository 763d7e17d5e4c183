package io.github.junitattrib.model;

import io.github.junitattrib.Prediction;
import io.github.junitattrib.TargetScore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A permutation of a classifier's outputs: a mutant that says one class where the model says another.
 *
 * @param sources for each output of the mutant the output of the model that it takes [C]
 */
public record LabelPermutation(List<Integer> sources) {

    /** More tries find no further order where there are few classes. */
    private static final int TRIES = 20;

    /**
     * Copies the order.
     *
     * @param sources for each output of the mutant the output of the model that it takes [C]
     * @throws IllegalArgumentException if it is no permutation of 0 … C − 1
     */
    public LabelPermutation {
        sources = List.copyOf(sources);
        if (!Set.copyOf(sources)
                .equals(Set.copyOf(IntStream.range(0, sources.size()).boxed().toList()))) {
            throw new IllegalArgumentException(sources + " is no permutation. Name each output once, from 0.");
        }
    }

    /**
     * Draws permutations that leave no output in its place, no two of them equal.
     *
     * @param classes number C of outputs
     * @param most how many are wanted
     * @param seed of the draws
     * @return as many as were found: none for one class, one for two, at most two for three
     */
    public static List<LabelPermutation> draw(int classes, int most, long seed) {
        Random random = new Random(seed);
        Set<LabelPermutation> found = new LinkedHashSet<>();
        for (int tries = TRIES * most; classes > 1 && found.size() < most && tries > 0; tries--) {
            found.add(cycle(classes, random));
        }
        return List.copyOf(found);
    }

    /** Sattolo's algorithm: one cycle through all. */
    private static LabelPermutation cycle(int classes, Random random) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, classes).boxed().toList());
        for (int i = classes - 1; i > 0; i--) {
            Collections.swap(order, i, random.nextInt(i));
        }
        return new LabelPermutation(order);
    }

    /**
     * Makes the mutant of a model.
     *
     * @param model stays the caller's: the mutant uses it, and does not close it
     * @return a view of the model, of its rung
     * @throws IllegalArgumentException if the model has another number of classes
     */
    public TextClassifier of(TextClassifier model) {
        if (model.labels().size() != sources.size()) {
            throw new IllegalArgumentException("Model " + model.facts().name() + " has the classes " + model.labels()
                    + ", but the permutation is of " + sources.size() + ". Draw one for this model.");
        }
        if (model instanceof InspectableClassifier inspectable) {
            return new PermutedInspectable(inspectable, this);
        }
        return model instanceof DifferentiableClassifier differentiable
                ? new PermutedDifferentiable(differentiable, this)
                : new PermutedClassifier(model, this);
    }

    Prediction of(Prediction prediction) {
        List<Double> probabilities = prediction.probabilities();
        return new Prediction(
                prediction.kind(),
                prediction.labels(),
                moved(prediction.scores()),
                probabilities.isEmpty() ? probabilities : moved(probabilities));
    }

    private List<Double> moved(List<Double> numbers) {
        return sources.stream().map(numbers::get).toList();
    }

    double[] of(double[] scores) {
        return sources.stream().mapToDouble(source -> scores[source]).toArray();
    }

    double[][] of(double[][] scores) {
        double[][] moved = new double[scores.length][];
        for (int i = 0; i < scores.length; i++) {
            moved[i] = of(scores[i]);
        }
        return moved;
    }

    ScoreGradients of(ScoreGradients result) {
        return new ScoreGradients(of(result.scores()), result.gradients());
    }

    ScoreFunction of(ScoreFunction function) {
        return new PermutedFunction(function, this);
    }

    /** Finds the model's number that is the mutant's: hidden units are the same for both. */
    TargetScore sourceOf(TargetScore target) {
        if (target instanceof TargetScore.OfClass one) {
            return new TargetScore.OfClass(sources.get(one.index()), one.label());
        }
        if (target instanceof TargetScore.Difference two) {
            return new TargetScore.Difference(sources.get(two.index()), sources.get(two.other()), two.label());
        }
        if (target instanceof TargetScore.OfProbability one) {
            return new TargetScore.OfProbability(one.kind(), sources.get(one.index()), one.label());
        }
        return target;
    }
}
