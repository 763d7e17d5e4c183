package io.github.junitattrib.model.torch.checkpoint;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** The number types of safetensors files; floating ones are read as float32. */
enum TensorType {
    F64(8) {
        @Override
        void toFloats(ByteBuffer stored, ByteBuffer floats) {
            while (stored.hasRemaining()) {
                floats.putFloat((float) stored.getDouble());
            }
        }
    },
    F32(4),
    F16(2) {
        @Override
        void toFloats(ByteBuffer stored, ByteBuffer floats) {
            while (stored.hasRemaining()) {
                floats.putFloat(halfToFloat(stored.getShort()));
            }
        }
    },
    BF16(2) {
        @Override
        void toFloats(ByteBuffer stored, ByteBuffer floats) {
            while (stored.hasRemaining()) {
                floats.putInt(stored.getShort() << 16);
            }
        }
    },
    // Position ids and the like: known, so that a file with them opens, but never weights.
    I64(8),
    I32(4),
    I16(2),
    I8(1),
    U64(8),
    U32(4),
    U16(2),
    U8(1),
    BOOL(1);

    private final int bytes;

    TensorType(int bytes) {
        this.bytes = bytes;
    }

    static Optional<TensorType> named(String name) {
        return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
    }

    int bytes() {
        return bytes;
    }

    /** Says whether numbers of this type can be weights. */
    boolean isFloating() {
        return this == F64 || this == F32 || this == F16 || this == BF16;
    }

    /** Rounds all remaining numbers of another floating type to float32; both buffers are little-endian. */
    void toFloats(ByteBuffer stored, ByteBuffer floats) {
        throw new UnsupportedOperationException("Numbers of type " + this + " are not converted.");
    }

    /** IEEE 754 binary16: 1 sign, 5 exponent (bias 15), 10 fraction bits. */
    static float halfToFloat(short half) {
        int sign = (half & 0x8000) << 16;
        int exponent = (half >> 10) & 0x1f;
        int fraction = half & 0x3ff;
        if (exponent == 0x1f) {
            return Float.intBitsToFloat(sign | 0x7f800000 | fraction << 13);
        }
        if (exponent == 0) {
            float magnitude = fraction * 0x1p-24f;
            return sign == 0 ? magnitude : -magnitude;
        }
        return Float.intBitsToFloat(sign | (exponent + 112) << 23 | fraction << 13);
    }
}
