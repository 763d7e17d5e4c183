package io.github.junitattrib.axiom;

import io.github.junitattrib.InvalidTextException;
import io.github.junitattrib.method.Question;
import io.github.junitattrib.model.TextClassifier;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Compares a function with itself at points that are changed in a way that should change nothing. */
final class Pairs {

    private static final int RANDOM = 32;
    private static final long SEED = 1;

    private Pairs() {}

    /**
     * Compares a model with itself.
     *
     * @throws InvalidTextException if no point can be changed, as the only word of a text that none may take the place of
     */
    static FunctionAgreement compare(
            TextClassifier model, Question question, String asker, Probed probed, UnaryOperator<double[]> change) {
        List<ProbePoint> points = new ArrayList<>();
        List<double[]> shares = new ArrayList<>();
        for (Probe probe : probed.probes(RANDOM, SEED)) {
            double[] changed = change.apply(probe.shares());
            if (probed.allows(changed)) {
                points.add(probe.point());
                shares.add(probe.shares());
                shares.add(changed);
            }
        }
        if (points.isEmpty()) {
            throw new InvalidTextException(asker + " takes words of the text \"" + question.text()
                    + "\" away, but without its one word nothing is left that "
                    + model.facts().name()
                    + " can be asked about. Give a text of several words, or a differentiable model.");
        }
        return FunctionAgreement.ofPairs(points, probed.values(shares), FunctionTolerance.FLOAT32);
    }
}
