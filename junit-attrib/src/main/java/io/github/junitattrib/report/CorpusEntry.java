package io.github.junitattrib.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A check of many texts.
 *
 * @param test the test that made it
 * @param call how the test wrote it
 * @param verdict the outcome, as files spell it
 * @param corpus how the texts came out
 */
record CorpusEntry(IndexEntry test, String call, String verdict, CorpusRecord corpus) {

    static List<CorpusEntry> of(IndexEntry test, Sidecar sidecar) {
        List<CorpusEntry> found = new ArrayList<>();
        for (Sidecar.Assertion check : Objects.requireNonNullElse(sidecar.assertions(), List.<Sidecar.Assertion>of())) {
            Optional.ofNullable(check.corpus())
                    .ifPresent(corpus -> found.add(new CorpusEntry(
                            test,
                            Objects.requireNonNullElse(check.call(), ""),
                            Objects.requireNonNullElse(check.verdict(), ""),
                            corpus)));
        }
        return found;
    }

    StatusView view() {
        return StatusView.of(
                switch (verdict) {
                    case "pass" -> TestStatus.PASSED;
                    case "inconclusive" -> TestStatus.INCONCLUSIVE;
                    default -> TestStatus.FAILED;
                });
    }
}
