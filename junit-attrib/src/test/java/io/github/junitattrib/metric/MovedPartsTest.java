package io.github.junitattrib.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Span;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.Occlusion;
import io.github.junitattrib.text.Token;
import io.github.junitattrib.text.TokenizedText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Which tokens of a model move with which score. */
class MovedPartsTest {

    private static final Token BEGIN = special("[CLS]");
    private static final Token END = special("[SEP]");

    private static Token special(String text) {
        return new Token(0, text, Optional.empty(), OptionalInt.empty(), true);
    }

    private static Token token(String text, int start, int end) {
        return new Token(1, text, Optional.of(new Span(start, end)), OptionalInt.empty(), false);
    }

    private static Token placeless(String text) {
        return new Token(1, text, Optional.empty(), OptionalInt.empty(), false);
    }

    /** One score for each word, and none for special tokens. */
    private static Attribution byWord(String text) {
        return AttributionRequest.of(new WordWeights(Map.of("w0", 1.0, "w1", 2.0)), text, new Occlusion())
                .attribution();
    }

    @Test
    void sameTokensMoveOneByOneEvenWithoutAPlaceInTheText() {
        Attribution attribution = Scored.scores(3, 5);
        TokenizedText same = new TokenizedText("w0 w1", List.of(BEGIN, token("w0", 0, 2), placeless("w1"), END));

        MovedParts parts = MovedParts.of(attribution, same, "M");

        assertThat(parts.partOf()).containsExactly(-1, 1, 2, -1);
        assertThat(parts.scores()).containsExactly(0, 3, 5, 0);
    }

    @Test
    void piecesMoveWithTheirWordAndWhatHasNoPlaceStays() {
        TokenizedText pieces = new TokenizedText(
                "w0 w1", List.of(BEGIN, token("w", 0, 1), token("0", 1, 2), placeless("?"), token("w1", 3, 5), END));

        MovedParts parts = MovedParts.of(byWord("w0 w1"), pieces, "M");

        assertThat(parts.partOf()).containsExactly(-1, 0, 0, -1, 1, -1);
        assertThat(parts.scores()).containsExactly(1, 2);
        assertThat(parts.draw(() -> 0.25)).containsExactly(0.25, 0.25);
        assertThat(parts.perToken(new double[] {0.25, 0.5})).containsExactly(0, 0.25, 0.25, 0, 0.5, 0);
    }

    @Test
    void aTokenThatHoldsTheFirstTwoWordsHasSeveralScores() {
        TokenizedText coarse = new TokenizedText("w0 w1", List.of(BEGIN, token("w0 w1", 0, 5), END));

        assertThatThrownBy(() -> MovedParts.of(byWord("w0 w1"), coarse, "M"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("M moves the model's tokens, but \"w0 w1\" is one of them and has several scores of"
                        + " Occlusion. Explain the text by words or by this model's tokens.");
    }
}
