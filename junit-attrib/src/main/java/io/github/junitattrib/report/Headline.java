package io.github.junitattrib.report;

/** The first line of a message: it is written to be complete in itself, and lists show it alone. */
final class Headline {

    private Headline() {}

    static String of(String message) {
        return message.strip().lines().findFirst().orElse("").strip();
    }

    /** Returns what follows the first line. */
    static String rest(String message) {
        String stripped = message.strip();
        int end = stripped.indexOf('\n');
        return end < 0 ? "" : stripped.substring(end + 1).replaceFirst("^(\\h*\\R)+", "");
    }
}
