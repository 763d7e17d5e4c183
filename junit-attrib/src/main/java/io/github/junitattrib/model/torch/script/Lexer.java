package io.github.junitattrib.model.torch.script;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts the code of an archive into words; bounds what the native parser does by recursion, which would end the process
 * when its stack is full.
 */
final class Lexer {

    private static final int DEEPEST_BRACKETS = 100;
    private static final int DEEPEST_BLOCKS = 100;

    private static final List<String> OPERATORS = List.of(
            "->", "**", "//", "==", "!=", "<=", ">=", "<<", ">>", "+=", "-=", "*=", "/=", "...", "(", ")", "[", "]",
            "{", "}", ",", ":", ".", "=", "+", "-", "*", "/", "%", "<", ">", "&", "|", "^", "~", "@", ";");

    private final String code;
    private final List<Lexeme> lexemes = new ArrayList<>();
    private int at;
    private int brackets;

    private Lexer(String code) {
        this.code = code;
    }

    static List<Lexeme> read(String code) throws MalformedCode {
        Lexer lexer = new Lexer(code);
        lexer.read();
        return lexer.lexemes;
    }

    private void read() throws MalformedCode {
        boolean lineBegins = true;
        while (at < code.length()) {
            if (lineBegins) {
                beginLine();
                lineBegins = false;
                continue;
            }
            char c = code.charAt(at);
            if (c == '\n') {
                at++;
                lineBegins = brackets == 0;
            } else if (c == ' ' || c == '\t' || c == '\r') {
                at++;
            } else if (c == '#') {
                comment();
            } else {
                word(c);
            }
        }
        if (brackets > 0) {
            throw new MalformedCode("a bracket is never closed", at);
        }
        int end = code.stripTrailing().length();
        lexemes.add(new Lexeme(Lexeme.Kind.END, "", end, end));
    }

    private void beginLine() throws MalformedCode {
        int start = at;
        while (at < code.length() && code.charAt(at) == ' ') {
            at++;
        }
        if (at - start > 2 * DEEPEST_BLOCKS) {
            throw new MalformedCode("blocks are nested more than " + DEEPEST_BLOCKS + " deep", at);
        }
        if (at < code.length()
                && (code.charAt(at) == '\t' || (code.charAt(at) == '\r' && !code.startsWith("\r\n", at)))) {
            // The native parser counts any white space.
            throw new MalformedCode("a line is indented by something else than spaces", at);
        }
        if (at < code.length() && "\n\r#".indexOf(code.charAt(at)) < 0) {
            lexemes.add(new Lexeme(Lexeme.Kind.LINE, code.substring(start, at), start, at));
        }
    }

    /** The native parser reads types in comments, as deep as they are nested. */
    private void comment() throws MalformedCode {
        int start = at;
        at++;
        while (at < code.length() && (code.charAt(at) == ' ' || code.charAt(at) == '\t')) {
            at++;
        }
        if (code.startsWith("type", at)) {
            throw new MalformedCode("there is a type in a comment, which PyTorch does not print", start);
        }
        skipToLineEnd();
    }

    private void skipToLineEnd() {
        while (at < code.length() && code.charAt(at) != '\n') {
            at++;
        }
    }

    private void word(char c) throws MalformedCode {
        int start = at;
        Lexeme.Kind kind;
        if (Character.isLetter(c) || c == '_') {
            kind = Lexeme.Kind.NAME;
            skipNameParts();
        } else if (isDigit(at) || (c == '.' && isDigit(at + 1))) {
            kind = Lexeme.Kind.NUMBER;
            skipNumber();
        } else if (c == '"' || c == '\'') {
            kind = Lexeme.Kind.STRING;
            skipString(c);
        } else {
            kind = Lexeme.Kind.OPERATOR;
            operator();
        }
        lexemes.add(new Lexeme(kind, code.substring(start, at), start, at));
    }

    private boolean isDigit(int index) {
        return index < code.length() && code.charAt(index) >= '0' && code.charAt(index) <= '9';
    }

    private void skipNameParts() {
        while (at < code.length() && (Character.isLetterOrDigit(code.charAt(at)) || code.charAt(at) == '_')) {
            at++;
        }
    }

    private void skipNumber() {
        at++;
        skipNameParts();
        while (at < code.length() && (code.charAt(at) == '.' || isSignOfExponent())) {
            at++;
            skipNameParts();
        }
    }

    private boolean isSignOfExponent() {
        return "+-".indexOf(code.charAt(at)) >= 0 && "eE".indexOf(code.charAt(at - 1)) >= 0;
    }

    private void skipString(char quote) throws MalformedCode {
        if (code.startsWith(String.valueOf(quote).repeat(3), at)) {
            // The native parser would see its end elsewhere.
            throw new MalformedCode("there is a string in triple quotes, which PyTorch does not print", at);
        }
        at++;
        while (at < code.length() && code.charAt(at) != quote && code.charAt(at) != '\n') {
            at += code.charAt(at) == '\\' ? 2 : 1;
        }
        if (at >= code.length() || code.charAt(at) != quote) {
            throw new MalformedCode("a string is never closed", Math.min(at, code.length()));
        }
        at++;
    }

    private void operator() throws MalformedCode {
        String operator = OPERATORS.stream()
                .filter(candidate -> code.startsWith(candidate, at))
                .findFirst()
                .orElseThrow(() ->
                        new MalformedCode(String.format("there is a character \\u%04X", (int) code.charAt(at)), at));
        at += operator.length();
        switch (operator) {
            case "(", "[", "{" -> brackets++;
            case ")", "]", "}" -> brackets--;
            default -> {}
        }
        if (brackets < 0 || brackets > DEEPEST_BRACKETS) {
            throw new MalformedCode(
                    brackets < 0
                            ? "a bracket is closed that was not opened"
                            : "brackets are nested more than " + DEEPEST_BRACKETS + " deep",
                    at);
        }
    }
}
