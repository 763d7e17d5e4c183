package io.github.junitattrib.corpus;

/** The subject of an English verb, as far as the words directly before it tell. */
enum VerbSubject {
    /** The pronoun I. */
    FIRST,
    /** We, you or they. */
    PLURAL,
    /** He, she, it, a name, or "this" with a noun. */
    SINGULAR,
    /** Other words, which tell no number. */
    OTHER,
    /** None: the verb begins a clause, or shares the subject of another verb. */
    NONE;

    static VerbSubject of(Sentence sentence, int verb) {
        int at = before(sentence, verb);
        String plain = at < 0 ? "" : sentence.plain(at);
        if (at < 0 || !sentence.isLetters(at) || EnglishVerbs.isConjunction(plain) || plain.equals("who")) {
            return NONE;
        }
        if (plain.equals("i")) {
            return isNumeral(sentence, at) ? OTHER : FIRST;
        }
        if (plain.equals("we") || plain.equals("they")) {
            return PLURAL;
        }
        if (EnglishVerbs.isSubject(plain)) {
            return !isWhole(sentence, at) ? OTHER : plain.equals("you") ? PLURAL : SINGULAR;
        }
        return isName(sentence, at) || isThis(sentence, at - 1) ? SINGULAR : OTHER;
    }

    /** Finds the nearest word before another one that is no adverb; less than 0 if there is none. */
    static int before(Sentence sentence, int word) {
        int at = word - 1;
        while (at >= 0 && EnglishVerbs.isAdverb(sentence.plain(at))) {
            at--;
        }
        return at;
    }

    /** Whether a clause begins with a word, and not with the second of several subjects. */
    static boolean isFirstOfClause(Sentence sentence, int word) {
        int at = before(sentence, word);
        return at < 0
                || sentence.isFirst(at + 1)
                || sentence.word(at).equals(",")
                || EnglishVerbs.opensClause(sentence.plain(at));
    }

    /** As in "World War I", but not in "and I". */
    private static boolean isNumeral(Sentence sentence, int word) {
        return word > 0
                && LetterCase.isCapitalized(sentence.word(word - 1))
                && !isFirstOfClause(sentence, word)
                && !EnglishVerbs.isConjunction(sentence.plain(word - 1));
    }

    /** Whether a pronoun is surely no object ("who saw it") and not one of several subjects ("Alice and he"). */
    private static boolean isWhole(Sentence sentence, int pronoun) {
        int at = pronoun - 1;
        if (isFirstOfClause(sentence, pronoun)
                || (sentence.isFirst(at) && EnglishVerbs.isConjunction(sentence.plain(at)))) {
            return true;
        }
        return EnglishVerbs.isConjunction(sentence.plain(at))
                ? followsClause(sentence, at)
                : sentence.isLetters(at) && !EnglishVerbs.isObject(sentence.plain(pronoun));
    }

    /** As behind "it was late", but not behind "the man who was late". */
    private static boolean followsClause(Sentence sentence, int word) {
        boolean verb = false;
        for (int at = word - 1; at >= 0 && !sentence.isFirst(at + 1); at--) {
            if (EnglishVerbs.isRelative(sentence.plain(at))) {
                return false;
            }
            verb |= EnglishWords.isVerb(EnglishWords.positive(sentence.plain(at)));
        }
        return verb;
    }

    /** The first word of a sentence is no name for certain: "Mice had". */
    private static boolean isName(Sentence sentence, int word) {
        String written = sentence.word(word);
        return LetterCase.isCapitalized(written)
                && !LetterCase.isUpper(written)
                && !written.endsWith("s")
                && !sentence.isFirst(word)
                && isFirstOfClause(sentence, word);
    }

    private static boolean isThis(Sentence sentence, int word) {
        return word >= 0 && sentence.plain(word).equals("this") && isFirstOfClause(sentence, word);
    }
}
