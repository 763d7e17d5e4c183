package io.github.junitattrib.corpus;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * The changes of a text that there are, for static import.
 *
 * <p>Words are whole words or phrases, written as given, with a capital first letter or in capitals throughout; what replaces
 * them is written alike. Changes that know a language know English; all others suit any.
 */
public final class TextChanges {

    private TextChanges() {}

    /**
     * Exchanges two words, in both directions.
     *
     * @param first the one
     * @param second the other
     * @return the change
     * @throws IllegalArgumentException if one is blank, or both are the same
     */
    public static TextChange swapping(String first, String second) {
        return new WordSwap(new Phrase(first), new Phrase(second));
    }

    /**
     * Exchanges each name of a list that a text has for each other name: one changed text for each.
     *
     * @param names at least two different ones
     * @return the change
     * @throws IllegalArgumentException if there are fewer, or one is blank or there twice
     */
    public static TextChange swappingNames(Collection<String> names) {
        Objects.requireNonNull(names, "The names to swap must not be null. Give at least two.");
        return new NameSwaps(names.stream().map(Phrase::new).toList());
    }

    /**
     * Exchanges he and she with their other forms, in English. {@code her} is {@code his} before a word that may be named
     * and {@code him} elsewhere; behind verbs that take both ("gave her great advice") the change does not apply.
     * Nouns such as man and woman stay.
     *
     * @return the change
     */
    public static TextChange swappingPronounGender() {
        return new PronounGender();
    }

    /**
     * Puts auxiliaries, and the verbs that {@link Tense#with} adds, into the past tense, in English. Other verbs keep
     * their tense.
     *
     * @return the change
     */
    public static Tense toPast() {
        return Tense.ofAuxiliaries(true);
    }

    /**
     * Puts auxiliaries, and the verbs that {@link Tense#with} adds, into the present tense, in English. Other verbs keep
     * their tense; where a past has two presents (had: has, have), a pronoun or name directly before it must tell which.
     *
     * @return the change
     */
    public static Tense toPresent() {
        return Tense.ofAuxiliaries(false);
    }

    /**
     * Exchanges two adjoining letters in some words, the same ones for the same seed and text.
     *
     * @param count how many words
     * @param seed the seed
     * @return the change, to be told by {@link Typos#sparing} which words must stay
     * @throws IllegalArgumentException if the number is less than 1
     */
    public static Typos typos(int count, long seed) {
        return new Typos(count, seed, List.of());
    }

    /**
     * Writes all words in capitals.
     *
     * @return the change
     */
    public static TextChange upperCase() {
        return Casing.UPPER;
    }

    /**
     * Writes all words in small letters.
     *
     * @return the change
     */
    public static TextChange lowerCase() {
        return Casing.LOWER;
    }

    /**
     * Writes every word with a capital first letter.
     *
     * @return the change
     */
    public static TextChange titleCase() {
        return Casing.TITLE;
    }

    /**
     * Ends the text with a mark, in place of the marks that it ends with.
     *
     * @param mark such as {@code !}
     * @return the change
     * @throws IllegalArgumentException if it is blank
     */
    public static TextChange endingWith(String mark) {
        return new FinalMark(mark);
    }

    /**
     * Takes the punctuation of sentences away; apostrophes and hyphens inside words, and points inside numbers, stay.
     *
     * @return the change
     */
    public static TextChange withoutPunctuation() {
        return new NoPunctuation();
    }

    /**
     * Puts "not" before a word, or takes a negation away that stands there, in English: for adjectives, adverbs and nouns.
     *
     * @param word the word to negate, at each of its places
     * @return the change
     * @throws IllegalArgumentException if it is blank
     */
    public static TextChange negating(String word) {
        return new Negation(new Phrase(word));
    }

    /**
     * Puts "very" before a word, in English.
     *
     * @param word the word, at each of its places that has no word of degree yet
     * @return the change
     * @throws IllegalArgumentException if it is blank
     */
    public static TextChange intensifying(String word) {
        return intensifying(word, "very");
    }

    /**
     * Puts a word of degree before a word, in English.
     *
     * @param word the word, at each of its places that has no word of degree yet
     * @param adverb such as {@code extremely}
     * @return the change
     * @throws IllegalArgumentException if one is blank
     */
    public static TextChange intensifying(String word, String adverb) {
        return new Intensifier(new Phrase(word), new Phrase(adverb));
    }

    /**
     * Replaces a word by another.
     *
     * @param word the word
     * @param by what stands in its place
     * @return the change
     * @throws IllegalArgumentException if one is blank, or both are the same
     */
    public static TextChange replacing(String word, String by) {
        return new WordReplacement(new Phrase(word), new Phrase(by));
    }

    /**
     * Changes a text by a function. Which word became which is found by comparing the two texts word by word.
     *
     * @param name what failures call the change, such as {@code "shouting"}
     * @param function gives the changed text, the same each time
     * @return the change
     * @throws IllegalArgumentException if the name is blank
     */
    public static TextChange changing(String name, UnaryOperator<String> function) {
        return new OwnChange(name, function);
    }
}
