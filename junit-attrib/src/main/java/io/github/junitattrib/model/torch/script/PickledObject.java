package io.github.junitattrib.model.torch.script;

import java.util.Map;

/**
 * An object of a class of the archive's code: a module with its attributes.
 *
 * @param type qualified name of its class
 * @param attributes values by name: objects, {@link PickledTensor}s, strings, numbers, lists, or {@link #NONE}
 */
record PickledObject(String type, Map<String, Object> attributes) {

    /** Python's None. */
    static final Object NONE = new Object() {
        @Override
        public String toString() {
            return "None";
        }
    };

    /** Objects are the same only if they are one: comparing whole trees would be slow and wrong. */
    @Override
    @SuppressWarnings("ReferenceEquality") // that is the meaning
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
