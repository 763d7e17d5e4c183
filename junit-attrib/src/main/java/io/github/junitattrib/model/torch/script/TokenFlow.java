package io.github.junitattrib.model.torch.script;

import io.github.junitattrib.model.torch.script.Expression.Argument;
import io.github.junitattrib.model.torch.script.Expression.Attribute;
import io.github.junitattrib.model.torch.script.Expression.Call;
import io.github.junitattrib.model.torch.script.Expression.Dictionary;
import io.github.junitattrib.model.torch.script.Expression.Literal;
import io.github.junitattrib.model.torch.script.Expression.Name;
import io.github.junitattrib.model.torch.script.Expression.Other;
import io.github.junitattrib.model.torch.script.Expression.Tuple;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Follows the token ids through the code without running it, from an argument of the root's {@code forward} to the
 * look-ups of embeddings.
 *
 * <p>It needs no list of model families and no names of their parts: the word embedding is where the ids themselves are
 * looked up; positions and token types are looked up by numbers computed from them.
 */
final class TokenFlow {

    /** A network of a hundred layers has some ten thousand; the native compiler needs stack for each. */
    private static final int MOST_CALLS = 50_000;

    private static final int DEEPEST_CALLS = 100;

    private final ScriptCode code;
    private final List<?> constants;
    private final Deque<LookUp.Step> way = new ArrayDeque<>();
    private final List<LookUp> lookUps = new ArrayList<>();
    private int calls;

    private TokenFlow(ScriptCode code, List<?> constants) {
        this.code = code;
        this.constants = constants;
    }

    /**
     * What was found.
     *
     * @param lookUps all look-ups of embeddings, in the order of the code
     * @param result what {@code forward} returns
     */
    record Found(List<LookUp> lookUps, Value result) {}

    /**
     * Follows the ids.
     *
     * @param code the archive's code
     * @param constants the archive's constants
     * @param root the outermost module
     * @param forward its method
     * @param ids index of the parameter that takes the ids
     */
    static Found follow(ScriptCode code, List<?> constants, PickledObject root, ScriptFunction forward, int ids)
            throws UnfitNetwork {
        List<Value> arguments = new ArrayList<>();
        arguments.add(new Value.Module(root, "self"));
        for (int i = 1; i < forward.parameters().size(); i++) {
            arguments.add(i == ids ? Value.IDS : Value.UNKNOWN);
        }
        TokenFlow flow = new TokenFlow(code, constants);
        Value result = flow.run(forward, arguments);
        return new Found(flow.lookUps, result);
    }

    private Value run(ScriptFunction function, List<Value> arguments) throws UnfitNetwork {
        if (way.size() > DEEPEST_CALLS) {
            throw new UnfitNetwork(
                    "has code whose calls are nested more than " + DEEPEST_CALLS + " deep.",
                    "Export the bare network.");
        }
        Variables variables = new Variables(function, arguments);
        Value result = Value.UNKNOWN;
        for (Statement statement : function.body()) {
            Value value = evaluate(statement.value(), variables, function);
            if (statement.kind() == Statement.Kind.RETURN) {
                result = value;
            } else {
                variables.assign(statement, value);
            }
        }
        return result;
    }

    private Value evaluate(Expression expression, Variables variables, ScriptFunction in) throws UnfitNetwork {
        if (expression instanceof Name name) {
            return variables.get(name.name());
        }
        if (expression instanceof Attribute attribute) {
            return attribute(evaluate(attribute.base(), variables, in), attribute.name());
        }
        if (expression instanceof Call call) {
            return call(call, variables, in);
        }
        if (expression instanceof Tuple tuple) {
            return new Value.Several(evaluate(tuple.items(), variables, in));
        }
        if (expression instanceof Dictionary dictionary) {
            return dictionary(dictionary, variables, in);
        }
        if (expression instanceof Other other) {
            evaluate(other.items(), variables, in);
        }
        return Value.UNKNOWN;
    }

