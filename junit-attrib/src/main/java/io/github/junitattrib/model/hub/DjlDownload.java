package io.github.junitattrib.model.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Brings a model from DJL's model zoo into DJL's cache.
 *
 * @param cache where it goes
 * @param repository the zoo's address
 * @param http how it is asked
 * @param retry how often
 */
record DjlDownload(DjlCache cache, URI repository, Http http, Retry retry) {

    private static final System.Logger LOG = System.getLogger(DjlDownload.class.getName());
    private static final int LONGEST_METADATA = 16 << 20;
    private static final long LARGE = 10_000_000;
    /** DJL reads it by this pattern, as a local time, and fails without it. */
    private static final DateTimeFormatter UPDATED =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT);

    /** Asks the zoo for the models under the address; empty if it has none for the application. */
    Optional<byte[]> metadata() throws IOException {
        URI uri = WebAddress.below(folder(), "metadata.json");
        try {
            return Optional.of(retry.run(() -> http.get(uri, LONGEST_METADATA)));
        } catch (HttpFailure e) {
            // A store of files answers 403 where it does not let its folders be listed.
            if (e.status() == 404 || e.status() == 403) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private URI folder() {
        return WebAddress.below(
                repository, cache.address().folder(cache.application()).split("/", -1));
    }

    /** Downloads and unpacks; must run while nobody else writes. */
    void run(byte[] metadata, DjlArtifact artifact) throws IOException {
        Path growing = cache.growing(artifact);
        Path grown = growing.resolve("model");
        delete(grown);
        Files.createDirectories(grown);
        for (DjlArtifact.Item item : artifact.items()) {
            fetch(item, growing, grown);
        }
        cache.publish(grown, artifact);
        cache.write(dated(metadata));
        delete(growing);
    }

    private void fetch(DjlArtifact.Item item, Path growing, Path grown) throws IOException {
        Checksum checksum = Checksum.ofSha1(item.sha1())
                .orElseThrow(() -> new UnusableException("the zoo gives no checksum (sha1Hash) of " + item.uri()));
        if (item.size().orElse(0) >= LARGE) {
            LOG.log(
                    Level.INFO,
                    "Downloading {0} ({1} MB) of {2}",
                    item.uri(),
                    item.size().getAsLong() / 1_000_000,
                    cache.address());
        }
        Path packed = growing.resolve(checksum.expected() + ".incomplete");
        new Download(address(item), item.size(), checksum).into(packed, http, retry);
        Path target = grown.resolve(item.name());
        switch (Packing.of(item.uri())) {
            case ZIP -> {
                Files.createDirectories(target);
                new Unpacker(packed).unzip(target);
            }
            case GZIP -> new Unpacker(packed).gunzip(target);
            case TAR -> throw new UnusableException(item.uri() + " is packed as tar, which cannot be read here");
            case NONE -> Files.move(packed, target);
        }
        Files.deleteIfExists(packed);
    }

    private URI address(DjlArtifact.Item item) throws IOException {
        try {
            return WebAddress.of(URI.create(folder() + "/").resolve(item.uri()).toString());
        } catch (IllegalArgumentException e) {
            throw new UnusableException("the zoo gives the wrong address \"" + item.uri() + "\"", e);
        }
    }

    static byte[] dated(byte[] metadata) throws IOException {
        JsonNode json = Json.read(metadata);
        if (json instanceof ObjectNode object) {
            object.put("lastUpdated", UPDATED.format(LocalDateTime.now(ZoneId.systemDefault())));
        }
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
