package io.github.junitattrib.model.hub;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the bytes of a file must come to.
 *
 * @param algorithm of {@link MessageDigest}
 * @param asGitBlob whether the bytes are preceded by the header that git puts before a file
 * @param expected in lower-case hexadecimal digits
 */
record Checksum(String algorithm, boolean asGitBlob, String expected) {

    private static final Pattern SHA1 = Pattern.compile("[0-9a-fA-F]{40}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /** The hub tags a large file by its SHA-256 and a small one by its name in git. */
    static Optional<Checksum> ofTag(String tag) {
        if (SHA256.matcher(tag).matches()) {
            return Optional.of(new Checksum("SHA-256", false, tag));
        }
        return SHA1.matcher(tag).matches() ? Optional.of(new Checksum("SHA-1", true, tag)) : Optional.empty();
    }

    static Optional<Checksum> ofSha1(String digits) {
        return SHA1.matcher(digits).matches()
                ? Optional.of(new Checksum("SHA-1", false, digits.toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }

    boolean fits(Path file) throws IOException {
        return of(file).equals(expected);
    }

    String of(Path file) throws IOException {
        MessageDigest digest = digest();
        if (asGitBlob) {
            digest.update(("blob " + Files.size(file) + "\0").getBytes(StandardCharsets.US_ASCII));
        }
        byte[] buffer = new byte[1 << 16];
        try (InputStream bytes = Files.newInputStream(file)) {
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private MessageDigest digest() {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has " + algorithm + ".", e);
        }
    }
}
