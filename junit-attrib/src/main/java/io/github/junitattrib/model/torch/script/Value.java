package io.github.junitattrib.model.torch.script;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of a variable before the code runs. */
sealed interface Value {

    /** Something that does not matter. */
    Value UNKNOWN = new Unknown();

    /** The token ids, perhaps in another shape. */
    Value IDS = new Ids();

    /** See {@link #UNKNOWN}. */
    record Unknown() implements Value {}

    /** See {@link #IDS}. */
    record Ids() implements Value {}

    /** A module, and how code reaches it from the root. */
    record Module(PickledObject object, String path) implements Value {

        /** Returns one of its attributes; a name that is no identifier has a syntax of its own. */
        Value member(String name) {
            String way = name.matches("[A-Za-z_][A-Za-z_0-9]*")
                    ? path + "." + name
                    : "getattr(" + path + ", \"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\")";
            return of(object.attributes().get(name), way);
        }
    }

    /** A tensor of the archive, and how code reaches it from the root. */
    record Stored(PickledTensor tensor, String path) implements Value {}

    /** A function of the archive. */
    record Function(String qualifiedName) implements Value {}

    /** A function or a namespace of PyTorch, such as {@code torch.add}. */
    record Builtin(String name) implements Value {}

    /**
     * The result of a function of PyTorch.
     *
     * @param squashed whether it comes from a softmax or sigmoid by nothing but arithmetic and other shapes
     */
    record Computed(String builtin, boolean squashed) implements Value {}

    /** Several values. */
    record Several(List<Value> items) implements Value {}

    /** Values by the texts that are their keys. */
    record Named(Map<String, Value> items) implements Value {}

    /** Returns what a pickled value is to code that reaches it so. */
    static Value of(@Nullable Object pickled, String path) {
        if (pickled instanceof PickledObject object) {
            return new Module(object, path);
        }
        return pickled instanceof PickledTensor tensor ? new Stored(tensor, path) : UNKNOWN;
    }
}
