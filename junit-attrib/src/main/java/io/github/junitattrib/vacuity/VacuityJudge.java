package io.github.junitattrib.vacuity;

import io.github.junitattrib.InconclusiveException;
import io.github.junitattrib.check.Check;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.model.TextClassifier;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Judges checks that passed on a model by replaying them on its mutants, one mutant at a time.
 *
 * @param model the model under test, asked for only if a check is replayed
 * @param replaced whether a request asks this model
 * @param settings how many mutants, and which
 */
public record VacuityJudge(
        Supplier<TextClassifier> model, Predicate<AttributionRequest> replaced, VacuitySettings settings) {

    /**
     * Judges checks.
     *
     * @param checks that passed, about what the model has learnt
     * @return a judgment for each, in their order; the same for the same checks, on any thread and beside any others
     */
    public List<Judgment> judge(List<Check> checks) {
        ModelAnswers own = new ModelAnswers(replaced);
        List<OwnJudgment> judged =
                checks.stream().map(check -> OwnJudgment.of(check, own)).toList();
        List<OwnJudgment> replayed =
                judged.stream().filter(one -> one.reason().isEmpty()).toList();
        Iterator<List<MutantVerdict>> verdicts = verdicts(replayed, own).iterator();
        return judged.stream()
                .map(one -> one.reason()
                        .map(Judgment::notJudged)
                        .orElseGet(() -> judgment(one.check(), own, verdicts.next())))
                .toList();
    }

    /** What the checks make of all mutants. */
    private List<List<MutantVerdict>> verdicts(List<OwnJudgment> checks, ModelAnswers own) {
        List<List<MutantVerdict>> verdicts = new ArrayList<>();
        checks.forEach(check -> verdicts.add(new ArrayList<>()));
        if (checks.isEmpty()) {
            return verdicts;
        }
        for (PlannedMutant planned : plan()) {
            List<MutantVerdict> ofMutant = verdicts(checks, planned, own);
            for (int i = 0; i < checks.size(); i++) {
                verdicts.get(i).add(ofMutant.get(i));
            }
        }
        return verdicts;
    }

    /** A model of the user's own may fail to say what mutants it has; that is told like a mutant that cannot be made. */
    private List<PlannedMutant> plan() {
        try {
            return MutantPlan.of(model.get(), settings);
        } catch (RuntimeException | Error e) {
            return List.of(new PlannedMutant("mutants", () -> {
                throw new IllegalStateException(FirstLine.of(e), e);
            }));
        }
    }

    private List<MutantVerdict> verdicts(List<OwnJudgment> checks, PlannedMutant planned, ModelAnswers own) {
        try (TextClassifier mutant = planned.making().get()) {
            MutantAnswers answers = new MutantAnswers(mutant, own);
            answers.prepare(checks.stream()
                    .flatMap(one -> one.check().requests().stream())
                    .toList());
            return checks.stream()
                    .map(check -> verdict(check, planned.name(), answers, own))
                    .toList();
        } catch (RuntimeException | Error e) {
            String reason = FirstLine.of(e);
            return checks.stream()
                    .map(check -> new MutantVerdict(planned.name(), Reaction.MISSING, reason))
                    .toList();
        }
    }

    private static MutantVerdict verdict(OwnJudgment judged, String mutant, MutantAnswers answers, ModelAnswers own) {
        Check check = judged.check();
        Witness seen = new Witness(answers, own);
        try {
            var result = check.function().apply(seen);
            return switch (result.verdict()) {
                case PASS ->
                    new MutantVerdict(
                            mutant,
                            Equivalence.holds(check, judged.seen(), seen, own)
                                    ? Reaction.EQUIVALENT
                                    : Reaction.SURVIVED,
                            "");
                case FAIL -> new MutantVerdict(mutant, Reaction.KILLED, "");
                case INCONCLUSIVE -> new MutantVerdict(mutant, Reaction.INCONCLUSIVE, "");
            };
        } catch (InconclusiveException e) {
            return new MutantVerdict(mutant, Reaction.INCONCLUSIVE, "");
        } catch (RuntimeException | Error e) {
            return new MutantVerdict(mutant, Reaction.ERROR, FirstLine.of(e));
        }
    }

    private Judgment judgment(Check check, ModelAnswers own, List<MutantVerdict> mutants) {
        OptionalDouble chance = Chance.of(check, own, settings.seed());
        Judgment counted = new Judgment(Strength.NOT_JUDGED, "", mutants, chance);
        if (counted.counted() == 0) {
            return new Judgment(Strength.NOT_JUDGED, noMutant(mutants), mutants, chance);
        }
        Optional<String> without = withoutVerdict(counted);
        if (without.isPresent()) {
            return new Judgment(Strength.NOT_JUDGED, without.get(), mutants, chance);
        }
        Strength strength = VacuityRule.of(counted.survivors(), counted.counted(), chance);
        return new Judgment(strength, strength == Strength.NOT_JUDGED ? tooFew(counted) : "", mutants, chance);
    }

    /** Why no mutant says pass or fail; empty if one does. */
    private static Optional<String> withoutVerdict(Judgment counted) {
        int unsure = counted.count(Reaction.INCONCLUSIVE);
        int errors = counted.count(Reaction.ERROR);
        if (unsure + errors < counted.counted()) {
            return Optional.empty();
        }
        if (unsure == 0) {
            return firstNote(counted.mutants(), Reaction.ERROR)
                    .map(note -> "it cannot be judged on any mutant: " + note);
        }
        return Optional.of("no mutant gives a verdict: " + unsure + (unsure == 1 ? " is" : " are")
                + " inconclusive and " + errors + (errors == 1 ? " ends" : " end") + " in an error");
    }

    private static String tooFew(Judgment counted) {
        int mutants = counted.counted();
        return mutants < VacuityRule.FEWEST_COUNTED
                ? "only " + mutants + (mutants == 1 ? " mutant tells" : " mutants tell") + " it from the model, but "
                        + VacuityRule.FEWEST_COUNTED
                        + " must: test a model that is loaded from a directory, or that is a MutableClassifier"
                : "it passes on all mutants, but they are too few to be told from chance";
    }

    private static Optional<String> firstNote(List<MutantVerdict> mutants, Reaction reaction) {
        return mutants.stream()
                .filter(mutant -> mutant.reaction() == reaction)
                .findFirst()
                .map(MutantVerdict::note);
    }

    private String noMutant(List<MutantVerdict> mutants) {
        if (mutants.isEmpty()) {
            return "there are no mutants of model " + model.get().facts().name()
                    + ", which has one class and no weights that could be shuffled";
        }
        return firstNote(mutants, Reaction.MISSING)
                .map(note -> "mutants cannot be made: " + note)
                .orElse("no mutant of model " + model.get().facts().name()
                        + " differs from it as far as the check sees: name a target, or test a model that is loaded from a"
                        + " directory");
    }
}
