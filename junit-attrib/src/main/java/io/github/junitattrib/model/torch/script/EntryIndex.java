package io.github.junitattrib.model.torch.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Lists the entries of an archive, all of them checked for name and size before any is read. */
final class EntryIndex {

    /** More entries than any model has parameters. */
    private static final int MOST_ENTRIES = 200_000;
    /** Weights hardly shrink when they are packed; code does, but is small. */
    private static final long MOST_EXPANSION = 20;

    private static final long FREE_EXPANSION = 16L << 20;
    private static final int LONGEST_NAME = 1000;
    /** No drive letters, no other system's separators. */
    private static final Pattern FOREIGN = Pattern.compile("[\\\\:\\p{Cntrl}]");

    private EntryIndex() {}

    /** Returns the entries by their names without the one top folder. */
    static Map<String, ZipEntry> of(Path file, ZipFile zip) throws IOException {
        if (zip.size() > MOST_ENTRIES) {
            throw ArchiveErrors.broken(file, "it has " + zip.size() + " entries");
        }
        Map<String, ZipEntry> entries = new LinkedHashMap<>();
        Map<String, String> names = new HashMap<>();
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
            String same = names.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
            if (same != null) {
                // The native library looks for names without regard to case.
                throw ArchiveErrors.broken(
                        file, "its entries " + same + " and " + name + " differ by upper and lower case only");
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
        if (!isPlain(plain)) {
            String shown = name.substring(0, Math.min(name.length(), LONGEST_NAME));
            throw ArchiveErrors.broken(
                    file, "it has an entry of the name \"" + shown.replaceAll("\\p{Cntrl}", "?") + "\"");
        }
        return name;
    }

    /** No empty, dot or dot-dot parts. */
    private static boolean isPlain(String name) {
        if (name.length() > LONGEST_NAME || FOREIGN.matcher(name).find()) {
            return false;
        }
        for (String part : name.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                return false;
            }
        }
        return true;
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
}
