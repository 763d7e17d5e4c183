package io.github.junitattrib.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/** The one script of an index. Browsers run nothing else there, as its hash stands in the policy of the page. */
final class IndexScript {

    static final IndexScript INSTANCE = new IndexScript(read());

    private final String code;

    private IndexScript(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    /** Content Security Policy of the page: nothing is loaded, and no other script runs, whatever stands in a text. */
    String policy() {
        return "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-" + hash() + "'; base-uri 'none';"
                + " form-action 'none'";
    }

    private String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256, but this one does not.", e);
        }
    }

    private static String read() {
        try (InputStream stream =
                Objects.requireNonNull(IndexScript.class.getResourceAsStream("index.js"), "index.js of this jar")) {
            // As browsers read it, whatever line ends it was checked out with.
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read index.js of this jar: " + e, e);
        }
    }
}
