package io.github.junitattrib.model.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.junitattrib.ModelLoadException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The order in which the hub's own tools read their variables (huggingface_hub 0.36, constants.py). */
class HubSettingsTest {

    @TempDir
    private Path home;

    private Variables variables;

    @BeforeEach
    void start() {
        variables = new Variables(home);
    }

    private HubSettings settings() {
        return new HubSettings(variables.environment());
    }

    @Test
    void findsTheCacheByTheFirstVariableThatIsSet() {
        assertThat(settings().cache()).isEqualTo(home.resolve(".cache/huggingface/hub"));
        variables.with("XDG_CACHE_HOME", "/xdg");
        assertThat(settings().cache()).isEqualTo(Path.of("/xdg/huggingface/hub").toAbsolutePath());
        variables.with("HF_HOME", "/hf");
        assertThat(settings().cache()).isEqualTo(Path.of("/hf/hub").toAbsolutePath());
        variables.with("HUGGINGFACE_HUB_CACHE", "/old");
        assertThat(settings().cache()).isEqualTo(Path.of("/old").toAbsolutePath());
        variables.with("HF_HUB_CACHE", "/new");
        assertThat(settings().cache()).isEqualTo(Path.of("/new").toAbsolutePath());
        variables.with("HF_HUB_CACHE", "");
        assertThat(settings().cache()).isEqualTo(Path.of("/old").toAbsolutePath());
    }

    @Test
    void expandsHomeAndVariablesInPaths() {
        variables.with("HF_HUB_CACHE", "~/models");
        assertThat(settings().cache()).isEqualTo(home.resolve("models"));
        variables
                .with("HF_HUB_CACHE", "$DISK/${KIND}s/$unset")
                .with("DISK", "/disk")
                .with("KIND", "model");
        assertThat(settings().cache()).isEqualTo(Path.of("/disk/models/$unset").toAbsolutePath());
    }

    @Test
    void refusesAVariableThatIsNoPath() {
        variables.with("HF_HUB_CACHE", "a\u0000b");

        assertThatThrownBy(() -> settings().cache())
                .isInstanceOf(ModelLoadException.class)
                .hasMessageStartingWith("The environment variable HF_HUB_CACHE is no path: ")
                .hasMessageEndingWith("Correct or unset it.");
    }

    @Test
    void takesTheTokenOfTheVariableThenOfTheFile() throws IOException {
        assertThat(settings().token()).isEmpty();
        Files.createDirectories(home.resolve(".cache/huggingface"));
        Files.writeString(home.resolve(".cache/huggingface/token"), "hf_stored\n");
        assertThat(settings().token()).map(Token::secret).hasValue("hf_stored");
        Files.writeString(home.resolve("mine"), "hf_mine");
        variables.with("HF_TOKEN_PATH", home.resolve("mine"));
        assertThat(settings().token()).map(Token::secret).hasValue("hf_mine");
        variables.with("HF_TOKEN", " hf_variable ");
        assertThat(settings().token()).map(Token::secret).hasValue("hf_variable");
        variables.with("HF_HUB_DISABLE_IMPLICIT_TOKEN", "1");
        assertThat(settings().token()).isEmpty();
    }

    @Test
    void neverShowsTheToken() {
        variables.with("HF_TOKEN", "hf_secret");
        assertThat(settings().token().orElseThrow()).hasToString("token of https://huggingface.co:443");
        variables.with("HF_TOKEN", "hf_secret\r\nX: y");
        assertThatThrownBy(() -> settings().token())
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("HF_TOKEN")
                .hasMessageNotContaining("hf_secret");
    }

    @Test
    void reachesThePublicHubUnlessToldOtherwise() {
        assertThat(settings().endpoint()).isEqualTo(URI.create("https://huggingface.co"));
        variables.with("HF_ENDPOINT", "https://mirror.example/hub/");
        assertThat(settings().endpoint()).isEqualTo(URI.create("https://mirror.example/hub"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mirror.example", "ftp://mirror.example", "https://", "https:///x", "file:///etc", "a b"})
    void refusesAnEndpointThatIsNoWebAddress(String endpoint) {
        variables.with("HF_ENDPOINT", endpoint);

        assertThatThrownBy(() -> settings().endpoint())
                .isInstanceOf(ModelLoadException.class)
                .hasMessageStartingWith(
                        "HF_ENDPOINT is \"" + endpoint.replaceAll("/+$", "") + "\", which is no web address.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://user:secret@mirror.example", "https://mirror.example?x=secret"})
    void refusesAnEndpointThatHasMoreThanAServer(String endpoint) {
        variables.with("HF_ENDPOINT", endpoint);

        assertThatThrownBy(() -> settings().endpoint())
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("mirror.example")
                .hasMessageNotContaining("user:secret");
    }

    @Test
    void goesOfflineByEitherVariable() {
        assertThat(settings().offlineBy()).isEmpty();
        variables.with("TRANSFORMERS_OFFLINE", "yes");
        assertThat(settings().offlineBy()).hasValue("TRANSFORMERS_OFFLINE");
        variables.with("HF_HUB_OFFLINE", "1");
        assertThat(settings().offlineBy()).hasValue("HF_HUB_OFFLINE");
        variables.with("HF_HUB_OFFLINE", "0");
        assertThat(settings().offlineBy()).isEmpty();
    }

    @Test
    void givesTheTokenToItsOwnServerAlone() {
        Token token = new Token("secret", URI.create("https://hub.example/path"));

        assertThat(token.belongsTo(URI.create("https://HUB.example:443/other"))).isTrue();
        assertThat(token.belongsTo(URI.create("https://cdn.hub.example/path"))).isFalse();
        assertThat(token.belongsTo(URI.create("https://hub.example:8443/path"))).isFalse();
        assertThat(token.belongsTo(URI.create("http://hub.example/path"))).isFalse();
    }
}
