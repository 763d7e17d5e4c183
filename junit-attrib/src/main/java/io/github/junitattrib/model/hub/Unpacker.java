package io.github.junitattrib.model.hub;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Unpacks one archive, to nowhere but its folder and to no more than weights can grow. */
final class Unpacker {

    /** What could climb out, or mean another disk or stream on Windows. */
    private static final Pattern UNSAFE =
            Pattern.compile("(?s)(.*/)?\\.{1,2}(/.*)?|/.*|.*//.*|.*[\\\\:\\x00-\\x1f].*|");
    /** Weights hardly shrink when they are packed, so what grows much was made to fill the disk. */
    private static final long GROWTH = 10;

    private static final long FREE = 100L << 20;
    private static final int ENTRIES = 10_000;

    private final Path packed;
    private final long limit;
    private long written;

    Unpacker(Path packed) throws IOException {
        this.packed = packed;
        this.limit = FREE + GROWTH * Files.size(packed);
    }

    /** Unpacks a zip into an existing folder. */
    void unzip(Path folder) throws IOException {
        try (ZipFile zip = new ZipFile(packed.toFile())) {
            if (zip.size() > ENTRIES) {
                throw new UnusableException("the archive has " + zip.size() + " entries, more than " + ENTRIES);
            }
            for (ZipEntry entry : Collections.list(zip.entries())) {
                Path target = inside(folder, entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(Objects.requireNonNull(target.getParent()));
                    copy(zip.getInputStream(entry), target);
                }
            }
        }
    }

    /** Unpacks a gzip into a file. */
    void gunzip(Path file) throws IOException {
        copy(new GZIPInputStream(Files.newInputStream(packed)), file);
    }

    private static Path inside(Path folder, String entry) throws IOException {
        if (UNSAFE.matcher(entry).matches()) {
            throw new UnusableException("the archive has an entry that could leave its folder: \"" + entry + "\"");
        }
        return folder.resolve(entry);
    }

    private void copy(InputStream from, Path to) throws IOException {
        byte[] buffer = new byte[1 << 16];
        // CREATE_NEW refuses a second entry of the same name.
        try (from;
                OutputStream out = Files.newOutputStream(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                written += read;
                if (written > limit) {
                    throw new UnusableException(
                            "the archive grows to more than " + limit + " bytes when it is unpacked");
                }
                write(out, buffer, read);
            }
        }
    }

    private static void write(OutputStream out, byte[] bytes, int length) throws IOException {
        try {
            out.write(bytes, 0, length);
        } catch (IOException e) {
            throw new LocalFileException(e);
        }
    }
}
