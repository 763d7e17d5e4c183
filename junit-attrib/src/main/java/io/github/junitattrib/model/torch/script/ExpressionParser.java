package io.github.junitattrib.model.torch.script;

import io.github.junitattrib.model.torch.script.Expression.Argument;
import io.github.junitattrib.model.torch.script.Expression.Attribute;
import io.github.junitattrib.model.torch.script.Expression.Call;
import io.github.junitattrib.model.torch.script.Expression.Dictionary;
import io.github.junitattrib.model.torch.script.Expression.Literal;
import io.github.junitattrib.model.torch.script.Expression.Name;
import io.github.junitattrib.model.torch.script.Expression.Other;
import io.github.junitattrib.model.torch.script.Expression.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Parses the expressions of printed TorchScript; the precedence of operators does not matter here. */
final class ExpressionParser {

    /** The native parser works by recursion on the stack of a Java thread; printed expressions are hardly 10 deep. */
    static final int DEEPEST = 60;

    private static final Set<String> PREFIXES = Set.of("-", "+", "~", "not", "*", "**");
    private static final Set<String> INFIXES = Set.of(
            "+", "-", "*", "/", "//", "%", "**", "@", "==", "!=", "<", ">", "<=", ">=", "&", "|", "^", "<<", ">>",
            "and", "or", "is", "in", "not", "if", "else");
    private static final Set<String> CONSTANTS = Set.of("True", "False", "None", "...");

    private final Lexemes lexemes;

    ExpressionParser(Lexemes lexemes) {
        this.lexemes = lexemes;
    }

    /** Parses expressions with commas between them; several, or one with a comma behind it, make a tuple. */
    Expression list() throws MalformedCode {
        int start = lexemes.peek().start();
        Expression first = one();
        if (!lexemes.peek().is(",")) {
            return first;
        }
        List<Expression> items = new ArrayList<>(List.of(first));
        while (lexemes.skip(",") && !endsList()) {
            items.add(one());
        }
        return checked(new Tuple(items, start, lexemes.end()));
    }

    private boolean endsList() {
        Lexeme next = lexemes.peek();
        return lexemes.atLineEnd() || next.is("=") || next.is(":") || next.is(")") || next.is("]") || next.is("}");
    }

    /** Parses one expression. */
    Expression one() throws MalformedCode {
        List<Expression> operands = new ArrayList<>();
        int start = lexemes.peek().start();
        int operators = 0;
        do {
            while (PREFIXES.contains(lexemes.peek().text()) && lexemes.peek().kind() != Lexeme.Kind.STRING) {
                lexemes.next();
                operators++;
            }
            operands.add(postfix());
            boolean more = lexemes.peek().kind() != Lexeme.Kind.STRING
                    && INFIXES.contains(lexemes.peek().text());
            if (!more) {
                break;
            }
            lexemes.next();
            operators++;
        } while (true);
        if (operators == 0) {
            return operands.get(0);
        }
        int depth = operators + Expression.deeper(operands);
        return checked(new Other(operands, start, lexemes.end(), depth));
    }

    private Expression postfix() throws MalformedCode {
        int start = lexemes.peek().start();
        Expression expression = atom();
        while (true) {
            if (lexemes.skip(".")) {
                int nameStart = lexemes.peek().start();
                expression = new Attribute(expression, lexemes.expectName(), start, nameStart, lexemes.end());
            } else if (lexemes.skip("(")) {
                int argumentsStart = lexemes.end();
                List<Argument> arguments = arguments();
                expression = new Call(expression, arguments, start, argumentsStart, lexemes.end());
            } else if (lexemes.skip("[")) {
                List<Expression> items = new ArrayList<>(List.of(expression));
                items.addAll(items("]"));
                expression = new Other(items, start, lexemes.end(), Expression.deeper(items));
            } else {
                return expression;
            }
            checked(expression);
        }
    }

    private List<Argument> arguments() throws MalformedCode {
        List<Argument> arguments = new ArrayList<>();
        while (!lexemes.skip(")")) {
            boolean named = lexemes.peek().kind() == Lexeme.Kind.NAME
                    && lexemes.peekBehind().is("=");
            String name = "";
            if (named) {
                name = lexemes.expectName();
                lexemes.expect("=");
            }
            arguments.add(new Argument(name, one()));
            if (!lexemes.peek().is(")")) {
                lexemes.expect(",");
            }
        }
        return arguments;
    }

    /** Expressions up to a closing bracket; a colon parts keys from values and the ends of slices. */
    private List<Expression> items(String closing) throws MalformedCode {
        List<Expression> items = new ArrayList<>();
        while (!lexemes.skip(closing)) {
            boolean openEnded = lexemes.skip(":")
                    && (lexemes.peek().is(",") || lexemes.peek().is(closing));
            if (!openEnded) {
                items.add(one());
            }
            if (!lexemes.peek().is(closing) && !lexemes.peek().is(":")) {
                lexemes.expect(",");
            }
        }
        return items;
    }

    private Expression atom() throws MalformedCode {
        Lexeme first = lexemes.next();
        int start = first.start();
        switch (first.kind()) {
            case NUMBER -> {
                return new Literal(first.text(), start, first.end());
            }
            case STRING -> {
                while (lexemes.peek().kind() == Lexeme.Kind.STRING) {
                    lexemes.next();
                }
                return new Literal(first.text(), start, lexemes.end());
            }
            case NAME -> {
                boolean constant = CONSTANTS.contains(first.text());
                return constant
                        ? new Literal(first.text(), start, first.end())
                        : new Name(first.text(), start, first.end());
            }
            default -> {
                return bracketed(first);
            }
        }
    }

    private Expression bracketed(Lexeme first) throws MalformedCode {
        int start = first.start();
        switch (first.text()) {
            case "(" -> {
                if (lexemes.skip(")")) {
                    return new Tuple(List.of(), start, lexemes.end());
                }
                Expression inner = list();
                lexemes.expect(")");
                return inner instanceof Tuple tuple ? new Tuple(tuple.items(), start, lexemes.end()) : inner;
            }
            case "[" -> {
                List<Expression> items = items("]");
                return checked(new Tuple(items, start, lexemes.end()));
            }
            case "{" -> {
                List<Expression> items = items("}");
                return checked(new Dictionary(items, start, lexemes.end()));
            }
            case "..." -> {
                return new Literal(first.text(), start, first.end());
            }
            default ->
                throw new MalformedCode(
                        first.kind() == Lexeme.Kind.OPERATOR
                                ? "there is \"" + first.text() + "\" where an expression should be"
                                : "a line ends where an expression should be",
                        start);
        }
    }

    private static Expression checked(Expression expression) throws MalformedCode {
        if (expression.depth() > DEEPEST) {
            throw new MalformedCode("an expression is nested more than " + DEEPEST + " deep", expression.start());
        }
        return expression;
    }
}
