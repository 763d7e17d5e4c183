package io.github.junitattrib.model.torch.script;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The variables of a function, as far as their values are known before it runs. */
final class Variables {

    private final Map<String, Value> values = new HashMap<>();

    /** Starts with the arguments; parameters without one are unknown. */
    Variables(ScriptFunction function, List<Value> arguments) {
        List<ScriptFunction.Parameter> parameters = function.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            values.put(parameters.get(i).name(), i < arguments.size() ? arguments.get(i) : Value.UNKNOWN);
        }
    }

    /** What is no variable is a name of PyTorch. */
    Value get(String name) {
        return values.getOrDefault(name, new Value.Builtin(name));
    }

    /** Gives the targets of a statement its value, or their parts of it. */
    void assign(Statement statement, Value value) {
        List<String> targets = statement.targets();
        for (int i = 0; i < targets.size(); i++) {
            Value part = targets.size() == 1 ? value : part(value, i);
            // Whichever branch runs, the ids may be in it.
            boolean mayBeIds = statement.conditional() && values.get(targets.get(i)) instanceof Value.Ids;
            values.put(targets.get(i), mayBeIds ? Value.IDS : part);
        }
    }

    private static Value part(Value value, int index) {
        return value instanceof Value.Several several && index < several.items().size()
                ? several.items().get(index)
                : Value.UNKNOWN;
    }
}
