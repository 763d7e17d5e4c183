package io.github.junitattrib.report;

import java.util.Locale;

/**
 * A status as pages show it: never by colour alone.
 *
 * @param css class of its colours
 * @param sign a character for it
 * @param word its name
 */
record StatusView(String css, String sign, String word) {

    /** Returns the word for a number of tests; of the words for how they ended, only error is a noun. */
    String word(int count) {
        return count != 1 && word.equals("error") ? "errors" : word;
    }

    static StatusView of(TestStatus status) {
        String word = status.name().toLowerCase(Locale.ROOT);
        return switch (status) {
            case PASSED -> new StatusView("good", "\u2713", word);
            case FAILED -> new StatusView("bad", "\u2715", word);
            case ERROR -> new StatusView("bad", "!", word);
            case INCONCLUSIVE -> new StatusView("open", "?", word);
            case ABORTED -> new StatusView("calm", "\u2013", word);
        };
    }
}
