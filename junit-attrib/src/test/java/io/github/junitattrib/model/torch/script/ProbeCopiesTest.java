package io.github.junitattrib.model.torch.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.model.torch.mutant.WeightChange;
import io.github.junitattrib.model.torch.mutant.WeightNumbers;
import io.github.junitattrib.model.torch.mutant.WordRows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProbeCopiesTest {

    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000);

    @TempDir
    Path folder;

    @Test
    void holdsTheOriginalsNumbersAndCodeWithCopiesOfTheMethodsOnTheWay() throws IOException {
        Path copy = copies().of(archive("bert-tuple"), "cpu");

        ArchiveEditor original = new ArchiveEditor("bert-tuple");
        try (ZipFile zip = new ZipFile(copy.toFile())) {
            assertThat(entry(zip, "data.pkl")).isEqualTo(original.get("data.pkl"));
            assertThat(entry(zip, "data/0")).isEqualTo(original.get("data/0"));
            String code = Collections.list(zip.entries()).stream()
                    .filter(entry -> entry.getName().endsWith(".py"))
                    .map(entry -> text(zip, entry))
                    .filter(text -> text.contains("class BertForSequenceClassification"))
                    .findFirst()
                    .orElseThrow();
            // As it was, and beside it the entrance.
            assertThat(code).contains("(bert).forward(input_ids, attention_mask, )");
            assertThat(code)
                    .contains("def junitattrib_scores(self: ", ", junitattrib_words: Tensor,\n    input_ids: Tensor,")
                    .contains("(bert).junitattrib_1_forward(junitattrib_words, input_ids, attention_mask, )");
            assertThat(code)
                    .contains("def junitattrib_rows(self: ")
                    .contains("return torch.embedding(self.bert.embeddings.word_embeddings.weight, ids)");
        }
    }

    @Test
    void makesTensorsOnTheDeviceThatTheNetworkShallRunOn() throws IOException {
        ScriptArchive archive = archive("refused-reads-ids");

        for (String device : List.of("cpu", "cuda:1")) {
            Path copy = copies().of(archive, device);
            try (ZipFile zip = new ZipFile(copy.toFile())) {
                assertThat(Collections.list(zip.entries()).stream().map(entry -> text(zip, entry)))
                        .anyMatch(text -> text.contains("device=torch.device(\"" + device + "\")"));
            }
        }
        assertThat(files()).hasSize(4);
    }

    @Test
    void leavesOutWhatTheNetworkDoesNotNeed() throws IOException {
        try (ZipFile zip =
                new ZipFile(copies().of(archive("bag-as-written"), "cpu").toFile())) {
            assertThat(Collections.list(zip.entries()))
                    .extracting(ZipEntry::getName)
                    .allMatch(name -> name.startsWith("archive/"))
                    .noneMatch(name -> name.matches(".*(traced_inputs|serialization_id|debug_pkl).*"));
        }
    }

    @Test
    void writesACopyOnce() throws IOException {
        Path first = copies().of(archive("bag"), "cpu");
        Files.setLastModifiedTime(first, LONG_AGO);

        assertThat(copies().of(archive("bag"), "cpu")).isEqualTo(first);
        assertThat(Files.getLastModifiedTime(first)).isEqualTo(LONG_AGO);
    }

    /** Several users may share a cache. */
    @Test
    void givesItsFilesTheRightsThatNewFilesHave() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"), "POSIX rights");
        Set<PosixFilePermission> usual = Files.getPosixFilePermissions(Files.createFile(folder.resolve("a-new-file")));
        Path copy = new ProbeCopies(folder.resolve("copies")).of(archive("bag"), "cpu");

        assertThat(Files.getPosixFilePermissions(copy)).isEqualTo(usual);
        try (Stream<Path> written = Files.list(folder.resolve("copies"))) {
            assertThat(written)
                    .hasSize(2)
                    .allSatisfy(file ->
                            assertThat(Files.getPosixFilePermissions(file)).isEqualTo(usual));
        }
    }

    @Test
    void writesADamagedCopyAgain() throws IOException {
        Path copy = copies().of(archive("bag"), "cpu");
        byte[] whole = Files.readAllBytes(copy);
        byte[] damaged = whole.clone();
        damaged[whole.length / 2] ^= 1;
        for (byte[] content : List.of(damaged, new byte[0], "no archive".getBytes(StandardCharsets.UTF_8))) {
            Files.write(copy, content);

            assertThat(copies().of(archive("bag"), "cpu")).isEqualTo(copy).hasBinaryContent(whole);
        }
    }

    @Test
    void writesACopyAgainWhoseRecordIsLost() throws IOException {
        Path copy = copies().of(archive("bag"), "cpu");
        byte[] whole = Files.readAllBytes(copy);
        for (Path file : files()) {
            if (!file.equals(copy)) {
                Files.delete(file);
            }
        }
        Files.setLastModifiedTime(copy, LONG_AGO);

        assertThat(copies().of(archive("bag"), "cpu")).hasBinaryContent(whole);
        assertThat(Files.getLastModifiedTime(copy)).isNotEqualTo(LONG_AGO);
    }

    @Test
    void keepsAChangedArchiveApart() {
        Path copy = copies().of(archive("bag"), "cpu");
        Path changed = new ArchiveEditor("bag").put("extra/note", "new").write(folder.resolve("bag.pt"));

        assertThat(copies().of(ScriptArchive.read(changed), "cpu")).isNotEqualTo(copy);
    }

    /** Else the code of the one would meet the weights of the other, under the name of the other, for good. */
    @Test
    void refusesAnArchiveThatWasReplacedAfterItWasRead() throws IOException {
        Path file = new ArchiveEditor("bag").write(folder.resolve("bag.pt"));
        ProbeCopies copies = new ProbeCopies(folder.resolve("copies"));
        ScriptArchive before = ScriptArchive.read(file);
        new ArchiveEditor("bag")
                .editCode("class Bag(Module)", code -> code.replace("torch.tanh", "torch.relu"))
                .write(file);

        assertThatThrownBy(() -> copies.of(before, "cpu"))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("bag.pt was changed while it was loaded. Load it again");
        assertThat(folder.resolve("copies")).isEmptyDirectory();
        try (ZipFile zip =
                new ZipFile(copies.of(ScriptArchive.read(file), "cpu").toFile())) {
            assertThat(Collections.list(zip.entries()).stream().map(entry -> text(zip, entry)))
                    .anyMatch(text -> text.contains("torch.relu"))
                    .noneMatch(text -> text.contains("torch.tanh"));
        }
    }

    @Test
    void givesOneWholeCopyToManyAtOnce() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Path>> tasks = Collections.nCopies(8, () -> copies().of(archive("bag"), "cpu"));
            for (Future<Path> copy : pool.invokeAll(tasks)) {
                assertThat(ScriptEntries.count(copy.get())).isPositive();
            }
        } finally {
            pool.shutdownNow();
        }
        // The copy and its record; no unfinished ones.
        assertThat(files()).hasSize(2);
    }

    /** Left by processes that were killed; what another process may be loading stays. */
    @ParameterizedTest
    @ValueSource(strings = {".mutant-a.tmp", ".copy-a.tmp"})
    void removesFilesThatWereLeftLongAgo(String left) throws IOException {
        Path abandoned = Files.createFile(folder.resolve(left));
        Files.setLastModifiedTime(abandoned, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
        Path young = Files.createFile(folder.resolve(left.replace("a.tmp", "b.tmp")));
        Files.setLastModifiedTime(young, FileTime.from(Instant.now().minus(Duration.ofHours(23))));
        Path other = Files.createFile(folder.resolve("notes.tmp"));
        Files.setLastModifiedTime(other, LONG_AGO);

        ProbeCopies.delete(copies().mutant(archive("bag"), "cpu", WeightChange.NONE));
        assertThat(files()).containsExactlyInAnyOrder(young, other);

        Files.setLastModifiedTime(young, LONG_AGO);
        Path copy = copies().of(archive("bag"), "cpu");
        assertThat(files()).contains(copy, other).doesNotContain(young).hasSize(3);
    }

    @Test
    void leavesNoPartOfAMutantThatCannotBeMade() {
        List<Throwable> reasons = List.of(new IllegalStateException("no"), new OutOfMemoryError("no"));
        for (Throwable reason : reasons) {
            WeightChange change = new WeightChange() {
                @Override
                public void weights(WeightNumbers numbers) {
                    if (reason instanceof Error error) {
                        throw error;
                    }
                    throw (RuntimeException) reason;
                }

                @Override
                public void words(WeightNumbers numbers, WordRows rows) {
                    weights(numbers);
                }
            };
            assertThatThrownBy(() -> copies().mutant(archive("bag"), "cpu", change))
                    .isSameAs(reason);
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void refusesToPatchACopy() {
        Path copy = copies().of(archive("bag"), "cpu");

        assertThatThrownBy(() -> ScriptArchive.read(copy))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("patched copy")
                .hasMessageContaining("Give the original archive.");
    }

    @Test
    void saysWhatToDoWhereItCannotWrite() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> new ProbeCopies(file.resolve("folder")).of(archive("bag"), "cpu"))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("cannot be copied to " + file.resolve("folder"))
                .hasMessageContaining("set attrib.cache to another");
    }

    @Test
    void refusesDamagedWeightsAndLeavesNothing() throws IOException {
        byte[] bytes = Files.readAllBytes(ArchiveEditor.file("bag-double"));
        int weights = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("bag-double/data/0") + 200;
        bytes[weights] ^= 1;
        ScriptArchive archive = ScriptArchive.read(Files.write(folder.resolve("bag.pt"), bytes));
        ProbeCopies copies = new ProbeCopies(folder.resolve("copies"));

        assertThatThrownBy(() -> copies.of(archive, "cpu"))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("bag.pt")
                .hasMessageContaining("its entry data/0 is damaged");
        assertThat(folder.resolve("copies")).isEmptyDirectory();
    }

    private ProbeCopies copies() {
        return new ProbeCopies(folder);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static ScriptArchive archive(String name) {
        return ScriptArchive.read(ArchiveEditor.file(name));
    }

    private static byte[] entry(ZipFile zip, String name) throws IOException {
        try (var stream = zip.getInputStream(zip.getEntry("archive/" + name))) {
            return stream.readAllBytes();
        }
    }

    private static String text(ZipFile zip, ZipEntry entry) {
        try (var stream = zip.getInputStream(entry)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Reads every entry of a zip to its end. */
    private static final class ScriptEntries {

        static int count(Path file) throws IOException {
            int entries = 0;
            try (ZipFile zip = new ZipFile(file.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    text(zip, entry);
                    entries++;
                }
            }
            return entries;
        }
    }
}
