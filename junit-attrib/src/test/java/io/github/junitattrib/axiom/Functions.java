package io.github.junitattrib.axiom;

import static io.github.junitattrib.conformance.Stage.identity;
import static io.github.junitattrib.conformance.Stage.linear;
import static io.github.junitattrib.conformance.Stage.relu;

import io.github.junitattrib.conformance.ClosedForm;
import io.github.junitattrib.conformance.ClosedNetwork;
import org.hipparchus.analysis.differentiation.Gradient;

/** Functions whose scores can be computed by hand. */
final class Functions {

    /** Both are x on the diagonal. */
    static final ClosedForm A = ClosedForm.of("a", 2, x -> new Gradient[] {x[0]});

    static final ClosedForm B = ClosedForm.of("b", 2, x -> new Gradient[] {x[1]});

    static final ClosedForm PRODUCT = ClosedForm.of("ab", 2, x -> new Gradient[] {x[0].multiply(x[1])});
    static final ClosedForm SUM = ClosedForm.of("a + b", 2, x -> new Gradient[] {x[0].add(x[1])});
    static final ClosedForm COMBINATION = ClosedForm.of("2ab - 3(a + b)", 2, x -> new Gradient[] {
        x[0].multiply(x[1]).multiply(2).subtract(x[0].add(x[1]).multiply(3))
    });

    /** relu(relu(a) − 1 − relu(b)), case 3 of the closed forms. */
    static final ClosedNetwork RELU_FIRST = ClosedNetwork.of(
            "relu(relu(a) − 1 − relu(b))",
            2,
            relu(),
            linear(new double[][] {{1, -1}}, -1),
            relu(),
            linear(new double[][] {{1}}, 0));

    /** relu(relu(a − 1) − relu(b)), case 4: the same function of numbers from 0 on. */
    static final ClosedNetwork RELU_LATER = ClosedNetwork.of(
            "relu(relu(a − 1) − relu(b))",
            2,
            linear(new double[][] {{1, 0}, {0, 1}}, -1, 0),
            relu(),
            linear(new double[][] {{1, -1}}, 0),
            relu(),
            identity(1));

    private Functions() {}
}
