package io.github.junitattrib.model.torch.script;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
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
 * Reads the pickles of archives: a stack machine that knows the instructions PyTorch writes and no other.
 *
 * <p>It builds plain values and calls nothing, so that reading a pickle runs no code. Values are never changed once they
 * can be referred to, so that none can hold itself.
 */
final class PickleReader {

    /** Far deeper than the modules of any network; the native library destroys nested values by recursion. */
    private static final int DEEPEST = 200;

    private static final Object MARK = new Object();

    private final ByteBuffer bytes;
    private final PickledValues values;
    private final Deque<Object> stack = new ArrayDeque<>();
    private final Map<Integer, Object> memo = new HashMap<>();
    private final Set<Object> shared = Collections.newSetFromMap(new IdentityHashMap<>());
    private final NestingDepth depths = new NestingDepth(DEEPEST);

    /** Holds a storage against the entries of the archive. */
    interface StorageCheck {
        void check(PickledTensor.Storage storage) throws MalformedPickle;
    }

    private PickleReader(byte[] pickle, PickledValues values) {
        this.bytes = ByteBuffer.wrap(pickle).order(ByteOrder.LITTLE_ENDIAN);
        this.values = values;
    }

    /**
     * Reads a pickle.
     *
     * @param pickle the bytes
     * @param folder where the entries of its storages lie, such as {@code data}
     * @param check refuses storages that are not there or of another size
     * @throws MalformedPickle with what is wrong
     */
    static Object read(byte[] pickle, String folder, StorageCheck check) throws MalformedPickle {
        return new PickleReader(pickle, new PickledValues(folder, check)).read();
    }

    private Object read() throws MalformedPickle {
        try {
            while (true) {
                int code = bytes.get() & 0xff;
                if (code == '.') {
                    return result();
                }
                step(code);
            }
        } catch (BufferUnderflowException e) {
            throw new MalformedPickle("it ends early");
        }
    }

    private Object result() throws MalformedPickle {
        Object value = pop();
        if (!stack.isEmpty() || bytes.hasRemaining()) {
            throw new MalformedPickle("something is left behind its end");
        }
        return value;
    }

    private void step(int code) throws MalformedPickle {
        switch (code) {
            case 0x80 -> protocol(bytes.get());
            case '(' -> stack.push(MARK);
            case 'N' -> stack.push(PickledObject.NONE);
            case 0x88 -> stack.push(true);
            case 0x89 -> stack.push(false);
            case 'K' -> stack.push((long) (bytes.get() & 0xff));
            case 'M' -> stack.push((long) (bytes.getShort() & 0xffff));
            case 'J' -> stack.push((long) bytes.getInt());
            case 0x8a -> stack.push(longNumber(bytes.get() & 0xff));
            case 'G' -> stack.push(Double.longBitsToDouble(Long.reverseBytes(bytes.getLong())));
            case 'X' -> stack.push(string(bytes.getInt()));
            case 'c' -> stack.push(new PickledValues.Global(line(), line()));
            case ')' -> stack.push(List.of());
            case 0x85 -> tuple(1);
            case 0x86 -> tuple(2);
            case 0x87 -> tuple(3);
            case 't' -> push(List.copyOf(popToMark()));
            case ']' -> stack.push(new ArrayList<>());
            case '}' -> stack.push(new LinkedHashMap<>());
            case 'a' -> append(List.of(pop()));
            case 'e' -> append(popToMark());
            case 's' -> put(pair());
            case 'u' -> put(popToMark());
            case 'q' -> memoize(bytes.get() & 0xff);
            case 'r' -> memoize(bytes.getInt());
            case 'h' -> recall(bytes.get() & 0xff);
            case 'j' -> recall(bytes.getInt());
            case 0x81 -> construct();
            case 'b' -> build();
            case 'R' -> reduce();
            case 'Q' -> stack.push(values.storage(pop()));
            default ->
                throw new MalformedPickle(
                        String.format("it has the instruction 0x%02x, which PyTorch does not write", code));
        }
    }

    private static void protocol(int version) throws MalformedPickle {
        if (version != 2) {
            throw new MalformedPickle("its protocol is " + version + ", not 2");
        }
    }

