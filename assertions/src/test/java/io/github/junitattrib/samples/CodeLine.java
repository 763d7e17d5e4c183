package io.github.junitattrib.samples;

/**
 * A line of Java, taken apart as far as samples need it.
 *
 * @param code what stands before the comment, without trailing blanks
 * @param comment the text behind {@code //}; empty if there is none
 * @param opened how many more brackets it opens than it closes
 */
record CodeLine(String code, String comment, int opened) {

    static CodeLine of(String line) {
        int open = 0;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && line.startsWith("//", i)) {
                return new CodeLine(
                        line.substring(0, i).stripTrailing(),
                        line.substring(i + 2).strip(),
                        open);
            } else if (!quoted) {
                open += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            }
        }
        return new CodeLine(line.stripTrailing(), "", open);
    }
}
