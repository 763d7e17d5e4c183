package io.github.junitattrib.model.torch.script;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Map;

/** Measures how deep values are nested, from the inside out, and refuses what is too deep to be walked. */
final class NestingDepth {

    private final int deepest;
    private final IdentityHashMap<Object, Integer> depths = new IdentityHashMap<>();

    NestingDepth(int deepest) {
        this.deepest = deepest;
    }

    /** Measures a value whose parts were measured before. */
    void measure(Object value) throws MalformedPickle {
        Collection<?> parts;
        if (value instanceof Collection<?> collection) {
            parts = collection;
        } else if (value instanceof Map<?, ?> map) {
            parts = map.values();
        } else if (value instanceof PickledObject object) {
            parts = object.attributes().values();
        } else {
            return;
        }
        int depth = 1;
        for (Object part : parts) {
            depth = Math.max(depth, 1 + depths.getOrDefault(part, 0));
        }
        if (depth > deepest) {
            throw new MalformedPickle("its values are nested more than " + deepest + " deep");
        }
        depths.put(value, depth);
    }
}
