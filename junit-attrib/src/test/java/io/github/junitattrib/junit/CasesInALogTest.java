package io.github.junitattrib.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.junitattrib.approved.ApprovalMode;
import io.github.junitattrib.approved.ApprovedAttributions;
import io.github.junitattrib.corpus.CorpusCase;
import io.github.junitattrib.report.TestCase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** What a log knows of the cases of a corpus, which nobody holds as a whole. */
class CasesInALogTest {

    private final AttributionLog log = new AttributionLog(
            new TestCase("com.acme.T", "m", 1, "m"),
            "",
            new ApprovedAttributions(Path.of("approved"), Path.of("received"), ApprovalMode.VERIFY),
            List::of);

    @Test
    void stayKnownWhileTheTextOfOneOfThemIsHeld() {
        String later = fresh("It was fine");
        note(fresh("It was fine"), "x1");
        note(later, "x2");
        for (int i = 0; i < 10; i++) {
            System.gc();
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }

        assertThat(log.originOf(later)).isEqualTo("x1; x2");
    }

    private void note(String text, String id) {
        log.noteGold(new CorpusCase(text, Optional.of("A"), List.of(), List.of(), Optional.of(id), Optional.empty()));
    }

    /** A string that only its caller holds. */
    private static String fresh(String text) {
        return String.valueOf(text.toCharArray());
    }
}
