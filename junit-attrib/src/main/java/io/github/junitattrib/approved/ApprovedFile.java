package io.github.junitattrib.approved;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.junitattrib.Attribution;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The approved attributions of one test method and model. Safe for use by several threads; a class runs in one process, so
 * that no two write the same file.
 */
final class ApprovedFile {

    private final Path path;
    private final Map<ApprovedKey, Attribution> entries;
    private final Set<ApprovedKey> used = new HashSet<>();

    private ApprovedFile(Path path, Map<ApprovedKey, Attribution> entries) {
        this.path = path;
        this.entries = entries;
    }

    /**
     * Reads a file; one that is not there has no entries.
     *
     * @throws ApprovedFileException if it cannot be read, or is no such file
     */
    static ApprovedFile read(Path path) {
        Map<ApprovedKey, Attribution> entries = new LinkedHashMap<>();
        for (Attribution attribution : attributions(path)) {
            if (entries.put(ApprovedKey.of(attribution), attribution) != null) {
                throw invalid(
                        path,
                        "it has two approved attributions of \"" + attribution.text() + "\" by "
                                + attribution.method().name() + " toward " + attribution.label(),
                        Optional.empty());
            }
        }
        return new ApprovedFile(path, entries);
    }

    private static List<Attribution> attributions(Path path) {
        if (!Files.exists(path)) {
            return List.of();
        }
        try {
            return ApprovedJson.read(Files.readAllBytes(path));
        } catch (JsonProcessingException e) {
            String place =
                    e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr();
            throw invalid(path, e.getOriginalMessage() + place, Optional.of(e));
        } catch (IOException e) {
            throw new ApprovedFileException(
                    "The approved attributions in " + path + " cannot be read: " + e
                            + ". See that it is a readable file.",
                    e);
        } catch (RuntimeException e) {
            throw invalid(path, String.valueOf(e.getMessage()), Optional.of(e));
        }
    }

    private static ApprovedFileException invalid(Path path, String reason, Optional<Exception> cause) {
        String message = path + " is no file of approved attributions: " + reason.replaceFirst("\\.$", "")
                + ". Take it back from version control, or delete it and run with -Dattrib.approved=create.";
        return cause.map(e -> new ApprovedFileException(message, e))
                .orElseGet(() -> new ApprovedFileException(message));
    }

    Path path() {
        return path;
    }

    /** Returns the approved attribution for one, and remembers that it is asked for. */
    synchronized Optional<Attribution> find(Attribution now) {
        ApprovedKey key = ApprovedKey.of(now);
        used.add(key);
        return Optional.ofNullable(entries.get(key));
    }

    /** Returns the others of the same text: what a changed method or target left behind. */
    synchronized List<Attribution> ofText(String text) {
        return entries.values().stream().filter(one -> one.text().equals(text)).toList();
    }

    /** Writes the file with an attribution in it. */
    synchronized void approve(Attribution now) {
        entries.put(ApprovedKey.of(now), now);
        write(path);
    }

    /** Writes the file with an attribution in it to another place, for a person to look at. */
    synchronized void receive(Path received, Attribution now) {
        Map<ApprovedKey, Attribution> with = new LinkedHashMap<>(entries);
        with.put(ApprovedKey.of(now), now);
        write(received, ApprovedJson.print(List.copyOf(with.values())));
    }

    /** Returns what nobody has asked for. */
    synchronized List<Attribution> unused() {
        return entries.entrySet().stream()
                .filter(entry -> !used.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Deletes what nobody has asked for, and a file that is empty then. */
    synchronized void prune() {
        entries.keySet().retainAll(used);
        if (!entries.isEmpty()) {
            write(path);
            return;
        }
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new ApprovedFileException("The stale file " + path + " cannot be deleted: " + e + ".", e);
        }
    }

    private void write(Path target) {
        write(target, ApprovedJson.print(List.copyOf(entries.values())));
    }

    private static void write(Path target, String content) {
        try {
            Path folder = Objects.requireNonNull(target.toAbsolutePath().getParent(), "folder of the file");
            Files.createDirectories(folder);
            // Whole or not at all: what was approved must not be lost in a crash.
            Path fresh = folder.resolve("." + UUID.randomUUID() + ".tmp");
            try {
                Files.write(fresh, encoded(content, target));
                Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw new ApprovedFileException(
                    "The approved attributions cannot be written to " + target + ": " + e
                            + ". See that the folder is writable.",
                    e);
        }
    }

    private static byte[] encoded(String content, Path target) {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(content));
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            return copy;
        } catch (CharacterCodingException e) {
            throw new ApprovedFileException(
                    "The attribution for " + target
                            + " cannot be approved: its text has half of a surrogate pair, which no file can hold. Mend the"
                            + " text.",
                    e);
        }
    }
}
