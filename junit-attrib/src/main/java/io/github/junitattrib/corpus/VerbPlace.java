package io.github.junitattrib.corpus;

import java.util.Set;

/**
 * A word of an English sentence that may be a verb in a tense, with what stands around it: enough to leave infinitives and
 * participles alone, and to tell where one would have to understand the sentence.
 *
 * @param sentence the sentence
 * @param word the word
 */
record VerbPlace(Sentence sentence, int word) {

    /** What the word is in its place. */
    enum Reading {
        /** A verb in the tense of its form. */
        TENSED,
        /** An infinitive or a participle: it keeps its form in every tense. */
        UNTENSED,
        /** Nobody can tell. */
        UNCLEAR
    }

    private static final Set<String> ALWAYS_PRESENT = Set.of(
            "am", "are", "aren't", "can't", "does", "doesn't", "has", "hasn't", "is", "isn't", "may", "must", "mustn't",
            "shall", "shan't", "won't");
    private static final Set<String> NEVER_PARTICIPLES = Set.of(
            "could",
            "couldn't",
            "did",
            "didn't",
            "hadn't",
            "might",
            "should",
            "shouldn't",
            "was",
            "wasn't",
            "were",
            "weren't",
            "would",
            "wouldn't");
    private static final Set<String> AUXILIARIES = Set.of("do", "don't", "have", "haven't");
    private static final Set<String> SUBJECTS = Set.of("i", "we", "they", "you");
    private static final Set<String> OTHER_PRONOUNS = Set.of("he", "she", "it", "me", "him", "her", "us", "them");
    private static final Set<String> COMPARISONS = Set.of("as", "like", "than");
    private static final Set<String> WISHES = Set.of("had", "would");
    private static final Set<String> BEHIND_WISHES = Set.of("best", "better", "rather", "sooner");

    /** Reads a form of the present. */
    Reading ofPresent() {
        String plain = sentence.plain(word);
        if (isAttached() || (plain.equals("aren't") && next().equals("i"))) {
            return Reading.UNCLEAR;
        }
        if (plain.equals("can") || plain.equals("will")) {
            return isNoun() || isName() ? Reading.UNCLEAR : Reading.TENSED;
        }
        if (ALWAYS_PRESENT.contains(plain)) {
            return Reading.TENSED;
        }
        if (isNoun()) {
            return Reading.UNCLEAR;
        }
        return PresentForm.isSingular(plain) ? Reading.TENSED : ofBase();
    }

    /** Reads a form that an infinitive has as well. */
    private Reading ofBase() {
        int left = VerbSubject.before(sentence, word);
        if (beginsClause(left)) {
            boolean question = AUXILIARIES.contains(sentence.plain(word)) && SUBJECTS.contains(next());
            return question ? Reading.TENSED : Reading.UNCLEAR;
        }
        String lead = sentence.plain(left);
        if (lead.equals("to") || EnglishVerbs.leadsInfinitive(lead)) {
            return Reading.UNTENSED;
        }
        if (isInverted(left, false)) {
            return Reading.UNTENSED;
        }
        if (lead.equals("you")) {
            return VerbSubject.isFirstOfClause(sentence, left) ? Reading.TENSED : Reading.UNCLEAR;
        }
        if (SUBJECTS.contains(lead)) {
            return Reading.TENSED;
        }
        return OTHER_PRONOUNS.contains(lead) || COMPARISONS.contains(lead) || hasAuxiliaryBefore(left)
                ? Reading.UNCLEAR
                : Reading.TENSED;
    }

    /** Reads a form of the past. */
    Reading ofPast() {
        String plain = sentence.plain(word);
        if (isAttached() || (WISHES.contains(plain) && BEHIND_WISHES.contains(next()))) {
            return Reading.UNCLEAR;
        }
        if (plain.equals("could")) {
            // "It can have been" is no English, but "it cannot have been" is.
            return behindAdverbs().equals("have") ? Reading.UNCLEAR : Reading.TENSED;
        }
        if (NEVER_PARTICIPLES.contains(plain)) {
            return Reading.TENSED;
        }
        int left = VerbSubject.before(sentence, word);
        if (left < 0 || !sentence.isLetters(left)) {
            return Reading.TENSED;
        }
        String lead = sentence.plain(left);
        if (EnglishVerbs.leadsParticiple(lead) || EnglishVerbs.leadsInfinitive(lead) || isInverted(left, true)) {
            return Reading.UNTENSED;
        }
        return lead.equals("to") || COMPARISONS.contains(lead) || (isNoun() && !plain.equals("had"))
                ? Reading.UNCLEAR
                : Reading.TENSED;
    }

    /** As in a must-have: part of another word. */
    private boolean isAttached() {
        boolean before =
                word > 0 && isHyphen(word - 1) && sentence.gap(word - 1).isEmpty();
        return before
                || (word + 1 < sentence.size()
                        && isHyphen(word + 1)
                        && sentence.gap(word).isEmpty());
    }

    private boolean isHyphen(int at) {
        return sentence.word(at).matches("[-\u2010\u2011]");
    }

    /** As in the will, a can. */
    private boolean isNoun() {
        return word > 0 && EnglishVerbs.isDeterminer(sentence.plain(word - 1));
    }

    /** As in Will said, but not in Will they. */
    private boolean isName() {
        String written = sentence.word(word);
        return written.equals("Will") && !(sentence.isFirst(word) && VerbSubject.isPronoun(next()));
    }

    private String next() {
        return sentence.hasNext(word) ? sentence.plain(word + 1) : "";
    }

    /** The next word but for adverbs that do not negate. */
    private String behindAdverbs() {
        int at = word + 1;
        while (at < sentence.size()
                && EnglishVerbs.isAdverb(sentence.plain(at))
                && !EnglishVerbs.isNegation(sentence.plain(at))) {
            at++;
        }
        return at < sentence.size() ? sentence.plain(at) : "";
    }

    /** Whether no subject can stand in a place before the verb. */
    private boolean beginsClause(int left) {
        return left < 0
                || !sentence.isLetters(left)
                || EnglishVerbs.isConjunction(sentence.plain(left))
                || EnglishVerbs.isQuestionWord(sentence.plain(left));
    }

    /** Whether a pronoun stands behind its auxiliary, as in a question: "did they have it". */
    private boolean isInverted(int pronoun, boolean participle) {
        int auxiliary = VerbSubject.before(sentence, pronoun);
        if (!VerbSubject.isPronoun(sentence.plain(pronoun)) || auxiliary < 0) {
            return false;
        }
        String lead = sentence.plain(auxiliary);
        boolean leads = EnglishVerbs.leadsInfinitive(lead) || (participle && EnglishVerbs.leadsParticiple(lead));
        int before = VerbSubject.before(sentence, auxiliary);
        return leads && (before < 0 || !VerbSubject.isPronoun(sentence.plain(before)));
    }

    /** Whether the clause has something that an infinitive further on may belong to: "can the actors have". */
    private boolean hasAuxiliaryBefore(int last) {
        for (int at = last; at >= 0 && sentence.isLetters(at); at--) {
            String plain = sentence.plain(at);
            if (plain.equals("to") || EnglishVerbs.leadsInfinitive(plain) || EnglishVerbs.isCausative(plain)) {
                return true;
            }
        }
        return false;
    }
}
