package io.github.junitattrib.conformance;

import static io.github.junitattrib.conformance.Formula.relu;

import java.util.List;
import org.hipparchus.analysis.differentiation.Gradient;

/** The formulas on which the field shows what its methods do and what they miss. */
public final class ClosedForms {

    private static final double[] OFFSETS = {-10, 1, 1, 1};

    private ClosedForms() {}

    /**
     * Makes f = 1 − relu(1 − x), which is flat from 1 on: its gradient there is 0 although x made the difference
     * (Sundararajan, Taly, Yan 2017, section 2.1).
     *
     * @return a formula of one number
     */
    public static ClosedForm saturating() {
        return ClosedForm.of("1 − relu(1 − x)", 1, x ->
                new Gradient[] {relu(x[0].negate().add(1)).negate().add(1)});
    }

    /**
     * Makes f = relu(relu(a) − 1 − relu(b)), the same function of positive numbers as {@link #reluLater()} with other
     * parts (Sundararajan, Taly, Yan 2017, appendix B).
     *
     * @return a formula of two numbers
     */
    public static ClosedForm reluFirst() {
        return ClosedForm.of("relu(relu(a) − 1 − relu(b))", 2, x ->
                new Gradient[] {relu(relu(x[0]).subtract(1).subtract(relu(x[1])))});
    }

    /**
     * Makes f = relu(relu(a − 1) − relu(b)).
     *
     * @return a formula of two numbers
     */
    public static ClosedForm reluLater() {
        return ClosedForm.of("relu(relu(a − 1) − relu(b))", 2, x ->
                new Gradient[] {relu(relu(x[0].subtract(1)).subtract(relu(x[1])))});
    }

    /**
     * Makes the network of Captum's tests: with s the sum of three numbers and h = s + (−10, 1, 1, 1), two classes score
     * Σ relu(h) − 1 and Σ relu(h) + 1.
     *
     * @return a formula of three numbers and two classes
     */
    public static ClosedForm fourUnits() {
        return ClosedForm.of("four units", 3, List.of("F0", "F1"), x -> {
            Gradient sum = x[0].add(x[1]).add(x[2]);
            Gradient units = sum.getField().getZero();
            for (double offset : OFFSETS) {
                units = units.add(relu(sum.add(offset)));
            }
            return new Gradient[] {units.subtract(1), units.add(1)};
        });
    }
}
