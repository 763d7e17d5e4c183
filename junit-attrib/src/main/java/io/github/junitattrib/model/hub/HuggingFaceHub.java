package io.github.junitattrib.model.hub;

import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.model.ModelStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Models of the Hugging Face hub, {@code hf:owner/name[@revision]}: from the cache that its tools share, and from the
 * hub where that is allowed.
 *
 * <p>A revision is a branch, a tag or a commit; without one it is {@code main}. What is in the cache is taken as it is,
 * so that a suite does not change its model by itself: {@code hf download owner/name} fetches a newer one. The
 * environment variables of the hub's tools are honoured: {@code HF_HUB_CACHE}, {@code HF_HOME}, {@code HF_ENDPOINT},
 * {@code HF_TOKEN}, {@code HF_TOKEN_PATH}, {@code HF_HUB_OFFLINE}.
 */
public final class HuggingFaceHub implements ModelStore {

    private final HubSettings settings;
    private final boolean download;
    private final Duration silence;
    private final Retry retry;

    /**
     * Makes the store with the environment of this process.
     *
     * @param download whether a model that is not in the cache may be downloaded; else nothing touches the network
     */
    public HuggingFaceHub(boolean download) {
        this(Environment.ofProcess(), download, Duration.ofSeconds(30), Retry.PATIENT);
    }

    HuggingFaceHub(Environment environment, boolean download, Duration silence, Retry retry) {
        this.settings = new HubSettings(environment);
        this.download = download;
        this.silence = silence;
        this.retry = retry;
    }

    @Override
    public Path directory(String location) {
        HubAddress address = HubAddress.parse(location);
        HubCache cache = new HubCache(settings.cache(), address);
        Found found = find(cache);
        if (found.directory().isPresent()) {
            return found.directory().get();
        }
        Optional<String> offline = settings.offlineBy();
        if (!download || offline.isPresent()) {
            String remedy = download
                    ? "attrib.download is true, but " + offline.orElse("") + " forbids it. Unset that, or get the model"
                            + " with: " + address.command()
                    : "Get it with: " + address.command() + " — or set attrib.download=true.";
            throw new ModelLoadException(
                    "The model " + address + " is not in the Hugging Face cache: " + found.reason() + ". " + remedy);
        }
        return downloaded(address, cache);
    }

    private Path downloaded(HubAddress address, HubCache cache) {
        HubFailure failure = new HubFailure(address, settings);
        Http http = new Http(settings.token(), silence);
        HubDownload work = new HubDownload(cache, new HubClient(settings.endpoint(), address, http, retry));
        try {
            return Exclusive.holding(cache.lock(), () -> {
                // Another process may have brought it while we waited.
                Optional<Path> there = find(cache).directory();
                return there.isPresent() ? there.get() : work.run();
            });
        } catch (IOException e) {
            throw failure.of(e);
        }
    }

    /** A whole model in the cache, or the reason why there is none. */
    private record Found(Optional<Path> directory, String reason) {
        static Found nothing(String reason) {
            return new Found(Optional.empty(), reason);
        }
    }

    private static Found find(HubCache cache) {
        try {
            Optional<String> commit = cache.commit();
            if (commit.isEmpty()) {
                List<String> known = cache.known();
                return Found.nothing("there is no commit in " + cache.reference()
                        + (known.isEmpty() ? "" : "; the cache has " + String.join(", ", known)));
            }
            Path snapshot = cache.snapshot(commit.get());
            if (!Files.isDirectory(snapshot)) {
                return Found.nothing("there is no directory " + snapshot);
            }
            Optional<String> problem = new Snapshot(snapshot).problem(cache.address());
            return problem.isPresent()
                    ? Found.nothing(snapshot + " " + problem.get())
                    : new Found(Optional.of(snapshot), "");
        } catch (IOException e) {
            return Found.nothing("it cannot be read (" + Failures.text(e) + ")");
        } catch (UncheckedIOException e) {
            // Thrown by streams of files.
            return Found.nothing("it cannot be read (" + e.getMessage() + ")");
        }
    }
}
