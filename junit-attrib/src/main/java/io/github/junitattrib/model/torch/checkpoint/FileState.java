package io.github.junitattrib.model.torch.checkpoint;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * Which file stood under a name at a moment, to see whether another took its place since.
 *
 * @param size in bytes
 * @param modified when it was last written
 * @param key the file system's name for it, or nothing where it has none
 */
public record FileState(long size, FileTime modified, String key) {

    /**
     * Looks at a file.
     *
     * @param file the file
     * @return its state now
     * @throws IOException if there is none, or it cannot be seen
     */
    public static FileState of(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new FileState(
                attributes.size(), attributes.lastModifiedTime(), Objects.toString(attributes.fileKey(), ""));
    }

    /**
     * Computes the SHA-256 of a file.
     *
     * @param file the file
     * @return 64 hexadecimal digits
     * @throws IOException if it cannot be read
     */
    public static String sha256(Path file) throws IOException {
        try (DigestInputStream stream =
                new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            stream.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(stream.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
