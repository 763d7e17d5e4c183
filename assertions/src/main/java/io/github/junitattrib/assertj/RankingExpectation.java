package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.error.ShouldKeepRanking.shouldKeepRanking;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.WordScore;
import io.github.junitattrib.assertj.error.ChangedPair;
import io.github.junitattrib.assertj.error.UnclearChange;
import io.github.junitattrib.metric.MetricResult;
import io.github.junitattrib.metric.RankAgreement;
import io.github.junitattrib.metric.UndefinedMetricException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Whether the words that both texts have are ranked alike, by Spearman's correlation with the error bar of the scores. */
record RankingExpectation(double spearman) implements ChangeExpectation {

    RankingExpectation {
        if (!(spearman > -1 && spearman <= 1)) {
            throw new IllegalArgumentException("A Spearman correlation lies between -1 and 1, so that one of at least "
                    + spearman + " is nothing to check. Give a number above -1 and up to 1.");
        }
    }

    @Override
    public String call() {
        return "keepsRanking(spearmanAtLeast(" + spearman + "))";
    }

    @Override
    public Outcome judge(ChangedPair pair) {
        String question = "the ranking toward " + pair.original().label() + " stays";
        return ChangedScores.judge(pair, question, () -> compare(pair, question));
    }

    private Outcome compare(ChangedPair pair, String question) {
        MetricResult agreement;
        try {
            agreement = agreement(pair);
        } catch (UndefinedMetricException e) {
            return unclear(pair, question, "a correlation has no value", String.valueOf(e.getMessage()));
        }
        if (!agreement.converged()) {
            return unclear(pair, question, "the scores are not good enough", agreement.remedy());
        }
        if (agreement.value() - agreement.uncertainty() >= spearman) {
            return Outcome.pass(List.of());
        }
        return agreement.value() + agreement.uncertainty() < spearman
                ? Outcome.fail(shouldKeepRanking(pair, spearman, agreement.value()), List.of())
                : Outcome.inconclusive(
                        UnclearChange.withinBars(
                                pair,
                                question + " with a Spearman correlation of at least " + spearman,
                                "the error bar of the correlation reaches over that number"),
                        List.of());
    }

    private static Outcome unclear(ChangedPair pair, String question, String reason, String remedy) {
        return Outcome.inconclusive(UnclearChange.because(pair, question, reason, remedy), List.of());
    }

    /** The words of both texts, both times with the place that they have in the original. */
    private static MetricResult agreement(ChangedPair pair) {
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
        return RankAgreement.between(with(pair.original(), before), with(pair.original(), after))
                .spearman();
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
