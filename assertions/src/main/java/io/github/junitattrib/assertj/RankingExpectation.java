package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.error.ShouldKeepRanking.shouldKeepRanking;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.RankedBy;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.WordScore;
import io.github.junitattrib.assertj.error.ChangedPair;
import io.github.junitattrib.assertj.error.Measured;
import io.github.junitattrib.assertj.error.UnclearChange;
import io.github.junitattrib.metric.RankAgreement;
import io.github.junitattrib.metric.UndefinedMetricException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/** Whether the words that both texts have are ranked alike, by a metric with the error bar of the scores. */
record RankingExpectation(AgreementCriterion criterion) implements ChangeExpectation {

    RankingExpectation {
        Objects.requireNonNull(criterion, "The criterion must not be null. Take one such as spearmanAtLeast(0.9).");
    }

    @Override
    public String call() {
        return "keepsRanking(" + criterion + ")";
    }

    @Override
    public Outcome judge(ChangedPair pair) {
        String question = "the ranking toward " + pair.original().label() + " stays";
        return ChangedScores.judge(pair, question, () -> compare(pair, question));
    }

    private Outcome compare(ChangedPair pair, String question) {
        Measured agreement;
        try {
            agreement = criterion.measure(agreement(pair), RankedBy.SIGNED_SCORE);
        } catch (UndefinedMetricException e) {
            return unclear(pair, question, "the rankings have no such agreement", String.valueOf(e.getMessage()));
        }
        if (!agreement.result().converged()) {
            return unclear(
                    pair,
                    question,
                    "the scores are not good enough",
                    agreement.result().remedy());
        }
        return switch (agreement.verdict()) {
            case PASS -> Outcome.pass(List.of());
            case FAIL -> Outcome.fail(shouldKeepRanking(pair, agreement), List.of());
            case INCONCLUSIVE ->
                Outcome.inconclusive(
                        UnclearChange.withinBars(
                                pair,
                                question + " with a " + agreement.name() + " of " + agreement.bound(),
                                "the error bar of that number reaches over the bound"),
                        List.of());
        };
    }

    private static Outcome unclear(ChangedPair pair, String question, String reason, String remedy) {
        return Outcome.inconclusive(UnclearChange.because(pair, question, reason, remedy), List.of());
    }

    /** The words of both texts, both times with the place that they have in the original. */
    private static RankAgreement agreement(ChangedPair pair) {
        List<TokenScore> before = new ArrayList<>();
        List<TokenScore> after = new ArrayList<>();
        for (WordScore word : pair.original().words()) {
            Optional<WordScore> other = pair.counterpart(word);
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
        return RankAgreement.between(with(pair.original(), before), with(pair.original(), after));
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

    private static Attribution with(Attribution attribution, List<TokenScore> tokens) {
        return new Attribution(
                attribution.text(),
                tokens,
                attribution.target(),
                attribution.prediction(),
                attribution.inputScore(),
                attribution.baselineScore(),
                attribution.convergence(),
                attribution.method(),
                attribution.model());
    }
}
