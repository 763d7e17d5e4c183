package io.github.junitattrib.model.torch.script;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The bytes of a pickle, read as numbers and texts; a read behind their end throws BufferUnderflowException. */
final class PickleInput {

    private final ByteBuffer bytes;

    PickleInput(byte[] pickle) {
        this.bytes = ByteBuffer.wrap(pickle).order(ByteOrder.LITTLE_ENDIAN);
    }

    boolean hasMore() {
        return bytes.hasRemaining();
    }

    /** Reads one byte, from 0 to 255. */
    int one() {
        return bytes.get() & 0xff;
    }

    /** Reads two bytes, from 0 to 65535. */
    int two() {
        return bytes.getShort() & 0xffff;
    }

    int four() {
        return bytes.getInt();
    }

    /** Unlike all else, most significant byte first. */
    double floating() {
        return Double.longBitsToDouble(Long.reverseBytes(bytes.getLong()));
    }

    /** Reads a number with its length in bytes before it. */
    long sizedNumber() throws MalformedPickle {
        int length = one();
        if (length > 8) {
            throw new MalformedPickle("it has a number of " + length + " bytes");
        }
        long number = 0;
        for (int i = 0; i < length; i++) {
            long digit = i == length - 1 ? bytes.get() : one();
            number |= digit << (8 * i);
        }
        return number;
    }

    /** Reads a text with its length in bytes before it. */
    String sizedText() throws MalformedPickle {
        int length = four();
        if (length < 0 || length > bytes.remaining()) {
            throw new MalformedPickle("it has a string of " + length + " bytes");
        }
        byte[] text = new byte[length];
        bytes.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    /** Reads a text up to the end of its line. */
    String line() {
        StringBuilder line = new StringBuilder();
        for (char c = (char) one(); c != '\n'; c = (char) one()) {
            line.append(c);
        }
        return line.toString();
    }
}
