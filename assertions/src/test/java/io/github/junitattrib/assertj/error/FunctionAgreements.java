package io.github.junitattrib.assertj.error;

import io.github.junitattrib.axiom.FunctionAgreement;
import io.github.junitattrib.axiom.ProbePoint;
import java.util.List;

/** What comparisons of two functions find. */
final class FunctionAgreements {

    static final FunctionAgreement EQUAL =
            new FunctionAgreement(43, 2e-5, 1e-7, 5e-8, new ProbePoint("the text", true, List.of()), 1, 1.0000001);

    static final FunctionAgreement APART = new FunctionAgreement(
            43, 2e-5, 0.25, 0.25, new ProbePoint("path point alpha=1 (the text)", true, List.of()), 1.25, 1);

    private FunctionAgreements() {}
}
