package io.github.junitattrib.model.torch.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.junitattrib.ModelLoadException;
import java.nio.file.Path;
import java.util.OptionalInt;

/** Reads values of a config.json, each checked for its kind and range; a key with null counts as absent. */
public final class ConfigFile {

    /** Ten times more than any model has; what stays below cannot overflow or exhaust anything. */
    public static final int LARGEST = 1 << 24;

    private final Path path;
    private final ObjectNode json;

    private ConfigFile(Path path, ObjectNode json) {
        this.path = path;
        this.json = json;
    }

    public static ConfigFile read(Path path) {
        return new ConfigFile(path, JsonFile.read(path));
    }

    /** Reads a file that need not be there; then it gives nothing. */
    public static ConfigFile readIfThere(Path path) {
        return new ConfigFile(path, JsonFile.readIfThere(path));
    }

    public Path path() {
        return path;
    }

    /** Returns the value as it is; a missing node where there is none. */
    public JsonNode value(String key) {
        JsonNode value = json.path(key);
        return value.isNull() ? MissingNode.getInstance() : value;
    }

    public boolean has(String key) {
        return !value(key).isMissingNode();
    }

    /** Says whether the file gives null: nothing, in place of what the family would have. */
    public boolean isNull(String key) {
        return json.path(key).isNull();
    }

    public String text(String key, String absent) {
        if (!has(key)) {
            return absent;
        }
        if (!value(key).isTextual()) {
            throw wrong(key);
        }
        return value(key).textValue();
    }

    public boolean flag(String key, boolean absent) {
        if (!has(key)) {
            return absent;
        }
        if (!value(key).isBoolean()) {
            throw wrong(key);
        }
        return value(key).booleanValue();
    }

    /** Returns a number of things, at least one, that the file must give. */
    public int size(String key) {
        return size(key, LARGEST);
    }

    /** Returns a number of things, from one to a largest, that the file must give. */
    public int size(String key, int most) {
        if (!has(key)) {
            throw new ModelLoadException("The file " + path + " has no \"" + key
                    + "\". Give the config.json that was saved with the model.");
        }
        return number(key, 0, 1, most);
    }

    /** Returns a number of things, at least one, if the file gives it. */
    public OptionalInt sizeIfGiven(String key) {
        return has(key) ? OptionalInt.of(size(key)) : OptionalInt.empty();
    }

    /** Returns a whole number of this range, if the file gives it. */
    public OptionalInt numberIfGiven(String key, int least, int most) {
        return has(key) ? OptionalInt.of(number(key, 0, least, most)) : OptionalInt.empty();
    }

    public int number(String key, int absent, int least, int most) {
        if (!has(key)) {
            return absent;
        }
        JsonNode value = value(key);
        if (!value.isIntegralNumber()
                || !value.canConvertToInt()
                || value.intValue() < least
                || value.intValue() > most) {
            throw wrong(key);
        }
        return value.intValue();
    }

    /** Returns a small positive number. */
    public float epsilon(String key, double absent) {
        if (!has(key)) {
            return (float) absent;
        }
        float epsilon = value(key).floatValue();
        if (!value(key).isNumber() || !(epsilon > 0 && epsilon < 1)) {
            throw wrong(key);
        }
        return epsilon;
    }

    /** Makes the exception for a value that cannot be. */
    public ModelLoadException wrong(String key) {
        return new ModelLoadException("The file " + path + " has the wrong \"" + key + "\": " + json.path(key)
                + ". Give the config.json that was saved with the model.");
    }
}
