package io.github.junitattrib.corpus;

import java.util.Set;

/** Lists of English words that tell what a verb near them is: tensed, an infinitive, or a participle. */
final class EnglishVerbs {

    private static final Set<String> BEFORE_INFINITIVES = Set.of(
            "can",
            "can't",
            "cannot",
            "could",
            "couldn't",
            "did",
            "didn't",
            "do",
            "does",
            "doesn't",
            "don't",
            "let's",
            "may",
            "might",
            "mightn't",
            "must",
            "mustn't",
            "shall",
            "shan't",
            "should",
            "shouldn't",
            "will",
            "won't",
            "would",
            "wouldn't");

    private static final Set<String> BEFORE_PARTICIPLES = Set.of(
            "am", "are", "aren't", "be", "been", "being", "had", "hadn't", "has", "hasn't", "have", "haven't", "having",
            "is", "isn't", "was", "wasn't", "were", "weren't");

    /** An infinitive without "to" may follow their object. */
    private static final Set<String> CAUSATIVES = Set.of(
            "feel", "felt", "hear", "heard", "help", "helped", "helps", "let", "lets", "made", "make", "makes",
            "making", "please", "saw", "see", "sees", "watch", "watched");

    /** What may stand between a verb and its subject, or its auxiliary, besides words in -ly. */
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

    private static final Set<String> NEGATIONS = Set.of("never", "not", "n't");

    private static final Set<String> DETERMINERS = Set.of(
            "a", "an", "another", "each", "every", "her", "his", "its", "my", "no", "our", "own", "the", "their",
            "your");

    /** A clause may begin behind them, so that a pronoun there is its subject. */
    private static final Set<String> OPENERS = Set.of(
            "after",
            "although",
            "and",
            "as",
            "because",
            "before",
            "believe",
            "believed",
            "but",
            "felt",
            "hope",
            "hoped",
            "how",
            "if",
            "knew",
            "know",
            "knows",
            "nor",
            "once",
            "or",
            "said",
            "say",
            "says",
            "since",
            "so",
            "sure",
            "than",
            "that",
            "think",
            "thinks",
            "though",
            "thought",
            "unless",
            "until",
            "what",
            "when",
            "where",
            "whether",
            "which",
            "while",
            "who",
            "why",
            "yet");

    private static final Set<String> CONJUNCTIONS = Set.of("and", "but", "nor", "or", "so", "then", "yet");

    private static final Set<String> QUESTION_WORDS = Set.of("how", "what", "when", "where", "why");

    private EnglishVerbs() {}

    /** Modals and do, also where they are contracted (they'll, they'd); "to" is another matter. */
    static boolean leadsInfinitive(String plain) {
        return BEFORE_INFINITIVES.contains(plain) || plain.endsWith("'ll") || plain.endsWith("'d");
    }

    /** Forms of be and have, also where they are contracted (it's, they've). */
    static boolean leadsParticiple(String plain) {
        return BEFORE_PARTICIPLES.contains(plain) || plain.matches(".+'(?:s|ve|re|m|d)");
    }

    static boolean isCausative(String plain) {
        return CAUSATIVES.contains(plain);
    }

    static boolean isAdverb(String plain) {
        return ADVERBS.contains(plain) || (plain.length() > 4 && plain.endsWith("ly"));
    }

    static boolean isNegation(String plain) {
        return NEGATIONS.contains(plain);
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
}
