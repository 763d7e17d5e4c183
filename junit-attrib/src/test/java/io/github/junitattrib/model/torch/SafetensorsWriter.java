package io.github.junitattrib.model.torch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes safetensors files, whole ones and broken ones. */
@SuppressWarnings("ByteBufferBackingArray") // all buffers are whole arrays of their own
public final class SafetensorsWriter {

    private final Map<String, String> entries = new LinkedHashMap<>();
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();

    public SafetensorsWriter tensor(String name, String dtype, long[] shape, byte[] bytes) {
        int start = data.size();
        data.writeBytes(bytes);
        entries.put(
                name,
                "{\"dtype\":\"" + dtype + "\",\"shape\":" + Arrays.toString(shape) + ",\"data_offsets\":[" + start + ","
                        + data.size() + "]}");
        return this;
    }

    public SafetensorsWriter floats(String name, long[] shape, float... values) {
        ByteBuffer buffer = little(4 * values.length);
        buffer.asFloatBuffer().put(values);
        return tensor(name, "F32", shape, buffer.array());
    }

    public byte[] bytes() {
        StringBuilder json = new StringBuilder("{");
        entries.forEach((name, entry) -> json.append(json.length() > 1 ? "," : "")
                .append('"')
                .append(name)
                .append("\":")
                .append(entry));
        return file(json.append('}').toString(), data.toByteArray());
    }

    Path write(Path file) {
        return write(file, bytes());
    }

    public static byte[] file(String header, byte[] data) {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        return file(json.length, json, data);
    }

    public static byte[] file(long headerLength, byte[] header, byte[] data) {
        return little(8 + header.length + data.length)
                .putLong(headerLength)
                .put(header)
                .put(data)
                .array();
    }

    public static Path write(Path file, byte[] bytes) {
        try {
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
