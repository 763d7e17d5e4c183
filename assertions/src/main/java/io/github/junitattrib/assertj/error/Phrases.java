package io.github.junitattrib.assertj.error;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.RankedBy;
import io.github.junitattrib.text.WordSelection;
import java.util.List;

/** Pieces of sentences that several messages share. */
final class Phrases {

    private Phrases() {}

    /** Behind what is said of an order, since by magnitude it is another. */
    static String toward(Attribution attribution, RankedBy by) {
        return (by == RankedBy.MAGNITUDE ? "by magnitude " : "") + "toward " + attribution.label();
    }

    /** Such as {@code "a", "b" and "c"}. */
    static String words(Attribution attribution, List<WordSelection> words) {
        return joined(quoted(attribution, words), " and ");
    }

    /** Such as {@code "a", then "b", then "c"}. */
    static String inOrder(Attribution attribution, List<WordSelection> words) {
        return String.join(", then ", quoted(attribution, words));
    }

    /** A name with its article. */
    static String a(String name) {
        return ("aeiouAEIOU".indexOf(name.charAt(0)) >= 0 ? "an " : "a ") + name;
    }

    /** The last two with a word between, all others with commas. */
    static String joined(List<String> parts, String last) {
        int end = parts.size() - 1;
        return end < 1 ? String.join("", parts) : String.join(", ", parts.subList(0, end)) + last + parts.get(end);
    }

    private static List<String> quoted(Attribution attribution, List<WordSelection> words) {
        return words.stream().map(word -> WordNames.quoted(attribution, word)).toList();
    }
}
