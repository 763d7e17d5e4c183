package io.github.junitattrib.model.torch.script;

import io.github.junitattrib.model.torch.script.Statement.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Parses the lines of functions. */
final class StatementParser {

    private static final Set<String> BLOCKS = Set.of("if", "elif", "while", "with");
    private static final Set<String> BARE = Set.of("pass", "break", "continue", "else");

    private final Lexemes lexemes;
    private final String code;
    private final ExpressionParser expressions;

    StatementParser(Lexemes lexemes, String code) {
        this.lexemes = lexemes;
        this.code = code;
        this.expressions = new ExpressionParser(lexemes);
    }

    /** Parses all lines that are indented more. */
    List<Statement> block(int indentation) throws MalformedCode {
        List<Statement> body = new ArrayList<>();
        int first = lexemes.indentation();
        while (lexemes.indentation() > indentation) {
            boolean conditional = lexemes.indentation() > first;
            lexemes.next();
            body.add(simple(conditional));
        }
        return body;
    }

    /** Parses one line, whatever it is. */
    Statement simple(boolean conditional) throws MalformedCode {
        Lexeme first = lexemes.peek();
        if (BARE.contains(first.text())) {
            lexemes.next();
            lexemes.skip(":");
            return finished(Kind.COMPUTE, List.of(), nothing(first), conditional);
        }
        if (BLOCKS.contains(first.text())) {
            lexemes.next();
            Expression condition = expressions.list();
            if (lexemes.skip("as")) {
                lexemes.expectName();
            }
            lexemes.expect(":");
            return finished(Kind.COMPUTE, List.of(), condition, conditional);
        }
        return switch (first.text()) {
            case "return" -> {
                lexemes.next();
                Expression value = lexemes.atLineEnd() ? nothing(first) : expressions.list();
                yield finished(Kind.RETURN, List.of(), value, conditional);
            }
            case "for" -> loop(conditional);
            case "assert", "raise", "del" -> {
                lexemes.next();
                yield finished(Kind.COMPUTE, List.of(), expressions.list(), conditional);
            }
            default -> assignment(conditional);
        };
    }

    private Statement loop(boolean conditional) throws MalformedCode {
        lexemes.expect("for");
        List<String> targets = new ArrayList<>();
        do {
            targets.add(lexemes.expectName());
        } while (lexemes.skip(",") && !lexemes.peek().is("in"));
        lexemes.expect("in");
        Expression range = expressions.list();
        lexemes.expect(":");
        return finished(Kind.COMPUTE, targets, range, conditional);
    }

    private Statement assignment(boolean conditional) throws MalformedCode {
        Expression target = expressions.list();
        if (lexemes.skip(":")) {
            type(Set.of("="));
        }
        if (lexemes.skip("=")) {
            return finished(Kind.ASSIGN, names(target), expressions.list(), conditional);
        }
        for (String operator : List.of("+=", "-=", "*=", "/=")) {
            if (lexemes.skip(operator)) {
                return finished(Kind.ASSIGN, names(target), expressions.list(), conditional);
            }
        }
        return finished(Kind.COMPUTE, List.of(), target, conditional);
    }

    private static List<String> names(Expression target) {
        if (target instanceof Expression.Tuple tuple) {
            return tuple.items().stream().map(StatementParser::name).toList();
        }
        return List.of(name(target));
    }

    private static String name(Expression target) {
        return target instanceof Expression.Name plain ? plain.name() : "";
    }

    private Statement finished(Kind kind, List<String> targets, Expression value, boolean conditional)
            throws MalformedCode {
        if (!lexemes.atLineEnd()) {
            throw new MalformedCode(
                    "there is \"" + lexemes.peek().text() + "\" where a line should end",
                    lexemes.peek().start());
        }
        return new Statement(kind, targets, value, conditional);
    }

    private static Expression nothing(Lexeme at) {
        return new Expression.Literal("None", at.start(), at.end());
    }

    /** Reads a type, up to one of these words or the line's end, and gives it without spaces. */
    String type(Set<String> ends) throws MalformedCode {
        Expression type = expressions.one();
        boolean ended = lexemes.atLineEnd()
                || (lexemes.peek().kind() == Lexeme.Kind.OPERATOR
                        && ends.contains(lexemes.peek().text()));
        if (!ended) {
            throw new MalformedCode(
                    "there is \"" + lexemes.peek().text() + "\" behind a type",
                    lexemes.peek().start());
        }
        return code.substring(type.start(), type.end()).replaceAll("\\s", "");
    }

    /** Reads a value that does not matter here. */
    void value() throws MalformedCode {
        expressions.one();
    }
}
