package io.github.junitattrib.approved;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.location.WholeFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The approved attributions of one test method and model. Safe for use by several threads, and by several processes with
 * the same lock file: each takes what the others have written since before it writes.
 */
final class ApprovedFile {

    private final Path path;
    private final Path lock;
    private final Set<ApprovedKey> used = new HashSet<>();
    /** As last read or written. */
    private ApprovedContent content;

    private ApprovedFile(Path path, Path lock, ApprovedContent content) {
        this.path = path;
        this.lock = lock;
        this.content = content;
    }

    /**
     * Reads a file; one that is not there has no entries.
     *
     * @throws ApprovedFileException if it cannot be read, or is no such file
     */
    static ApprovedFile read(Path path, Path lock) {
        return new ApprovedFile(path, lock, ApprovedContent.read(path, ApprovedContent.NONE));
    }

    Path path() {
        return path;
    }

    /**
     * Returns the approved attribution for one, and remembers that it is asked for.
     *
     * @return the one toward the class that was predicted, if each explains its prediction and the two contradict
     */
    synchronized Optional<Attribution> find(Attribution now) {
        Optional<ApprovedKey> found = entryFor(now);
        used.add(found.orElseGet(() -> ApprovedKey.of(now)));
        return found.map(content.entries()::get);
    }

    private Optional<ApprovedKey> entryFor(Attribution now) {
        ApprovedKey key = ApprovedKey.of(now);
        return content.entries().containsKey(key)
                ? Optional.of(key)
                : content.entries().entrySet().stream()
                        .filter(entry -> ApprovedKey.isOtherPrediction(entry.getValue(), now))
                        .map(Map.Entry::getKey)
                        .findFirst();
    }

    /** Returns the others of the same text: what a changed method or target left behind. */
    synchronized List<Attribution> ofText(String text) {
        return content.entries().values().stream()
                .filter(one -> one.text().equals(text))
                .toList();
    }

    /** Writes the file with an attribution in it. */
    synchronized void approve(Attribution now) {
        used.add(ApprovedKey.of(now));
        change(() -> write(with(now)));
    }

    /** Writes the file with an attribution in it to another place, for a person to look at. */
    synchronized void receive(Path received, Attribution now) {
        try {
            ApprovedContent.of(received, with(now)).writeTo(received);
        } catch (IOException e) {
            throw unwritable(received, e);
        }
    }

    /** All entries with this one, in the place of what it answers anew. */
    private Map<ApprovedKey, Attribution> with(Attribution now) {
        Map<ApprovedKey, Attribution> with = new LinkedHashMap<>(content.entries());
        entryFor(now).ifPresent(with::remove);
        with.put(ApprovedKey.of(now), now);
        return with;
    }

    /** Returns what nobody has asked for. */
    synchronized List<Attribution> unused() {
        return unusedKeys().stream().map(content.entries()::get).toList();
    }

    private List<ApprovedKey> unusedKeys() {
        return content.entries().keySet().stream()
                .filter(key -> !used.contains(key))
                .toList();
    }

    /** Deletes what nobody has asked for, and a file that is empty then. */
    synchronized void prune() {
        // Before the others' entries are read: who asks for those is not known here.
        List<ApprovedKey> unused = unusedKeys();
        change(() -> {
            Map<ApprovedKey, Attribution> left = new LinkedHashMap<>(content.entries());
            unused.forEach(left::remove);
            if (left.isEmpty()) {
                Files.deleteIfExists(path);
                content = ApprovedContent.NONE;
            } else {
                write(left);
            }
        });
    }

    /** Changes the file as it is by now. */
    private void change(WholeFiles.Action action) {
        try {
            WholeFiles.locked(lock, () -> {
                content = ApprovedContent.read(path, content);
                action.run();
            });
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    /** What cannot be written is not remembered either, or whoever asks again would find it approved. */
    private void write(Map<ApprovedKey, Attribution> entries) throws IOException {
        ApprovedContent changed = ApprovedContent.of(path, entries);
        changed.writeTo(path);
        content = changed;
    }

    private static ApprovedFileException unwritable(Path target, IOException cause) {
        return new ApprovedFileException(
                "The approved attributions cannot be written to " + target + ": " + cause
                        + ". See that the folder is writable.",
                cause);
    }
}
