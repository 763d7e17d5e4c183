package io.github.junitattrib.report;

import io.github.junitattrib.Verdict;
import io.github.junitattrib.gate.CaseList;
import io.github.junitattrib.gate.ComparedCase;
import io.github.junitattrib.gate.ComparisonResult;
import io.github.junitattrib.gate.FailingCase;
import io.github.junitattrib.gate.Figure;
import io.github.junitattrib.gate.Figures;
import io.github.junitattrib.gate.GateCheck;
import io.github.junitattrib.gate.GateResult;
import io.github.junitattrib.gate.MisleadingWord;
import io.github.junitattrib.gate.Ratchet;
import io.github.junitattrib.gate.WordShare;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a gate says, as the lines of a message: all thresholds, words that gained, lost or mislead, cases of each kind, and slices. */
public final class GateText {

    private static final int WORDS = 5;
    private static final int LOST_WORDS = 3;
    /** Of each kind of cases that decides, and of the others. */
    private static final int DECIDING = 5;

    private static final int CASES = 1;
    private static final int SLICES = 3;

    private GateText() {}

    /**
     * Prints the evidence of a verdict.
     *
     * @param result what the gate says
     * @return blocks, each behind an empty line
     */
    public static String of(GateResult result) {
        ComparisonResult comparison = result.comparison();
        StringBuilder text = new StringBuilder();
        line(text, "released", AttributionText.modelName(comparison.models().released()));
        line(text, "candidate", AttributionText.modelName(comparison.models().candidate()));
        line(
                text,
                "corpus",
                comparison.models().corpus() + ", " + comparison.all().cases() + " cases");
        line(text, "method", comparison.models().method());
        line(
                text,
                "won, lost",
                comparison.all().won() + " cases that the released model gets wrong, "
                        + comparison.all().lost() + " that it gets right");
        text.append("\n  thresholds\n");
        result.checks().forEach(check -> text.append(check(check)));
        result.ratchet().ifPresent(ratchet -> text.append(known(ratchet)));
        List<WordShare> words = comparison.words(result.settings().wordTexts());
        text.append(words("gained", GateWords.gained(words, WORDS)));
        text.append(words("lost", GateWords.lost(words, LOST_WORDS)));
        text.append(misleading(comparison.misleadingWords()));
        result.gained().ifPresent(word -> text.append(withWord(word, result)));
        result.cases()
                .forEach(cases ->
                        text.append(cases(cases, result.deciding().contains(cases.kind()) ? DECIDING : CASES, result)));
        String slices = comparison.slices().entrySet().stream()
                .filter(slice ->
                        slice.getValue().cases() >= result.settings().sliceCases() && drop(slice.getValue()) > 0)
                .sorted(Comparator.comparingDouble((Map.Entry<String, Figures> slice) -> -drop(slice.getValue())))
                .limit(SLICES)
                .map(slice -> slice(slice.getKey(), slice.getValue(), result))
                .collect(Collectors.joining());
        text.append(slices.isEmpty() ? "" : "\n  slices that lost most\n" + slices);
        return text.toString();
    }

    private static void line(StringBuilder text, String label, String content) {
        text.append(String.format(Locale.ROOT, "  %-10s %s\n", label, VisibleText.inLine(content)));
    }

    private static String check(GateCheck check) {
        String verdict = check.verdict()
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .orElse("not judged");
        return String.format(
                        Locale.ROOT,
                        "    %-12s %-36s %s, %s",
                        verdict,
                        check.rule().name(),
                        check.value(),
                        check.limit())
                + (check.note().isEmpty() ? "" : "  (" + VisibleText.inLine(check.note()) + ")") + "\n";
    }

    private static String known(Ratchet ratchet) {
        StringBuilder lines = new StringBuilder("\n  known failures: " + VisibleText.inLine(ratchet.location()) + "\n");
        ratchet.unknown().forEach(one -> lines.append(known("unknown", one)));
        ratchet.fixed().forEach(one -> lines.append(known("remove", one)));
        ratchet.unclear().forEach(one -> lines.append(known("unclear", one)));
        ratchet.strangers().forEach(one -> lines.append(known("no case", one)));
        return lines.toString();
    }

    private static String known(String what, FailingCase one) {
        return String.format(Locale.ROOT, "    %-12s %s %s\n", what, one.kind().word(), VisibleText.inLine(one.name()));
    }

    private static String words(String what, List<WordShare> words) {
        return words.isEmpty()
                ? ""
                : "\n  words that " + what + " most (mean share of all scores in their texts)\n"
                        + words.stream().map(GateText::word).collect(Collectors.joining());
    }

    private static String misleading(List<MisleadingWord> words) {
        return words.isEmpty()
                ? ""
                : "\n  words that speak most against the label where the candidate is wrong\n    "
                        + words.stream()
                                .limit(WORDS)
                                .map(word -> "\"" + VisibleText.inLine(word.word()) + "\" in " + word.cases())
                                .collect(Collectors.joining(", "))
                        + "\n";
    }

    private static String word(WordShare word) {
        return String.format(
                Locale.ROOT,
                "    %+.3f  %s toward %s: %.3f, before %.3f, in %d texts\n",
                word.gain(),
                VisibleText.inLine(word.word()),
                word.target(),
                word.candidate(),
                word.released(),
                word.texts());
    }

    private static String withWord(WordShare word, GateResult result) {
        String shown = "\n  where \"" + VisibleText.inLine(word.word()) + "\" "
                + (result.verdict() == Verdict.FAIL ? "gained" : "may have gained");
        return shown
                + (result.shown().places(word.word()).isEmpty()
                        ? ": no case with it is kept, and another one stands here\n"
                        : "\n")
                + worst(result.shown(), result);
    }

    private static String cases(CaseList cases, int most, GateResult result) {
        return "\n  " + cases.kind().title() + ": " + cases.count() + (cases.count() == 1 ? " case\n" : " cases\n")
                + cases.worst().stream()
                        .limit(most)
                        .map(one -> worst(one, result))
                        .collect(Collectors.joining());
    }

    private static String worst(ComparedCase one, GateResult result) {
        return "    "
                + one.origin().id().map(id -> GateNodes.shown(id) + ": ").orElse("")
                + GateNodes.shown(one.origin().text()) + "\n      "
                + GateNodes.shown(String.join("; ", one.findings(result.settings()))) + "\n";
    }

    private static double drop(Figures figures) {
        return figures.accuracyDrop().map(Figure::value).orElse(0.0);
    }

    private static String slice(String name, Figures figures, GateResult result) {
        String word = GateWords.gained(
                        result.comparison().words(name, result.settings().wordTexts()), 1)
                .stream()
                .map(gained -> String.format(
                        Locale.ROOT, ", \"%s\" gained %+.3f", VisibleText.inLine(gained.word()), gained.gain()))
                .collect(Collectors.joining());
        List<String> parts = List.of(
                figures.cases() + " cases",
                "accuracy "
                        + percent(figures.candidateAccuracy().map(Figure::value).orElse(Double.NaN)) + ", before "
                        + percent(figures.releasedAccuracy().map(Figure::value).orElse(Double.NaN)));
        return "    " + VisibleText.inLine(name) + ": " + String.join(", ", parts) + word + "\n";
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "unknown" : CountFormat.percent(share);
    }
}
