package io.github.junitattrib.corpus;

import static io.github.junitattrib.corpus.Changing.changed;
import static io.github.junitattrib.corpus.Changing.reason;
import static io.github.junitattrib.corpus.Changing.texts;
import static io.github.junitattrib.corpus.TextChanges.intensifying;
import static io.github.junitattrib.corpus.TextChanges.negating;
import static io.github.junitattrib.corpus.TextChanges.swappingPronounGender;
import static io.github.junitattrib.corpus.TextChanges.toPast;
import static io.github.junitattrib.corpus.TextChanges.toPresent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.junitattrib.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnglishChangesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            He said it was great        | She said it was great
            SHE'S right, she'd say      | HE'S right, he'd say
            I saw him and his brother   | I saw her and her brother
            The idea was his.           | The idea was hers.
            his was better              | hers was better
            Hers was better             | His was better
            We like her                 | We like him
            We like her, and her films  | We like him, and his films
            We met her at her house     | We met him at his house
            She did it herself          | He did it himself
            """)
    void swapsPronouns(String text, String expected) {
        assertThat(changed(swappingPronounGender(), text)).isEqualTo(expected);
    }

    @Test
    void doesNotGuessWhatHerMeans() {
        assertThat(reason(swappingPronounGender(), "They gave her great advice"))
                .isEqualTo("\"her\" behind \"gave\" may be \"him\" or \"his\"; replacing(..) says which");
        assertThat(changed(swappingPronounGender(), "They gave her the book")).isEqualTo("They gave him the book");
        assertThat(reason(swappingPronounGender(), "They said the theory held")).contains("no pronoun");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            It is great               | It was great
            I am sure they aren’t     | I was sure they weren’t
            Isn't it?                 | Wasn't it?
            IS IT?                    | WAS IT?
            She has what they have    | She had what they had
            We can't and won't        | We couldn't and wouldn't
            """)
    void putsAuxiliariesIntoThePast(String text, String expected) {
        assertThat(changed(toPast(), text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            It was great                | It is great
            I was sure they were        | I am sure they are
            We had it and she had it    | We have it and she has it
            they didn't, he didn't      | they don't, he doesn't
            """)
    void putsAuxiliariesIntoThePresent(String text, String expected) {
        assertThat(changed(toPresent(), text)).isEqualTo(expected);
    }

    @Test
    void doesNotGuessThePresentOfAnAmbiguousPast() {
        assertThat(reason(toPresent(), "The film had a plot"))
                .isEqualTo("\"had\" may be any of [has, have] here; a pronoun directly before it would say which");
        assertThat(reason(toPresent(), "It is great")).contains("no verb of the table in the past");
        assertThat(reason(toPast(), "It's great")).contains("no verb of the table in the present");
    }

    @Test
    void learnsVerbs() {
        Tense tense = toPast().with("says", "said");

        assertThat(changed(tense, "She says it is great")).isEqualTo("She said it was great");
        assertThat(tense).hasToString("toPast().with(\"says\", \"said\")").isEqualTo(toPast().with("says", "said"));
        assertThat(toPresent()).hasToString("toPresent()").isNotEqualTo(toPast());
        assertThatIllegalArgumentException().isThrownBy(() -> toPast().with("says", " "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            It was great                      | It was not great
            It was not great                  | It was great
            It was never great                | It was great
            It wasn't great                   | It was great
            It wasn’t a very great film       | It was a very great film
            It can't be great                 | It can't be not great
            They can't great                  | They can great
            It was a great film               | It was not a great film
            It was quite a really great film  | It was not quite a really great film
            the great film                    | the not great film
            Great film!                       | Not great film!
            Not great. Great                  | Great. Not great
            GREAT FILM                        | NOT GREAT FILM
            A great film                      | Not a great film
            great, great                      | not great, not great
            """)
    void negatesAndTakesNegationsAway(String text, String expected) {
        assertThat(changed(negating("great"), text)).isEqualTo(expected);
    }

    @Test
    void findsTheNegatedWordAgainWithoutItsNegation() {
        ChangedText negated = texts(negating("great"), "Great film").get(0);
        ChangedText affirmed = texts(negating("great"), "Not great").get(0);

        assertThat(negated.find(new Span(0, 5)).orElseThrow().of(negated.text()))
                .isEqualTo("great");
        assertThat(affirmed.find(new Span(4, 9)).orElseThrow().of(affirmed.text()))
                .isEqualTo("Great");
        assertThat(affirmed.find(new Span(0, 3))).isEmpty();
    }

    @Test
    void leavesOtherNegationsAlone() {
        assertThat(reason(negating("great"), "There was no great film")).contains("\"no\" before \"great\"");
        assertThat(reason(negating("great"), "It was good")).isEqualTo("the text has no word \"great\"");
        assertThat(reason(negating("said"), "Alice said it was great"))
                .isEqualTo(
                        "\"said\" is a verb, which \"not\" alone does not negate; replacing(..) says what should stand"
                                + " there, such as \"did not say\"");
        assertThat(reason(negating("loved"), "They really loved it")).startsWith("\"loved\" behind \"They\" is a verb");
        assertThat(changed(negating("say"), "They did not say it")).isEqualTo("They did say it");
        assertThat(changed(negating("great"), "It made them great")).isEqualTo("It made them not great");
        assertThat(negating("great")).hasToString("negating(\"great\")").isEqualTo(negating("great"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            It was good              | It was very good
            Good film, good cast     | Very good film, very good cast
            A good film              | A very good film
            a really good, good film | a really good, very good film
            GOOD FILM                | VERY GOOD FILM
            """)
    void intensifies(String text, String expected) {
        assertThat(changed(intensifying("good"), text)).isEqualTo(expected);
    }

    @Test
    void choosesTheArticle() {
        assertThat(changed(intensifying("amazing"), "An amazing film")).isEqualTo("A very amazing film");
        assertThat(changed(intensifying("good", "extremely"), "a good film")).isEqualTo("an extremely good film");
    }

    @Test
    void intensifiesOnceAlone() {
        assertThat(reason(intensifying("good"), "It was so good")).contains("a word of degree before it already");
        assertThat(reason(intensifying("good"), "It was bad")).isEqualTo("the text has no word \"good\"");
        assertThat(intensifying("good")).hasToString("intensifying(\"good\")");
        assertThat(intensifying("good", "so")).hasToString("intensifying(\"good\", \"so\")");
    }
}
