package io.github.junitattrib.model.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.junitattrib.ModelLoadException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HubAddressTest {

    @ParameterizedTest
    @CsvSource({
        "hf:owner/name, owner/name, main",
        "hf:owner/name@main, owner/name, main",
        "hf:owner/name@v1.0+cpu, owner/name, v1.0+cpu",
        "hf:owner/name@refs/pr/1, owner/name, refs/pr/1",
        "hf:owner/na-me_2.0@a@b, owner/na-me_2.0, a@b",
        "hf:bert-base-uncased, bert-base-uncased, main",
        "hf:o/n@1234567890abcdef1234567890abcdef12345678, o/n, 1234567890abcdef1234567890abcdef12345678"
    })
    void readsRepositoryAndRevision(String location, String repository, String revision) {
        assertThat(HubAddress.parse(location)).isEqualTo(new HubAddress(repository, revision));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hf:",
                "hf:/name",
                "hf:owner/",
                "hf:owner/name/more",
                "hf:../name",
                "hf:owner/..",
                "hf:.owner/name",
                "hf:owner/name-",
                "hf:owner--x/name",
                "hf:owner\\name",
                "hf://owner/name",
                "hf:own er/name",
                "hf:owner/na\u0000me",
                "hf:@main"
            })
    void refusesWhatIsNoRepository(String location) {
        assertThatThrownBy(() -> HubAddress.parse(location))
                .isInstanceOf(ModelLoadException.class)
                .hasMessage("The model location \"" + location
                        + "\" names no repository of the Hugging Face hub. Write hf:owner/name or"
                        + " hf:owner/name@revision.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "..",
                "a/../b",
                "../../x",
                "/etc",
                "a//b",
                "a/",
                "a/.b",
                "x.lock",
                "x.lock/y",
                "a.",
                "a b",
                "a\\b",
                "C:x",
                "a~1",
                "a\nb",
                "-x"
            })
    void refusesWhatIsNoRevision(String revision) {
        assertThatThrownBy(() -> HubAddress.parse("hf:owner/name@" + revision))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("which can be no branch, tag or commit. Write hf:owner/name@revision.");
    }

    @Test
    void namesItsFolderAndTheCommandThatFillsIt() {
        assertThat(HubAddress.parse("hf:owner/name").folder()).isEqualTo("models--owner--name");
        assertThat(HubAddress.parse("hf:bert").folder()).isEqualTo("models--bert");
        assertThat(HubAddress.parse("hf:owner/name").command()).isEqualTo("hf download owner/name");
        assertThat(HubAddress.parse("hf:owner/name@v1").command()).isEqualTo("hf download owner/name --revision v1");
    }
}
