package io.github.junitattrib.report;

import io.github.junitattrib.location.WholeFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes report files as a whole, with the error that a user of reports understands. */
final class ReportFiles {

    private ReportFiles() {}

    /** Replaces a file, making its folder if need be. */
    static void write(Path file, String content) {
        // The encoder of getBytes replaces lone surrogates, where the one of Files.writeString would throw.
        write(file, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Replaces a file, making its folder if need be. */
    static void write(Path file, byte[] content) {
        try {
            WholeFiles.replace(file, content);
        } catch (IOException e) {
            throw failure("Cannot write the report file " + file, e);
        }
    }

    /** Deletes a file, if it is there. */
    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw failure("Cannot delete " + file, e);
        }
    }

    /** Runs an action that no other thread or process runs at the same time with the same lock file. */
    static void locked(Path lockFile, Runnable action) {
        try {
            WholeFiles.locked(lockFile, action::run);
        } catch (IOException e) {
            throw failure("Cannot lock " + lockFile, e);
        }
    }

    private static UncheckedIOException failure(String what, IOException cause) {
        return new UncheckedIOException(
                what + ": " + cause
                        + ". See that the folder is writable and the disk not full, or name another folder with"
                        + " attrib.report.dir.",
                cause);
    }
}
