package io.github.junitattrib.vacuity;

import io.github.junitattrib.InconclusiveException;
import io.github.junitattrib.Verdict;
import io.github.junitattrib.check.Check;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.model.TextClassifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;

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
        List<Optional<String>> reasons =
                checks.stream().map(check -> reasonAgainst(check, own)).toList();
        List<Integer> replayed = IntStream.range(0, checks.size())
                .filter(i -> reasons.get(i).isEmpty())
                .boxed()
                .toList();
        List<List<MutantVerdict>> verdicts =
                verdicts(replayed.stream().map(checks::get).toList(), own);
        List<Judgment> judgments = new ArrayList<>();
        for (int i = 0; i < checks.size(); i++) {
            int place = replayed.indexOf(i);
            judgments.add(
                    place < 0
                            ? Judgment.notJudged(reasons.get(i).orElseThrow())
                            : judgment(checks.get(i), own, verdicts.get(place)));
        }
        return List.copyOf(judgments);
    }

    /** Why a check cannot be replayed; empty if it can. */
    private Optional<String> reasonAgainst(Check check, ModelAnswers own) {
        if (check.requests().isEmpty()) {
            return Optional.of(
                    "it judges a ready attribution rather than a request, which cannot be asked of a mutant");
        }
        try {
            if (check.requests().stream().noneMatch(replaced)) {
                return Optional.of("it asks other models than the one under test");
            }
            Verdict again = check.function().apply(own).verdict();
            return again == Verdict.PASS
                    ? Optional.empty()
                    : Optional.of("judged a second time on the model itself, it is " + again
                            + ", so that mutants would tell nothing");
        } catch (RuntimeException | Error e) {
            return Optional.of("it cannot be judged a second time: " + firstLine(e));
        }
    }

    /** What the checks make of all mutants. */
    private List<List<MutantVerdict>> verdicts(List<Check> checks, ModelAnswers own) {
        List<List<MutantVerdict>> verdicts = new ArrayList<>();
        checks.forEach(check -> verdicts.add(new ArrayList<>()));
        if (checks.isEmpty()) {
            return verdicts;
        }
        List<AttributionRequest> requests =
                checks.stream().flatMap(check -> check.requests().stream()).toList();
        for (PlannedMutant planned : plan()) {
            List<MutantVerdict> ofMutant = verdicts(checks, requests, planned, own);
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
                throw new IllegalStateException(firstLine(e), e);
            }));
        }
    }

    private List<MutantVerdict> verdicts(
            List<Check> checks, List<AttributionRequest> requests, PlannedMutant planned, ModelAnswers own) {
        try (TextClassifier mutant = planned.making().get()) {
            MutantAnswers answers = new MutantAnswers(mutant, replaced);
            answers.prepare(requests);
            return checks.stream()
                    .map(check -> verdict(check, planned.name(), answers, own))
                    .toList();
        } catch (RuntimeException | Error e) {
            String reason = firstLine(e);
            return checks.stream()
                    .map(check -> new MutantVerdict(planned.name(), Reaction.MISSING, reason))
                    .toList();
        }
    }

    private MutantVerdict verdict(Check check, String mutant, MutantAnswers answers, ModelAnswers own) {
        Witness seen = new Witness(answers, replaced);
        try {
            var result = check.function().apply(seen);
            return switch (result.verdict()) {
                case PASS ->
                    new MutantVerdict(
                            mutant, isEquivalent(check, seen, own) ? Reaction.EQUIVALENT : Reaction.SURVIVED, "");
                case FAIL -> new MutantVerdict(mutant, Reaction.KILLED, "");
                case INCONCLUSIVE -> new MutantVerdict(mutant, Reaction.INCONCLUSIVE, "");
            };
        } catch (InconclusiveException e) {
            return new MutantVerdict(mutant, Reaction.INCONCLUSIVE, "");
        } catch (RuntimeException | Error e) {
            return new MutantVerdict(mutant, Reaction.ERROR, firstLine(e));
        }
    }

    /** The check cannot tell the mutant from the model, by what it asked of both. */
    private boolean isEquivalent(Check check, Witness ofMutant, ModelAnswers own) {
        Witness ofModel = new Witness(own, replaced);
        // Asks nothing anew, unless the check evaluates the model itself.
        return ofMutant.sawAll()
                && check.function().apply(ofModel).verdict() == Verdict.PASS
                && Equivalence.holds(check, ofModel, ofMutant, own);
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

    private static String firstLine(Throwable e) {
        Supplier<String> type = () -> e.getClass().getSimpleName();
        return Optional.ofNullable(e.getMessage())
                .flatMap(message -> message.lines().findFirst())
                .orElseGet(type);
    }
}
