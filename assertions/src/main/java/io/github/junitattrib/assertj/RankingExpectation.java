package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.error.ShouldKeepRanking.noAgreement;
import static io.github.junitattrib.assertj.error.ShouldKeepRanking.question;
import static io.github.junitattrib.assertj.error.ShouldKeepRanking.shouldKeepRanking;
import static io.github.junitattrib.assertj.error.ShouldKeepRanking.unclearRanking;

import io.github.junitattrib.RankedBy;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.WordScore;
import io.github.junitattrib.assertj.error.ChangedPair;
import io.github.junitattrib.assertj.error.Measured;
import io.github.junitattrib.assertj.error.WordPairs;
import io.github.junitattrib.metric.UndefinedMetricException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/** Whether the words that both texts have are ranked alike, by a metric with the error bar of the scores. */
record RankingExpectation(AgreementCriterion criterion, RankedBy by) implements ChangeExpectation {

    RankingExpectation {
        Objects.requireNonNull(criterion, AgreementCriterion.NONE);
    }

    @Override
    public String call() {
        return ByMagnitude.call("keepsRanking(" + criterion + ")", by);
    }

    @Override
    public Outcome judge(ChangedPair pair) {
        return ChangedScores.judge(pair, question(pair, by), () -> compare(pair));
    }

    private Outcome compare(ChangedPair pair) {
        Measured agreement;
        try {
            agreement = measure(pair);
        } catch (UndefinedMetricException e) {
            return Outcome.inconclusive(noAgreement(pair, String.valueOf(e.getMessage()), by), List.of());
        }
        return switch (agreement.verdict()) {
            case PASS -> Outcome.pass(List.of());
            case FAIL -> Outcome.fail(shouldKeepRanking(pair, agreement, by), List.of());
            case INCONCLUSIVE -> Outcome.inconclusive(unclearRanking(pair, agreement, by), List.of());
        };
    }

    /** The words of both texts, both times with the place that they have in the original. */
    private Measured measure(ChangedPair pair) {
        WordPairs words = pair.words();
        List<TokenScore> before = new ArrayList<>();
        List<TokenScore> after = new ArrayList<>();
        for (WordScore word : words.before()) {
            Optional<WordScore> other = words.counterpart(word);
            other.ifPresent(found -> {
                before.add(at(word, word));
                after.add(at(word, found));
            });
        }
        if (before.size() < 2) {
            throw new IllegalArgumentException("The texts \"" + pair.original().text() + "\" and \""
                    + pair.changed().text() + "\" have fewer than two words in common, so there is no ranking to keep."
                    + " Take a change that leaves more of the text.");
        }
        return criterion.measure(
                pair.original().withTokens(before), pair.original().withTokens(after), by);
    }

    private static TokenScore at(WordScore place, WordScore scored) {
        return new TokenScore(
                place.text(),
                Optional.of(place.span()),
                OptionalInt.of(place.index()),
                false,
                scored.score(),
                scored.uncertainty());
    }
}
