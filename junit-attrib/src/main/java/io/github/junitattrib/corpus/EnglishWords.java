package io.github.junitattrib.corpus;

import java.util.Set;

/** Lists of English words that changes of negation and degree look for before an adjective. */
final class EnglishWords {

    private static final Set<String> DEGREES = Set.of(
            "absolutely",
            "amazingly",
            "especially",
            "exceptionally",
            "extremely",
            "fairly",
            "highly",
            "incredibly",
            "particularly",
            "pretty",
            "quite",
            "rather",
            "really",
            "remarkably",
            "so",
            "somewhat",
            "surprisingly",
            "too",
            "totally",
            "truly",
            "utterly",
            "very");

    private static final Set<String> ARTICLES = Set.of("a", "an");

    private static final Set<String> OTHER_NEGATIONS =
            Set.of("barely", "hardly", "neither", "no", "nor", "nothing", "nowhere", "scarcely", "without");

    /** Common forms that are hardly ever anything but verbs. */
    private static final Set<String> VERBS = Set.of(
            "am", "are", "be", "became", "become", "becomes", "been", "being", "came", "can", "could", "did", "do",
            "does", "felt", "gave", "gets", "given", "gives", "go", "goes", "got", "had", "has", "have", "is", "knew",
            "knows", "made", "makes", "may", "might", "must", "said", "saw", "say", "says", "shall", "should", "tell",
            "tells", "think", "thinks", "thought", "told", "took", "was", "went", "were", "will", "would", "wrote");

    private EnglishWords() {}

    /** Words of degree, such as very. */
    static boolean isDegree(String plain) {
        return DEGREES.contains(plain);
    }

    /** Pronouns that are subjects only, so that a verb follows. */
    static boolean isSubjectOnly(String plain) {
        return plain.equals("who") || (EnglishVerbs.isSubject(plain) && !EnglishVerbs.isObject(plain));
    }

    static boolean isVerb(String plain) {
        return VERBS.contains(plain);
    }

    static boolean isArticle(String plain) {
        return ARTICLES.contains(plain);
    }

    /** Negations that can be taken away: not, never, cannot, wasn't. */
    static boolean isNegation(String plain) {
        return plain.equals("not") || plain.equals("never") || plain.equals("cannot") || plain.endsWith("n't");
    }

    /** Takes the negation from a verb: was for wasn't, can for cannot. */
    static String positive(String plain) {
        return switch (plain) {
            case "can't", "cannot" -> "can";
            case "won't" -> "will";
            case "shan't" -> "shall";
            case "ain't" -> "is";
            default -> plain.endsWith("n't") ? plain.substring(0, plain.length() - "n't".length()) : plain;
        };
    }

    /** Negations that cannot, as something else would have to stand there. */
    static boolean isOtherNegation(String plain) {
        return OTHER_NEGATIONS.contains(plain);
    }
}
