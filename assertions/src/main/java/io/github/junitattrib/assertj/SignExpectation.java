package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.error.ShouldMoveScore.shouldMoveScore;

import io.github.junitattrib.assertj.error.ChangedPair;
import io.github.junitattrib.assertj.error.UnclearChange;
import io.github.junitattrib.text.WordSelection;
import io.github.junitattrib.text.WordSelector;

/** Whether a word's score keeps or flips its sign, where both scores are further from zero than they are uncertain. */
record SignExpectation(WordSelector word, boolean flips) implements ChangeExpectation {

    SignExpectation {
        NamedWords.requireGiven(word);
    }

    @Override
    public String call() {
        return (flips ? "flipsSignOf(" : "keepsSignOf(") + word + ")";
    }

    @Override
    public Outcome judge(ChangedPair pair) {
        Signs.require(pair.original(), pair.changed());
        return ChangedScores.ofWord(pair, word, flips ? "flips its sign" : "keeps its sign", (before, after) -> {
            if (isNearZero(before) || isNearZero(after)) {
                return unclear(pair, before, after);
            }
            boolean flipped = Math.signum(before.score()) != Math.signum(after.score());
            return flipped == flips
                    ? Outcome.pass(ChangedScores.marked(after))
                    : Outcome.fail(
                            shouldMoveScore(pair, before, after, flips ? "flip its sign" : "keep its sign"),
                            ChangedScores.marked(after));
        });
    }

    /** Also where the uncertainty is not known. */
    private static boolean isNearZero(WordSelection selection) {
        return !(Math.abs(selection.score()) > selection.uncertainty());
    }

    private Outcome unclear(ChangedPair pair, WordSelection before, WordSelection after) {
        String question = ChangedScores.question(pair, before, flips ? "flips its sign" : "keeps its sign");
        String where = isNearZero(before) ? "in the original text" : "in the changed text";
        return Outcome.inconclusive(
                UnclearChange.withinBars(pair, question, "its score " + where + " is within its uncertainty of zero"),
                ChangedScores.marked(after));
    }
}
