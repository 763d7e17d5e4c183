package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.error.ShouldPassGate.shouldPassGate;
import static io.github.junitattrib.assertj.error.ShouldPassGate.unclearGate;

import io.github.junitattrib.gate.GateResult;
import java.util.List;

/**
 * Turns what a gate says into an outcome, shown by the worst case.
 *
 * @param result what the gate says
 * @param page where its summary is; empty text if none was written
 */
record GateJudgment(GateResult result, String page) {

    Outcome outcome() {
        Outcome outcome = switch (result.verdict()) {
            case PASS -> Outcome.pass(List.of());
            case FAIL -> Outcome.fail(shouldPassGate(result, page), List.of());
            case INCONCLUSIVE -> Outcome.inconclusive(unclearGate(result, page), List.of());
        };
        return outcome.shownBy(result.comparison().worst().get(0).candidate());
    }
}
