package io.github.junitattrib.text;

import static io.github.junitattrib.text.WordSelector.matching;
import static io.github.junitattrib.text.WordSelector.span;
import static io.github.junitattrib.text.WordSelector.token;
import static io.github.junitattrib.text.WordSelector.word;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Convergence;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.ModelFacts;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.Span;
import io.github.junitattrib.TargetScore;
import io.github.junitattrib.TokenScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WordSelectorTest {

    @Test
    void findsAWordWithTheSumOfItsPieces() {
        Attribution attribution = ofPieces("unlike it", new Span(0, 2), new Span(2, 6), new Span(7, 9));

        assertThat(word("unlike").in(attribution)).singleElement().satisfies(found -> {
            assertThat(found.text()).isEqualTo("unlike");
            assertThat(found.span()).isEqualTo(new Span(0, 6));
            // Token i scores i + 1, with an uncertainty of a tenth of it.
            assertThat(found.score()).isEqualTo(1 + 2);
            assertThat(found.uncertainty()).isCloseTo(0.3, within(1e-15));
        });
    }

    @Test
    void wantsBothEndsToBeEndsOfWords() {
        Attribution attribution = ofWords("it wasn't unlike un like");

        assertThat(word("like").in(attribution)).extracting(WordSelection::span).containsExactly(new Span(20, 24));
        assertThat(word("was").in(attribution)).isEmpty();
        assertThat(word("n't").in(attribution)).isEmpty();
        assertThat(word("it wasn").in(attribution)).isEmpty();
        assertThat(word("it ").in(attribution)).isEmpty();
    }

    @Test
    void findsAPhraseAndItsPunctuation() {
        Attribution attribution = ofWords("not good, not good");

        assertThat(word("not good").in(attribution))
                .extracting(WordSelection::span)
                .containsExactly(new Span(0, 8), new Span(10, 18));
        assertThat(word("good, not").in(attribution)).hasSize(1);
        assertThat(word("good,").in(attribution)).hasSize(1);
        assertThat(word("not  good").in(attribution)).isEmpty();
    }

    @Test
    void countsEveryPlaceEvenWhereTwoOverlap() {
        Attribution attribution = ofWords("no no no");

        assertThat(word("no no").in(attribution))
                .extracting(WordSelection::span)
                .containsExactly(new Span(0, 5), new Span(3, 8));
    }

    @Test
    void namesTheNthPlace() {
        Attribution attribution = ofWords("no, no");

        assertThat(word("no").occurrence(2).in(attribution))
                .extracting(WordSelection::span)
                .containsExactly(new Span(4, 6));
        assertThat(word("no").occurrence(3).in(attribution)).isEmpty();
        assertThatThrownBy(() -> word("no").occurrence(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("counted from 1, but 0");
    }

    @Test
    void tellsUpperFromLowerCase() {
        assertThat(word("great").in(ofWords("Great"))).isEmpty();
        assertThat(word("Great").in(ofWords("Great"))).hasSize(1);
    }

    @Test
    void takesAPatternAsText() {
        assertThat(word(".*").in(ofWords("it was"))).isEmpty();
        assertThat(word("?").in(ofWords("why ?"))).hasSize(1);
    }

    @Test
    void refusesABlankWordAndAnEmptySpan() {
        assertThatThrownBy(() -> word(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> span(3, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> span(3, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> span(-1, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesASpanOfWholeTokens() {
        Attribution attribution = ofPieces("unlike it", new Span(0, 2), new Span(2, 6), new Span(7, 9));

        assertThat(span(0, 2).in(attribution)).extracting(WordSelection::score).containsExactly(1.0);
        assertThat(span(2, 9).in(attribution)).extracting(WordSelection::score).containsExactly(5.0);
        assertThat(span(2, 7).in(attribution)).extracting(WordSelection::score).containsExactly(2.0);
        assertThat(span(1, 6).in(attribution)).as("cuts a token").isEmpty();
        assertThat(span(6, 7).in(attribution)).as("holds no token").isEmpty();
        assertThat(span(7, 10).in(attribution)).as("reaches beyond the text").isEmpty();
        assertThat(span(20, 30).in(attribution)).isEmpty();
    }

    @Test
    void findsWordsByAnExpressionThatMatchesThemAsAWhole() {
        Attribution attribution = ofWords("great, greater and greatest");

        assertThat(texts(matching("great"), attribution)).containsExactly("great");
        assertThat(texts(matching("gre.*"), attribution)).containsExactly("great", "greater", "greatest");
        assertThat(texts(matching("great|greatest"), attribution)).containsExactly("great", "greatest");
        assertThat(texts(matching("[a-z]+er"), attribution)).containsExactly("greater");
        assertThat(texts(matching("grea"), attribution)).isEmpty();
        assertThat(texts(matching("GREAT"), attribution)).isEmpty();
        assertThat(texts(matching(Pattern.compile("GREAT", Pattern.CASE_INSENSITIVE)), attribution))
                .containsExactly("great");
        assertThat(matching("gre.*").occurrence(2).in(attribution))
                .extracting(WordSelection::span)
                .containsExactly(new Span(7, 14));
    }

    @Test
    void findsTheShortestRunOfWordsThatAnExpressionMatches() {
        Attribution attribution = ofWords("not so good, not good and good");

        assertThat(texts(matching("not (so )?good"), attribution)).containsExactly("not so good", "not good");
        assertThat(texts(matching("(not )?(so )?good"), attribution))
                .containsExactly("not so good", "not good", "good");
        assertThat(texts(matching("good.*"), attribution)).containsExactly("good", "good", "good");
        assertThat(texts(matching("good\\W+not"), attribution)).containsExactly("good, not");
        assertThat(texts(matching("^so$"), attribution)).containsExactly("so");
        assertThat(texts(matching("(?<=not )good"), attribution)).containsExactly("good");
        assertThat(texts(matching("good(?=,)"), attribution)).containsExactly("good");
    }

    @Test
    void refusesAnExpressionThatIsNoneOrWouldTakeForEver() {
        assertThatThrownBy(() -> matching("gr(eat")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> matching(" "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must not be blank");
        // Eight repetitions may share 64 letters out in about 10 billion ways.
        String slow = "a*".repeat(8) + "b";
        Attribution attribution = ofWords("a".repeat(64) + " good");
        assertThatThrownBy(() -> matching(slow).in(attribution))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The expression /" + slow + "/ takes too many steps on the text \"aaa");
        Attribution deep = ofWords("ab".repeat(100_000));
        assertThatThrownBy(() -> matching("(a|b)*c").in(deep)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesTokensByTheirPieces() {
        Attribution attribution =
                ofPieces("unlike it un", new Span(0, 2), new Span(2, 6), new Span(7, 9), new Span(10, 12));

        assertThat(token("like").in(attribution)).singleElement().satisfies(found -> {
            assertThat(found.span()).isEqualTo(new Span(2, 6));
            assertThat(found.score()).isEqualTo(2);
            assertThat(found.uncertainty()).isEqualTo(0.2);
        });
        assertThat(token("un").in(attribution)).hasSize(2);
        assertThat(token("un").occurrence(2).in(attribution))
                .extracting(WordSelection::span)
                .containsExactly(new Span(10, 12));
        assertThat(token("unlike").in(attribution)).isEmpty();
        assertThatThrownBy(() -> token("")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysWhatItLooksFor() {
        assertThat(word("great").occurrence(2)).hasToString("\"great\" (occurrence 2)");
        assertThat(matching("gr.*t")).hasToString("/gr.*t/").isEqualTo(matching(Pattern.compile("gr.*t")));
        assertThat(token("##ing")).hasToString("token \"##ing\"");
        assertThat(span(0, 2)).hasToString("span [0, 2)");
    }

    private static List<String> texts(WordSelector selector, Attribution attribution) {
        return selector.in(attribution).stream().map(WordSelection::text).toList();
    }

    private static Attribution ofWords(String text) {
        return ofPieces(text, WordSplitter.words(text).toArray(Span[]::new));
    }

    private static Attribution ofPieces(String text, Span... spans) {
        List<Optional<Span>> pieces = new ArrayList<>();
        for (Span span : spans) {
            pieces.add(Optional.of(span));
        }
        List<OptionalInt> words = new WordAssignment(WordSplitter.words(text)).of(pieces);
        List<TokenScore> tokens = new ArrayList<>();
        for (int i = 0; i < spans.length; i++) {
            tokens.add(new TokenScore(spans[i].of(text), pieces.get(i), words.get(i), false, i + 1.0, (i + 1) / 10.0));
        }
        return new Attribution(
                text,
                tokens,
                new TargetScore.OfClass(0, "A"),
                Prediction.ofLogits(List.of("A"), new double[] {1}),
                1,
                0,
                new Convergence(true, 9, 0.1, "", List.of()),
                new MethodFacts("IntegratedGradients", Map.of()),
                new ModelFacts("model", "cpu", "float32"));
    }
}
