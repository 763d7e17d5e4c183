package io.github.junitattrib.model.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One repository in the cache that the hub's tools share: {@code refs} name commits, {@code snapshots} hold the files of
 * a commit by links to {@code blobs}, which are named by their checksums.
 *
 * @param root the directory of all repositories
 * @param address the repository and its revision
 */
record HubCache(Path root, HubAddress address) {

    Path folder() {
        return root.resolve(address.folder());
    }

    /** The file whose content says which commit the revision was when it was downloaded. */
    Path reference() {
        return folder().resolve("refs").resolve(address.revision());
    }

    Path snapshot(String commit) {
        return folder().resolve("snapshots").resolve(commit);
    }

    Path blob(Checksum checksum) {
        return folder().resolve("blobs").resolve(checksum.expected());
    }

    /**
     * Where a blob grows.
     *
     * <p>The hub's own tool writes to {@code <checksum>.incomplete}. It locks with flock, which Java's locks do not
     * meet on Linux, so that both would write to one file at once.
     */
    Path partial(Checksum checksum) {
        return folder().resolve("blobs").resolve(checksum.expected() + ".junit-attrib.incomplete");
    }

    /** Held while the repository is written to. */
    Path lock() {
        return root.resolve(".locks").resolve(address.folder()).resolve("junit-attrib.lock");
    }

    /** The commit that the revision stands for, as far as the cache knows. */
    Optional<String> commit() throws IOException {
        if (address.isCommit()) {
            return Optional.of(address.revision());
        }
        if (!Files.isRegularFile(reference())) {
            return Optional.empty();
        }
        return Optional.of(Files.readString(reference()).strip()).filter(HubAddress::isCommit);
    }

    /** Notes which commit the revision stands for. */
    void note(String commit) throws IOException {
        if (address.isCommit() || commit().equals(Optional.of(commit))) {
            return;
        }
        Path folder = Objects.requireNonNull(reference().getParent());
        Files.createDirectories(folder);
        Path fresh = folder.resolve("." + UUID.randomUUID());
        try {
            Files.writeString(fresh, commit);
            Files.move(fresh, reference(), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** The revisions and commits that are there, for messages. */
    List<String> known() throws IOException {
        List<String> known = new ArrayList<>(below(folder().resolve("refs"), 9));
        known.addAll(below(folder().resolve("snapshots"), 1));
        known.removeIf(name -> name.isEmpty() || name.startsWith("."));
        return known;
    }

    private static List<String> below(Path folder, int depth) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.walk(folder, depth)) {
            return entries.filter(entry -> depth == 1 || Files.isRegularFile(entry))
                    .map(entry -> folder.relativize(entry).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}
