package io.github.junitattrib.model.torch.script;

import java.util.List;

/** An expression of an archive's code, as far as the way of the token ids must be understood. */
sealed interface Expression {

    /** Index of its first character in the code. */
    int start();

    /** Index behind its last character. */
    int end();

    /** How deep the tree is that the native parser makes of it. */
    int depth();

    /** Items of tuples, dictionaries and the like; calls and attributes have parts of their own names. */
    default List<Expression> parts() {
        return List.of();
    }

    /** A variable, {@code self}, {@code torch} or another name. */
    record Name(String name, int start, int end) implements Expression {
        @Override
        public int depth() {
            return 1;
        }
    }

    /** A number, text, True, False or None, as written. */
    record Literal(String text, int start, int end) implements Expression {
        @Override
        public int depth() {
            return 1;
        }
    }

    /** {@code base.name}; {@code nameStart} is where the name is written. */
    record Attribute(Expression base, String name, int start, int nameStart, int end) implements Expression {
        @Override
        public int depth() {
            return 1 + base.depth();
        }
    }

    /** {@code callee(arguments)}; {@code argumentsStart} is behind the opening bracket. */
    record Call(Expression callee, List<Argument> arguments, int start, int argumentsStart, int end)
            implements Expression {
        @Override
        public int depth() {
            int depth = callee.depth();
            for (Argument argument : arguments) {
                depth = Math.max(depth, argument.value().depth());
            }
            return 1 + depth;
        }
    }

    /** An argument of a call; the name is empty if it is given by position. */
    record Argument(String name, Expression value) {}

    /** {@code (a, b)}, {@code a, b} or the list {@code [a, b]}. */
    record Tuple(List<Expression> items, int start, int end) implements Expression {
        @Override
        public List<Expression> parts() {
            return items;
        }

        @Override
        public int depth() {
            return deeper(items);
        }
    }

    /** {@code {key: value}}, with keys and values in turn. */
    record Dictionary(List<Expression> items, int start, int end) implements Expression {
        @Override
        public List<Expression> parts() {
            return items;
        }

        @Override
        public int depth() {
            return deeper(items);
        }
    }

    /** Anything else, by its parts: subscripts, operators. */
    record Other(List<Expression> items, int start, int end, int depth) implements Expression {
        @Override
        public List<Expression> parts() {
            return items;
        }
    }

    /** The depth of an expression with these parts side by side. */
    static int deeper(List<Expression> items) {
        int depth = 0;
        for (Expression item : items) {
            depth = Math.max(depth, item.depth());
        }
        return 1 + depth;
    }
}
