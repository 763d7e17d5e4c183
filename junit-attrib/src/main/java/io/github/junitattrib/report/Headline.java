package io.github.junitattrib.report;

/** The first line of a message: it is written to be complete in itself, and lists show it alone. */
final class Headline {

    /** A message may repeat a text of any length; nobody reads so much in a list. */
    private static final int MOST = 1000;

    private Headline() {}

    static String of(String message) {
        return cut(firstLine(message));
    }

    /** Returns what follows the first line, or all where the first line is cut. */
    static String rest(String message) {
        String stripped = message.strip();
        if (!of(message).equals(firstLine(message))) {
            return stripped;
        }
        int end = stripped.indexOf('\n');
        return end < 0 ? "" : stripped.substring(end + 1).replaceFirst("^(\\h*\\R)+", "");
    }

    /** Shortens what stands in a list: a headline, a call, a text. */
    static String cut(String line) {
        return VisibleText.beginning(line, MOST);
    }

    private static String firstLine(String message) {
        return message.strip().lines().findFirst().orElse("").strip();
    }
}
