package io.github.junitattrib.model.torch.script;

import io.github.junitattrib.model.torch.script.Expression.Argument;
import io.github.junitattrib.model.torch.script.Expression.Attribute;
import io.github.junitattrib.model.torch.script.Expression.Call;
import io.github.junitattrib.model.torch.script.Expression.Literal;
import io.github.junitattrib.model.torch.script.Expression.Name;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Refuses divisions of whole numbers by anything but a positive constant: the processor itself ends the process when it
 * divides by 0, or the smallest number by −1.
 */
final class IntegerDivisions {

    static final Set<String> NAMES = Set.of(
            "remainder",
            "remainder_",
            "fmod",
            "fmod_",
            "floor_divide",
            "floor_divide_",
            "floordiv",
            "gcd",
            "gcd_",
            "lcm",
            "lcm_",
            "mod",
            "__mod__",
            "__rmod__",
            "__floordiv__",
            "__rfloordiv__");

    private static final Set<String> ROUNDING = Set.of("div", "div_", "divide", "divide_");

    private final IntPredicate positive;

    private IntegerDivisions(IntPredicate positive) {
        this.positive = positive;
    }

    /**
     * Checks all functions, whether forward reaches them or not.
     *
     * @param positive says whether the archive's constant of this index is one positive number
     */
    static void check(Iterable<ScriptFunction> functions, IntPredicate positive) throws UnfitNetwork {
        IntegerDivisions divisions = new IntegerDivisions(positive);
        for (ScriptFunction function : functions) {
            for (Statement statement : function.body()) {
                divisions.walk(statement.value());
            }
        }
    }

    private void walk(Expression expression) throws UnfitNetwork {
        if (expression instanceof Attribute attribute) {
            walk(attribute.base());
        } else if (expression instanceof Call call) {
            walk(call.callee());
            for (Argument argument : call.arguments()) {
                walk(argument.value());
            }
            call(call);
        } else {
            for (Expression part : expression.parts()) {
                walk(part);
            }
        }
    }

    private void call(Call call) throws UnfitNetwork {
        if (!(call.callee() instanceof Attribute function)) {
            return;
        }
        boolean rounded = ROUNDING.contains(function.name())
                && call.arguments().stream()
                        .anyMatch(argument -> argument.name().equals("rounding_mode"));
        if (!rounded && !NAMES.contains(function.name())) {
            return;
        }
        boolean plain = function.base() instanceof Name base && base.name().equals("torch");
        if (!plain || !isPositive(call.arguments())) {
            throw new UnfitNetwork(
                    "divides whole numbers by something else than a positive constant (" + function.name()
                            + "), which can end the process.",
                    "Export the bare network.");
        }
    }

    private boolean isPositive(List<Argument> arguments) {
        if (arguments.size() < 2 || !arguments.get(1).name().isEmpty()) {
            return false;
        }
        Expression divisor = arguments.get(1).value();
        if (divisor instanceof Literal literal) {
            return literal.text().matches("[0-9]{1,18}(\\.[0-9]*)?")
                    && literal.text().matches("0*[1-9].*");
        }
        return divisor instanceof Attribute constant
                && constant.base() instanceof Name base
                && base.name().equals("CONSTANTS")
                && constant.name().matches("c[0-9]{1,9}")
                && positive.test(Integer.parseInt(constant.name().substring(1)));
    }
}
