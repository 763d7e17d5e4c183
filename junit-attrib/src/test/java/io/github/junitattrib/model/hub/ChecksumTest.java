package io.github.junitattrib.model.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksumTest {

    @TempDir
    private Path directory;

    /** The numbers are those of {@code sha256sum}, {@code git hash-object} and {@code sha1sum}. */
    @Test
    void comesToWhatTheToolsOfTheSystemSay() throws IOException {
        Path hello = Files.writeString(directory.resolve("hello"), "hello\n");
        String sha256 = "5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03";
        String git = "ce013625030ba8dba906f756967f9e9ca394464a";
        String sha1 = "f572d396fae9206628714fb2ce00f72e94f2258f";

        assertThat(Checksum.ofTag(sha256).orElseThrow().of(hello)).isEqualTo(sha256);
        assertThat(Checksum.ofTag(git).orElseThrow().of(hello)).isEqualTo(git);
        assertThat(Checksum.ofSha1(sha1.toUpperCase(Locale.ROOT)).orElseThrow().fits(hello))
                .isTrue();
        assertThat(Checksum.ofSha1(git).orElseThrow().fits(hello)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "../../../../../../etc/passwd", "5891b5b522d5df086d0ff0b110fbd9d21bb4fc71/"})
    void isNothingWithoutAChecksum(String tag) {
        assertThat(Checksum.ofTag(tag)).isEmpty();
        assertThat(Checksum.ofSha1(tag)).isEmpty();
    }
}
