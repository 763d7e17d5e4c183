package io.github.junitattrib.model.torch.script;

import io.github.junitattrib.ModelLoadException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;

/**
 * Writes an archive anew with other code, and other numbers if wanted: what a network needs and nothing else, so that the native library never sees a
 * header that was not written here.
 */
final class ArchiveWriter {

    private static final String TOP = "archive/";
    /** Two copies of one archive are equal. */
    private static final LocalDateTime NEVER = LocalDateTime.of(1980, 1, 1, 0, 0);

    private ArchiveWriter() {}

    static void write(ArchiveEntries entries, Map<String, String> code, StorageChange change, Path target)
            throws IOException {
        try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(target), 1 << 16);
                ZipOutputStream zip = new ZipOutputStream(stream)) {
            zip.setMethod(ZipOutputStream.STORED);
            for (String name : entries.names()) {
                if (change.changes(name)) {
                    put(name, change.changed(name, entries.readNumbers(name)), zip);
                } else if (isNeeded(name)) {
                    copy(entries, name, zip);
                }
            }
            for (var file : code.entrySet()) {
                put(file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8), zip);
            }
        }
    }

    private static void put(String name, byte[] bytes, ZipOutputStream zip) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        zip.putNextEntry(entry(name, bytes.length, sum.getValue()));
        zip.write(bytes);
        zip.closeEntry();
    }

    /** Examples of inputs, places in the source and byte code for phones are not needed. */
    private static boolean isNeeded(String name) {
        return name.equals("data.pkl")
                || name.equals("constants.pkl")
                || name.equals("version")
                || name.equals(".data/version")
                || name.equals("byteorder")
                || name.startsWith("data/")
                || name.startsWith("constants/");
    }

    private static void copy(ArchiveEntries entries, String name, ZipOutputStream zip) throws IOException {
        long size = entries.size(name).orElseThrow();
        zip.putNextEntry(entry(name, size, entries.checksum(name)));
        byte[] buffer = new byte[1 << 16];
        try (InputStream stream = entries.stream(name)) {
            for (int count = read(entries, name, stream, buffer);
                    count >= 0;
                    count = read(entries, name, stream, buffer)) {
                zip.write(buffer, 0, count);
            }
        }
        try {
            // Checks size and checksum.
            zip.closeEntry();
        } catch (ZipException e) {
            throw damaged(entries, name, e);
        }
    }

    private static int read(ArchiveEntries entries, String name, InputStream stream, byte[] buffer) {
        try {
            return stream.read(buffer);
        } catch (IOException e) {
            throw damaged(entries, name, e);
        }
    }

    private static ModelLoadException damaged(ArchiveEntries entries, String name, IOException e) {
        return ArchiveErrors.broken(entries.file(), "its entry " + name + " is damaged (" + e.getMessage() + ")", e);
    }

    private static ZipEntry entry(String name, long size, long checksum) {
        ZipEntry entry = new ZipEntry(TOP + name);
        entry.setTimeLocal(NEVER);
        entry.setSize(size);
        entry.setCrc(checksum);
        return entry;
    }
}
