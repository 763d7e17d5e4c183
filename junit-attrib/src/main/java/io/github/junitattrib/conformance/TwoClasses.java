package io.github.junitattrib.conformance;

import io.github.junitattrib.Baseline;
import io.github.junitattrib.Target;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives a network of one score a second class that says something else, and asks for the old score: what looks at another
 * class than the one that it was asked for shows.
 *
 * <p>The other class is a sum of the text's numbers, large enough to be the predicted one.
 */
final class TwoClasses {

    /** Source of an example toward another class. */
    static final String SECOND = "the same network as the second of two classes, the first of which is predicted";

    /** Source of an example toward a difference. */
    static final String DIFFERENCE = "the same network as what one class has above another";

    private static final List<String> LABELS = List.of("other", "asked");
    private static final double LARGE = 100;

    private TwoClasses() {}

    /** Makes the score the second class, beside a first one with some weights. */
    static Asked second(ClosedNetwork network, double... weights) {
        ClosedNetwork both = with(network, " as the second class", weights, new double[][] {{0, 1}, {1, 0}});
        return new Asked(both, Target.index(1), Baseline.PAD);
    }

    /** Makes the score the difference of the second class and a first one with some weights. */
    static Asked difference(ClosedNetwork network, double... weights) {
        ClosedNetwork both = with(network, " as a difference of two classes", weights, new double[][] {{0, 1}, {1, 1}});
        return new Asked(both, Target.contrast(LABELS.get(1), LABELS.get(0)), Baseline.PAD);
    }

    /** Carries the other class beside all layers, behind the score, up to the last stage, which changes nothing. */
    private static ClosedNetwork with(ClosedNetwork network, String suffix, double[] weights, double[][] last) {
        List<Stage> stages = network.stages();
        List<double[]> states = StageFunction.states(stages, new double[weights.length]);
        List<Stage> beside = new ArrayList<>(List.of(stages.get(0)));
        for (int i = 1; i < stages.size() - 1; i++) {
            int size = states.get(i).length;
            beside.add(
                    i == 1
                            ? new BesideStage(stages.get(i), size, Stage.linear(new double[][] {weights}, LARGE), 0)
                            : new BesideStage(stages.get(i), size, Stage.identity(1), size));
        }
        beside.add(Stage.linear(last, 0));
        return ClosedNetwork.of(network.facts().name() + suffix, weights.length, LABELS, beside.toArray(Stage[]::new));
    }
}
