package io.github.junitattrib.corpus;

import io.github.junitattrib.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts "not" before a word, or takes a negation away that stands there, in English.
 *
 * <p>"not" comes before an article and words of degree: "a very great film" becomes "not a very great film". It suits
 * adjectives, adverbs and nouns; English negates verbs otherwise.
 *
 * @param word the word to negate, at each of its places
 */
record Negation(Phrase word) implements TextChange {

    @Override
    public ChangeResult applyTo(String text) {
        Sentence sentence = Sentence.of(text);
        List<Edit> edits = new ArrayList<>();
        for (Phrase.Place place : word.in(sentence)) {
            int first = start(sentence, place.first());
            boolean follows = first > 0 && sentence.hasNext(first - 1);
            String before = follows ? sentence.plain(first - 1) : "";
            if (EnglishWords.isOtherNegation(before)) {
                return new ChangeResult.NotApplicable("\"" + sentence.word(first - 1) + "\" before " + word
                        + " negates it in a way that cannot be taken away; replacing(..) says what should stand there");
            }
            boolean verb = EnglishWords.isVerb(sentence.plain(place.first())) || EnglishWords.isSubjectOnly(before);
            if (verb && !EnglishWords.isNegation(before)) {
                return new ChangeResult.NotApplicable(word
                        + (EnglishWords.isSubjectOnly(before) ? " behind \"" + sentence.word(first - 1) + "\"" : "")
                        + " is a verb, which \"not\" alone does not negate; replacing(..) says what should stand there, such as"
                        + " \"did not say\"");
            }
            edits.addAll(
                    EnglishWords.isNegation(before)
                            ? removal(sentence, first - 1)
                            : Insertion.before(sentence, first, "not", keepsItsCapital(sentence, first, place)));
        }
        return ChangeResult.of(text, edits, word.absence());
    }

    /** The first of the words of degree and articles before the word, or the word itself. */
    private static int start(Sentence sentence, int word) {
        int start = word;
        while (start > 0 && sentence.hasNext(start - 1) && isPartOfPhrase(sentence.plain(start - 1))) {
            start--;
        }
        return start;
    }

    private static boolean isPartOfPhrase(String plain) {
        return EnglishWords.isDegree(plain) || EnglishWords.isArticle(plain);
    }

    private static boolean keepsItsCapital(Sentence sentence, int first, Phrase.Place place) {
        return sentence.word(first).equals("I") || (first == place.first() && place.letters() == LetterCase.AS_GIVEN);
    }

    private static List<Edit> removal(Sentence sentence, int negation) {
        String plain = sentence.plain(negation);
        Span place = sentence.span(negation);
        String written = sentence.word(negation);
        if (!plain.equals("not") && !plain.equals("never")) {
            return List.of(new Edit(place, positive(written, plain)));
        }
        Span next = sentence.span(negation + 1);
        List<Edit> edits = new ArrayList<>();
        edits.add(new Edit(new Span(place.start(), next.start()), ""));
        if (sentence.isFirst(negation) && LetterCase.isCapitalized(written)) {
            edits.add(new Edit(next, LetterCase.capitalize(sentence.word(negation + 1))));
        }
        return edits;
    }

    private static String positive(String written, String plain) {
        String positive = EnglishWords.positive(plain);
        return LetterCase.isUpper(written)
                ? LetterCase.UPPER.apply(positive)
                : LetterCase.isCapitalized(written) ? LetterCase.capitalize(positive) : positive;
    }

    @Override
    public String toString() {
        return "negating(" + word + ")";
    }
}
