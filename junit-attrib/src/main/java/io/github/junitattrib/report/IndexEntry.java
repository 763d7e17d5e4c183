package io.github.junitattrib.report;

import java.util.Comparator;
import java.util.Optional;

/**
 * A test in the index.
 *
 * @param className fully qualified name of the test class
 * @param method name of the method
 * @param invocation number of the invocation
 * @param variant name of the model variant that it ran for
 * @param status how it ended
 * @param headline first line of its failure message; empty text if it passed
 * @param sidecar path of the JSON file relative to the index, with slashes
 */
record IndexEntry(
        String className,
        String method,
        int invocation,
        Optional<String> variant,
        TestStatus status,
        String headline,
        String sidecar) {

    /** What needs a look comes first, then by name. */
    static final Comparator<IndexEntry> ORDER = Comparator.comparingInt((IndexEntry entry) -> urgency(entry.status))
            .thenComparing(IndexEntry::className)
            .thenComparing(IndexEntry::method)
            .thenComparingInt(IndexEntry::invocation)
            .thenComparing(IndexEntry::sidecar);

    private static int urgency(TestStatus status) {
        return switch (status) {
            case FAILED -> 0;
            case ERROR -> 1;
            case INCONCLUSIVE -> 2;
            case ABORTED -> 3;
            case PASSED -> 4;
        };
    }

    String page() {
        return sidecar.substring(0, sidecar.length() - ".json".length()) + ".html";
    }

    /** Page as a relative URL: names are safe characters only, but a folder between may be named otherwise. */
    String link() {
        return RelativeLinks.url(page());
    }

    StatusView view() {
        return StatusView.of(status);
    }
}
