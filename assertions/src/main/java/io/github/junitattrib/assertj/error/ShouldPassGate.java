package io.github.junitattrib.assertj.error;

import io.github.junitattrib.Verdict;
import io.github.junitattrib.gate.FailingCase;
import io.github.junitattrib.gate.GateCheck;
import io.github.junitattrib.gate.GateResult;
import io.github.junitattrib.gate.Ratchet;
import io.github.junitattrib.report.GateText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;

/** Makes the messages of a release gate. */
public final class ShouldPassGate extends BasicErrorMessageFactory {

    private static final int NAMED = 5;

    private ShouldPassGate(GateResult result, String problem, String evidence) {
        super(
                "Expected %s to pass the gate of %s, but %s.%s",
                unquotedString(
                        WordNames.quote(result.comparison().models().candidate().name())),
                unquotedString(result.gate()),
                unquotedString(problem),
                unquotedString(evidence));
    }

    /**
     * Says which thresholds are broken, the first of them with its number, limit and reason.
     *
     * @param result what the gate says
     * @param page where its summary is; empty text if none was written
     * @return the message
     */
    public static ErrorMessageFactory shouldPassGate(GateResult result, String page) {
        List<GateCheck> broken = result.checks().stream()
                .filter(check -> check.verdict().equals(Optional.of(Verdict.FAIL)))
                .toList();
        String problem = broken.isEmpty()
                ? result.ratchet()
                        .map(ratchet -> differences(
                                ratchet, result.comparison().models().source()))
                        .orElseThrow()
                : "it breaks " + broken.get(0).sentence()
                        + (broken.size() == 1 ? "" : " (and " + (broken.size() - 1) + " more)");
        return new ShouldPassGate(result, problem, evidence(result, page));
    }

    /**
     * Says which threshold nobody can tell of.
     *
     * @param result what the gate says
     * @param page where its summary is; empty text if none was written
     * @return the message
     */
    public static ErrorMessageFactory unclearGate(GateResult result, String page) {
        String question = WordNames.quote(
                        result.comparison().models().candidate().name()) + " passes the gate of " + result.gate();
        return result.first(Verdict.INCONCLUSIVE)
                .map(check -> CannotTell.because(question, check.sentence(), check.remedy(), evidence(result, page)))
                .or(() -> result.ratchet()
                        .filter(ratchet -> ratchet.verdict() == Verdict.INCONCLUSIVE)
                        .map(ratchet -> CannotTell.because(
                                question,
                                "the error bars leave it open whether these break the order, which are not among the known"
                                        + " failures of " + ratchet.location() + ": " + names(ratchet.unclear()),
                                "Let the cases converge: give the method more evaluations, or another one. Or list them.",
                                evidence(result, page))))
                .orElseGet(() -> CannotTell.because(
                        question,
                        "all slices have too few cases to be judged",
                        "Give more cases, or lower slice.cases.min.",
                        evidence(result, page)));
    }

    private static String differences(Ratchet ratchet, String corpus) {
        String of = "the known failures of " + ratchet.location();
        List<String> found = new ArrayList<>();
        if (!ratchet.unknown().isEmpty()) {
            found.add(counted(ratchet.unknown(), " is", " are") + " missing among " + of + ": "
                    + names(ratchet.unknown()));
        }
        if (!ratchet.fixed().isEmpty()) {
            found.add(counted(ratchet.fixed(), " of " + of + " does", " of " + of + " do")
                    + " not fail any more and must be removed: " + names(ratchet.fixed()));
        }
        if (!ratchet.strangers().isEmpty()) {
            found.add(counted(ratchet.strangers(), " of " + of + " is no case", " of " + of + " are no cases") + " of "
                    + corpus
                    + " (misspelt, taken out of it, or of another corpus, whose entries stand below a line with"
                    + " corpus and its location): " + names(ratchet.strangers()));
        }
        return String.join("; ", found);
    }

    private static String counted(List<FailingCase> cases, String one, String several) {
        return cases.size() + (cases.size() == 1 ? " entry" + one : " entries" + several);
    }

    private static String names(List<FailingCase> cases) {
        String first = cases.stream()
                .limit(NAMED)
                .map(one -> one.kind().word() + " " + WordNames.quote(one.name()))
                .collect(Collectors.joining(", "));
        return cases.size() <= NAMED ? first : first + " …";
    }

    private static String evidence(GateResult result, String page) {
        return "\n\n" + GateText.of(result) + (page.isEmpty() ? "" : "\n" + Links.line("gate", page)) + Links.lines();
    }
}
