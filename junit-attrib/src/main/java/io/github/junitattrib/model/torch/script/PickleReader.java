package io.github.junitattrib.model.torch.script;

import java.nio.BufferUnderflowException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Reads the pickles of archives: a stack machine that knows the instructions PyTorch writes and no other.
 *
 * <p>It builds plain values and calls nothing, so that reading a pickle runs no code. The instructions are those of
 * Python's pickletools.
 */
final class PickleReader {

    private final PickleInput input;
    private final PickledValues values;
    private final PickleStack stack = new PickleStack();

    private PickleReader(byte[] pickle, PickledValues values) {
        this.input = new PickleInput(pickle);
        this.values = values;
    }

    /** Holds a storage against the entries of the archive. */
    interface StorageCheck {
        void check(PickledTensor.Storage storage) throws MalformedPickle;
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
                int code = input.one();
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
        Object value = stack.pop();
        if (!stack.isEmpty() || input.hasMore()) {
            throw new MalformedPickle("something is left behind its end");
        }
        return value;
    }

    private void step(int code) throws MalformedPickle {
        switch (code) {
            case 0x80 -> protocol(input.one());
            case '(' -> stack.pushMark();
            case 'N' -> stack.push(PickledObject.NONE);
            case 0x88 -> stack.push(true);
            case 0x89 -> stack.push(false);
            case 'K' -> stack.push((long) input.one());
            case 'M' -> stack.push((long) input.two());
            case 'J' -> stack.push((long) input.four());
            case 0x8a -> stack.push(input.sizedNumber());
            case 'G' -> stack.push(input.floating());
            case 'X' -> stack.push(input.sizedText());
            case 'c' -> stack.push(new PickledValues.Global(input.line(), input.line()));
            case ')' -> stack.push(List.of());
            case 0x85 -> stack.push(stack.pop(1));
            case 0x86 -> stack.push(stack.pop(2));
            case 0x87 -> stack.push(stack.pop(3));
            case 't' -> stack.push(List.copyOf(stack.popToMark()));
            case ']' -> stack.push(new ArrayList<>());
            case '}' -> stack.push(new LinkedHashMap<>());
            case 'a' -> stack.append(stack.pop(1));
            case 'e' -> stack.append(stack.popToMark());
            case 's' -> stack.put(stack.pop(2));
            case 'u' -> stack.put(stack.popToMark());
            case 'q' -> stack.memorize(input.one());
            case 'r' -> stack.memorize(input.four());
            case 'h' -> stack.recall(input.one());
            case 'j' -> stack.recall(input.four());
            case 0x81 -> construct();
            case 'b' -> build();
            case 'R' -> reduce();
            case 'Q' -> stack.push(values.storage(stack.pop()));
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

    private void construct() throws MalformedPickle {
        Object arguments = stack.pop();
        if (!arguments.equals(List.of()) || !(stack.pop() instanceof PickledValues.Global type)) {
            throw new MalformedPickle("it makes an object of no class, or with arguments");
        }
        stack.push(new PickledValues.Unbuilt(values.scriptClass(type)));
    }

    private void build() throws MalformedPickle {
        Object state = stack.pop();
        if (!(stack.pop() instanceof PickledValues.Unbuilt object)) {
            throw new MalformedPickle("it builds something that is no new object");
        }
        stack.push(values.object(object, state));
    }

    private void reduce() throws MalformedPickle {
        Object arguments = stack.pop();
        if (!(stack.pop() instanceof PickledValues.Global function) || !(arguments instanceof List<?> list)) {
            throw new MalformedPickle("it calls something that is no function");
        }
        stack.push(values.call(function, list));
    }
}
