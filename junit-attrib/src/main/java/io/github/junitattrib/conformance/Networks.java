package io.github.junitattrib.conformance;

import static io.github.junitattrib.conformance.Stage.identity;
import static io.github.junitattrib.conformance.Stage.linear;
import static io.github.junitattrib.conformance.Stage.relu;
import static io.github.junitattrib.conformance.Stage.sigmoid;
import static io.github.junitattrib.conformance.Stage.tanh;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The networks on which the kit tries methods.
 *
 * <p>All have the same depth: {@link io.github.junitattrib.model.Layer#EMBEDDING_OUTPUT} is the text's numbers themselves,
 * and the last layer the score, so that methods for layers and neurons can name a place that each of them has.
 */
final class Networks {

    /** Number of the last layer, whose first unit is the score. */
    static final int SCORE_LAYER = 5;

    private Networks() {}

    /** Fills the depth with stages that change nothing. */
    private static ClosedNetwork network(String name, int size, Stage... stages) {
        List<Stage> all = new ArrayList<>();
        while (all.size() + stages.length < SCORE_LAYER + 1) {
            all.add(identity(size));
        }
        all.addAll(Arrays.asList(stages));
        all.add(identity(1));
        return ClosedNetwork.of(name, size, all.toArray(Stage[]::new));
    }

    private static double[] row(double... weights) {
        return weights;
    }

    private static double[][] rows(double[]... rows) {
        return rows;
    }

    static ClosedNetwork saturating() {
        return network("1 − relu(1 − x)", 1, linear(rows(row(-1)), 1), relu(), linear(rows(row(-1)), 1));
    }

    static ClosedNetwork falling() {
        return network("relu(1 − x)", 1, linear(rows(row(-1)), 1), relu(), linear(rows(row(1)), 0));
    }

    static ClosedNetwork fourUnits() {
        double[] all = row(1, 1, 1);
        return network(
                "four units, Σ relu(a + b + c + (−10, 1, 1, 1)) − 1",
                3,
                linear(rows(all, all, all, all), -10, 1, 1, 1),
                relu(),
                linear(rows(row(1, 1, 1, 1)), -1));
    }

    static ClosedNetwork smooth() {
        return network("tanh(a − 2b)", 2, linear(rows(row(1, -2)), 0), tanh(), linear(rows(row(1)), 0));
    }

    /** Every slope differs from text to text, so that what belongs to another text shows. */
    static ClosedNetwork curved() {
        return network(
                "tanh(0.3a − 0.2b + 0.1c)", 3, linear(rows(row(0.3, -0.2, 0.1)), 0), tanh(), linear(rows(row(1)), 0));
    }

    static ClosedNetwork reluFirst() {
        return network(
                "relu(relu(a) − 1 − relu(b))",
                2,
                relu(),
                linear(rows(row(1, -1)), -1),
                relu(),
                linear(rows(row(1)), 0));
    }

    static ClosedNetwork reluLater() {
        return network(
                "relu(relu(a − 1) − relu(b))",
                2,
                linear(rows(row(1, 0), row(0, 1)), -1, 0),
                relu(),
                linear(rows(row(1, -1)), 0),
                relu(),
                linear(rows(row(1)), 0));
    }

    static ClosedNetwork hyperbolic() {
        return network("tanh(a + b)", 2, linear(rows(row(1, 1)), 0), tanh(), linear(rows(row(1)), 0));
    }

    static ClosedNetwork logistic() {
        return network("2σ(2(a + b)) − 1", 2, linear(rows(row(2, 2)), 0), sigmoid(), linear(rows(row(2)), -1));
    }

    static ClosedNetwork ignoring() {
        return network("3 relu(a) + 0 b", 2, linear(rows(row(3, 0)), 0), relu(), linear(rows(row(1)), 0));
    }

    static ClosedNetwork cancelling() {
        return network(
                "relu(a) + relu(b) − relu(b)",
                2,
                linear(rows(row(1, 0), row(0, 1), row(0, 1)), 0),
                relu(),
                linear(rows(row(1, 1, -1)), 0));
    }

    /** Both forms of one function, the second subtracted or added: f(b, c) and g(b' , c) of the numbers named. */
    private static ClosedNetwork bothForms(
            String name, double[] forFirst, double[] forSecond, double sign, double ofA) {
        double[] third = row(0, 0, 1);
        return network(
                name,
                3,
                // Numbers of the first form wait; those of the second are shifted already.
                linear(rows(forFirst, third, forSecond, third, row(1, 0, 0)), 0, 0, -1, 0, 0),
                relu(),
                linear(rows(row(1, -1, 0, 0, 0), row(0, 0, 1, -1, 0), row(0, 0, 0, 0, 1)), -1, 0, 0),
                relu(),
                linear(rows(row(1, sign, ofA)), 0));
    }

    static ClosedNetwork hiddenDummy() {
        return bothForms(
                "a + relu(relu(b) − 1 − relu(c)) − relu(relu(b − 1) − relu(c))", row(0, 1, 0), row(0, 1, 0), -1, 1);
    }

    static ClosedNetwork hiddenSymmetry() {
        return bothForms("relu(relu(a) − 1 − relu(c)) + relu(relu(b − 1) − relu(c))", row(1, 0, 0), row(0, 1, 0), 1, 0);
    }

    private static Stage[] tanhAndSigmoid(double[] forTanh, double[] forSigmoid, double ofA, double sign) {
        int size = forTanh.length;
        double[] first = new double[size];
        first[0] = 1;
        double[] twice = Arrays.stream(forSigmoid).map(w -> 2 * w).toArray();
        // σ(2z) = (1 + tanh z)/2, so that one activation would do; two are the point.
        Stage curves = new BesideStage(new BesideStage(tanh(), 1, sigmoid(), 1), 2, identity(1), 2);
        return new Stage[] {linear(rows(forTanh, twice, first), 0), curves, linear(rows(row(1, 2 * sign, ofA)), -sign)};
    }

    static ClosedNetwork hiddenSmoothDummy() {
        return network("a + tanh(b) − (2σ(2b) − 1)", 2, tanhAndSigmoid(row(0, 1), row(0, 1), 1, -1));
    }

    static ClosedNetwork hiddenSmoothSymmetry() {
        return network("tanh(a) + 2σ(2b) − 1", 2, tanhAndSigmoid(row(1, 0), row(0, 1), 0, 1));
    }

    static ClosedNetwork productLike() {
        return network("relu(a + b − 1)", 2, linear(rows(row(1, 1)), -1), relu(), linear(rows(row(1)), 0));
    }

    static ClosedNetwork bent() {
        return network(
                "relu(a − b) + b", 2, linear(rows(row(1, -1), row(0, 1)), 0), relu(), linear(rows(row(1, 1)), 0));
    }

    /** 2 F − 3 G of the two before. */
    static ClosedNetwork combination() {
        return network(
                "2 relu(a + b − 1) − 3 (relu(a − b) + b)",
                2,
                linear(rows(row(1, 1), row(1, -1), row(0, 1)), -1, 0, 0),
                relu(),
                linear(rows(row(2, -3, -3)), 0));
    }
}
