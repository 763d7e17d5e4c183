package io.github.junitattrib.corpus;

import java.util.Set;

/** The subject of an English verb, as far as the words directly before it tell. */
enum VerbSubject {
    /** The pronoun I. */
    FIRST,
    /** We, you or they. */
    PLURAL,
    /** He, she, it, a name, or one of a kind. */
    SINGULAR,
    /** Other words, which tell no number. */
    OTHER,
    /** None: the verb begins a clause, or shares the subject of another verb. */
    NONE;

    private static final Set<String> PRONOUNS = Set.of("i", "you", "we", "they", "he", "she", "it");
    private static final Set<String> SINGULARS = Set.of("he", "she", "it");
    private static final Set<String> COORDINATORS = Set.of("and", "nor", "or");
    private static final Set<String> ONE = Set.of("a", "an", "another", "each", "every", "this");

    /** Capitalized at the beginning of a sentence, they would look like names. */
    private static final Set<String> NO_NAMES = Set.of(
            "any",
            "children",
            "eight",
            "enough",
            "few",
            "five",
            "four",
            "half",
            "here",
            "many",
            "media",
            "men",
            "mine",
            "more",
            "most",
            "nine",
            "none",
            "other",
            "people",
            "plenty",
            "police",
            "seven",
            "several",
            "six",
            "some",
            "ten",
            "there",
            "these",
            "those",
            "three",
            "two",
            "whom",
            "whose",
            "women");

    static VerbSubject of(Sentence sentence, int verb) {
        int at = before(sentence, verb);
        String plain = at < 0 ? "" : sentence.plain(at);
        if (at < 0 || !sentence.isLetters(at) || EnglishVerbs.isConjunction(plain) || plain.equals("who")) {
            return NONE;
        }
        // "You" and "it" may be objects: "those who saw it had fun".
        boolean object = (plain.equals("you") || plain.equals("it")) && !isFirstOfClause(sentence, at);
        if (PRONOUNS.contains(plain) && !object) {
            return !SINGULARS.contains(plain)
                    ? plain.equals("i") ? FIRST : PLURAL
                    : isOneOfSeveral(sentence, at) ? OTHER : SINGULAR;
        }
        return isName(sentence, at) || isOneOfAKind(sentence, at) ? SINGULAR : OTHER;
    }

    /** Finds the nearest word before another one that is no adverb; less than 0 if there is none. */
    static int before(Sentence sentence, int word) {
        int at = word - 1;
        while (at >= 0 && EnglishVerbs.isAdverb(sentence.plain(at))) {
            at--;
        }
        return at;
    }

    static boolean isPronoun(String plain) {
        return PRONOUNS.contains(plain);
    }

    static boolean isFirstOfClause(Sentence sentence, int word) {
        int at = before(sentence, word);
        return at < 0 || !sentence.isLetters(at) || EnglishVerbs.opensClause(sentence.plain(at));
    }

    /** As in "Alice and he", but not in "it was late and he". */
    private static boolean isOneOfSeveral(Sentence sentence, int pronoun) {
        int at = pronoun - 1;
        if (at < 0 || !COORDINATORS.contains(sentence.plain(at))) {
            return false;
        }
        while (!sentence.isFirst(at)) {
            at--;
            if (EnglishWords.isVerb(sentence.plain(at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isName(Sentence sentence, int word) {
        String plain = sentence.plain(word);
        return LetterCase.isCapitalized(sentence.word(word))
                && !LetterCase.isUpper(sentence.word(word))
                && !plain.endsWith("s")
                && !NO_NAMES.contains(plain)
                && !EnglishVerbs.opensClause(plain)
                && isAlone(sentence, word);
    }

    private static boolean isOneOfAKind(Sentence sentence, int word) {
        return word > 0 && ONE.contains(sentence.plain(word - 1)) && isAlone(sentence, word - 1);
    }

    /** Whether a clause begins here, and not the second of several subjects. */
    private static boolean isAlone(Sentence sentence, int word) {
        return isFirstOfClause(sentence, word) && (word == 0 || !COORDINATORS.contains(sentence.plain(word - 1)));
    }
}
