package io.github.junitattrib.model.torch.checkpoint;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/**
 * Reads the numbers of tensors as float32 straight into their memory, in pieces that stay in the processor's cache.
 *
 * <p>So a load needs no more memory than the weights themselves. The file is read, not mapped: a mapped file that
 * somebody cuts off ends the process.
 */
final class FloatReader {

    private static final int NUMBERS = 1 << 16;
    private static final int LARGEST_NUMBER = 8;
    /** The exponents of two floats side by side; all ones in an exponent means infinite or NaN. */
    private static final long EXPONENTS = 0x7f800000_7f800000L;
    /** Carries an exponent of all ones, and no other, into the place of the sign. */
    private static final long CARRY = 0x00800000_00800000L;

    private static final long SIGNS = 0x80000000_80000000L;

    private final ByteBuffer piece =
            ByteBuffer.allocateDirect(NUMBERS * LARGEST_NUMBER).order(ByteOrder.LITTLE_ENDIAN);

    /**
     * Reads a tensor of a floating type.
     *
     * @param position of its first byte in the file
     * @param floats little-endian, with room for all its numbers
     * @return whether all of them are finite as float32
     */
    boolean read(FileChannel channel, long position, StoredTensor tensor, ByteBuffer floats) throws IOException {
        TensorType type = tensor.type();
        boolean finite = true;
        for (long done = 0; done < tensor.bytes(); ) {
            int bytes = (int) Math.min((long) NUMBERS * type.bytes(), tensor.bytes() - done);
            int start = floats.position();
            int end = start + bytes / type.bytes() * Float.BYTES;
            if (type == TensorType.F32) {
                fill(floats.limit(end), channel, position + done);
            } else {
                fill(piece.clear().limit(bytes), channel, position + done);
                type.toFloats(piece.flip(), floats.limit(end));
            }
            finite &= isFinite(floats, start, end);
            done += bytes;
        }
        return finite;
    }

    private static void fill(ByteBuffer target, FileChannel channel, long position) throws IOException {
        int start = target.position();
        while (target.hasRemaining()) {
            if (channel.read(target, position + target.position() - start) < 0) {
                throw new EOFException("the file ends early");
            }
        }
    }

    /** Looks at two numbers at a time, without branches: every weight passes here. */
    private static boolean isFinite(ByteBuffer floats, int start, int end) {
        long carried = 0;
        int at = start;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            carried |= (floats.getLong(at) & EXPONENTS) + CARRY;
        }
        if (at < end) {
            carried |= (Integer.toUnsignedLong(floats.getInt(at)) & EXPONENTS) + CARRY;
        }
        return (carried & SIGNS) == 0;
    }
}
