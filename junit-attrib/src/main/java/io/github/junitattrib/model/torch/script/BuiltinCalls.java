package io.github.junitattrib.model.torch.script;

import io.github.junitattrib.model.torch.script.Expression.Argument;
import io.github.junitattrib.model.torch.script.Expression.Call;
import io.github.junitattrib.model.torch.script.Expression.Literal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What calls of PyTorch's functions mean for the way of the token ids, and which of them cannot be explained. */
final class BuiltinCalls {

    static final String LOOK_UP = "torch.embedding";

    private static final String TRACE = "Trace it again: torch.jit.trace(model.eval(), …).save(…).";

    /** They give back their first argument in another shape or type. */
    private static final Set<String> SAME_NUMBERS = Set.of(
            "torch.view",
            "torch.reshape",
            "torch.to",
            "torch.contiguous",
            "torch.clone",
            "torch.detach",
            "torch.alias",
            "torch.long",
            "torch._cast_Long");

    private static final Set<String> SQUASHING = Set.of("torch.softmax", "torch.sigmoid", "torch.sigmoid_");

    /** After them probabilities may still be probabilities: arithmetic, and other shapes. */
    private static final Set<String> ARITHMETIC = Set.of(
            "torch.add",
            "torch.sub",
            "torch.rsub",
            "torch.mul",
            "torch.div",
            "torch.add_",
            "torch.sub_",
            "torch.mul_",
            "torch.div_",
            "torch.clamp",
            "torch.clamp_",
            "torch.clamp_min",
            "torch.clamp_max",
            "torch.clip",
            "torch.round",
            "torch.nan_to_num",
            "torch.mean",
            "torch.stack",
            "torch.cat",
            "torch.select",
            "torch.slice",
            "torch.index",
            "torch.squeeze",
            "torch.unsqueeze",
            "torch.flatten",
            "torch.expand",
            "torch.permute",
            "torch.transpose");

    private static final Set<String> DROPOUTS = Set.of(
            "torch.dropout",
            "torch.dropout_",
            "torch.feature_dropout",
            "torch.feature_dropout_",
            "torch.alpha_dropout",
            "torch.alpha_dropout_",
            "torch.native_dropout");

    private static final Set<String> HALF_TYPES = Set.of("torch.half", "torch._cast_Half", "torch.bfloat16");

    private static final Set<String> FILES = Set.of("torch.save", "torch.load", "torch.from_file");

    private BuiltinCalls() {}

    /** Returns the result of a call with these argument values. */
    static Value result(String function, Call call, List<Value> arguments) throws UnfitNetwork {
        check(function, call);
        // The first argument of both is a type.
        if ((function.equals("annotate") || function.equals("unchecked_cast")) && arguments.size() == 2) {
            return arguments.get(1);
        }
        if (SAME_NUMBERS.contains(function) && !arguments.isEmpty()) {
            Value first = arguments.get(0);
            if (first instanceof Value.Ids || first instanceof Value.Computed) {
                return first;
            }
        }
        boolean kept = ARITHMETIC.contains(function)
                && computed(arguments).findAny().isPresent()
                && computed(arguments).allMatch(Value.Computed::squashed);
        return new Value.Computed(function, SQUASHING.contains(function) || kept);
    }

    /** The computed ones among some values; numbers and weights are not. */
    private static Stream<Value.Computed> computed(List<Value> values) {
        return values.stream().flatMap(value -> {
            if (value instanceof Value.Computed computed) {
                return Stream.of(computed);
            }
            return value instanceof Value.Several several ? computed(several.items()) : Stream.empty();
        });
    }

    private static void check(String function, Call call) throws UnfitNetwork {
        if (function.startsWith("ops.quantized.")) {
            throw new UnfitNetwork(
                    "is quantized (" + function + ") and so has no gradients.",
                    "Export the model as it was before it was quantized.");
        }
        if (FILES.contains(function)) {
            throw new UnfitNetwork(
                    "reads or writes files when it runs (" + function + ").", "Export the bare network.");
        }
        if (HALF_TYPES.contains(function)
                || (function.equals("torch.to")
                        && call.arguments().stream().skip(1).anyMatch(BuiltinCalls::isHalfPrecision))) {
            throw new UnfitNetwork(
                    "computes in half precision, as under autocast: its attributions would be coarser than their error"
                            + " bars say.",
                    "Trace it in float32, without autocast.");
        }
        boolean drops = DROPOUTS.contains(function) && "True".equals(literal(call, 2));
        boolean attentionDrops = function.equals("torch.scaled_dot_product_attention");
        if ((drops && isPositive(literal(call, 1))) || (attentionDrops && isPositive(literal(call, 4)))) {
            throw new UnfitNetwork(
                    "was traced in training mode: it drops numbers at random (" + function
                            + "), and gives other scores at each call.",
                    TRACE);
        }
    }

    /** Types are numbers in printed code: 5 is float16, 15 bfloat16. */
    private static boolean isHalfPrecision(Argument argument) {
        return argument.value() instanceof Literal type
                && (type.text().equals("5") || type.text().equals("15"));
    }

    private static String literal(Call call, int index) {
        return call.arguments().size() > index && call.arguments().get(index).value() instanceof Literal literal
                ? literal.text()
                : "";
    }

    private static boolean isPositive(String number) {
        return number.matches("[0-9.]+(e[-+]?[0-9]+)?") && Double.parseDouble(number) > 0;
    }
}
