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
        if (depths.containsKey(value)) {
            return;
        }
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
        put(value, 1, parts);
    }

    /** Measures a list or dictionary again to which these parts were added. */
    void add(Object value, Collection<?> parts) throws MalformedPickle {
        put(value, depths.getOrDefault(value, 1), parts);
    }

    private void put(Object value, int before, Collection<?> parts) throws MalformedPickle {
        int depth = before;
        for (Object part : parts) {
            depth = Math.max(depth, 1 + depths.getOrDefault(part, 0));
        }
        if (depth > deepest) {
            throw new MalformedPickle("its values are nested more than " + deepest + " deep");
        }
        depths.put(value, depth);
    }
}
