package io.github.junitattrib.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Convergence;
import io.github.junitattrib.Marked;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.ModelFacts;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.RankedBy;
import io.github.junitattrib.Span;
import io.github.junitattrib.TargetScore;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.text.WordSplitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RankingPairsTest {

    @Test
    void drawsEachWordBesideItsCounterpart() {
        Attribution before = attribution("so great", -0.25, 1.5);
        Attribution after = attribution("not great", -2, 0.5);

        String table = RankingPairs.of(
                before.ranking(),
                after.ranking(),
                word -> word.text().equals("great") ? Optional.of(after.words().get(1)) : Optional.empty(),
                List.of(new Marked(new Span(3, 8), "expected to stay")),
                RankedBy.SIGNED_SCORE);

        assertThat(table).isEqualTo("""
                          rank  original  attribution  uncertainty    rank  changed   attribution  uncertainty
                             1  great         +1.5000       0.1000       1  great         +0.5000       0.1000  <- expected to stay
                             2  so            -0.2500       0.1000       -  (none)              -            -
                             -  (none)              -            -       2  not           -2.0000       0.1000""".indent(2).stripTrailing());
    }

    @Test
    void ranksByMagnitudeOnRequest() {
        Attribution one = attribution("so bad", 0.5, -2);

        String table = RankingPairs.of(
                one.ranking(RankedBy.MAGNITUDE),
                one.ranking(RankedBy.MAGNITUDE),
                Optional::of,
                List.of(),
                RankedBy.MAGNITUDE);

        assertThat(table.lines().skip(1).map(line -> line.strip().substring(0, 6)))
                .containsExactly("1  bad", "2  so ");
    }

    @Test
    void leavesOutTheSmallestScoresOfLongTexts() {
        String text = "a b c d e f g h i j k l m n";
        double[] scores = new double[14];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = 14 - i;
        }
        Attribution attribution = attribution(text, scores);

        String table = RankingPairs.of(
                attribution.ranking(), attribution.ranking(), Optional::of, List.of(), RankedBy.SIGNED_SCORE);

        assertThat(table.lines()).hasSize(12).last().isEqualTo("  (4 more)");
    }

    private static Attribution attribution(String text, double... scores) {
        List<TokenScore> tokens = new ArrayList<>();
        List<Span> words = WordSplitter.words(text);
        for (int i = 0; i < words.size(); i++) {
            Span span = words.get(i);
            tokens.add(new TokenScore(span.of(text), Optional.of(span), OptionalInt.of(i), false, scores[i], 0.1));
        }
        return new Attribution(
                text,
                tokens,
                new TargetScore.OfClass(1, "POSITIVE"),
                Prediction.ofLogits(List.of("NEGATIVE", "POSITIVE"), new double[] {0, 1}),
                1,
                0,
                new Convergence(true, 9, 0.1, "", List.of()),
                new MethodFacts("IntegratedGradients", Map.of()),
                new ModelFacts("reviews", "cpu", "float32"));
    }
}
