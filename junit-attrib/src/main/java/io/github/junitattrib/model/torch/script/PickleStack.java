package io.github.junitattrib.model.torch.script;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The stack and the memory of the machine that reads a pickle.
 *
 * <p>Values are never changed once they can be referred to, so that none can hold itself.
 */
final class PickleStack {

    /** Far deeper than the modules of any network; the native library destroys nested values by recursion. */
    private static final int DEEPEST = 200;

    private static final int LARGEST_GAP = 255;

    private static final Object MARK = new Object();

    private final Deque<Object> stack = new ArrayDeque<>();
    private final Map<Integer, Object> memory = new HashMap<>();
    private final Set<Object> shared = Collections.newSetFromMap(new IdentityHashMap<>());
    private final NestingDepth depths = new NestingDepth(DEEPEST);

    boolean isEmpty() {
        return stack.isEmpty();
    }

    void push(Object value) throws MalformedPickle {
        depths.measure(value);
        stack.push(value);
    }

    void pushMark() {
        stack.push(MARK);
    }

    Object pop() throws MalformedPickle {
        if (stack.isEmpty() || stack.peek() == MARK) {
            throw new MalformedPickle("it takes a value that is not there");
        }
        return stack.pop();
    }

    /** Takes so many values, in the order in which they were pushed. */
    List<Object> pop(int count) throws MalformedPickle {
        Object[] values = new Object[count];
        for (int i = count - 1; i >= 0; i--) {
            values[i] = pop();
        }
        return List.of(values);
    }

    /** Takes the values above the last mark, and the mark. */
    List<Object> popToMark() throws MalformedPickle {
        List<Object> values = new ArrayList<>();
        while (!stack.isEmpty()) {
            Object value = stack.pop();
            if (value == MARK) {
                Collections.reverse(values);
                return values;
            }
            values.add(value);
        }
        throw new MalformedPickle("it takes values back to a mark that is not there");
    }

    /** Adds values to the list below them. */
    @SuppressWarnings("unchecked") // every ArrayList on the stack is one of objects
    void append(List<Object> values) throws MalformedPickle {
        Object target = pop();
        if (!(target instanceof ArrayList<?> list) || shared.contains(target)) {
            throw new MalformedPickle("it appends to something that is no new list");
        }
        ((List<Object>) list).addAll(values);
        depths.add(target, values);
        stack.push(target);
    }

    /** Puts keys and values, in turn, into the dictionary below them. */
    @SuppressWarnings("unchecked") // every LinkedHashMap on the stack is one of objects
    void put(List<Object> values) throws MalformedPickle {
        Object target = pop();
        if (!(target instanceof LinkedHashMap<?, ?> map) || shared.contains(target) || values.size() % 2 != 0) {
            throw new MalformedPickle("it puts entries into something that is no new dictionary");
        }
        for (int i = 0; i < values.size(); i += 2) {
            Object key = values.get(i);
            if (!(key instanceof String || key instanceof Long)) {
                // Not printed: it may be a small tuple that holds another twice, and so on.
                throw new MalformedPickle("it has a key that is neither text nor number");
            }
            if (((Map<Object, Object>) map).put(key, values.get(i + 1)) != null) {
                throw new MalformedPickle("it has the key " + shortened(key) + " twice");
            }
        }
        depths.add(target, values);
        stack.push(target);
    }

    private static String shortened(Object key) {
        String text = String.valueOf(key);
        return text.length() > 100 ? text.substring(0, 100) + "…" : text;
    }

    /** Keeps the value on top under a number; they count up, and the native library makes room for all up to it. */
    void memorize(int index) throws MalformedPickle {
        if (index < 0 || index > LARGEST_GAP + memory.size()) {
            throw new MalformedPickle("it keeps a value under the number " + index + ", far behind all others");
        }
        Object value = pop();
        if (value instanceof PickledValues.Unbuilt) {
            throw new MalformedPickle("it refers to an object before it is built");
        }
        memory.put(index, value);
        shared.add(value);
        stack.push(value);
    }

    /** Pushes what is kept under a number. */
    void recall(int index) throws MalformedPickle {
        Object value = memory.get(index);
        if (value == null) {
            throw new MalformedPickle("it refers to the value " + index + ", which it does not have");
        }
        stack.push(value);
    }
}
