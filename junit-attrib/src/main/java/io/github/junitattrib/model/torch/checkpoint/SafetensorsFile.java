package io.github.junitattrib.model.torch.checkpoint;

import io.github.junitattrib.ModelLoadException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A safetensors file: names, shapes and numbers of a model's weights, one file of them.
 *
 * <p>Format: an unsigned 64-bit little-endian length, a {@linkplain SafetensorsHeader JSON header} of that length, then
 * the data. Everything is checked before a number is read, in Java: the native library ends the process on types that
 * it does not know.
 */
final class SafetensorsFile {

    private static final int LENGTH_BYTES = 8;

    /** Room for some 80,000 tensors; a tree of many more would not fit into the heap of a usual test run. */
    private static final long LARGEST_HEADER = 8L << 20;

    private final Path file;
    private final long dataStart;
    private final Map<String, StoredTensor> tensors;

    private SafetensorsFile(Path file, long dataStart, Map<String, StoredTensor> tensors) {
        this.file = file;
        this.dataStart = dataStart;
        this.tensors = tensors;
    }

    /** Opens a file and checks its header against its size. */
    static SafetensorsFile open(Path file) {
        SmallFile.requireRegular("The weights ", file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            LfsPointer.refuse(file);
            long size = channel.size();
            if (size < LENGTH_BYTES) {
                throw SafetensorsHeader.broken(
                        file, "it has " + size + " bytes, less than the 8 of the header's length");
            }
            long header = readFully(channel, 0, LENGTH_BYTES).getLong();
            if (header < 2 || header > size - LENGTH_BYTES) {
                throw SafetensorsHeader.broken(
                        file,
                        "its header claims " + Long.toUnsignedString(header) + " bytes, the file has " + size
                                + "; it is cut off or no safetensors file");
            }
            if (header > LARGEST_HEADER) {
                throw new ModelLoadException("The weights " + file + " have a header of " + header
                        + " bytes, more than the " + LARGEST_HEADER + " that are read. A header of 8 MiB has room for"
                        + " some 80,000 tensors: see that this is the model you mean.");
            }
            byte[] json = readFully(channel, LENGTH_BYTES, (int) header).array();
            long dataStart = LENGTH_BYTES + header;
            return new SafetensorsFile(file, dataStart, new SafetensorsHeader(file, size - dataStart).read(json));
        } catch (IOException e) {
            throw SmallFile.unreadable("The weights " + file, e);
        }
    }

    Path path() {
        return file;
    }

    Set<String> names() {
        return tensors.keySet();
    }

    /** Returns the shape of a tensor; it must exist. */
    long[] shape(String name) {
        return tensor(name).shape().clone();
    }

    /**
     * Reads a tensor as float32, whatever floating type it is stored as; it must exist.
     *
     * @param floats little-endian, with room for all its numbers
     * @return whether all of them are finite as float32
     */
    boolean read(String name, FloatReader reader, ByteBuffer floats) {
        StoredTensor tensor = tensor(name);
        if (!tensor.type().isFloating()) {
            throw new ModelLoadException("Tensor " + name + " of " + file + " holds numbers of type " + tensor.type()
                    + ", but weights are floating ones (F32, F16, BF16, F64). Save the model without quantization.");
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return reader.read(channel, dataStart + tensor.offset(), tensor, floats);
        } catch (IOException e) {
            throw SmallFile.unreadable("Tensor " + name + " of " + file, e);
        }
    }

    private StoredTensor tensor(String name) {
        return Objects.requireNonNull(tensors.get(name), name);
    }

    private static ByteBuffer readFully(FileChannel channel, long position, int bytes) throws IOException {
        ByteBuffer target = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (target.hasRemaining()) {
            if (channel.read(target, position + target.position()) < 0) {
                throw new IOException("the file ends early");
            }
        }
        return target.flip();
    }
}