    private List<Value> evaluate(List<Expression> expressions, Variables variables, ScriptFunction in)
            throws UnfitNetwork {
        List<Value> values = new ArrayList<>();
        for (Expression expression : expressions) {
            values.add(evaluate(expression, variables, in));
        }
        return values;
    }

    private Value dictionary(Dictionary dictionary, Variables variables, ScriptFunction in) throws UnfitNetwork {
        Map<String, Value> named = new LinkedHashMap<>();
        for (int i = 0; i + 1 < dictionary.items().size(); i += 2) {
            Value value = evaluate(dictionary.items().get(i + 1), variables, in);
            if (dictionary.items().get(i) instanceof Literal key) {
                named.put(key.text().replaceAll("^[\"']|[\"']$", ""), value);
            }
        }
        return new Value.Named(named);
    }

    private Value attribute(Value base, String name) {
        if (base instanceof Value.Module module) {
            return module.member(name);
        }
        if (base instanceof Value.Builtin builtin) {
            if (builtin.name().equals("CONSTANTS") && name.matches("c[0-9]{1,9}")) {
                int index = Integer.parseInt(name.substring(1));
                return Value.of(index < constants.size() ? constants.get(index) : null, "CONSTANTS." + name);
            }
            String full = builtin.name() + "." + name;
            return code.function(full).isPresent() ? new Value.Function(full) : new Value.Builtin(full);
        }
        return Value.UNKNOWN;
    }

    private Value call(Call call, Variables variables, ScriptFunction in) throws UnfitNetwork {
        calls++;
        if (calls > MOST_CALLS) {
            throw new UnfitNetwork("makes more than " + MOST_CALLS + " calls.", "Export the bare network.");
        }
        List<Value> arguments = new ArrayList<>();
        for (Argument argument : call.arguments()) {
            arguments.add(evaluate(argument.value(), variables, in));
        }
        if (call.callee() instanceof Attribute method
                && evaluate(method.base(), variables, in) instanceof Value.Module module) {
            arguments.add(0, module);
            Optional<ScriptFunction> known = code.scriptClass(module.object().type())
                    .flatMap(type -> Optional.ofNullable(type.methods().get(method.name())));
            return known.isPresent() ? step(in, call, known.get(), arguments) : Value.UNKNOWN;
        }
        Value callee = evaluate(call.callee(), variables, in);
        if (callee instanceof Value.Unknown
                && call.callee() instanceof Attribute method
                && code.hasMethod(method.name())) {
            // What it would call, and how often, cannot be told.
            throw new UnfitNetwork(
                    "calls the method " + method.name() + " of an object that cannot be told before it runs.",
                    "Trace the network rather than scripting it, or export the bare network.");
        }
        if (callee instanceof Value.Function function) {
            return step(in, call, code.function(function.qualifiedName()).orElseThrow(), arguments);
        }
        if (callee instanceof Value.Builtin builtin) {
            return builtin(builtin.name(), call, arguments, in);
        }
        return Value.UNKNOWN;
    }

    private Value step(ScriptFunction from, Call call, ScriptFunction to, List<Value> arguments) throws UnfitNetwork {
        way.addLast(new LookUp.Step(from, call));
        Value result = run(to, arguments);
        way.removeLast();
        return result;
    }

    private Value builtin(String name, Call call, List<Value> arguments, ScriptFunction in) throws UnfitNetwork {
        if (name.equals("getattr")
                && arguments.size() == 2
                && arguments.get(0) instanceof Value.Module module
                && call.arguments().get(1).value() instanceof Literal attribute) {
            return attribute(module, attribute.text().replaceAll("^[\"']|[\"']$", ""));
        }
        if (name.equals(BuiltinCalls.LOOK_UP) && arguments.size() >= 2) {
            List<LookUp.Step> steps = new ArrayList<>(way);
            steps.add(new LookUp.Step(in, call));
            lookUps.add(new LookUp(arguments.get(0), arguments.get(1) instanceof Value.Ids, steps));
        }
        return BuiltinCalls.result(name, call, arguments);
    }
}
