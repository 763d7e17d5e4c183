package io.github.junitattrib.model.hub;

import io.github.junitattrib.ModelLoadException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What environment and system properties say about DJL's model zoo, by the names that DJL reads.
 *
 * @param environment where they are
 */
record DjlSettings(Environment environment) {

    private static final String PUBLIC_ZOO = "https://mlrepo.djl.ai/";

    /** DJL's cache of models. */
    Path cache() {
        Path home = Files.isWritable(environment.home())
                ? environment.home()
                : Path.of(System.getProperty("java.io.tmpdir"));
        return environment
                .directory("DJL_CACHE_DIR")
                .orElseGet(() -> home.resolve(".djl.ai"))
                .resolve("cache")
                .resolve("repo")
                .toAbsolutePath();
    }

    /** The name of what forbids the network, if anything does. */
    Optional<String> offlineBy() {
        return Optional.of("DJL_OFFLINE")
                .filter(name -> environment.get(name).isPresent())
                .or(() -> Optional.of("ai.djl.offline"))
                .filter(name ->
                        environment.get(name).filter(Boolean::parseBoolean).isPresent());
    }

    /** The zoo's address, with a slash at its end. */
    URI repository() {
        String address = environment.get("DJL_REPO_URL").orElse(PUBLIC_ZOO).strip();
        try {
            return WebAddress.ofServer(address.replaceAll("/+$", "") + "/");
        } catch (IllegalArgumentException e) {
            throw new ModelLoadException(
                    "DJL_REPO_URL is \"" + WebAddress.shown(address)
                            + "\", which is no web address. Set it to one such as " + PUBLIC_ZOO + ", or unset it.",
                    e);
        }
    }
}
