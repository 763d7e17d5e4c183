package io.github.junitattrib.model.torch.script;

import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.model.torch.checkpoint.FileState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The zip file of an archive: its entries by their names without the top folder, each checked for name, size and
 * checksum.
 *
 * <p>The native library believes sizes and names; nothing of this file reaches it, only what is written anew from here.
 */
final class ArchiveEntries implements AutoCloseable {

    /** Pickles and code are read whole. */
    private static final long LARGEST_TEXT = 64L << 20;

    private static final long LARGEST_ARRAY = Integer.MAX_VALUE - 16;

    private final Path file;
    private final ZipFile zip;
    private final Map<String, ZipEntry> entries;

    private final FileState state;

    private ArchiveEntries(Path file, FileState state, ZipFile zip, Map<String, ZipEntry> entries) {
        this.file = file;
        this.state = state;
        this.zip = zip;
        this.entries = entries;
    }

    static ArchiveEntries open(Path file) {
        try {
            FileKind.check(file);
            FileState state = FileState.of(file);
            ZipHeaders.check(file);
            ZipFile zip = new ZipFile(file.toFile());
            try {
                return new ArchiveEntries(file, state, zip, EntryIndex.of(file, zip));
            } catch (RuntimeException | IOException e) {
                zip.close();
                throw e;
            }
        } catch (ZipException e) {
            throw ArchiveErrors.broken(file, "it is cut off or no zip file (" + e.getMessage() + ")", e);
        } catch (AccessDeniedException e) {
            throw ArchiveErrors.unread(file, "its permissions forbid it", "Make it readable for this user", e);
        } catch (ClosedByInterruptException e) {
            throw ArchiveErrors.unread(file, "the thread was interrupted", "Load it again", e);
        } catch (IOException | IllegalArgumentException e) {
            throw ArchiveErrors.broken(file, "it cannot be read (" + e.getMessage() + ")", e);
        }
    }

    /**
     * Returns the SHA-256 of the whole file that the entries were read from.
     *
     * @throws ModelLoadException if another file took its place since
     */
    String sha256() {
        try {
            String sum = FileState.sha256(file);
            if (FileState.of(file).equals(state)) {
                return sum;
            }
        } catch (IOException e) {
            throw ArchiveErrors.broken(file, "it cannot be read (" + e.getMessage() + ")", e);
        }
        throw ArchiveErrors.changed(file);
    }

    Path file() {
        return file;
    }

    Collection<String> names() {
        return Collections.unmodifiableSet(entries.keySet());
    }

    /** Returns the size of an entry; empty if there is none of this name. */
    Optional<Long> size(String name) {
        return Optional.ofNullable(entries.get(name)).map(ZipEntry::getSize);
    }

    /** Reads a pickle or code that must exist. */
    byte[] read(String name) {
        return read(name, LARGEST_TEXT);
    }

    /** Reads the numbers of a storage that must exist. */
    byte[] readNumbers(String name) {
        return read(name, LARGEST_ARRAY);
    }

    private byte[] read(String name, long largest) {
        ZipEntry entry = entry(name);
        if (entry.getSize() > largest) {
            throw ArchiveErrors.broken(file, "its entry " + name + " has " + entry.getSize() + " bytes");
        }
        try (InputStream stream = zip.getInputStream(entry)) {
            // One byte more than promised, so that a longer stream is seen and never read to its end.
            byte[] bytes = stream.readNBytes((int) entry.getSize() + 1);
            CRC32 sum = new CRC32();
            sum.update(bytes);
            if (bytes.length != entry.getSize() || sum.getValue() != entry.getCrc()) {
                throw ArchiveErrors.broken(file, "its entry " + name + " is damaged (size or checksum is wrong)");
            }
            return bytes;
        } catch (IOException e) {
            throw ArchiveErrors.broken(file, "its entry " + name + " cannot be read (" + e.getMessage() + ")", e);
        }
    }

    /** Reads an entry that must exist as UTF-8. */
    String text(String name) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(read(name)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw ArchiveErrors.broken(file, "its entry " + name + " is no text", e);
        }
    }

    /** The stream of an entry that must exist, to be copied by whoever checks {@link #checksum} and size. */
    InputStream stream(String name) throws IOException {
        return zip.getInputStream(entry(name));
    }

    long checksum(String name) {
        return entry(name).getCrc();
    }

    private ZipEntry entry(String name) {
        @Nullable ZipEntry entry = entries.get(name);
        return Objects.requireNonNull(entry, name);
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw ArchiveErrors.broken(file, "it cannot be closed (" + e.getMessage() + ")", e);
        }
    }
}
