package io.github.junitattrib.conformance;

import static io.github.junitattrib.conformance.Asked.single;
import static io.github.junitattrib.conformance.TwoClasses.difference;
import static io.github.junitattrib.conformance.TwoClasses.second;

import java.util.List;
import java.util.stream.Stream;

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

    private static final String NOT_THERE = " and does not depend on it";

    private NetworkTrials() {}

    /** All that needs no second baseline. */
    static List<Trial> all() {
        return Stream.concat(ofOneScore().stream(), ofTwoClasses().stream()).toList();
    }

    private static List<Trial> ofOneScore() {
        return List.of(
                Trials.complete(SATURATED, single(Networks.saturating()), 2),
                Trials.complete(CAPTUM, single(Networks.fourUnits()), 20, 50, 30),
                Trials.complete("a smooth curve", single(Networks.smooth()), 1.5, 0.25),
                Trials.complete(TWO_FORMS, single(Networks.reluLater()), 3, 1),
                Trials.sensitive(SATURATED, single(Networks.saturating()), 0, 2),
                Trials.sensitive(SATURATED + ", turned around", single(Networks.falling()), 0, 2),
                Trials.sensitive(CAPTUM, single(Networks.fourUnits()), 1, 0, 100, 0),
                Trials.dummy("b has no weight", single(Networks.ignoring()), 1, 2, 5),
                Trials.dummy("b is added and subtracted", single(Networks.cancelling()), 1, 2, 3),
                Trials.dummy(TWO_FORMS + ", one subtracted from the other", single(Networks.hiddenDummy()), 1, 2, 3, 1),
                Trials.dummy(TWO_CURVES, single(Networks.hiddenSmoothDummy()), 1, 2, 1),
                Trials.linear(
                        "two bent functions and a sum of them",
                        single(Networks.productLike()),
                        single(Networks.bent()),
                        single(Networks.combination()),
                        3,
                        2),
                Trials.symmetric(CAPTUM, single(Networks.fourUnits()), 0, 1, 5, 5, 5),
                Trials.symmetric(CAPTUM, single(Networks.fourUnits()), 1, 2, 5, 5, 5),
                Trials.symmetric(CAPTUM, single(Networks.fourUnits()), 0, 2, 5, 5, 5),
                Trials.symmetric(TWO_FORMS + ", added up", single(Networks.hiddenSymmetry()), 0, 1, 3, 3, 1),
                Trials.symmetric(TWO_CURVES, single(Networks.hiddenSmoothSymmetry()), 0, 1, 1, 1),
                Trials.invariant(TWO_FORMS, single(Networks.reluFirst()), single(Networks.reluLater()), 3, 1),
                Trials.invariant(TWO_CURVES, single(Networks.hyperbolic()), single(Networks.logistic()), 0.5, 0.25));
    }

    private static List<Trial> ofTwoClasses() {
        return List.of(
                Trials.complete(TwoClasses.SECOND, second(Networks.smooth(), 2, 3), 1.5, 0.25),
                Trials.complete(TwoClasses.DIFFERENCE, difference(Networks.reluLater(), 2, 3), 3, 1),
                Trials.sensitive(TwoClasses.SECOND + NOT_THERE, second(Networks.saturating(), 0), 0, 2),
                Trials.sensitive(TwoClasses.DIFFERENCE + NOT_THERE, difference(Networks.falling(), 0), 0, 2),
                Trials.dummy(TwoClasses.SECOND, second(Networks.ignoring(), 2, 3), 1, 2, 5),
                Trials.dummy(TwoClasses.DIFFERENCE, difference(Networks.cancelling(), 2, 3), 1, 2, 3),
                Trials.linear(
                        TwoClasses.SECOND,
                        second(Networks.productLike(), 2, 3),
                        second(Networks.bent(), 2, 3),
                        second(Networks.combination(), 2, 3),
                        3,
                        2),
                Trials.linear(
                        TwoClasses.DIFFERENCE,
                        difference(Networks.productLike(), 2, 3),
                        difference(Networks.bent(), 2, 3),
                        difference(Networks.combination(), 2, 3),
                        3,
                        2),
                Trials.symmetric(TwoClasses.SECOND, second(Networks.fourUnits(), 2, 3, 4), 0, 2, 5, 5, 5),
                Trials.symmetric(TwoClasses.DIFFERENCE, difference(Networks.fourUnits(), 2, 3, 4), 0, 1, 5, 5, 5),
                Trials.invariant(
                        TwoClasses.SECOND,
                        second(Networks.hyperbolic(), 2, 3),
                        second(Networks.logistic(), 3, 2),
                        0.5,
                        0.25),
                Trials.invariant(
                        TwoClasses.DIFFERENCE,
                        difference(Networks.reluFirst(), 2, 3),
                        difference(Networks.reluLater(), 3, 2),
                        3,
                        1));
    }

    /** For methods with a baseline: from another text in place of the row of zeros. */
    static List<Trial> fromAnotherBaseline() {
        return List.of(
                Trials.complete(Asked.ANOTHER_TEXT, single(Networks.smooth()).from(0.5, 1), 1.5, 0.25),
                // From 0 the first number would not differ.
                Trials.sensitive(
                        Asked.ANOTHER_TEXT + ", with a 2 in place of the 0",
                        single(Networks.productLike()).from(2, 3),
                        0,
                        0,
                        3),
                Trials.dummy(Asked.ANOTHER_TEXT, single(Networks.cancelling()).from(1, 4), 1, 2, 3),
                Trials.linear(
                        Asked.ANOTHER_TEXT,
                        single(Networks.productLike()).from(1, 4),
                        single(Networks.bent()).from(1, 4),
                        single(Networks.combination()).from(1, 4),
                        3,
                        2),
                Trials.symmetric(
                        Asked.ANOTHER_TEXT, single(Networks.fourUnits()).from(1, 2, 2), 1, 2, 5, 5, 5),
                Trials.invariant(
                        Asked.ANOTHER_TEXT,
                        single(Networks.reluFirst()).from(2, 3),
                        single(Networks.reluLater()).from(2, 3),
                        3,
                        1));
    }
}
