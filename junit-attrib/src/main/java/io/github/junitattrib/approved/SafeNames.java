package io.github.junitattrib.approved;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Names of files and folders that every file system takes, made of names that may hold anything. */
public final class SafeNames {

    private static final Pattern UNSAFE = Pattern.compile("[^a-zA-Z0-9.,_-]");
    private static final int LONGEST = 120;

    private SafeNames() {}

    /**
     * Returns a name as it is if it is safe, else with a hash that keeps it apart from others.
     *
     * @param name any text
     * @return letters, digits, dots, commas, hyphens and underscores; at most 129 characters
     */
    public static String of(String name) {
        return of(name, name);
    }

    /**
     * Returns a name as it is if it is safe, else with a hash of an identity.
     *
     * @param name any text
     * @param identity what tells it from others of the same name
     * @return letters, digits, dots, commas, hyphens and underscores; at most 129 characters
     */
    public static String of(String name, String identity) {
        return name.equals(sanitised(name)) && name.length() <= LONGEST ? name : hashed(name, identity);
    }

    /**
     * Returns a name with a hash, safe or not.
     *
     * @param name any text
     * @param identity what tells it from others of the same name
     * @return letters, digits, dots, commas, hyphens and underscores; at most 129 characters
     */
    public static String hashed(String name, String identity) {
        return beforeHash(name) + hash(identity);
    }

    /**
     * Returns what a name with a hash begins with, whatever it is told from.
     *
     * @param name any text
     * @return the beginning of what {@link #hashed} returns
     */
    public static String beforeHash(String name) {
        String safe = sanitised(name);
        return safe.substring(0, Math.min(LONGEST, safe.length())) + "-";
    }

    private static String sanitised(String name) {
        return UNSAFE.matcher(name).replaceAll("_");
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
