package io.github.junitattrib.assertj;

import io.github.junitattrib.conformance.ClosedForm;
import org.hipparchus.analysis.differentiation.Gradient;

/** Functions of two numbers whose scores are computed by hand. */
final class ClosedFormula {

    static final ClosedForm A = ClosedForm.of("a", 2, x -> new Gradient[] {x[0]});
    static final ClosedForm B = ClosedForm.of("b", 2, x -> new Gradient[] {x[1]});
    static final ClosedForm TWICE_HALF_A =
            ClosedForm.of("2a/2", 2, x -> new Gradient[] {x[0].multiply(2).divide(2)});
    static final ClosedForm PRODUCT = ClosedForm.of("ab", 2, x -> new Gradient[] {x[0].multiply(x[1])});
    static final ClosedForm SUM = ClosedForm.of("a + b", 2, x -> new Gradient[] {x[0].add(x[1])});
    static final ClosedForm COMBINATION = ClosedForm.of("2ab - 3(a + b)", 2, x -> new Gradient[] {
        x[0].multiply(x[1]).multiply(2).subtract(x[0].add(x[1]).multiply(3))
    });
    static final ClosedForm ZERO = ClosedForm.of("0", 2, x -> new Gradient[] {x[0].multiply(0)});

    private ClosedFormula() {}
}
