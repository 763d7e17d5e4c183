package io.github.junitattrib.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Names the files of tests from class, method and invocation, so that no two tests share one. */
final class TestFiles {

    private static final int LONGEST = 120;

    private final Path directory;

    /** Which test has which page. Keys are lower case, as some file systems see no difference. */
    private final Map<String, TestCase> owners = new ConcurrentHashMap<>();

    TestFiles(Path directory) {
        this.directory = directory;
    }

    Path page(TestCase test) {
        return directory.resolve(name(test) + ".html");
    }

    Path sidecar(TestCase test) {
        return directory.resolve(name(test) + ".json");
    }

    private String name(TestCase test) {
        String plain = test.plainName();
        String folder = safe(test.className(), test.className());
        String name = folder + "/" + safe(plain, plain + test.uniqueId());
        // Overloads differ in their unique ids alone.
        TestCase owner = owners.computeIfAbsent(name.toLowerCase(Locale.ROOT), unused -> test);
        return owner.equals(test) ? name : folder + "/" + hashed(plain, plain + test.uniqueId());
    }

    private static String safe(String name, String identity) {
        return name.equals(sanitised(name)) && name.length() <= LONGEST ? name : hashed(name, identity);
    }

    private static String hashed(String name, String identity) {
        String safe = sanitised(name);
        return safe.substring(0, Math.min(LONGEST, safe.length())) + "-" + hash(identity);
    }

    private static String sanitised(String name) {
        return name.replaceAll("[^a-zA-Z0-9.,_-]", "_");
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256, but this one does not.", e);
        }
    }
}
