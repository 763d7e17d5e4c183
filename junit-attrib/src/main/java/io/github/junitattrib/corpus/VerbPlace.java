package io.github.junitattrib.corpus;

import java.util.Set;
import java.util.function.Predicate;

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

    private static final Set<String> ALWAYS_PRESENT = Set.of("are", "does", "has", "is");
    private static final Set<String> NEVER_PARTICIPLES =
            Set.of("could", "did", "might", "should", "was", "were", "would");
    private static final Set<String> QUESTIONS = Set.of("do", "have");
    private static final Set<String> COMPARISONS = Set.of("as", "like", "than");
    private static final Set<String> BEHIND_WISHES = Set.of("best", "better", "rather", "sooner");
    private static final Set<String> WISHES = Set.of("only", "rather", "wish", "wished", "wishes", "wishing");
    private static final Set<String> CONDITIONS = Set.of("as", "if", "imagine", "suppose", "though", "unless");
    private static final Set<String> BEHIND_MODALS =
            Set.of("be", "do", "go", "have", "make", "n't", "not", "say", "see");

    /** Reads a form of the present. */
    Reading ofPresent() {
        String plain = sentence.plain(word);
        int left = VerbSubject.before(sentence, word);
        if (isAttached() || isStrayTag() || (plain.equals("aren't") && next().equals("i"))) {
            return Reading.UNCLEAR;
        }
        if (EnglishVerbs.isModal(plain)) {
            return tensedIf(plain.endsWith("n't") || isSurelyModal(left));
        }
        if (ALWAYS_PRESENT.contains(verb())) {
            return Reading.TENSED;
        }
        if (plain.equals("am")) {
            return tensedIf(next().equals("i") || lead(left).equals("i"));
        }
        if (isDetermined()) {
            return Reading.UNCLEAR;
        }
        return PresentForm.isSingular(plain) ? Reading.TENSED : ofBase(left);
    }

    /** A modal that is a noun or a name as well: the will, a tin can, Will. */
    private boolean isSurelyModal(int left) {
        if (isDetermined() || isName()) {
            return false;
        }
        if (BEHIND_MODALS.contains(next())) {
            return !lead(left).endsWith("'s");
        }
        if (beginsClause(left)) {
            return EnglishVerbs.isSubject(next()) || next().equals("there");
        }
        String lead = lead(left);
        return EnglishVerbs.isSubject(lead) || lead.equals("there") || lead.equals("who");
    }

    /** Reads a form that an infinitive has as well. */
    private Reading ofBase(int left) {
        if (beginsClause(left)) {
            boolean subject = EnglishVerbs.isSubject(next()) && !EnglishVerbs.isThirdPerson(next());
            return tensedIf(QUESTIONS.contains(verb()) && subject);
        }
        String lead = sentence.plain(left);
        if (lead.equals("to") || EnglishVerbs.leadsInfinitive(lead) || isInverted(left, false)) {
            return Reading.UNTENSED;
        }
        if (EnglishVerbs.isSubject(lead)) {
            return tensedIf(!EnglishVerbs.isThirdPerson(lead)
                    && !isBehindParticiple(left)
                    && (VerbSubject.isFirstOfClause(sentence, left) || !mayBeInfinitive(left)));
        }
        return tensedIf((EnglishVerbs.isRelative(lead) || isPlural(lead)) && !mayBeInfinitive(left));
    }

    /** Reads a form of the past. */
    Reading ofPast() {
        String plain = sentence.plain(word);
        int left = VerbSubject.before(sentence, word);
        boolean better = (plain.equals("had") || plain.equals("would")) && BEHIND_WISHES.contains(next());
        boolean overdue = left > 0 && sentence.plain(left - 1).equals("time");
        if (isAttached() || isStrayTag() || better || overdue || isBehind(WISHES)) {
            return Reading.UNCLEAR;
        }
        if (verb().equals("were")) {
            return tensedIf(left >= 0 && sentence.isLetters(left) && !isBehind(CONDITIONS));
        }
        if (plain.equals("could") || plain.equals("would")) {
            // Neither "can n't" nor "it can have been" is English, but "it cannot have been" is.
            return tensedIf(!next().equals("n't")
                    && !(plain.equals("could") && behindAdverb().equals("have")));
        }
        if (NEVER_PARTICIPLES.contains(verb()) || left < 0 || !sentence.isLetters(left)) {
            return Reading.TENSED;
        }
        String lead = sentence.plain(left);
        if (EnglishVerbs.leadsParticiple(lead) || EnglishVerbs.leadsInfinitive(lead) || isInverted(left, true)) {
            return Reading.UNTENSED;
        }
        return tensedIf(!lead.equals("to") && !COMPARISONS.contains(lead) && (!isDetermined() || plain.equals("had")));
    }

    private static Reading tensedIf(boolean condition) {
        return condition ? Reading.TENSED : Reading.UNCLEAR;
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

    /** As in "she sings, doesn't she", whose verb may keep its tense, but not in "it is great, isn't it". */
    private boolean isStrayTag() {
        return word > 0
                && sentence.word(word - 1).equals(",")
                && EnglishVerbs.isSubject(next())
                && !isBehind(word, each -> EnglishWords.positive(each).equals(verb()));
    }

    private boolean isHyphen(int at) {
        return sentence.word(at).matches("[-\u2010\u2011]");
    }

    /** As in the will, a can, which are nouns. */
    private boolean isDetermined() {
        return word > 0 && EnglishVerbs.isDeterminer(sentence.plain(word - 1));
    }

    /** As in Will said, but not in Will they. */
    private boolean isName() {
        String written = sentence.word(word);
        return LetterCase.isCapitalized(written)
                && !LetterCase.isUpper(written)
                && !(sentence.isFirst(word) && (EnglishVerbs.isSubject(next()) || written.equals("Can")));
    }

    /** As in films: what has the plural of nouns, and is no common verb. */
    private static boolean isPlural(String plain) {
        return plain.length() > 3
                && plain.matches("[^']+[^s']s")
                && !plain.equals("this")
                && !EnglishWords.isVerb(plain);
    }

    /** The word without its negation. */
    String verb() {
        return EnglishWords.positive(sentence.plain(word));
    }

    private String lead(int left) {
        return left < 0 ? "" : sentence.plain(left);
    }

    /** The next word of the sentence; empty if a sign follows. */
    String next() {
        return sentence.hasNext(word) ? sentence.plain(word + 1) : "";
    }

    /** The next word but for an adverb that does not negate. */
    private String behindAdverb() {
        boolean adverb = EnglishVerbs.isAdverb(next()) && !EnglishWords.isNegation(next());
        return adverb ? new VerbPlace(sentence, word + 1).next() : next();
    }

    /** Whether one of some words stands anywhere before in the sentence. */
    private boolean isBehind(Set<String> words) {
        return isBehind(word, words::contains);
    }

    /** As in "have you do it", "it is they". */
    private boolean isBehindParticiple(int pronoun) {
        int at = VerbSubject.before(sentence, pronoun);
        return at >= 0 && EnglishVerbs.leadsParticiple(sentence.plain(at));
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
        if (!EnglishVerbs.isSubject(sentence.plain(pronoun)) || auxiliary < 0) {
            return false;
        }
        String lead = sentence.plain(auxiliary);
        boolean leads = EnglishVerbs.leadsInfinitive(lead) || (participle && EnglishVerbs.leadsParticiple(lead));
        int before = VerbSubject.before(sentence, auxiliary);
        return leads && (before < 0 || !EnglishVerbs.isSubject(sentence.plain(before)));
    }

    /** Whether the sentence has something that an infinitive further on may belong to: "can the actors have". */
    private boolean mayBeInfinitive(int left) {
        return isBehind(left + 1, EnglishVerbs::mayLeadInfinitive);
    }

    private boolean isBehind(int place, Predicate<String> kind) {
        for (int at = place; at > 0 && !sentence.isFirst(at); at--) {
            if (kind.test(sentence.plain(at - 1))) {
                return true;
            }
        }
        return false;
    }
}
