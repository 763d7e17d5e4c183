package io.github.junitattrib.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Exchanges he and she, with their other forms, in English.
 *
 * <p>{@code her} is {@code him} before a word that begins something new (and, was, the, …), a mark or the end of the text,
 * and {@code his} before any other word. Behind a verb that takes two objects or a verb ("gave her great advice", "saw her
 * leave") it may be either: there the change does not apply. {@code his} is {@code her} before a word and {@code hers}
 * elsewhere.
 */
record PronounGender() implements TextChange {

    /** Words that no possessive stands before. */
    private static final Set<String> NO_NOUN = Set.of(
            "a",
            "about",
            "after",
            "again",
            "all",
            "also",
            "although",
            "always",
            "an",
            "and",
            "are",
            "as",
            "at",
            "be",
            "because",
            "before",
            "but",
            "by",
            "can",
            "could",
            "did",
            "do",
            "does",
            "for",
            "from",
            "had",
            "has",
            "have",
            "he",
            "her",
            "his",
            "how",
            "i",
            "if",
            "in",
            "into",
            "is",
            "it",
            "may",
            "might",
            "must",
            "never",
            "not",
            "now",
            "of",
            "off",
            "on",
            "or",
            "out",
            "over",
            "she",
            "should",
            "since",
            "so",
            "than",
            "that",
            "the",
            "their",
            "then",
            "there",
            "they",
            "this",
            "those",
            "though",
            "to",
            "today",
            "too",
            "under",
            "until",
            "up",
            "very",
            "was",
            "we",
            "were",
            "what",
            "when",
            "where",
            "whether",
            "which",
            "while",
            "who",
            "why",
            "will",
            "with",
            "without",
            "would",
            "yesterday",
            "yet",
            "you");

    /** Verbs behind which {@code her} before a word may be an object too. */
    private static final Set<String> TWO_OBJECTS = Set.of(
            "ask",
            "asked",
            "bought",
            "bring",
            "brought",
            "buy",
            "call",
            "called",
            "consider",
            "considered",
            "feel",
            "felt",
            "find",
            "found",
            "gave",
            "get",
            "give",
            "given",
            "gives",
            "got",
            "hear",
            "heard",
            "help",
            "helped",
            "keep",
            "kept",
            "leave",
            "left",
            "let",
            "lets",
            "made",
            "make",
            "makes",
            "offer",
            "offered",
            "paid",
            "pay",
            "saw",
            "see",
            "seen",
            "sees",
            "send",
            "sent",
            "show",
            "showed",
            "shown",
            "taught",
            "teach",
            "tell",
            "tells",
            "thought",
            "told",
            "watch",
            "watched",
            "wished");

    @Override
    public ChangeResult applyTo(String text) {
        Sentence sentence = Sentence.of(text);
        List<Edit> edits = new ArrayList<>();
        for (int word = 0; word < sentence.size(); word++) {
            String plain = sentence.plain(word);
            String stem = plain.replaceFirst("'.*", "");
            if (plain.equals("her") && isUnclear(sentence, word)) {
                return new ChangeResult.NotApplicable("\"her\" behind \"" + sentence.word(word - 1)
                        + "\" may be \"him\" or \"his\"; replacing(..) says which");
            }
            int at = word;
            other(sentence, word, plain.equals(stem) || isSubject(stem) ? stem : plain)
                    .ifPresent(other -> edits.add(edit(sentence, at, stem, other)));
        }
        return ChangeResult.of(text, edits, "the text has no pronoun he or she in any form");
    }

    private static Optional<String> other(Sentence sentence, int word, String plain) {
        return Optional.ofNullable(
                switch (plain) {
                    case "he" -> "she";
                    case "she" -> "he";
                    case "him" -> "her";
                    case "himself" -> "herself";
                    case "herself" -> "himself";
                    case "hers" -> "his";
                    case "her" -> hasNoun(sentence, word) ? "his" : "him";
                    case "his" -> hasNoun(sentence, word) ? "her" : "hers";
                    default -> null;
                });
    }

    /** He's, she'd and the like have the pronoun before the apostrophe. */
    private static boolean isSubject(String stem) {
        return stem.equals("he") || stem.equals("she");
    }

    private static boolean hasNoun(Sentence sentence, int word) {
        return sentence.hasNext(word) && sentence.isLetters(word + 1) && !NO_NOUN.contains(sentence.plain(word + 1));
    }

    private static boolean isUnclear(Sentence sentence, int word) {
        return word > 0 && TWO_OBJECTS.contains(sentence.plain(word - 1)) && hasNoun(sentence, word);
    }

    private static Edit edit(Sentence sentence, int word, String stem, String other) {
        String written = sentence.word(word);
        String pronoun = written.substring(0, stem.length());
        String rest = written.substring(stem.length());
        LetterCase letters = LetterCase.between(stem, pronoun).orElse(LetterCase.AS_GIVEN);
        return new Edit(sentence.span(word), letters.apply(other) + rest);
    }

    @Override
    public String toString() {
        return "swappingPronounGender()";
    }
}
