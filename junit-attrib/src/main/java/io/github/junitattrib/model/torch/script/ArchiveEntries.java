package io.github.junitattrib.model.torch.script;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
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

    /** More entries than any model has parameters. */
    private static final int MOST_ENTRIES = 200_000;
    /** Pickles and code are read whole. */
    private static final long LARGEST_TEXT = 64L << 20;
    /** Weights hardly shrink when they are packed, code does, but is small. */
    private static final long MOST_EXPANSION = 20;

    private static final long FREE_EXPANSION = 16L << 20;
    /** No empty, dot or dot-dot parts, no drive letters, no other system's separators. */
    private static final Pattern PLAIN_NAME =
            Pattern.compile("(?!\\.{1,2}(/|$))[^/\\\\:\\p{Cntrl}]+(/(?!\\.{1,2}(/|$))[^/\\\\:\\p{Cntrl}]+)*");

    private final Path file;
    private final ZipFile zip;
    private final Map<String, ZipEntry> entries;

    private ArchiveEntries(Path file, ZipFile zip, Map<String, ZipEntry> entries) {
        this.file = file;
        this.zip = zip;
        this.entries = entries;
    }

    static ArchiveEntries open(Path file) {
        try {
            FileKind.check(file);
            ZipHeaders.check(file);
            ZipFile zip = new ZipFile(file.toFile());
            try {
                return new ArchiveEntries(file, zip, index(file, zip));
            } catch (RuntimeException | IOException e) {
                zip.close();
                throw e;
            }
        } catch (ZipException e) {
            throw ArchiveErrors.broken(file, "it is cut off or no zip file (" + e.getMessage() + ")", e);
        } catch (IOException | IllegalArgumentException e) {
            throw ArchiveErrors.broken(file, "it cannot be read (" + e.getMessage() + ")", e);
        }
    }

    private static Map<String, ZipEntry> index(Path file, ZipFile zip) throws IOException {
        if (zip.size() > MOST_ENTRIES) {
            throw ArchiveErrors.broken(file, "it has " + zip.size() + " entries");
        }
        Map<String, ZipEntry> entries = new LinkedHashMap<>();
        String top = null;
        long total = 0;
        for (ZipEntry entry : Collections.list(zip.entries())) {
            String name = checkName(file, entry);
            if (entry.isDirectory()) {
                continue;
            }
            int slash = name.indexOf('/');
            if (slash < 0) {
                throw FileKind.withoutFolder(file, zip, name);
            }
            String folder = name.substring(0, slash);
            if (top != null && !top.equals(folder)) {
                throw ArchiveErrors.broken(file, "it has the top folders " + top + " and " + folder);
            }
            top = folder;
            checkSize(file, entry);
            total += entry.getSize();
            if (entries.put(name.substring(slash + 1), entry) != null) {
                throw ArchiveErrors.broken(file, "it has the entry " + name + " twice");
            }
        }
        if (total > FREE_EXPANSION + MOST_EXPANSION * Files.size(file)) {
            throw ArchiveErrors.broken(
                    file, "it unpacks to " + total + " bytes, far more than the " + Files.size(file) + " that it has");
        }
        return entries;
    }

    private static String checkName(Path file, ZipEntry entry) {
        String name = entry.getName();
        String plain = entry.isDirectory() ? name.substring(0, name.length() - 1) : name;
        if (!PLAIN_NAME.matcher(plain).matches()) {
            throw ArchiveErrors.broken(
                    file, "it has an entry of the name \"" + name.replaceAll("\\p{Cntrl}", "?") + "\"");
        }
        return name;
    }

    private static void checkSize(Path file, ZipEntry entry) {
        long size = entry.getSize();
        if (size < 0 || (entry.getMethod() == ZipEntry.STORED && size != entry.getCompressedSize())) {
            throw ArchiveErrors.broken(
                    file,
                    "the sizes of its entry " + entry.getName() + " contradict each other (" + size + " and "
                            + entry.getCompressedSize() + ")");
        }
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

    /** Reads an entry that must exist. */
    byte[] read(String name) {
        ZipEntry entry = entry(name);
        if (entry.getSize() > LARGEST_TEXT) {
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
