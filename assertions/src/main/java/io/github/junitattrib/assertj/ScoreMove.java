package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.error.ShouldMoveScore.shouldMoveScore;

import io.github.junitattrib.Verdict;
import io.github.junitattrib.assertj.error.ChangedPair;
import io.github.junitattrib.assertj.error.Margin;
import io.github.junitattrib.assertj.error.UnclearChange;
import io.github.junitattrib.text.WordSelection;
import io.github.junitattrib.text.WordSelector;

/** Whether a word's score rises or falls, by more than the uncertainty of both scores. */
record ScoreMove(WordSelector word, boolean rises) implements ChangeExpectation {

    ScoreMove {
        NamedWords.requireGiven(word);
    }

    @Override
    public String call() {
        return (rises ? "raisesScoreOf(" : "lowersScoreOf(") + word + ")";
    }

    @Override
    public Outcome judge(ChangedPair pair) {
        return ChangedScores.ofWord(pair, word, rises ? "rises" : "falls", (before, after) -> {
            Verdict verdict = (rises ? new Margin(after, before) : new Margin(before, after)).verdict();
            return switch (verdict) {
                case PASS -> Outcome.pass(ChangedScores.marked(after));
                case FAIL ->
                    Outcome.fail(
                            shouldMoveScore(pair, before, after, rises ? "rise" : "fall"), ChangedScores.marked(after));
                case INCONCLUSIVE -> unclear(pair, before, after);
            };
        });
    }

    private Outcome unclear(ChangedPair pair, WordSelection before, WordSelection after) {
        return Outcome.inconclusive(
                UnclearChange.withinBars(
                        pair,
                        ChangedScores.question(pair, before, rises ? "rises" : "falls"),
                        "the scores before and after differ by less than they are uncertain"),
                ChangedScores.marked(after));
    }
}
