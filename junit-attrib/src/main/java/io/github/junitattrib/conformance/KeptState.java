package io.github.junitattrib.conformance;

import io.github.junitattrib.model.TextClassifier;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an object keeps in its fields, and in those of the objects that it holds, at one moment: what changes from question
 * to question is shared by all threads that ask.
 *
 * <p>Left out are models, which are not the object's own, and what is made for several threads (java.util.concurrent,
 * ThreadLocal). Nothing is seen of what no field leads to, and of state that is empty again after each question.
 */
final class KeptState {

    /** More than any method holds; a walk must end. */
    private static final int MOST = 20_000;

    private final Map<String, Object> leaves = new LinkedHashMap<>();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private KeptState() {}

    /** Reads all fields. */
    static KeptState of(Object root) {
        KeptState state = new KeptState();
        state.walk("", root);
        return state;
    }

    /** Names the fields that are not what they were, in the order of the alphabet. */
    Set<String> changesSince(KeptState before) {
        Set<String> changed = new TreeSet<>();
        leaves.forEach((path, value) -> {
            if (!value.equals(before.leaves.get(path))) {
                changed.add(field(path));
            }
        });
        before.leaves.keySet().stream()
                .filter(path -> !leaves.containsKey(path))
                .forEach(path -> changed.add(field(path)));
        return changed;
    }

    private static String field(String path) {
        return path.replaceFirst("\\[.*", "");
    }

    private void walk(String path, Object value) {
        if (isLeaf(value)) {
            leaves.put(path, value);
            return;
        }
        if (isOpaque(value) || seen.size() > MOST || !seen.add(value)) {
            return;
        }
        if (value.getClass().isArray()) {
            walkArray(path, value);
        } else if (value instanceof Map<?, ?> map) {
            walkAll(path, map.keySet());
            walkAll(path + "[values]", map.values());
        } else if (value instanceof Collection<?> several) {
            walkAll(path, several);
        } else if (isOfJava(value)) {
            leaves.put(path, value.hashCode());
        } else {
            walkFields(path, value);
        }
    }

    private void walkArray(String path, Object array) {
        if (array instanceof double[] numbers) {
            leaves.put(path, Arrays.hashCode(numbers));
            return;
        }
        for (int i = 0; i < Math.min(Array.getLength(array), MOST); i++) {
            Object element = Array.get(array, i);
            if (element != null) {
                walk(path + "[" + i + "]", element);
            }
        }
    }

    private void walkAll(String path, Collection<?> several) {
        leaves.put(path + "[size]", several.size());
        int i = 0;
        for (Object each : several.toArray()) {
            if (each != null) {
                walk(path + "[" + i + "]", each);
            }
            i++;
        }
    }

    private void walkFields(String path, Object owner) {
        for (Class<?> type = owner.getClass(); type != null && type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                String name = path.isEmpty() ? field.getName() : path + "." + field.getName();
                read(field, owner).ifPresent(value -> walk(name, value));
            }
        }
    }

    /** Empty for null, and for a field of a module that is closed to us: the threads have to find it. */
    private static Optional<Object> read(Field field, Object owner) {
        try {
            field.setAccessible(true);
            return Optional.ofNullable(field.get(owner));
        } catch (InaccessibleObjectException | IllegalAccessException e) {
            return Optional.empty();
        }
    }

    private static boolean isLeaf(Object value) {
        return (value instanceof Number && value.getClass().getName().startsWith("java.lang."))
                || value instanceof CharSequence
                || value instanceof Boolean
                || value instanceof Character
                || value instanceof Enum<?>
                || value instanceof Class<?>;
    }

    private static boolean isOpaque(Object value) {
        return value instanceof TextClassifier
                || value instanceof ThreadLocal<?>
                || value instanceof Thread
                || value.getClass().getName().startsWith("java.util.concurrent.");
    }

    private static boolean isOfJava(Object value) {
        return value.getClass().getName().startsWith("java.");
    }
}