    private long longNumber(int length) throws MalformedPickle {
        if (length > 8) {
            throw new MalformedPickle("it has a number of " + length + " bytes");
        }
        long number = 0;
        for (int i = 0; i < length; i++) {
            long digit = i == length - 1 ? bytes.get() : bytes.get() & 0xff;
            number |= digit << (8 * i);
        }
        return number;
    }

    private String string(int length) throws MalformedPickle {
        if (length < 0 || length > bytes.remaining()) {
            throw new MalformedPickle("it has a string of " + length + " bytes");
        }
        byte[] text = new byte[length];
        bytes.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    private String line() {
        StringBuilder line = new StringBuilder();
        for (char c = (char) bytes.get(); c != '\n'; c = (char) bytes.get()) {
            line.append(c);
        }
        return line.toString();
    }

    private void push(Object value) throws MalformedPickle {
        depths.measure(value);
        stack.push(value);
    }

    private Object pop() throws MalformedPickle {
        if (stack.isEmpty() || stack.peek() == MARK) {
            throw new MalformedPickle("it takes a value that is not there");
        }
        return stack.pop();
    }

    private List<Object> popToMark() throws MalformedPickle {
        List<Object> popped = new ArrayList<>();
        while (!stack.isEmpty()) {
            Object value = stack.pop();
            if (value == MARK) {
                Collections.reverse(popped);
                return popped;
            }
            popped.add(value);
        }
        throw new MalformedPickle("it takes values back to a mark that is not there");
    }

    private void tuple(int size) throws MalformedPickle {
        Object[] items = new Object[size];
        for (int i = size - 1; i >= 0; i--) {
            items[i] = pop();
        }
        push(List.of(items));
    }

    private List<Object> pair() throws MalformedPickle {
        Object value = pop();
        return List.of(pop(), value);
    }

    @SuppressWarnings("unchecked") // every ArrayList on the stack is made here, of objects
    private void append(List<Object> items) throws MalformedPickle {
        Object target = pop();
        if (!(target instanceof ArrayList<?> list) || shared.contains(target)) {
            throw new MalformedPickle("it appends to something that is no new list");
        }
        ((List<Object>) list).addAll(items);
        push(target);
    }

    @SuppressWarnings("unchecked") // every LinkedHashMap on the stack is made here, of objects
    private void put(List<Object> items) throws MalformedPickle {
        Object target = pop();
        if (!(target instanceof LinkedHashMap<?, ?> map) || shared.contains(target) || items.size() % 2 != 0) {
            throw new MalformedPickle("it puts entries into something that is no new dictionary");
        }
        for (int i = 0; i < items.size(); i += 2) {
            Object key = items.get(i);
            if (!(key instanceof String || key instanceof Long)
                    || ((Map<Object, Object>) map).put(key, items.get(i + 1)) != null) {
                throw new MalformedPickle("it has the key " + key + " twice, or a key that is neither text nor number");
            }
        }
        push(target);
    }

    private void memoize(int index) throws MalformedPickle {
        Object value = pop();
        if (value instanceof PickledValues.Unbuilt) {
            throw new MalformedPickle("it refers to an object before it is built");
        }
        memo.put(index, value);
        shared.add(value);
        stack.push(value);
    }

    private void recall(int index) throws MalformedPickle {
        Object value = memo.get(index);
        if (value == null) {
            throw new MalformedPickle("it refers to the value " + index + ", which it does not have");
        }
        stack.push(value);
    }

    private void construct() throws MalformedPickle {
        Object arguments = pop();
        if (!arguments.equals(List.of()) || !(pop() instanceof PickledValues.Global type)) {
            throw new MalformedPickle("it makes an object of no class, or with arguments");
        }
        stack.push(new PickledValues.Unbuilt(values.scriptClass(type)));
    }

    private void build() throws MalformedPickle {
        Object state = pop();
        Object target = pop();
        if (!(target instanceof PickledValues.Unbuilt object)) {
            throw new MalformedPickle("it builds something that is no new object");
        }
        push(values.object(object, state));
    }

    private void reduce() throws MalformedPickle {
        Object arguments = pop();
        if (!(pop() instanceof PickledValues.Global function) || !(arguments instanceof List<?> list)) {
            throw new MalformedPickle("it calls something that is no function");
        }
        push(values.call(function, list));
    }
}
