package io.github.junitattrib.model.torch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.junitattrib.ModelLoadException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A safetensors file: names, shapes and numbers of a model's weights, read by memory mapping.
 *
 * <p>Format: an unsigned 64-bit little-endian length, a JSON header of that length, then the data. Everything is
 * checked before a number is read, in Java: the native library ends the process on types that it does not know.
 */
final class SafetensorsFile {

    private static final long LARGEST_HEADER = 100L << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final Map<String, Entry> entries;

    private SafetensorsFile(Path file, Map<String, Entry> entries) {
        this.file = file;
        this.entries = entries;
    }

    /** Opens a file and checks its header against its size. */
    static SafetensorsFile open(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            if (size < 8) {
                throw broken(file, "it has " + size + " bytes, less than the 8 of the header's length");
            }
            ByteBuffer length = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
            readFully(channel, length, 0);
            long header = length.getLong(0);
            if (header < 2 || header > LARGEST_HEADER || header > size - 8) {
                throw broken(
                        file,
                        "its header claims " + Long.toUnsignedString(header) + " bytes, the file has " + size
                                + "; it is cut off or no safetensors file");
            }
            ByteBuffer json = ByteBuffer.allocate((int) header);
            readFully(channel, json, 8);
            return new SafetensorsFile(file, new Header(file, 8 + header, size).read(json.array()));
        } catch (IOException e) {
            throw new ModelLoadException("The weights " + file + " cannot be read: " + e + ".", e);
        }
    }

    Set<String> names() {
        return entries.keySet();
    }

    /** Returns the shape of a tensor; it must exist. */
    long[] shape(String name) {
        return entry(name).shape().clone();
    }

    /** Reads a tensor as float32, whatever it is stored as. */
    float[] read(String name) {
        Entry entry = entry(name);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer data = channel.map(FileChannel.MapMode.READ_ONLY, entry.offset(), entry.bytes());
            return entry.type().toFloats(data.order(ByteOrder.LITTLE_ENDIAN));
        } catch (IOException e) {
            throw new ModelLoadException("Tensor " + name + " of " + file + " cannot be read: " + e + ".", e);
        }
    }

    private Entry entry(String name) {
        Entry entry = entries.get(name);
        if (entry == null) {
            throw new ModelLoadException("The weights " + file + " have no tensor " + name
                    + ". Check that config.json belongs to them; they hold " + entries.size() + " tensors, such as "
                    + entries.keySet().stream().sorted().limit(5).toList() + ".");
        }
        return entry;
    }

    private static void readFully(FileChannel channel, ByteBuffer target, long position) throws IOException {
        while (target.hasRemaining()) {
            if (channel.read(target, position + target.position()) < 0) {
                throw new IOException("the file ends early");
            }
        }
    }

    private static ModelLoadException broken(Path file, String what) {
        return new ModelLoadException(
                "The weights " + file + " are broken: " + what + ". Copy or download the file again.");
    }

    @SuppressWarnings("ArrayRecordComponent") // private to this class, never compared
    private record Entry(TensorType type, long[] shape, long offset, long bytes) {}

    /** Reads and checks the JSON header. */
    private record Header(Path file, long dataStart, long fileSize) {

        Map<String, Entry> read(byte[] json) {
            JsonNode root = parse(json);
            Map<String, Entry> entries = new LinkedHashMap<>();
            root.properties().forEach(field -> {
                if (!field.getKey().equals("__metadata__")) {
                    entries.put(field.getKey(), entry(field.getKey(), field.getValue()));
                }
            });
            return entries;
        }

        private JsonNode parse(byte[] json) {
            try {
                JsonNode root = JSON.readTree(json);
                if (!root.isObject()) {
                    throw broken(file, "its header is no JSON object");
                }
                return root;
            } catch (JsonProcessingException e) {
                throw broken(file, "its header is no JSON (" + e.getOriginalMessage() + ")");
            } catch (IOException e) {
                throw broken(file, "its header cannot be read (" + e.getMessage() + ")");
            }
        }

        private Entry entry(String name, JsonNode node) {
            String dtype = node.path("dtype").asText("");
            TensorType type = TensorType.named(dtype)
                    .orElseThrow(() -> broken(file, "tensor " + name + " has the unknown type \"" + dtype + "\""));
            long[] shape = numbers(name, node.path("shape"), "shape");
            long[] offsets = numbers(name, node.path("data_offsets"), "data_offsets");
            if (offsets.length != 2 || offsets[0] > offsets[1] || offsets[1] > fileSize - dataStart) {
                throw broken(
                        file,
                        "the offsets " + node.path("data_offsets") + " of tensor " + name + " lie outside of its "
                                + (fileSize - dataStart) + " bytes of data");
            }
            long bytes = offsets[1] - offsets[0];
            long expected = size(name, shape, type.bytes());
            if (bytes != expected) {
                throw broken(
                        file,
                        "tensor " + name + " of shape " + node.path("shape") + " and type " + dtype + " needs "
                                + expected + " bytes, but has " + bytes);
            }
            if (bytes > Integer.MAX_VALUE) {
                throw new ModelLoadException("Tensor " + name + " of " + file + " has " + bytes
                        + " bytes; more than 2 GiB in one tensor cannot be read.");
            }
            return new Entry(type, shape, dataStart + offsets[0], bytes);
        }

        private long[] numbers(String name, JsonNode array, String what) {
            if (!array.isArray()) {
                throw broken(file, "tensor " + name + " has no list of " + what);
            }
            long[] numbers = new long[array.size()];
            for (int i = 0; i < numbers.length; i++) {
                if (!array.get(i).canConvertToLong() || array.get(i).asLong() < 0) {
                    throw broken(file, "tensor " + name + " has the " + what + " " + array);
                }
                numbers[i] = array.get(i).asLong();
            }
            return numbers;
        }

        private long size(String name, long[] shape, long bytes) {
            try {
                long size = bytes;
                for (long extent : shape) {
                    size = Math.multiplyExact(size, extent);
                }
                return size;
            } catch (ArithmeticException e) {
                throw broken(file, "tensor " + name + " has an impossible shape");
            }
        }
    }
}
