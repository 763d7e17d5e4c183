package io.github.junitattrib.model.torch.checkpoint;

import io.github.junitattrib.ModelLoadException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Reads a file that is held in memory as a whole: a regular one, of a bounded size. A pipe would be waited for without
 * end, and a device never ends.
 */
public final class SmallFile {

    /** Twice the largest tokenizer.json that is about. */
    private static final long LARGEST_VOCABULARY = 64L << 20;

    private static final long LARGEST = 16L << 20;

    private SmallFile() {}

    /** Says whether there is something of that name, be it a link that leads nowhere. */
    public static boolean isThere(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** Refuses what is there but is no file; {@code kind} begins the message. */
    static void requireRegular(String kind, Path file) {
        if (Files.isRegularFile(file) || !isThere(file)) {
            return;
        }
        String what = "a pipe or a device, not a file";
        if (!Files.exists(file)) {
            what = "a link that leads nowhere";
        } else if (Files.isDirectory(file)) {
            what = "a directory, not a file";
        }
        throw new ModelLoadException(
                kind + file + " cannot be read: it is " + what + ". Copy the model again, or remove it.");
    }

    public static byte[] read(Path file) {
        requireRegular("The file ", file);
        String name = String.valueOf(file.getFileName());
        long most = name.equals("tokenizer.json") || name.startsWith("vocab.") || name.equals("merges.txt")
                ? LARGEST_VOCABULARY
                : LARGEST;
        try {
            LfsPointer.refuse(file);
            try (InputStream stream = Files.newInputStream(file)) {
                byte[] bytes = stream.readNBytes((int) most + 1);
                if (bytes.length > most) {
                    throw new ModelLoadException("The file " + file + " has more than " + most
                            + " bytes, which are the most that are read of it. Check that it is the file of its name.");
                }
                return bytes;
            }
        } catch (IOException e) {
            throw unreadable("The file " + file, e);
        }
    }

    /** Makes the exception for what the file system says; {@code what} begins the sentence. */
    static ModelLoadException unreadable(String what, IOException cause) {
        return new ModelLoadException(what + " cannot be read: " + reason(cause), cause);
    }

    private static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "permission denied. Give this user the right to read it, and to enter its directory.";
        }
        if (cause instanceof NoSuchFileException) {
            return "there is no such file. Copy the model again.";
        }
        if (cause instanceof ClosedByInterruptException) {
            return "the thread was interrupted meanwhile. Load the model again.";
        }
        return cause + ". Check that it is a file that this user may read.";
    }
}
