package io.github.junitattrib.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Puts a word of degree before a word, with the article that suits it, in English: "an amazing film" becomes "a very amazing
 * film". Behind a negation it weakens rather than strengthens.
 *
 * @param word the word, at each of its places that has no word of degree yet
 * @param adverb such as very
 */
record Intensifier(Phrase word, Phrase adverb) implements TextChange {

    private static final Set<Character> VOWELS = Set.of('a', 'e', 'i', 'o', 'u');

    @Override
    public ChangeResult applyTo(String text) {
        Sentence sentence = Sentence.of(text);
        List<Phrase.Place> places = word.in(sentence);
        List<Edit> edits = new ArrayList<>();
        for (Phrase.Place place : places) {
            String before =
                    place.first() > 0 && sentence.hasNext(place.first() - 1) ? sentence.plain(place.first() - 1) : "";
            if (EnglishWords.isDegree(before) || before.equals(adverb.text())) {
                continue;
            }
            if (EnglishWords.isArticle(before)) {
                article(sentence, place.first() - 1, edits);
            }
            edits.addAll(
                    Insertion.before(sentence, place.first(), adverb.text(), place.letters() == LetterCase.AS_GIVEN));
        }
        String otherwise = places.isEmpty() ? word.absence() : word + " has a word of degree before it already";
        return ChangeResult.of(text, edits, otherwise);
    }

    private void article(Sentence sentence, int article, List<Edit> edits) {
        String suits = VOWELS.contains(Character.toLowerCase(adverb.text().charAt(0))) ? "an" : "a";
        String written = sentence.word(article);
        if (!sentence.plain(article).equals(suits)) {
            edits.add(new Edit(
                    sentence.span(article), LetterCase.isCapitalized(written) ? LetterCase.capitalize(suits) : suits));
        }
    }

    @Override
    public String toString() {
        return adverb.text().equals("very")
                ? "intensifying(" + word + ")"
                : "intensifying(" + word + ", " + adverb + ")";
    }
}
