package io.github.junitattrib.model.torch.script;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Checks the headers of a zip file against each other: the directory at its end and what stands before each entry must
 * say the same, so that no two readers can see two archives in one file.
 *
 * <p>Java's own reader believes the directory alone. Layout: APPNOTE.TXT of PKWARE, 4.3.
 */
final class ZipHeaders {

    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int WIDE_END = 0x06064b50;
    private static final int WIDE_END_BYTES = 56;
    private static final int LOCATOR = 0x07064b50;
    private static final int LOCATOR_BYTES = 20;
    private static final int RECORD = 0x02014b50;
    private static final int RECORD_BYTES = 46;
    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_BYTES = 30;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final long IN_ANOTHER_PLACE = 0xffffffffL;
    /** Checksum and sizes stand behind the data, and are zero before it. */
    private static final int SIZES_BEHIND = 8;

    private final Path file;
    private final FileChannel channel;

    private ZipHeaders(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static void check(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            new ZipHeaders(file, channel).check();
        }
    }

    /** What the directory says of an entry. */
    private record Entry(long start, int flags, int method, int checksum, long packed, long size, ByteBuffer name) {}

    private void check() throws IOException {
        long end = end();
        ByteBuffer trailer = read(end, END_BYTES);
        int count = trailer.getShort(10) & 0xffff;
        long size = trailer.getInt(12) & 0xffffffffL;
        long start = trailer.getInt(16) & 0xffffffffL;
        if (start == IN_ANOTHER_PLACE || count == LONGEST_COMMENT) {
            // More than 4 GiB or 65534 entries: a second trailer says where, and Java's reader checks that.
            return;
        }
        boolean oneDisk = trailer.getInt(4) == 0 && (trailer.getShort(8) & 0xffff) == count;
        require(
                oneDisk && start + size <= end && size <= Integer.MAX_VALUE && isWide(start, size, count, end),
                "the end of its directory is wrong");
        List<Entry> entries = directory(read(start, (int) size), count);
        entries.sort(Comparator.comparingLong(Entry::start));
        long free = 0;
        for (Entry entry : entries) {
            require(entry.start() >= free && entry.start() <= start - LOCAL_BYTES, "its entries overlap");
            free = checkLocal(entry);
            require(free <= start, "its entries overlap its directory");
        }
    }

    /** PyTorch always writes the trailer for large files as well, between the directory and the usual trailer. */
    private boolean isWide(long start, long size, int count, long end) throws IOException {
        long between = end - start - size;
        if (between == 0) {
            return true;
        }
        if (between != WIDE_END_BYTES + LOCATOR_BYTES) {
            return false;
        }
        ByteBuffer wide = read(start + size, WIDE_END_BYTES + LOCATOR_BYTES);
        return wide.getInt(0) == WIDE_END
                && wide.getLong(4) == WIDE_END_BYTES - 12
                && wide.getLong(16) == 0
                && wide.getLong(24) == count
                && wide.getLong(32) == count
                && wide.getLong(40) == size
                && wide.getLong(48) == start
                && wide.getInt(WIDE_END_BYTES) == LOCATOR
                && wide.getInt(WIDE_END_BYTES + 4) == 0
                && wide.getLong(WIDE_END_BYTES + 8) == start + size
                && wide.getInt(WIDE_END_BYTES + 16) == 1;
    }

    /** Finds the trailer, behind which only its own comment may stand. */
    private long end() throws IOException {
        long least = Math.max(0, channel.size() - END_BYTES - LONGEST_COMMENT);
        ByteBuffer tail = read(least, (int) (channel.size() - least));
        for (int at = tail.limit() - END_BYTES; at >= 0; at--) {
            boolean found = tail.getInt(at) == END;
            if (found && at + END_BYTES + (tail.getShort(at + 20) & 0xffff) == tail.limit()) {
                return least + at;
            }
        }
        throw ArchiveErrors.broken(file, "it is cut off or no zip file (it has no directory at its end)");
    }

    private List<Entry> directory(ByteBuffer directory, int count) {
        List<Entry> entries = new ArrayList<>();
        while (directory.hasRemaining()) {
            int at = directory.position();
            require(
                    directory.remaining() >= RECORD_BYTES && directory.getInt(at) == RECORD,
                    "record " + entries.size() + " of its directory is wrong");
            int nameBytes = directory.getShort(at + 28) & 0xffff;
            int more = (directory.getShort(at + 30) & 0xffff) + (directory.getShort(at + 32) & 0xffff);
            require(
                    directory.remaining() >= RECORD_BYTES + nameBytes + more && directory.getShort(at + 34) == 0,
                    "record " + entries.size() + " of its directory is wrong");
            entries.add(new Entry(
                    directory.getInt(at + 42) & 0xffffffffL,
                    directory.getShort(at + 8),
                    directory.getShort(at + 10),
                    directory.getInt(at + 16),
                    directory.getInt(at + 20) & 0xffffffffL,
                    directory.getInt(at + 24) & 0xffffffffL,
                    directory.slice(at + RECORD_BYTES, nameBytes)));
            directory.position(at + RECORD_BYTES + nameBytes + more);
        }
        require(entries.size() == count, "its directory has " + entries.size() + " records, not " + count);
        return entries;
    }

    /** Returns the place behind the entry's data. */
    private long checkLocal(Entry entry) throws IOException {
        ByteBuffer local = read(entry.start(), LOCAL_BYTES);
        int nameBytes = local.getShort(26) & 0xffff;
        int extraBytes = local.getShort(28) & 0xffff;
        boolean sizes = (entry.flags() & SIZES_BEHIND) != 0
                || (local.getInt(14) == entry.checksum()
                        && (local.getInt(18) & 0xffffffffL) == entry.packed()
                        && (local.getInt(22) & 0xffffffffL) == entry.size());
        boolean same = local.getInt(0) == LOCAL
                && local.getShort(6) == entry.flags()
                && local.getShort(8) == entry.method()
                && nameBytes == entry.name().remaining()
                && read(entry.start() + LOCAL_BYTES, nameBytes).equals(entry.name());
        require(same && sizes, "its directory and the header at byte " + entry.start() + " contradict each other");
        return entry.start() + LOCAL_BYTES + nameBytes + extraBytes + entry.packed();
    }

    private ByteBuffer read(long position, int bytes) throws IOException {
        require(bytes >= 0 && position + bytes <= channel.size(), "it is cut off");
        ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining() && channel.read(buffer, position + buffer.position()) >= 0) {
            // Files are read in parts.
        }
        return buffer.flip();
    }

    private void require(boolean condition, String otherwise) {
        if (!condition) {
            throw ArchiveErrors.broken(file, otherwise);
        }
    }
}
