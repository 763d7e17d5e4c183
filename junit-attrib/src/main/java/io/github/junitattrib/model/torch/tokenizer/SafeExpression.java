package io.github.junitattrib.model.torch.tokenizer;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Refuses the regular expressions of a tokenizer.json with which the native library ends the process: it follows brackets
 * by recursion, and panics at a text that an expression can match in too many ways.
 *
 * <p>A repeated group must have one way to match; behind each other there may be two repetitions without an end and a
 * few choices. The expressions that tokenizers are trained with need no more. What is left is the library's to refuse.
 */
final class SafeExpression {

    static final int LONGEST = 4_000;
    private static final int DEEPEST = 50;
    /** The library gives up after ten million attempts: with three, some 400 characters are enough. */
    private static final int LOOPS = 2;

    private static final int CHOICES = 1_000;
    private static final int SIZE = 10_000;
    /** More numbers than that make an end as good as none. */
    private static final int FEW = 9;

    private static final Pattern COUNT = Pattern.compile("\\{(\\d{0,6})(,?)(\\d{0,6})}");
    private static final Pattern GROUP = Pattern.compile("\\?(?::|=|!|>|<=|<!|<\\w+>|[ims-]+:)");
    private static final Pattern FLAGS = Pattern.compile("\\?[ims-]+\\)");
    private static final Pattern NAMED = Pattern.compile("[pPxuo]\\{[^{}]*}");

    private final String text;
    private final Path file;
    private int at;
    private int depth;

    private SafeExpression(String text, Path file) {
        this.text = text;
        this.file = file;
    }

    static void check(String text, Path file) {
        SafeExpression expression = new SafeExpression(text, file);
        if (text.length() > LONGEST) {
            throw expression.refused(
                    "it has " + text.length() + " characters, where no more than " + LONGEST + " are taken");
        }
        expression.alternatives();
    }

    /**
     * What an expression can do at one place of a text.
     *
     * @param choices ways to match, but for repetitions without an end
     * @param loops repetitions without an end, behind each other
     * @param size steps, with counted repetitions written out
     */
    private record Cost(long choices, int loops, long size) {

        static final Cost ONE = new Cost(1, 0, 1);
    }

    private Cost alternatives() {
        Cost all = sequence();
        while (at < text.length() && text.charAt(at) == '|') {
            at++;
            Cost next = sequence();
            all = new Cost(all.choices + next.choices, Math.max(all.loops, next.loops), all.size + next.size);
        }
        return all;
    }

    private Cost sequence() {
        Cost all = new Cost(1, 0, 0);
        while (at < text.length() && text.charAt(at) != '|' && !(depth > 0 && text.charAt(at) == ')')) {
            Cost next = repeated(atom());
            boolean both = all.choices > 1 && next.choices > 1;
            all = new Cost(all.choices * next.choices, all.loops + next.loops, all.size + next.size);
            if (all.loops > LOOPS || (both && all.choices > CHOICES)) {
                throw refused("a text can match it in too many ways, as more than " + LOOPS
                        + " repetitions or too many choices stand behind each other");
            }
            if (all.size > SIZE) {
                throw refused("its counted repetitions need more than " + SIZE + " steps");
            }
        }
        return all;
    }

    private Cost atom() {
        char first = text.charAt(at++);
        return switch (first) {
            case '(' -> group();
            case '[' -> letters();
            case '\\' -> escape();
            default -> Cost.ONE;
        };
    }

    private Cost group() {
        if (taken(FLAGS)) {
            return new Cost(1, 0, 0);
        }
        if (text.startsWith("?", at) && !taken(GROUP)) {
            throw refused("it has a group of another kind than (…), (?:…), (?i:…), (?>…), (?<name>…), (?=…), (?!…),"
                    + " (?<=…) and (?<!…)");
        }
        deeper();
        Cost inside = alternatives();
        depth--;
        at++; // the bracket that ends it; the library refuses the expression if there is none
        return inside;
    }

    private Cost letters() {
        deeper();
        if (text.startsWith("^", at)) {
            at++;
        }
        if (text.startsWith("]", at)) {
            throw refused("a class of letters begins with ], which is read in two ways: write \\]");
        }
        while (at < text.length() && text.charAt(at) != ']') {
            char next = text.charAt(at++);
            if (next == '[') {
                letters();
            } else if (next == '\\') {
                at++;
            }
        }
        at++;
        depth--;
        return Cost.ONE;
    }

    private Cost escape() {
        if (!taken(NAMED) && at < text.length()) {
            char letter = text.charAt(at++);
            if ("gkQX".indexOf(letter) >= 0 || (letter >= '1' && letter <= '9')) {
                throw refused("\\" + letter + " leads back into it");
            }
        }
        return Cost.ONE;
    }

    private Cost repeated(Cost once) {
        Cost cost = once;
        for (boolean again = false; at < text.length(); again = true) {
            char sign = text.charAt(at);
            Matcher count = COUNT.matcher(text).region(at, text.length());
            boolean counted =
                    count.lookingAt() && count.end() - at > (count.group(2).isEmpty() ? 2 : 3);
            if (!counted && sign != '?' && sign != '*' && sign != '+') {
                return cost;
            }
            if (again) {
                throw refused("a repetition is repeated");
            }
            at = counted ? count.end() : at + 1;
            int least = counted ? number(count.group(1), 0) : sign == '+' ? 1 : 0;
            int most = !counted
                    ? (sign == '?' ? 1 : Integer.MAX_VALUE)
                    : count.group(2).isEmpty() ? least : number(count.group(3), Integer.MAX_VALUE);
            cost = times(once, least, most);
            if (!counted && at < text.length() && "?+".indexOf(text.charAt(at)) >= 0) {
                at++; // as few as possible, or never given back
            } else if (counted && text.startsWith("?", at)) {
                at++;
            }
        }
        return cost;
    }

    private Cost times(Cost once, int least, int most) {
        if (most > 1 && (once.choices > 1 || once.loops > 0)) {
            throw refused("it repeats a group that can match in more than one way, such as (a+)+ or (a|b)*");
        }
        long wide = (long) most - least + 1;
        boolean loop = wide > FEW;
        long written = most == Integer.MAX_VALUE ? least + 1 : most;
        return new Cost(
                loop ? once.choices : once.choices * Math.max(2 - (least == most ? 1 : 0), wide),
                once.loops + (loop ? 1 : 0),
                once.size * Math.max(written, 1));
    }

    private static int number(String digits, int absent) {
        return digits.isEmpty() ? absent : Integer.parseInt(digits);
    }

    private boolean taken(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return false;
        }
        at = matcher.end();
        return true;
    }

    private void deeper() {
        if (++depth > DEEPEST) {
            throw refused("its brackets are nested more than " + DEEPEST + " deep");
        }
    }

    private RuntimeException refused(String why) {
        String beginning = text.length() > 80 ? text.substring(0, 80) + "…" : text;
        return TokenizerFiles.broken(
                file,
                "its regular expression \"" + beginning + "\" could end the process at some text: " + why
                        + ". If the model needs it, write the expression in another way");
    }
}
