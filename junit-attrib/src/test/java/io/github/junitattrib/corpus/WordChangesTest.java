package io.github.junitattrib.corpus;

import static io.github.junitattrib.corpus.Changing.all;
import static io.github.junitattrib.corpus.Changing.changed;
import static io.github.junitattrib.corpus.Changing.reason;
import static io.github.junitattrib.corpus.Changing.texts;
import static io.github.junitattrib.corpus.TextChanges.changing;
import static io.github.junitattrib.corpus.TextChanges.endingWith;
import static io.github.junitattrib.corpus.TextChanges.lowerCase;
import static io.github.junitattrib.corpus.TextChanges.replacing;
import static io.github.junitattrib.corpus.TextChanges.swapping;
import static io.github.junitattrib.corpus.TextChanges.swappingNames;
import static io.github.junitattrib.corpus.TextChanges.titleCase;
import static io.github.junitattrib.corpus.TextChanges.typos;
import static io.github.junitattrib.corpus.TextChanges.upperCase;
import static io.github.junitattrib.corpus.TextChanges.withoutPunctuation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.junitattrib.Span;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WordChangesTest {

    @Test
    void swapsInBothDirections() {
        TextChange swap = swapping("Alice", "Omar");

        assertThat(changed(swap, "Alice met Omar")).isEqualTo("Omar met Alice");
        assertThat(changed(swap, "Omar said so")).isEqualTo("Alice said so");
        assertThat(reason(swap, "Nobody came")).isEqualTo("the text has neither \"Alice\" nor \"Omar\"");
        assertThat(swap).hasToString("swapping(\"Alice\", \"Omar\")");
    }

    @Test
    void takesWholeWordsAlone() {
        assertThat(reason(swapping("art", "song"), "The artist started")).contains("neither");
        assertThat(changed(swapping("New York", "Rome"), "New York, or New\nYork; not New-York"))
                .isEqualTo("Rome, or Rome; not New-York");
        assertThat(changed(swapping("York", "New York"), "New York and York")).isEqualTo("York and New York");
    }

    @Test
    void keepsTheCaseOfTheText() {
        assertThat(changed(swapping("film", "movie"), "FILM! Film, film")).isEqualTo("MOVIE! Movie, movie");
        assertThat(reason(swapping("Will", "Omar"), "I will go")).contains("neither");
    }

    @Test
    void findsTheSwappedWordAgain() {
        ChangedText changed = texts(swapping("Alice", "Al"), "Alice said it").get(0);

        assertThat(changed.find(new Span(0, 5))).contains(new Span(0, 2));
        assertThat(changed.find(new Span(6, 10))).contains(new Span(3, 7));
    }

    @Test
    void swapsEachNameForEachOther() {
        TextChange names = swappingNames(List.of("Alice", "Omar", "Mei"));

        assertThat(all(names, "Alice came")).containsExactly("Omar came", "Mei came");
        assertThat(all(names, "Omar met Alice")).containsExactly("Alice met Omar", "Omar met Mei", "Mei met Alice");
        assertThat(reason(names, "Nobody came")).contains("none of the names \"Alice\", \"Omar\", \"Mei\"");
        assertThat(names).hasToString("swappingNames(\"Alice\", \"Omar\", \"Mei\")");
    }

    @Test
    void replacesInOneDirection() {
        assertThat(changed(replacing("great", "stellar"), "Great! It was great, not stellar"))
                .isEqualTo("Stellar! It was stellar, not stellar");
        assertThat(reason(replacing("great", "stellar"), "It was stellar")).isEqualTo("the text has no word \"great\"");
    }

    @Test
    @SuppressWarnings("NullAway")
    void refusesWordsThatCannotBeChanged() {
        assertThatIllegalArgumentException().isThrownBy(() -> swapping("Alice", "alice"));
        assertThatIllegalArgumentException().isThrownBy(() -> swapping(" ", "Omar"));
        assertThatIllegalArgumentException().isThrownBy(() -> swapping("Alice ", "Omar"));
        assertThatNullPointerException().isThrownBy(() -> swapping(null, "Omar"));
        assertThatIllegalArgumentException().isThrownBy(() -> replacing("a", "a"));
        assertThatIllegalArgumentException().isThrownBy(() -> swappingNames(List.of("Alice")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> swappingNames(List.of("Alice", "Omar", "Alice")))
                .withMessageContaining("twice");
    }

    @Test
    void changesCase() {
        assertThat(changed(upperCase(), "It's straße")).isEqualTo("IT'S STRASSE");
        assertThat(changed(lowerCase(), "It IS")).isEqualTo("it is");
        assertThat(changed(titleCase(), "it's the film")).isEqualTo("It's The Film");
        assertThat(reason(lowerCase(), "it is")).isEqualTo("the text is written so already");
        ChangedText longer = texts(upperCase(), "straße war gut").get(0);
        assertThat(longer.find(new Span(11, 14)).orElseThrow().of(longer.text()))
                .isEqualTo("GUT");
    }

    @Test
    void changesPunctuation() {
        assertThat(changed(endingWith("!"), "It was great. ")).isEqualTo("It was great! ");
        assertThat(changed(endingWith("!"), "It was great?!?")).isEqualTo("It was great!");
        assertThat(changed(endingWith("."), "It was great")).isEqualTo("It was great.");
        assertThat(changed(endingWith("!"), "Dr. No was great...\n")).isEqualTo("Dr. No was great!\n");
        // A text of 400,000 dots takes minutes by a search that starts at each of them.
        String dots = ".".repeat(400_000) + "x";
        assertThat(changed(endingWith("!"), dots)).isEqualTo(dots + "!");
        assertThat(reason(endingWith("!"), "Great!")).contains("already");
        assertThat(reason(endingWith("!"), "")).contains("no words");
        assertThat(changed(withoutPunctuation(), "\"Well, it's a 3.5-star film (at best) ...\""))
                .isEqualTo("Well it's a 3.5-star film at best");
        assertThat(changed(withoutPunctuation(), "great , and cheap !")).isEqualTo("great and cheap");
        assertThat(reason(withoutPunctuation(), "It was great")).contains("no punctuation");
        assertThat(reason(withoutPunctuation(), "?!")).contains("nothing but");
    }

    @Test
    void putsTyposIntoWordsThatAreNotSpared() {
        String text = "They said the film was great and the acting superb";
        for (int seed = 0; seed < 200; seed++) {
            ChangedText changed =
                    texts(typos(2, seed).sparing("great", "said"), text).get(0);

            assertThat(changed.edits()).hasSize(2).allSatisfy(edit -> {
                String word = edit.at().of(text);
                assertThat(word).isNotIn("great", "said");
                assertThat(edit.replacement()).isNotEqualTo(word).startsWith(word.substring(0, 1));
                assertThat(edit.replacement().chars().sorted().toArray())
                        .isEqualTo(word.chars().sorted().toArray());
            });
        }
    }

    @Test
    void drawsTyposByTheSeedAndTheText() {
        String text = "They said the film was great and the acting superb";

        assertThat(typos(1, 1).applyTo(text)).isEqualTo(typos(1, 1).applyTo(text));
        assertThat(typos(1, 1)).isEqualTo(typos(1, 1)).isNotEqualTo(typos(1, 2));
        assertThat(LongStream.range(0, 40)
                        .mapToObj(seed -> changed(typos(1, seed), text))
                        .distinct())
                .hasSizeGreaterThan(10);
        assertThat(typos(1, 3).sparing("a")).hasToString("typos(1, 3).sparing(\"a\")");
    }

    @Test
    void needsWordsForTypos() {
        assertThat(reason(typos(1, 1), "Ai oo eee")).contains("0 words");
        assertThat(reason(typos(2, 1).sparing("great"), "was great")).contains("1 words");
        // An accent of its own must not fall onto another letter.
        assertThat(reason(typos(1, 1), "xae\u0301")).contains("0 words");
        assertThatIllegalArgumentException().isThrownBy(() -> typos(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> typos(1, 1).sparing(" "));
    }

    @Test
    void changesByAFunction() {
        UnaryOperator<String> shout = text -> text + "!!!";
        TextChange change = changing("shouting", shout);

        assertThat(changed(change, "great")).isEqualTo("great!!!");
        assertThat(texts(change, "great").get(0).find(new Span(0, 5))).contains(new Span(0, 5));
        assertThat(change).hasToString("shouting").isEqualTo(changing("shouting", shout));
        assertThat(reason(changing("nothing", text -> text), "great")).contains("as it is");
        assertThatNullPointerException()
                .isThrownBy(() -> changing("null", text -> null).applyTo("great"))
                .withMessageContaining("not null");
        assertThatIllegalArgumentException().isThrownBy(() -> changing(" ", shout));
    }

    @Test
    void refusesResultsThatChangeNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ChangeResult.Changed(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChangeResult.Changed(List.of(new ChangedText("a", List.of()))))
                .withMessageContaining("against itself");
        assertThatIllegalArgumentException().isThrownBy(() -> new ChangeResult.NotApplicable(" "));
    }

    @Test
    void isEqualByContent() {
        assertThat(swapping("a", "b")).isEqualTo(swapping("a", "b")).isNotEqualTo(swapping("b", "a"));
        assertThat(upperCase()).isEqualTo(upperCase()).isNotEqualTo(lowerCase());
        assertThat(endingWith("!")).isEqualTo(endingWith("!")).isNotEqualTo(endingWith("?"));
    }

    @Test
    @SuppressWarnings("NullAway")
    void nullsAreRefusedWithWhatTheyAre() {
        assertThatNullPointerException()
                .isThrownBy(() -> typos(1, 1).sparing((String[]) null))
                .withMessageStartingWith("The words to spare must not be null.");
        assertThatNullPointerException()
                .isThrownBy(() -> typos(1, 1).sparing("great", null))
                .withMessageStartingWith("A word to change must not be null.");
        assertThatNullPointerException()
                .isThrownBy(() -> swappingNames(null))
                .withMessageStartingWith("The names to swap must not be null.");
    }
}
