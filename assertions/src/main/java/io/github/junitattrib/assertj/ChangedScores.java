package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.error.ShouldHaveFiniteScores.shouldHaveFiniteScores;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Span;
import io.github.junitattrib.assertj.error.ChangedPair;
import io.github.junitattrib.assertj.error.UnclearChange;
import io.github.junitattrib.text.WordSelection;
import io.github.junitattrib.text.WordSelector;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** What every judgment on the scores of two texts needs first: finite numbers that have converged, and words in both. */
final class ChangedScores {

    private ChangedScores() {}

    /** Judges if the scores of both texts are good enough for it. */
    static Outcome judge(ChangedPair pair, String question, Supplier<Outcome> judgment) {
        for (Attribution one : List.of(pair.original(), pair.changed())) {
            if (one.tokens().stream().anyMatch(token -> !Double.isFinite(token.score()))) {
                return Outcome.fail(shouldHaveFiniteScores(one), List.of()).shownBy(one);
            }
        }
        boolean converged = pair.original().convergence().converged()
                && pair.changed().convergence().converged();
        return converged ? judgment.get() : Outcome.inconclusive(UnclearChange.notConverged(pair, question), List.of());
    }

    /** Judges one word in both texts. */
    static Outcome ofWord(
            ChangedPair pair,
            WordSelector word,
            String move,
            BiFunction<WordSelection, WordSelection, Outcome> judgment) {
        Outcome outcome = NamedWords.judge(pair.original(), List.of(word), words -> {
            WordSelection before = words.get(0);
            String question = question(pair, before, move);
            return judge(pair, question, () -> {
                Optional<WordSelection> after = pair.counterpart(before.span());
                return after.map(found -> judgment.apply(before, found))
                        .orElseGet(() -> Outcome.inconclusive(
                                UnclearChange.withoutCounterpart(pair, question, before), List.of()))
                        .shownBy(pair.changed());
            });
        });
        // A word that the original lacks, or has twice, is marked there.
        return outcome.evidence().isPresent() ? outcome : outcome.shownBy(pair.original());
    }

    static String question(ChangedPair pair, WordSelection word, String move) {
        return "\"" + word.text() + "\" " + move + " toward " + pair.original().label();
    }

    static List<Span> marked(WordSelection after) {
        return List.of(after.span());
    }
}
