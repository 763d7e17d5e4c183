package io.github.junitattrib.model.torch.script;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/** Holds the values of an archive against the classes of its code: each attribute is there and of its declared type. */
final class ModuleTree {

    /** Counted along all ways, as the native library walks them; shared modules count each time. */
    private static final long MOST_MODULES = 1_000_000;

    private static final Map<String, Class<?>> PLAIN = Map.of(
            "bool", Boolean.class,
            "int", Long.class,
            "float", Double.class,
            "str", String.class,
            "Tensor", PickledTensor.class);

    private final ScriptCode code;
    private final IdentityHashMap<PickledObject, Long> sizes = new IdentityHashMap<>();

    private ModuleTree(ScriptCode code) {
        this.code = code;
    }

    /** Checks the tree under a root; it is free of cycles and not deep, as it comes from {@link PickleReader}. */
    static void check(PickledObject root, ScriptCode code) throws MalformedPickle {
        new ModuleTree(code).size(root);
    }

    private long size(PickledObject object) throws MalformedPickle {
        Long known = sizes.get(object);
        if (known != null) {
            return known;
        }
        ScriptClass type = code.scriptClass(object.type())
                .orElseThrow(() -> new MalformedPickle(
                        "it has an object of " + object.type() + ", a class that its code does not define"));
        if (type.methods().containsKey("__setstate__")) {
            throw new MalformedPickle("the class " + type.name() + " runs code when it is loaded (__setstate__)");
        }
        long size = 1;
        for (Map.Entry<String, String> attribute : type.attributes().entrySet()) {
            size += attribute(object, attribute.getKey(), attribute.getValue());
        }
        if (size > MOST_MODULES) {
            throw new MalformedPickle("it has more than " + MOST_MODULES + " modules");
        }
        sizes.put(object, size);
        return size;
    }

    /** Returns the number of modules in an attribute. */
    private long attribute(PickledObject object, String name, String type) throws MalformedPickle {
        Object value = object.attributes().get(name);
        if (type.startsWith("Final[")) {
            return 0;
        }
        if (value == null) {
            throw new MalformedPickle("an object of " + object.type() + " lacks its attribute " + name);
        }
        if (!matches(value, type)) {
            throw new MalformedPickle("the attribute " + name + " of an object of " + object.type() + " is no " + type);
        }
        return value instanceof PickledObject module ? size(module) : 0;
    }

    private static boolean matches(Object value, String type) {
        if (type.startsWith("Optional[") && type.endsWith("]")) {
            return value == PickledObject.NONE
                    || matches(value, type.substring("Optional[".length(), type.length() - 1));
        }
        if (PLAIN.containsKey(type)) {
            return PLAIN.get(type).isInstance(value);
        }
        if (type.startsWith("__torch__.")) {
            return value instanceof PickledObject object && object.type().equals(type);
        }
        // Lists, tuples, dictionaries, devices: no network of a classifier that was seen has one.
        return !(value instanceof PickledObject) && !Set.of("", "Module").contains(type);
    }
}
