package io.github.junitattrib.axiom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Span;
import io.github.junitattrib.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Scores of two attributions side by side: by tokens where these are the same, else by words. */
class ComparedScoresTest {

    private static final Attribution WHOLE = Texts.ofWords("so greatly", 0.5, 2);

    /** The second word in two pieces of 0.75 and 1.25. */
    private static final Attribution CUT = Texts.of(
            "so greatly",
            List.of(
                    Texts.piece("so", 0, 2, 0, 0.5),
                    Texts.piece("great", 3, 5, 1, 0.75),
                    Texts.piece("##ly", 8, 2, 1, 1.25)));

    @Test
    void theSameTokensAreComparedOneByOne() {
        ScoreAgreement agreement = ComparedScores.of(WHOLE, Texts.ofWords("so greatly", 0.5, 2.2), 0.04);

        assertThat(agreement.comparisons())
                .extracting(Comparison::what)
                .containsExactly("the score of token \"so\"", "the score of token \"greatly\"");
        Comparison second = agreement.comparisons().get(1);
        assertThat(second.places()).containsExactly(new Span(3, 10));
        assertThat(second.expected()).isEqualTo(2);
        assertThat(second.seen()).isEqualTo(2.2);
        assertThat(second.bar()).isCloseTo(0.02, within(1e-12));
        assertThat(second.slack()).isEqualTo(0.04);
        assertThat(second.scale()).isEqualTo(2.2);
        assertThat(agreement.verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void otherPiecesAreComparedByWordsWithTheSlackOfEveryPiece() {
        for (ScoreAgreement agreement :
                List.of(ComparedScores.of(WHOLE, CUT, 0.04), ComparedScores.of(CUT, WHOLE, 0.04))) {
            assertThat(agreement.comparisons())
                    .extracting(Comparison::what)
                    .containsExactly("the score of \"so\"", "the score of \"greatly\"");
            assertThat(agreement.comparisons()).extracting(Comparison::slack).containsExactly(0.04, 0.08);
            Comparison second = agreement.comparisons().get(1);
            assertThat(second.places()).containsExactly(new Span(3, 10));
            assertThat(second.expected()).isEqualTo(2);
            assertThat(second.seen()).isEqualTo(2);
            // One bar of 0.01 on one side; of two pieces, 0.01 + 0.01 or less on the other.
            assertThat(second.bar()).isBetween(0.02, 0.03);
            assertThat(agreement.verdict()).isEqualTo(Verdict.PASS);
        }
    }

    @Test
    void tokensOfTheSameTextAtOtherPlacesAreNotTheSame() {
        Attribution first = Texts.of("a a", List.of(Texts.piece("a", 0, 1, 0, 1)));
        Attribution second = Texts.of("a a", List.of(Texts.piece("a", 2, 1, 0, 1)));

        assertThat(ComparedScores.of(first, second, 0).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void otherWordsCannotBeCompared() {
        ScoreAgreement agreement = ComparedScores.of(WHOLE, Texts.ofWords("so gr eatly", 0.5, 1, 1), 0);

        assertThat(agreement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(agreement.comparisons()).isEmpty();
        assertThat(agreement.open()).isEqualTo("the scores belong to other words: [so, greatly] and [so, gr, eatly]");
    }
}
