package io.github.junitattrib.model.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnpackerTest {

    private static final int MEGABYTE = 1 << 20;

    @TempDir
    private Path directory;

    private Path folder;

    @BeforeEach
    void start() throws IOException {
        folder = Files.createDirectories(directory.resolve("outer/folder"));
    }

    private Path zip(String... entries) throws IOException {
        Path file = directory.resolve("archive.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                if (!entry.endsWith("/")) {
                    zip.write(entry.getBytes(StandardCharsets.UTF_8));
                }
                zip.closeEntry();
            }
        }
        return file;
    }

    @Test
    void unpacksFoldersAndFiles() throws IOException {
        new Unpacker(zip("name/", "name/a.pt", "deeper/still/b..c.txt")).unzip(folder);

        assertThat(folder.resolve("name/a.pt")).hasContent("name/a.pt");
        assertThat(folder.resolve("deeper/still/b..c.txt")).hasContent("deeper/still/b..c.txt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil",
                "a/../../evil",
                "/evil",
                "..\\evil",
                "C:evil",
                "C:/evil",
                "a/./evil",
                "..",
                "./evil",
                "a//evil",
                "evil\u0000",
                "a\nevil"
            })
    void refusesNamesThatCouldLeaveTheFolder(String name) throws IOException {
        Path archive = zip("a/", name);

        assertThatThrownBy(() -> new Unpacker(archive).unzip(folder))
                .isInstanceOf(IOException.class)
                .hasMessage("the archive has an entry that could leave its folder: \"" + name + "\"");
        try (Stream<Path> files = Files.walk(directory)) {
            assertThat(files.map(Path::toString)).noneMatch(path -> path.contains("evil"));
        }
    }

    @Test
    void refusesAFileOfTheSameNameTwice() throws IOException {
        Path archive = zip("aa", "bb");
        byte[] bytes = Files.readAllBytes(archive);
        String text = new String(bytes, StandardCharsets.ISO_8859_1).replace("bb", "aa");
        Files.write(archive, text.getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> new Unpacker(archive).unzip(folder)).isInstanceOf(IOException.class);
    }

    @Test
    void refusesWhatWouldFillTheDisk() throws IOException {
        Path bomb = directory.resolve("bomb.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
            for (String name : List.of("a", "b")) {
                zip.putNextEntry(new ZipEntry(name));
                zeros(zip, 60);
                zip.closeEntry();
            }
        }
        long limit = 100L * MEGABYTE + 10 * Files.size(bomb);

        assertThatThrownBy(() -> new Unpacker(bomb).unzip(folder))
                .isInstanceOf(IOException.class)
                .hasMessage("the archive grows to more than " + limit + " bytes when it is unpacked");
        Path packed = directory.resolve("bomb.gz");
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(packed))) {
            zeros(gzip, 120);
        }
        assertThatThrownBy(() -> new Unpacker(packed).gunzip(directory.resolve("bomb")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the archive grows to more than ");
    }

    private static void zeros(OutputStream out, int megabytes) throws IOException {
        byte[] zeros = new byte[MEGABYTE];
        for (int i = 0; i < megabytes; i++) {
            out.write(zeros);
        }
    }

    @Test
    void refusesTooManyFiles() throws IOException {
        Path archive = directory.resolve("many.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (int i = 0; i <= 10_000; i++) {
                zip.putNextEntry(new ZipEntry(i + "/"));
                zip.closeEntry();
            }
        }

        assertThatThrownBy(() -> new Unpacker(archive).unzip(folder))
                .isInstanceOf(IOException.class)
                .hasMessage("the archive has 10001 entries, more than 10000");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refusesWhatIsNoArchive() throws IOException {
        Path text = Files.writeString(directory.resolve("text"), "no archive");

        assertThatThrownBy(() -> new Unpacker(text).unzip(folder)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> new Unpacker(text).gunzip(directory.resolve("out")))
                .isInstanceOf(IOException.class);
    }

    /** The names are those that DJL makes (ai.djl.repository.FilenameUtils). */
    @ParameterizedTest
    @CsvSource({
        "0.0.1/finbert.zip, ZIP, finbert",
        "https://example/a/model.MAR, ZIP, model",
        "model.tar.gz, TAR, model",
        "model.tgz, TAR, model",
        "model.tar, TAR, model",
        "v/vocab.txt.gz, GZIP, vocab.txt",
        "vocab.txt, NONE, vocab.txt"
    })
    void tellsThePackingByTheName(String uri, Packing packing, String name) {
        assertThat(Packing.of(uri)).isEqualTo(packing);
        assertThat(packing.bareName(uri)).isEqualTo(name);
    }
}
