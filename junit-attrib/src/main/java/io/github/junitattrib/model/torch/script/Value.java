package io.github.junitattrib.model.torch.script;

import java.util.List;
import java.util.Map;

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
    record Module(PickledObject object, String path) implements Value {}

    /** A tensor of the archive, and how code reaches it from the root. */
    record Stored(PickledTensor tensor, String path) implements Value {}

    /** A function of the archive. */
    record Function(String qualifiedName) implements Value {}

    /** A function or a namespace of PyTorch, such as {@code torch.add}. */
    record Builtin(String name) implements Value {}

    /** The result of a function of PyTorch. */
    record Computed(String builtin) implements Value {}

    /** Several values. */
    record Several(List<Value> items) implements Value {}

    /** Values by the texts that are their keys. */
    record Named(Map<String, Value> items) implements Value {}
}
