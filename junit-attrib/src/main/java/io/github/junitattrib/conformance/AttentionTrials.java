package io.github.junitattrib.conformance;

import static io.github.junitattrib.conformance.Asked.single;
import static io.github.junitattrib.conformance.Stage.attention;
import static io.github.junitattrib.conformance.Stage.identity;
import static io.github.junitattrib.conformance.Stage.linear;
import static io.github.junitattrib.conformance.Stage.relu;
import static io.github.junitattrib.conformance.TwoClasses.difference;
import static io.github.junitattrib.conformance.TwoClasses.second;

import java.util.List;

/** The axioms on networks of one attention head, for methods that look at attention. */
final class AttentionTrials {

    private static final String LOOKING =
            "one head whose first token reads the text: where it looks is not what it makes of"
                    + " it (S. Jain, B. C. Wallace, Attention is not Explanation, 2019)";

    /** Reads y₀ and, past the attention, a. */
    private static final double[] WITH_ITSELF = {1, 0, 0, 1, 0, 0};

    private AttentionTrials() {}

    /** The first token reads y₀ = Σ A₀ₛ xₛ; the number c has neither key nor value. */
    private static ClosedNetwork reading(String name, double bias, double[][] head, double offset, double[][] last) {
        return ClosedNetwork.of(
                name,
                3,
                identity(3),
                attention(new double[] {0.5, 1, 0}, new double[] {2, 1, 0}, bias),
                linear(head, offset),
                relu(),
                linear(last, 0),
                identity(1));
    }

    private static double[][] first(double weight) {
        return new double[][] {{weight, 0, 0, 0, 0, 0}};
    }

    private static ClosedNetwork open() {
        return reading("relu(y₀)", 0, first(1), 0, new double[][] {{1}});
    }

    private static ClosedNetwork thresholded() {
        return reading("relu(y₀ − 1)", 0, first(1), -1, new double[][] {{1}});
    }

    private static ClosedNetwork saturated() {
        return reading("−relu(1 − y₀)", 0, first(-1), 1, new double[][] {{-1}});
    }

    private static ClosedNetwork against() {
        return reading("−relu(y₀)", 0, first(1), 0, new double[][] {{-1}});
    }

    private static ClosedNetwork withItself() {
        return reading("relu(y₀ + a)", 0, new double[][] {WITH_ITSELF}, 0, new double[][] {{1}});
    }

    private static ClosedNetwork combination() {
        double[][] both = {{1, 0, 0, 0, 0, 0}, WITH_ITSELF};
        return reading("2 relu(y₀) − 3 relu(y₀ + a)", 0, both, 0, new double[][] {{2, -3}});
    }

    private static ClosedNetwork biased() {
        return reading("relu(y₀) with a bias of 1 in each value", 1, first(1), 0, new double[][] {{1}});
    }

    /** Nothing but the residual connection. */
    private static ClosedNetwork passing() {
        return reading(
                "relu(a + b + c) past the attention", 0, new double[][] {{0, 0, 0, 1, 1, 1}}, 0, new double[][] {{1}});
    }

    /** All tokens look at all alike; b is read there, and c goes past. */
    private static ClosedNetwork twoWays() {
        return ClosedNetwork.of(
                "relu(b + c), b by attention and c past it",
                3,
                identity(3),
                attention(new double[3], new double[] {0, 3, 0}, 0),
                linear(new double[][] {{1, 0, 0, 0, 0, 1}}, 0),
                relu(),
                linear(new double[][] {{1}}, 0),
                identity(1));
    }

    /** The same function as {@link #passing()} by attention that looks at all alike. */
    private static ClosedNetwork averaging() {
        return ClosedNetwork.of(
                "relu(a + b + c) as 3 times the mean of all",
                3,
                identity(3),
                attention(new double[3], new double[] {1, 1, 1}, 0),
                linear(first(3), 0),
                relu(),
                linear(new double[][] {{1}}, 0),
                identity(1));
    }

    static List<Trial> all() {
        return List.of(
                Trials.complete(LOOKING, single(thresholded()), 1, 2, 3),
                Trials.sensitive("flat where it is: the first token made the score", single(saturated()), 0, 2, 0, 0),
                Trials.sensitive("what speaks against the class is shown too", single(against()), 0, 2, 0, 0),
                Trials.dummy(LOOKING, single(open()), 2, 1, 2, 3),
                Trials.dummy("a bias is the value of every token alike", single(biased()), 2, 1, 2, 3),
                Trials.linear(LOOKING, single(open()), single(withItself()), single(combination()), 1, 2, 3),
                Trials.symmetric("a sum that goes past the attention", single(passing()), 1, 2, 1, 2, 2),
                Trials.symmetric("one sum by two ways", single(twoWays()), 1, 2, 1, 2, 2),
                Trials.invariant(LOOKING, single(averaging()), single(passing()), 1, 2, 3),
                Trials.complete(TwoClasses.SECOND, second(thresholded(), 2, 3, 4), 1, 2, 3),
                Trials.sensitive(TwoClasses.SECOND, second(saturated(), 0, 1, 1), 0, 2, 0, 0),
                Trials.sensitive(TwoClasses.DIFFERENCE, difference(against(), 0, 1, 1), 0, 2, 0, 0),
                Trials.dummy(TwoClasses.SECOND, second(open(), 2, 3, 4), 2, 1, 2, 3),
                Trials.linear(
                        TwoClasses.SECOND,
                        second(open(), 2, 3, 4),
                        second(withItself(), 2, 3, 4),
                        second(combination(), 2, 3, 4),
                        1,
                        2,
                        3),
                Trials.linear(
                        TwoClasses.DIFFERENCE,
                        difference(open(), 2, 3, 4),
                        difference(withItself(), 2, 3, 4),
                        difference(combination(), 2, 3, 4),
                        1,
                        2,
                        3),
                Trials.symmetric(TwoClasses.SECOND, second(passing(), 2, 3, 4), 1, 2, 1, 2, 2),
                Trials.invariant(TwoClasses.SECOND, second(averaging(), 2, 3, 4), second(passing(), 4, 3, 2), 1, 2, 3));
    }

    /** For methods with a baseline: from another text in place of the row of zeros. */
    static List<Trial> fromAnotherBaseline() {
        return List.of(
                Trials.complete(Asked.ANOTHER_TEXT, single(thresholded()).from(1, 0.5, 1), 1, 2, 3),
                // From 0 the second number would not differ.
                Trials.sensitive(
                        Asked.ANOTHER_TEXT + ", with a 2 in place of the 0",
                        single(open()).from(1, 2, 3),
                        1,
                        1,
                        0,
                        3));
    }

    /** For trials of batches and threads. */
    static ClosedNetwork model() {
        return withItself();
    }
}
