package io.github.junitattrib.model.torch.script;

/**
 * A word of code with its place.
 *
 * @param kind what it is
 * @param text as written
 * @param start index of its first character
 * @param end index behind its last character
 */
record Lexeme(Kind kind, String text, int start, int end) {

    enum Kind {
        NAME,
        NUMBER,
        STRING,
        OPERATOR,
        /** The beginning of a logical line; its text is the indentation. */
        LINE,
        END
    }

    boolean is(String expected) {
        return (kind == Kind.OPERATOR || kind == Kind.NAME) && text.equals(expected);
    }
}
