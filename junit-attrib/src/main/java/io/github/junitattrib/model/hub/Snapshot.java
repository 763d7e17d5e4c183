package io.github.junitattrib.model.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of one commit in the cache, which may be there in part.
 *
 * @param directory where their links are
 */
record Snapshot(Path directory) {

    /** What is missing to be a model that can be read; empty if nothing is. */
    Optional<String> problem(HubAddress address) throws IOException {
        ModelFiles chosen = ModelFiles.among(entries(), address);
        if (chosen.problem().isPresent()) {
            return chosen.problem();
        }
        Set<String> missing = new TreeSet<>(chosen.names());
        missing.removeIf(name -> Files.isRegularFile(directory.resolve(name)));
        if (missing.isEmpty() && chosen.sharded()) {
            return missingShards();
        }
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("has links to files that are gone: " + String.join(", ", missing));
    }

    private Optional<String> missingShards() throws IOException {
        try {
            Set<String> shards = HubJson.shards(Files.readAllBytes(directory.resolve(ModelFiles.INDEX)));
            shards.removeIf(name -> Files.isRegularFile(directory.resolve(name)));
            return shards.isEmpty() ? Optional.empty() : Optional.of("has no " + String.join(", ", shards));
        } catch (IOException e) {
            return Optional.of("has a broken " + ModelFiles.INDEX + " (" + e.getMessage() + ")");
        }
    }

    private Set<String> entries() throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(file -> String.valueOf(file.getFileName())).collect(Collectors.toSet());
        }
    }
}
