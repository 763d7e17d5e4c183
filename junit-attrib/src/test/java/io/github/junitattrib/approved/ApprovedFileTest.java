package io.github.junitattrib.approved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.junitattrib.Attribution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How files of approved attributions are written: whole, by several processes, and what a failure leaves behind. */
class ApprovedFileTest {

    private static final TestName TEST = new TestName("com.acme.ReviewTest", "reasons");
    private static final Attribution FIRST = Words.scored("they said it", 0.1, -0.5, 0.2);
    private static final Attribution OTHER = Words.scored("a good film", 0.1, 1, 0.2);
    private static final Attribution THIRD = Words.scored("was not good", 0.1, -1, 0.2);

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("approved/reviews/com.acme.ReviewTest/reasons.json");
    }

    private ApprovedAttributions store(ApprovalMode mode) {
        return new ApprovedAttributions(folder.resolve("approved"), folder.resolve("reports/received"), mode);
    }

    private static Approval ask(ApprovedAttributions store, Attribution one) {
        return store.approval(TEST, one, DriftTolerance.standard());
    }

    private void assertHasOnly(Attribution... approved) {
        assertThat(List.of(FIRST, OTHER, THIRD).stream()
                        .filter(one -> ask(store(ApprovalMode.VERIFY), one) instanceof Approval.Found))
                .containsExactlyInAnyOrder(approved);
    }

    @Test
    void whatAnotherProcessWroteSinceIsKept() {
        ApprovedAttributions one = store(ApprovalMode.CREATE);
        ApprovedAttributions other = store(ApprovalMode.CREATE);
        ask(one, FIRST);
        ask(other, OTHER);

        ask(one, THIRD);

        assertHasOnly(FIRST, OTHER, THIRD);
        assertThat(ask(one, OTHER)).isInstanceOf(Approval.Found.class);
    }

    @Test
    void manyProcessesLoseNothing() {
        IntStream.range(0, 32)
                .parallel()
                .forEach(i -> ask(store(ApprovalMode.CREATE), Words.scored("text " + i, 1, 2)));

        ApprovedAttributions again = store(ApprovalMode.VERIFY);
        assertThat(IntStream.range(0, 32).mapToObj(i -> ask(again, Words.scored("text " + i, 1, 2))))
                .allMatch(Approval.Found.class::isInstance);
    }

    @Test
    void pruningKeepsWhatAnotherProcessWroteSince() {
        ask(store(ApprovalMode.CREATE), FIRST);
        ask(store(ApprovalMode.CREATE), OTHER);
        ApprovedAttributions pruning = store(ApprovalMode.PRUNE);
        ask(pruning, FIRST);
        ask(store(ApprovalMode.CREATE), THIRD);

        pruning.prune(file());

        assertHasOnly(FIRST, THIRD);
    }

    @Test
    void nothingButTheFileIsLeftInItsFolder() throws IOException {
        Path crashed = file().resolveSibling(".writing-" + UUID.randomUUID() + ".tmp");
        Path writing = file().resolveSibling(".writing-" + UUID.randomUUID() + ".tmp");
        Path foreign = file().resolveSibling(".other.tmp");
        Files.createDirectories(file().getParent());
        for (Path one : List.of(crashed, writing, foreign)) {
            Files.writeString(one, "half of a fi");
        }
        FileTime yesterday = FileTime.from(Instant.now().minus(1, ChronoUnit.DAYS));
        Files.setLastModifiedTime(crashed, yesterday);
        Files.setLastModifiedTime(foreign, yesterday);

        ask(store(ApprovalMode.CREATE), FIRST);

        try (var left = Files.list(file().getParent())) {
            assertThat(left).containsExactlyInAnyOrder(file(), writing, foreign);
        }
    }

    @Test
    void aLinkStaysOneAndItsTargetIsWritten() throws IOException {
        ask(store(ApprovalMode.CREATE), FIRST);
        Path shared = folder.resolve("shared.json");
        Files.move(file(), shared);
        Files.createSymbolicLink(file(), shared);

        ask(store(ApprovalMode.CREATE), OTHER);

        assertThat(file()).isSymbolicLink();
        assertThat(Files.readString(shared)).contains("\"a good film\"", "\"they said it\"");
    }

    @Test
    void aLinkToNothingYetGetsItsTarget() throws IOException {
        Path shared = folder.resolve("shared/reasons.json");
        Files.createDirectories(file().getParent());
        Files.createSymbolicLink(file(), Path.of("../../../shared/reasons.json"));

        ask(store(ApprovalMode.CREATE), FIRST);

        assertThat(file()).isSymbolicLink();
        assertThat(shared).isRegularFile();
    }

    @Test
    void whatCouldNotBeWrittenIsNotApproved() throws IOException {
        Files.writeString(folder.resolve("approved"), "a file");
        ApprovedAttributions store = store(ApprovalMode.CREATE);

        for (int run = 1; run <= 2; run++) {
            assertThatThrownBy(() -> ask(store, FIRST))
                    .isInstanceOf(ApprovedFileException.class)
                    .hasMessageContaining(file().toString())
                    .hasMessageContaining("See that");
        }
    }

    @Test
    void whatCouldNotBePrunedIsStillStale() throws IOException {
        ask(store(ApprovalMode.CREATE), FIRST);
        ask(store(ApprovalMode.CREATE), OTHER);
        ApprovedAttributions store = store(ApprovalMode.PRUNE);
        ask(store, FIRST);
        // Nothing is written without the lock.
        Path lock = folder.resolve("reports/.approved.lock");
        Files.delete(lock);
        Files.createDirectory(lock);

        assertThatThrownBy(() -> store.prune(file()))
                .isInstanceOf(ApprovedFileException.class)
                .hasMessageContaining(file().toString())
                .hasMessageContaining("See that");

        assertThat(store.stale("com.acme.ReviewTest", List.of("reasons"), List.of("reasons")))
                .containsOnlyKeys(file());
        assertHasOnly(FIRST, OTHER);
    }

    @Test
    void aTextThatNoFileCanHoldIsRefusedAlone() {
        Attribution half = Words.scored("bad \uD83D text", 1, 2, 3);
        ApprovedAttributions store = store(ApprovalMode.CREATE);

        assertThatThrownBy(() -> ask(store, half))
                .isInstanceOf(ApprovedFileException.class)
                .hasMessageContaining("half of a surrogate pair");
        assertThat(file()).doesNotExist();
        assertThatThrownBy(() -> store.receive(TEST, half)).isInstanceOf(ApprovedFileException.class);

        assertThat(ask(store, FIRST)).isInstanceOf(Approval.Written.class);
        assertThat(store.receive(TEST, OTHER)).exists();
        assertHasOnly(FIRST);
    }
}
