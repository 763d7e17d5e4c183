package io.github.junitattrib.model.torch.script;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A call of {@code torch.embedding} and the calls that lead to it.
 *
 * @param matrix the rows that are looked up
 * @param ofIds whether the token ids are looked up, rather than numbers computed from them
 * @param way the calls from {@code forward} of the root, outermost first; the last is the look-up itself
 */
record LookUp(Value matrix, boolean ofIds, List<Step> way) {

    /** A function and the call in it that goes on. */
    record Step(ScriptFunction function, Expression.Call call) {}

    /** How messages call it: the matrix, or where it is looked up. */
    @Override
    public String toString() {
        return matrix instanceof Value.Stored stored
                ? stored.path() + " " + stored.tensor().shape()
                : way.stream()
                        .map(step -> step.function().qualifiedName())
                        .skip(Math.max(0, way.size() - 1))
                        .collect(Collectors.joining());
    }
}
