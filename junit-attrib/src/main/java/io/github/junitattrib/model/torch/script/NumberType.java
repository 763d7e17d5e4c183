package io.github.junitattrib.model.torch.script;

import java.util.Arrays;
import java.util.Optional;

/** The number types of storages, by the names that pickles use. */
enum NumberType {
    FLOAT("FloatStorage", 4),
    DOUBLE("DoubleStorage", 8),
    LONG("LongStorage", 8),
    INT("IntStorage", 4),
    SHORT("ShortStorage", 2),
    CHAR("CharStorage", 1),
    BYTE("ByteStorage", 1),
    BOOL("BoolStorage", 1),
    HALF("HalfStorage", 2),
    BFLOAT16("BFloat16Storage", 2);

    private final String storage;
    private final int bytes;

    NumberType(String storage, int bytes) {
        this.storage = storage;
        this.bytes = bytes;
    }

    static Optional<NumberType> ofStorage(String name) {
        return Arrays.stream(values()).filter(type -> type.storage.equals(name)).findFirst();
    }

    int bytes() {
        return bytes;
    }
}
