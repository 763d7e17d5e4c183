package io.github.junitattrib.gate;

import io.github.junitattrib.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a gate says of a comparison.
 *
 * @param gate where the thresholds come from
 * @param settings what they were measured by
 * @param comparison what was compared
 * @param checks all thresholds, in the order of the file
 * @param ratchet how its failures differ from known ones; empty if no list is given
 */
public record GateResult(
        String gate,
        GateSettings settings,
        ComparisonResult comparison,
        List<GateCheck> checks,
        Optional<Ratchet> ratchet) {

    /**
     * Copies the list.
     *
     * @param gate where the thresholds come from
     * @param settings what they were measured by
     * @param comparison what was compared
     * @param checks all thresholds, in the order of the file
     * @param ratchet how its failures differ from known ones; empty if no list is given
     */
    public GateResult {
        checks = List.copyOf(checks);
    }

    /**
     * Adds how the failures differ from known ones.
     *
     * @param found what differs
     * @return a changed copy
     */
    public GateResult with(Ratchet found) {
        return new GateResult(gate, settings, comparison, checks, Optional.of(found));
    }

    /**
     * Returns the outcome: a broken threshold fails, and so do failures that differ from the known ones. Inconclusive is a
     * threshold or a known failure that nobody can tell of, and a gate that judged nothing.
     *
     * @return the outcome
     */
    public Verdict verdict() {
        Verdict known = ratchet.map(Ratchet::verdict).orElse(Verdict.PASS);
        if (first(Verdict.FAIL).isPresent() || known == Verdict.FAIL) {
            return Verdict.FAIL;
        }
        return first(Verdict.INCONCLUSIVE).isPresent()
                        || known == Verdict.INCONCLUSIVE
                        || first(Verdict.PASS).isEmpty()
                ? Verdict.INCONCLUSIVE
                : Verdict.PASS;
    }

    /**
     * Finds the word of the first threshold that gives the outcome, if it limits words.
     *
     * @return the word that gained most, or may have; empty for other thresholds, and where none exceeds the limit
     */
    public Optional<WordShare> gained() {
        return verdict() == Verdict.PASS
                ? Optional.empty()
                : first(verdict())
                        .filter(check -> check.rule().key() == GateKey.WORD_GAIN_MAX)
                        .map(GateCheck::rule)
                        .flatMap(rule -> comparison
                                .furthest(settings.wordTexts(), rule.limit())
                                .filter(word -> word.rise().high() > rule.limit()));
    }

    /**
     * Finds the case that shows the outcome best.
     *
     * @return one with the word that gained; else the worst of the kind that the first threshold with the outcome counts;
     *     else the worst of all
     */
    public ComparedCase shown() {
        return gained().flatMap(comparison::caseOf)
                .or(() -> deciding().stream()
                        .flatMap(kind -> list(kind).worst().stream())
                        .findFirst())
                .orElseGet(() -> comparison.worst().get(0));
    }

    /**
     * Lists the cases kind by kind.
     *
     * @return the kinds that have cases, those that thresholds with the outcome count first, and no kind of nearly all cases
     *     but these; of a slice that such a
     *     threshold is for, the cases stand first
     */
    public List<CaseList> cases() {
        Set<CaseKind> kinds = new LinkedHashSet<>(deciding());
        Stream.of(CaseKind.values()).filter(kind -> !kind.isOfMost()).forEach(kinds::add);
        return kinds.stream().map(this::list).filter(list -> list.count() > 0).toList();
    }

    /**
     * Names the kinds of cases that decide the outcome.
     *
     * @return those that thresholds with the outcome count; none if all are kept
     */
    public List<CaseKind> deciding() {
        if (verdict() == Verdict.PASS) {
            return List.of();
        }
        Stream<CaseKind> counted = with(verdict()).flatMap(check -> check.rule().key().kinds().stream());
        return Stream.concat(
                        counted, verdict() == Verdict.INCONCLUSIVE ? Stream.of(CaseKind.INCONCLUSIVE) : Stream.empty())
                .distinct()
                .toList();
    }

    private CaseList list(CaseKind kind) {
        CaseList list = comparison.cases(kind, settings);
        Set<Optional<String>> slices = verdict() == Verdict.PASS
                ? Set.of()
                : with(verdict())
                        .filter(check -> check.rule().key().kinds().contains(kind))
                        .map(check -> check.rule().slice())
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        return slices.isEmpty() || slices.contains(Optional.empty())
                ? list
                : ofSlicesFirst(list, slices.stream().flatMap(Optional::stream).toList());
    }

    /** The worst of all may be elsewhere. */
    private CaseList ofSlicesFirst(CaseList list, List<String> slices) {
        List<ComparedCase> cases = new ArrayList<>(list.worst());
        for (String slice : slices) {
            if (cases.stream().noneMatch(one -> isOf(List.of(slice), one))) {
                cases.addAll(comparison.cases(list.kind(), slice, settings));
            }
        }
        Comparator<ComparedCase> ofSliceFirst = Comparator.comparing(one -> !isOf(slices, one));
        return new CaseList(
                list.kind(),
                list.count(),
                cases.stream().sorted(ofSliceFirst).limit(WorstCases.KEPT).toList());
    }

    private static boolean isOf(List<String> slices, ComparedCase one) {
        return Slices.names(one).stream().anyMatch(slices::contains);
    }

    private Stream<GateCheck> with(Verdict verdict) {
        return checks.stream()
                .filter(check -> check.verdict().filter(verdict::equals).isPresent());
    }

    /**
     * Finds the first threshold with an outcome.
     *
     * @param verdict the outcome
     * @return empty if there is none
     */
    public Optional<GateCheck> first(Verdict verdict) {
        return with(verdict).findFirst();
    }
}
