package io.github.junitattrib.corpus;

import java.util.Set;

/** Lists of English words that tell what a verb near them is: tensed, an infinitive, or a participle. */
final class EnglishVerbs {

    private static final Set<String> BEFORE_INFINITIVES = Set.of(
            "can", "could", "did", "do", "does", "let's", "may", "might", "must", "shall", "should", "will", "would");

    private static final Set<String> BEFORE_PARTICIPLES =
            Set.of("am", "are", "be", "been", "being", "had", "has", "have", "having", "is", "was", "were");

    /** An infinitive without "to" may follow them, or their object. */
    private static final Set<String> OTHERS_BEFORE_INFINITIVES = Set.of(
            "dare", "feel", "felt", "hear", "heard", "help", "helped", "helps", "let", "lets", "made", "make", "makes",
            "making", "need", "please", "saw", "see", "sees", "to", "watch", "watched");

    /** They keep their form in all persons. */
    private static final Set<String> MODALS = Set.of("can", "may", "must", "shall", "will");

    /** Besides words in -ly. */
    private static final Set<String> ADVERBS = Set.of(
            "again",
            "all",
            "almost",
            "already",
            "also",
            "always",
            "both",
            "ever",
            "even",
            "just",
            "maybe",
            "n't",
            "never",
            "not",
            "now",
            "often",
            "once",
            "perhaps",
            "quite",
            "rather",
            "seldom",
            "sometimes",
            "soon",
            "still",
            "too");

    private static final Set<String> DETERMINERS = Set.of(
            "a", "an", "another", "each", "every", "her", "his", "its", "my", "no", "our", "own", "the", "their", "thy",
            "your");

    /** A clause begins behind them; they are no prepositions, and join no subjects. */
    private static final Set<String> OPENERS = Set.of(
            "although",
            "because",
            "how",
            "if",
            "that",
            "though",
            "unless",
            "what",
            "when",
            "where",
            "whether",
            "which",
            "while",
            "who",
            "why");

    private static final Set<String> CONJUNCTIONS = Set.of("and", "but", "nor", "or", "so", "then", "yet");

    private static final Set<String> QUESTION_WORDS = Set.of("how", "what", "when", "where", "why");

    private static final Set<String> RELATIVES = Set.of("that", "which", "who");

    private static final Set<String> SUBJECTS = Set.of("i", "you", "we", "they", "he", "she", "it");

    private static final Set<String> THIRD_PERSONS = Set.of("he", "she", "it");

    private static final Set<String> OBJECTS = Set.of("you", "it", "me", "him", "her", "us", "them");

    private EnglishVerbs() {}

    /** Modals and do, also negated (can't) and contracted (they'll, they'd); "to" is another matter. */
    static boolean leadsInfinitive(String plain) {
        return BEFORE_INFINITIVES.contains(EnglishWords.positive(plain))
                || plain.endsWith("'ll")
                || plain.endsWith("'d");
    }

    /** Forms of be and have, also where they are contracted (it's, they've). */
    static boolean leadsParticiple(String plain) {
        return BEFORE_PARTICIPLES.contains(EnglishWords.positive(plain)) || plain.matches(".+'(?:s|ve|re|m|d)");
    }

    /** Whether an infinitive may follow, directly or further on: "to", modals, do, causatives. */
    static boolean mayLeadInfinitive(String plain) {
        return leadsInfinitive(plain) || OTHERS_BEFORE_INFINITIVES.contains(EnglishWords.positive(plain));
    }

    static boolean isModal(String plain) {
        return MODALS.contains(EnglishWords.positive(plain));
    }

    /** Adverbs that may stand between a verb and its subject. */
    static boolean isAdverb(String plain) {
        return ADVERBS.contains(plain) || (plain.length() > 4 && plain.endsWith("ly"));
    }

    static boolean isDeterminer(String plain) {
        return DETERMINERS.contains(plain);
    }

    static boolean opensClause(String plain) {
        return OPENERS.contains(plain);
    }

    static boolean isConjunction(String plain) {
        return CONJUNCTIONS.contains(plain);
    }

    static boolean isQuestionWord(String plain) {
        return QUESTION_WORDS.contains(plain);
    }

    static boolean isRelative(String plain) {
        return RELATIVES.contains(plain);
    }

    /** Pronouns that may be subjects. */
    static boolean isSubject(String plain) {
        return SUBJECTS.contains(plain);
    }

    static boolean isThirdPerson(String plain) {
        return THIRD_PERSONS.contains(plain);
    }

    /** Pronouns that may be objects. */
    static boolean isObject(String plain) {
        return OBJECTS.contains(plain);
    }
}
