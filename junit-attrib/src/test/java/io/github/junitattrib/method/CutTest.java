package io.github.junitattrib.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.junitattrib.Span;
import io.github.junitattrib.text.Token;
import io.github.junitattrib.text.TokenizedText;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What of a tokenized text can be taken away: words with all of their tokens, or pieces that stand for text. */
class CutTest {

    private static Token token(String text, int start, int end, int word) {
        return new Token(1, text, Optional.of(new Span(start, end)), OptionalInt.of(word), false);
    }

    /** "café ok" between special tokens, where "é" comes as two bytes of one place, and a token has none. */
    private static final TokenizedText TEXT = new TokenizedText(
            "café ok",
            List.of(
                    new Token(0, "[CLS]", Optional.empty(), OptionalInt.empty(), true),
                    token("ca", 0, 2, 0),
                    token("f+", 2, 4, 0),
                    token("<C3>", 3, 4, 0),
                    token("<A9>", 3, 4, 0),
                    token("ok", 5, 7, 1),
                    new Token(1, "▁", Optional.empty(), OptionalInt.empty(), false),
                    new Token(0, "[MASK]", Optional.of(new Span(5, 7)), OptionalInt.of(1), true)));

    @Test
    void wordsHaveAllOfTheirTokens() {
        assertThat(Cut.words(TEXT).atoms())
                .containsExactly(
                        new Atom("café", new Span(0, 4), OptionalInt.of(0), List.of(1, 2, 3, 4)),
                        new Atom("ok", new Span(5, 7), OptionalInt.of(1), List.of(5)));
    }

    @Test
    void piecesAreTheTokensThatStandForText() {
        assertThat(Cut.pieces(TEXT).atoms())
                .extracting(Atom::text, Atom::tokens)
                .containsExactly(
                        tuple("ca", List.of(1)),
                        tuple("f+", List.of(2)),
                        tuple("<C3>", List.of(3)),
                        tuple("<A9>", List.of(4)),
                        tuple("ok", List.of(5)));
    }

    @Test
    void piecesThatShareACharacterAreOneWhereTextIsDeleted() {
        assertThat(Cut.pieces(TEXT).withoutOverlaps().atoms())
                .containsExactly(
                        new Atom("ca", new Span(0, 2), OptionalInt.of(0), List.of(1)),
                        new Atom("fé", new Span(2, 4), OptionalInt.of(0), List.of(2, 3, 4)),
                        new Atom("ok", new Span(5, 7), OptionalInt.of(1), List.of(5)));
    }
}
