package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.error.ShouldPassGate.shouldPassGate;
import static io.github.junitattrib.assertj.error.ShouldPassGate.unclearGate;

import io.github.junitattrib.Span;
import io.github.junitattrib.gate.ComparedCase;
import io.github.junitattrib.gate.GateResult;
import java.util.List;

/**
 * Turns what a gate says into an outcome, shown by a case with the word that gained too much, or by the worst of all.
 *
 * @param result what the gate says
 * @param page where its summary is; empty text if none was written
 */
record GateJudgment(GateResult result, String page) {

    Outcome outcome() {
        ComparedCase shown = result.shown();
        List<Span> marked =
                result.gained().map(word -> shown.places(word.word())).orElse(List.of());
        Outcome outcome = switch (result.verdict()) {
            case PASS -> Outcome.pass(List.of());
            case FAIL -> Outcome.fail(shouldPassGate(result, page), marked);
            case INCONCLUSIVE -> Outcome.inconclusive(unclearGate(result, page), marked);
        };
        return outcome.shownBy(shown.candidate());
    }
}
