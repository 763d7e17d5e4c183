package io.github.junitattrib.model.torch.mutant;

import java.nio.ByteBuffer;

/**
 * The numbers of one weight tensor in memory, to be moved but not read.
 *
 * @param name of the tensor, which decides its random draws
 * @param bytes where they are; positions are absolute, so that its position and limit mean nothing
 * @param width bytes of a number: 4 or 8
 * @param offset index of the first number
 * @param count how many
 */
public record WeightNumbers(String name, ByteBuffer bytes, int width, int offset, int count) {

    /** Exchanges two numbers, by their index among the tensor's. */
    void swap(int one, int other) {
        int a = (offset + one) * width;
        int b = (offset + other) * width;
        if (width == Integer.BYTES) {
            int kept = bytes.getInt(a);
            bytes.putInt(a, bytes.getInt(b)).putInt(b, kept);
        } else {
            long kept = bytes.getLong(a);
            bytes.putLong(a, bytes.getLong(b)).putLong(b, kept);
        }
    }
}
