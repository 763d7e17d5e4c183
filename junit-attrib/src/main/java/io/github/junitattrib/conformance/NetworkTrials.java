package io.github.junitattrib.conformance;

import java.util.List;

/** The axioms on networks without attention, for all methods but those that look at attention. */
final class NetworkTrials {

    private static final String PAPER = "M. Sundararajan, A. Taly, Q. Yan, 2017, ";
    private static final String SATURATED = PAPER + "section 2.1: flat from 1 on, but x made all of the score";
    private static final String TWO_FORMS = PAPER + "appendix B: one function in two forms";
    private static final String TWO_CURVES =
            "tanh(z) = 2σ(2z) − 1, a function in two forms, of which one has a bias: only rules that stop at operations tell"
                    + " them apart";
    private static final String CAPTUM =
            "the four units of Captum's tests, recomputed by hand: 4s − 8 for a sum s from 10";

    private NetworkTrials() {}

    static List<Trial> all() {
        return List.of(
                Trials.complete(SATURATED, Networks.saturating(), 2),
                Trials.complete(CAPTUM, Networks.fourUnits(), 20, 50, 30),
                Trials.complete("a smooth curve", Networks.smooth(), 1.5, 0.25),
                Trials.complete(TWO_FORMS, Networks.reluLater(), 3, 1),
                Trials.sensitive(SATURATED, Networks.saturating(), 0, 2),
                Trials.sensitive(SATURATED + ", turned around", Networks.falling(), 0, 2),
                Trials.sensitive(CAPTUM, Networks.fourUnits(), 1, 0, 100, 0),
                Trials.dummy("b has no weight", Networks.ignoring(), 1, 2, 5),
                Trials.dummy("b is added and subtracted", Networks.cancelling(), 1, 2, 3),
                Trials.dummy(TWO_FORMS + ", one subtracted from the other", Networks.hiddenDummy(), 1, 2, 3, 1),
                Trials.dummy(TWO_CURVES, Networks.hiddenSmoothDummy(), 1, 2, 1),
                Trials.linear(
                        "two bent functions and a sum of them",
                        Networks.productLike(),
                        Networks.bent(),
                        Networks.combination(),
                        3,
                        2),
                Trials.symmetric(CAPTUM, Networks.fourUnits(), 0, 1, 5, 5, 5),
                Trials.symmetric(CAPTUM, Networks.fourUnits(), 1, 2, 5, 5, 5),
                Trials.symmetric(CAPTUM, Networks.fourUnits(), 0, 2, 5, 5, 5),
                Trials.symmetric(TWO_FORMS + ", added up", Networks.hiddenSymmetry(), 0, 1, 3, 3, 1),
                Trials.symmetric(TWO_CURVES, Networks.hiddenSmoothSymmetry(), 0, 1, 1, 1),
                Trials.invariant(TWO_FORMS, Networks.reluFirst(), Networks.reluLater(), 3, 1),
                Trials.invariant(TWO_CURVES, Networks.hyperbolic(), Networks.logistic(), 0.5, 0.25));
    }
}
