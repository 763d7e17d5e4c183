package io.github.junitattrib.model.hub;

import io.github.junitattrib.ModelLoadException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Brings the files of a model from the hub into the cache.
 *
 * @param cache where they go
 * @param client where they come from
 */
record HubDownload(HubCache cache, HubClient client) {

    private static final System.Logger LOG = System.getLogger(HubDownload.class.getName());
    private static final long LARGE = 10_000_000;

    /** Downloads what is missing; must run while nobody else writes. */
    Path run() throws IOException {
        HubJson.Listing listing = client.listing();
        ModelFiles chosen = ModelFiles.among(listing.files(), client.address());
        if (chosen.problem().isPresent()) {
            throw new ModelLoadException("The repository " + client.address() + " of " + client.endpoint() + " "
                    + chosen.problem().get() + ".");
        }
        Path snapshot = cache.snapshot(listing.commit());
        // All blobs first, then the links in their order: the files without which no folder is a model come last.
        Map<String, Optional<Path>> blobs = new LinkedHashMap<>();
        if (chosen.sharded()) {
            Optional<Path> index = blob(listing.commit(), ModelFiles.INDEX);
            for (String shard : HubJson.shards(Files.readAllBytes(index.orElse(snapshot.resolve(ModelFiles.INDEX))))) {
                blobs.put(shard, blob(listing.commit(), shard));
            }
        }
        for (String name : chosen.names()) {
            blobs.put(name, blob(listing.commit(), name));
        }
        for (var entry : blobs.entrySet()) {
            if (entry.getValue().isPresent()) {
                FileLink.make(snapshot.resolve(entry.getKey()), entry.getValue().get());
            }
        }
        cache.note(listing.commit());
        return snapshot;
    }

    /** Returns the file to link, or nothing if the snapshot has it itself, as where there are no links. */
    private Optional<Path> blob(String commit, String name) throws IOException {
        Download file = client.file(commit, name);
        if (file.isAt(cache.snapshot(commit).resolve(name))) {
            return Optional.empty();
        }
        Path blob = cache.blob(file.checksum());
        if (!file.isAt(blob)) {
            Files.createDirectories(Objects.requireNonNull(blob.getParent()));
            if (file.size().orElse(0) >= LARGE) {
                LOG.log(
                        Level.INFO,
                        "Downloading {0} ({1} MB) of {2}",
                        name,
                        file.size().orElse(0) / 1_000_000,
                        client.address());
            }
            Path partial = cache.partial(file.checksum());
            file.into(partial, client.http(), client.retry());
            Files.move(partial, blob, StandardCopyOption.ATOMIC_MOVE);
        }
        return Optional.of(blob);
    }
}
