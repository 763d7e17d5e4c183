package io.github.junitattrib.model.hub;

import io.github.junitattrib.ModelLoadException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the environment says about the Hugging Face hub, by the variables that its own tools read.
 *
 * @param environment where the variables are
 */
record HubSettings(Environment environment) {

    private static final String PUBLIC_HUB = "https://huggingface.co";
    private static final Pattern SECRET = Pattern.compile("[!-~]+");

    /** The directory of all cached repositories. */
    Path cache() {
        return environment
                .directory("HF_HUB_CACHE")
                .or(() -> environment.directory("HUGGINGFACE_HUB_CACHE"))
                .orElseGet(() -> hubHome().resolve("hub"))
                .toAbsolutePath();
    }

    private Path hubHome() {
        return environment
                .directory("HF_HOME")
                .orElseGet(() -> environment
                        .directory("XDG_CACHE_HOME")
                        .orElseGet(() -> environment.home().resolve(".cache"))
                        .resolve("huggingface"));
    }

    /** The variable that forbids the network, if one does. */
    Optional<String> offlineBy() {
        String variable = environment.get("HF_HUB_OFFLINE").isPresent() ? "HF_HUB_OFFLINE" : "TRANSFORMERS_OFFLINE";
        return environment.isTrue(variable) ? Optional.of(variable) : Optional.empty();
    }

    /** The hub's address, without a slash at its end. */
    URI endpoint() {
        String address =
                environment.get("HF_ENDPOINT").orElse(PUBLIC_HUB).strip().replaceAll("/+$", "");
        try {
            return WebAddress.ofServer(address);
        } catch (IllegalArgumentException e) {
            throw new ModelLoadException(
                    "HF_ENDPOINT is \"" + WebAddress.shown(address)
                            + "\", which is no web address. Set it to one such as " + PUBLIC_HUB + ", or unset it.",
                    e);
        }
    }

    /** The user's token for that hub. */
    Optional<Token> token() {
        if (environment.isTrue("HF_HUB_DISABLE_IMPLICIT_TOKEN")) {
            return Optional.empty();
        }
        return environment
                .get("HF_TOKEN")
                .or(this::storedSecret)
                .map(String::strip)
                .map(secret -> {
                    if (!SECRET.matcher(secret).matches()) {
                        throw new ModelLoadException("The token in HF_TOKEN, or in " + tokenFile()
                                + ", holds characters that no token has. Set it again, or unset it.");
                    }
                    return new Token(secret, endpoint());
                });
    }

    private Path tokenFile() {
        return environment.directory("HF_TOKEN_PATH").orElseGet(() -> hubHome().resolve("token"));
    }

    private Optional<String> storedSecret() {
        try {
            return Files.isRegularFile(tokenFile())
                    ? Optional.of(Files.readString(tokenFile())).filter(secret -> !secret.isBlank())
                    : Optional.empty();
        } catch (IOException e) {
            throw new ModelLoadException(
                    "The token file " + tokenFile() + " cannot be read: " + e + ". Mend or remove it.", e);
        }
    }
}
