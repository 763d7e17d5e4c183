package io.github.junitattrib.model.hub;

import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.model.ModelStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Models of DJL's model zoo, {@code djl://groupId/artifactId[/version[/name]]}: from DJL's cache, and from the zoo where
 * that is allowed.
 *
 * <p>Without a version the highest one is meant. Only models of text classification and sentiment analysis are looked
 * for. {@code DJL_CACHE_DIR}, {@code DJL_REPO_URL} and {@code DJL_OFFLINE} are honoured, as environment variables or
 * system properties.
 */
public final class DjlZoo implements ModelStore {

    private static final List<String> APPLICATIONS = List.of("nlp/text_classification", "nlp/sentiment_analysis");

    private final DjlSettings settings;
    private final boolean download;
    private final Duration silence;
    private final Retry retry;

    /**
     * Makes the store with the environment of this process.
     *
     * @param download whether a model that is not in the cache may be downloaded; else nothing touches the network
     */
    public DjlZoo(boolean download) {
        this(Environment.ofProcess().withSystemProperties(), download, Duration.ofSeconds(30), Retry.PATIENT);
    }

    DjlZoo(Environment environment, boolean download, Duration silence, Retry retry) {
        this.settings = new DjlSettings(environment);
        this.download = download;
        this.silence = silence;
        this.retry = retry;
    }

    @Override
    public Path directory(String location) {
        DjlAddress address = DjlAddress.parse(location);
        List<String> reasons = new ArrayList<>();
        for (DjlCache cache : caches(address)) {
            Optional<Path> there = find(cache, reasons);
            if (there.isPresent()) {
                return there.get();
            }
        }
        Optional<String> offline = settings.offlineBy();
        if (!download || offline.isPresent()) {
            throw new ModelLoadException("The model " + address + " is not in DJL's cache: "
                    + String.join("; ", reasons) + ". "
                    + (download
                            ? "attrib.download is true, but " + offline.orElse("") + " forbids it. Unset that."
                            : "Set attrib.download=true, or let DJL download it (DJL_CACHE_DIR says where its cache"
                                    + " is)."));
        }
        try {
            return downloaded(address);
        } catch (IOException e) {
            throw failure(address, e);
        }
    }

    private List<DjlCache> caches(DjlAddress address) {
        return APPLICATIONS.stream()
                .map(application -> new DjlCache(settings.cache(), address, application))
                .toList();
    }

    private static Optional<Path> find(DjlCache cache, List<String> reasons) {
        if (!Files.isRegularFile(cache.metadata())) {
            reasons.add("there is no " + cache.metadata());
            return Optional.empty();
        }
        try {
            DjlArtifact artifact = chosen(Files.readAllBytes(cache.metadata()), cache.address());
            Optional<Path> directory = cache.directory(artifact);
            if (directory.isEmpty()) {
                reasons.add("there is no " + cache.model(artifact));
            }
            return directory;
        } catch (IOException e) {
            reasons.add(cache.metadata() + " is of no use: " + Failures.text(e));
            return Optional.empty();
        }
    }

    private static DjlArtifact chosen(byte[] metadata, DjlAddress address) throws IOException {
        return DjlVersions.choose(DjlArtifact.read(metadata), address);
    }

    private Path downloaded(DjlAddress address) throws IOException {
        Http http = new Http(Optional.empty(), silence);
        for (DjlCache cache : caches(address)) {
            DjlDownload work = new DjlDownload(cache, settings.repository(), http, retry);
            Optional<byte[]> metadata = work.metadata();
            if (metadata.isPresent()) {
                DjlArtifact artifact = chosen(metadata.get(), address);
                return Exclusive.holding(cache.lock(), () -> {
                    if (cache.directory(artifact).isEmpty()) {
                        work.run(metadata.get(), artifact);
                    }
                    return cache.directory(artifact).orElseThrow();
                });
            }
        }
        throw new ModelLoadException("The model zoo " + settings.repository() + " has no model " + address + " under "
                + String.join(" or ", APPLICATIONS) + ". Check the address: djl://groupId/artifactId, such as"
                + " djl://ai.djl.huggingface.pytorch/ProsusAI/finbert.");
    }

    private ModelLoadException failure(DjlAddress address, IOException e) {
        return new ModelLoadException(
                "The model " + address + " cannot be downloaded from " + settings.repository() + ": " + Failures.text(e)
                        + ". " + remedy(e),
                e);
    }

    private String remedy(IOException e) {
        if (Failures.isLocal(e)) {
            return "Free space in " + settings.cache()
                    + " and make it writable, or set DJL_CACHE_DIR to another directory.";
        }
        if (Failures.isContent(e)) {
            return "Check the address and DJL_REPO_URL, or download the model yourself and give its directory.";
        }
        return e instanceof HttpFailure || e instanceof ChecksumException
                ? "Try again later; if it happens again, check DJL_REPO_URL and the proxy."
                : Failures.networkRemedy(e) + ".";
    }
}
