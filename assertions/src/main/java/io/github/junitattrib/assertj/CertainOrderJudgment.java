package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.error.ShouldHaveFiniteScores.shouldHaveFiniteScores;
import static io.github.junitattrib.assertj.error.ShouldRankAbove.unclearRanking;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.RankedBy;
import io.github.junitattrib.assertj.error.Margin;
import io.github.junitattrib.text.WordSelection;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Whether the order of the top words is certain; it never fails, as no order is wrong by itself.
 *
 * @param top how many words are looked at; empty for all
 * @param by what words are ranked by
 */
record CertainOrderJudgment(OptionalInt top, RankedBy by) implements Function<Attribution, Outcome> {

    CertainOrderJudgment {
        if (top.isPresent() && top.getAsInt() < 1) {
            throw new IllegalArgumentException("The number of top words must be 1 or more, but is " + top.getAsInt()
                    + ". Give how many words to look at.");
        }
    }

    /** How many words are looked at, as reports name it. */
    String places() {
        return top.isPresent() ? "top " + top.getAsInt() : "all words";
    }

    /** The top words in their order. */
    List<String> words(Attribution attribution) {
        return selections(attribution).stream()
                .limit(size(attribution))
                .map(WordSelection::text)
                .toList();
    }

    @Override
    public Outcome apply(Attribution attribution) {
        if (attribution.tokens().stream().anyMatch(token -> !Double.isFinite(token.score()))) {
            return Outcome.inconclusive(shouldHaveFiniteScores(attribution), List.of());
        }
        List<Margin> pairs = pairs(attribution);
        return pairs.isEmpty()
                ? Outcome.pass(List.of())
                : Pairs.judge(
                        attribution,
                        pairs,
                        List.of(),
                        this::impossible,
                        tie -> Outcome.inconclusive(unclearRanking(attribution, tie), Pairs.spans(tie)));
    }

    /** Each of the top words against all that rank below. */
    private List<Margin> pairs(Attribution attribution) {
        List<WordSelection> words = selections(attribution);
        List<Margin> pairs = new ArrayList<>();
        for (int place = 0; place < size(attribution); place++) {
            for (WordSelection below : words.subList(place + 1, words.size())) {
                pairs.add(new Margin(words.get(place), below, by));
            }
        }
        return pairs;
    }

    private List<WordSelection> selections(Attribution attribution) {
        return attribution.ranking(by).stream().map(WordSelection::of).toList();
    }

    private int size(Attribution attribution) {
        int words = attribution.words().size();
        if (top.isPresent() && top.getAsInt() > words) {
            throw new IllegalArgumentException("The text \"" + attribution.text() + "\" has " + words
                    + " words, so there are no top " + top.getAsInt() + ". Give a smaller number.");
        }
        return top.orElse(words);
    }

    private Outcome impossible(Margin lost) {
        throw new IllegalStateException("A ranking is not in its own order: " + lost + ".");
    }
}
