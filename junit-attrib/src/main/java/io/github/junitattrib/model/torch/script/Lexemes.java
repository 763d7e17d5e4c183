package io.github.junitattrib.model.torch.script;

import java.util.List;

/** A place in the words of some code, that moves forward. */
final class Lexemes {

    private final List<Lexeme> lexemes;
    private int at;

    Lexemes(List<Lexeme> lexemes) {
        this.lexemes = lexemes;
    }

    Lexeme peek() {
        return lexemes.get(at);
    }

    Lexeme peekBehind() {
        return lexemes.get(Math.min(at + 1, lexemes.size() - 1));
    }

    Lexeme next() {
        Lexeme lexeme = lexemes.get(at);
        at = Math.min(at + 1, lexemes.size() - 1);
        return lexeme;
    }

    boolean skip(String expected) {
        boolean found = peek().is(expected);
        if (found) {
            next();
        }
        return found;
    }

    Lexeme expect(String expected) throws MalformedCode {
        if (!peek().is(expected)) {
            throw misplaced("\"" + expected + "\"");
        }
        return next();
    }

    String expectName() throws MalformedCode {
        if (peek().kind() != Lexeme.Kind.NAME) {
            throw misplaced("a name");
        }
        return next().text();
    }

    /** Makes the exception for what stands in the place of something else. */
    MalformedCode misplaced(String expected) {
        String found = atLineEnd() ? "a line ends" : "there is \"" + peek().text() + "\"";
        return new MalformedCode(found + " where " + expected + " should be", peek().start());
    }

    boolean atLineEnd() {
        return peek().kind() == Lexeme.Kind.LINE || atEnd();
    }

    boolean atEnd() {
        return peek().kind() == Lexeme.Kind.END;
    }

    void skipLine() {
        while (!atLineEnd()) {
            next();
        }
    }

    /** The indentation of the line that begins here; −1 at the end. */
    int indentation() {
        return atEnd() ? -1 : peek().text().length();
    }

    /** Index behind the last character read. */
    int end() {
        return at == 0 ? 0 : lexemes.get(at - 1).end();
    }
}
