package io.github.junitattrib.model.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.junitattrib.model.hub.FileLink.Way;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FileLinkTest {

    @TempDir
    private Path directory;

    private Path blob;
    private Path link;

    @BeforeEach
    void start() throws IOException {
        Files.createDirectories(directory.resolve("blobs"));
        blob = Files.writeString(directory.resolve("blobs/blob"), "content");
        link = directory.resolve("snapshots/commit/file");
    }

    @ParameterizedTest
    @EnumSource
    void givesTheFileASecondNameInEveryWay(Way way) throws IOException {
        FileLink.make(link, blob, List.of(way));

        assertThat(link).hasContent("content");
        assertThat(Files.isSymbolicLink(link)).isEqualTo(way == Way.SYMBOLIC);
        assertThat(link.getParent()).isDirectoryNotContaining("glob:**/.*");
        Files.delete(blob);
        assertThat(Files.exists(link)).isEqualTo(way != Way.SYMBOLIC);
    }

    @Test
    void replacesWhatDanglesOrWasAnotherFile() throws IOException {
        FileLink.make(link, blob);
        Files.move(blob, directory.resolve("blobs/moved"));
        assertThat(Files.exists(link)).isFalse();

        FileLink.make(link, directory.resolve("blobs/moved"));
        assertThat(link).hasContent("content");
        Path other = Files.writeString(directory.resolve("blobs/other"), "other");
        FileLink.make(link, other);
        assertThat(link).hasContent("other");
    }

    @Test
    void takesTheNextWayWhereOneFails() throws IOException {
        // A hard link of what does not exist fails, as any link does where the system has none.
        Path missing = directory.resolve("blobs/missing");

        FileLink.make(link, missing, List.of(Way.HARD, Way.SYMBOLIC));
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThatThrownBy(() -> FileLink.make(link, missing, List.of(Way.HARD, Way.COPY)))
                .isInstanceOf(IOException.class);
    }
}
