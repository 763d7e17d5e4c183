package io.github.junitattrib.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.junitattrib.ModelLoadException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class TemporaryCacheTest {

    @TempDir
    Path temporary;

    @Test
    void isAFolderOfTheUserThatNobodyElseEnters() throws IOException {
        Path folder = TemporaryCache.in(temporary);

        assertThat(folder).isDirectory().hasFileName("junit-attrib-" + System.getProperty("user.name"));
        assertThat(Files.getPosixFilePermissions(folder)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(TemporaryCache.in(temporary)).isEqualTo(folder);
        assertThat(temporary).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void isNotTakenFromSomebodyElse() throws IOException {
        Path folder = Files.createDirectory(temporary.resolve("folder"));
        UserPrincipal other = () -> "other";

        assertThatThrownBy(() -> TemporaryCache.requireOwn(folder, other))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining(folder + " for copies of models is no directory of the user other")
                .hasMessageContaining("set attrib.cache to a directory of your own");
    }

    @Test
    void isNoLinkThatSomebodyLaid() throws IOException {
        Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
        Files.createSymbolicLink(temporary.resolve("junit-attrib-" + System.getProperty("user.name")), elsewhere);

        assertThatThrownBy(() -> TemporaryCache.in(temporary))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("is no directory of the user");
    }
}
