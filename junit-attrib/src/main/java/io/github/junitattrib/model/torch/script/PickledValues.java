package io.github.junitattrib.model.torch.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives meaning to what pickles of archives construct: modules, tensors, storages and typed lists. */
final class PickledValues {

    /** A name of Python. */
    record Global(String module, String name) {
        @Override
        public String toString() {
            return module + "." + name;
        }
    }

    /** An object between its making and the setting of its attributes. */
    record Unbuilt(String type) {}

    /** One dictionary may be the state of many objects. */
    private static final long MOST_ATTRIBUTES = 5_000_000;

    private static final int LONGEST_TYPE = 1000;
    private static final int DEEPEST_TYPE = 20;

    private final String folder;
    private final PickleReader.StorageCheck check;
    private long attributeCount;

    PickledValues(String folder, PickleReader.StorageCheck check) {
        this.folder = folder;
        this.check = check;
    }

    String scriptClass(Global type) throws MalformedPickle {
        if (!type.module().equals("__torch__") && !type.module().startsWith("__torch__.")) {
            throw new MalformedPickle("it makes an object of " + type + ", which is no class of the archive");
        }
        if (type.toString().startsWith("__torch__.torch.classes.")) {
            throw new MalformedPickle("it holds packed weights of " + type
                    + (type.module().contains("quantized") ? " (quantization)" : ""));
        }
        return type.toString();
    }

    PickledObject object(Unbuilt object, Object state) throws MalformedPickle {
        if (!(state instanceof Map<?, ?> map)) {
            throw new MalformedPickle("an object of " + object.type() + " sets its own state (__setstate__)");
        }
        attributeCount += map.size();
        if (attributeCount > MOST_ATTRIBUTES) {
            throw new MalformedPickle("its objects have more than " + MOST_ATTRIBUTES + " attributes");
        }
        Map<String, Object> attributes = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!(entry.getKey() instanceof String name)) {
                throw new MalformedPickle("an object of " + object.type() + " has an attribute without a name");
            }
            attributes.put(name, entry.getValue());
        }
        return new PickledObject(object.type(), attributes);
    }

    Object call(Global function, List<?> arguments) throws MalformedPickle {
        return switch (function.toString()) {
            case "torch._utils._rebuild_tensor_v2" -> tensor(arguments);
            case "collections.OrderedDict" -> emptyDictionary(arguments);
            case "torch.jit._pickle.build_intlist",
                    "torch.jit._pickle.build_doublelist",
                    "torch.jit._pickle.build_boollist",
                    "torch.jit._pickle.build_tensorlist" -> first(function, arguments);
            case "torch.jit._pickle.restore_type_tag" -> typed(function, arguments);
            case "torch._utils._rebuild_qtensor" -> throw new MalformedPickle("it holds quantized tensors");
            default ->
                throw new MalformedPickle("it calls " + function + ", which archives of classifiers have no use for");
        };
    }

    private static Object emptyDictionary(List<?> arguments) throws MalformedPickle {
        if (!arguments.isEmpty()) {
            throw new MalformedPickle("it has a dictionary that is filled in an unknown way");
        }
        return List.of();
    }

    /** The second argument is a type, which the native library parses by recursion. */
    private static Object typed(Global function, List<?> arguments) throws MalformedPickle {
        if (arguments.size() != 2 || !(arguments.get(1) instanceof String type)) {
            throw new MalformedPickle("it calls " + function + " without a value and its type");
        }
        int depth = 0;
        int deepest = 0;
        for (int i = 0; i < Math.min(type.length(), LONGEST_TYPE); i++) {
            char c = type.charAt(i);
            depth += c == '[' || c == '(' || c == '{' ? 1 : 0;
            depth -= c == ']' || c == ')' || c == '}' ? 1 : 0;
            deepest = Math.max(deepest, depth);
        }
        if (type.length() > LONGEST_TYPE || deepest > DEEPEST_TYPE || !type.matches("[A-Za-z0-9_.,\\[\\]() ]*")) {
            throw new MalformedPickle("it has a value of a type that is longer than " + LONGEST_TYPE
                    + " characters, nested more than " + DEEPEST_TYPE + " deep or no type");
        }
        return arguments.get(0);
    }

    private static Object first(Global function, List<?> arguments) throws MalformedPickle {
        if (arguments.isEmpty()) {
            throw new MalformedPickle("it calls " + function + " without a value");
        }
        return arguments.get(0);
    }

    /** The persistent id ("storage", type, key, device, count). */
    PickledTensor.Storage storage(Object id) throws MalformedPickle {
        if (id instanceof List<?> parts
                && parts.size() == 5
                && "storage".equals(parts.get(0))
                && parts.get(1) instanceof Global type
                && type.module().equals("torch")
                && parts.get(2) instanceof String key
                && key.matches("[A-Za-z0-9_]{1,40}")
                && parts.get(3) instanceof String
                && parts.get(4) instanceof Long count
                && count >= 0
                && count <= Long.MAX_VALUE / 8) {
            NumberType known = NumberType.ofStorage(type.name())
                    .orElseThrow(() -> new MalformedPickle("it holds numbers of the type " + type));
            PickledTensor.Storage storage = new PickledTensor.Storage(folder + "/" + key, known, count);
            check.check(storage);
            return storage;
        }
        throw new MalformedPickle("it describes a storage in an unknown way");
    }

    /** Arguments: storage, offset, shape, strides, requires_grad, hooks. */
    private static PickledTensor tensor(List<?> arguments) throws MalformedPickle {
        if (arguments.size() != 6
                || !(arguments.get(0) instanceof PickledTensor.Storage storage)
                || !(arguments.get(1) instanceof Long offset)) {
            throw new MalformedPickle("it describes a tensor in an unknown way");
        }
        PickledTensor tensor = new PickledTensor(storage, offset, numbers(arguments.get(2)), numbers(arguments.get(3)));
        if (tensor.shape().size() != tensor.strides().size() || !tensor.fits()) {
            throw new MalformedPickle("a tensor of shape " + tensor.shape() + ", strides " + tensor.strides()
                    + " and offset " + offset + " lies outside of the " + storage.count() + " numbers of "
                    + storage.entry());
        }
        return tensor;
    }

    private static List<Long> numbers(Object tuple) throws MalformedPickle {
        List<Long> numbers = new ArrayList<>();
        if (!(tuple instanceof List<?> list) || list.size() > 16) {
            throw new MalformedPickle("it describes the shape of a tensor in an unknown way");
        }
        for (Object item : list) {
            if (!(item instanceof Long number)) {
                throw new MalformedPickle("it describes the shape of a tensor in an unknown way");
            }
            numbers.add(number);
        }
        return List.copyOf(numbers);
    }
}
