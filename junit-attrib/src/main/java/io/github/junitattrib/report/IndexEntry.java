package io.github.junitattrib.report;

import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A test in the index.
 *
 * @param module which of several modules it belongs to; empty text in the index of one
 * @param className fully qualified name of the test class
 * @param method name of the method
 * @param invocation number of the invocation
 * @param variant name of the model variant that it ran for
 * @param status how it ended
 * @param headline first line of its failure message; empty text if it passed
 * @param seconds how long it took, if that was measured
 * @param sidecar path of the JSON file relative to the index, with slashes; tests that passed may have none there
 */
record IndexEntry(
        String module,
        String className,
        String method,
        int invocation,
        Optional<String> variant,
        TestStatus status,
        String headline,
        OptionalDouble seconds,
        String sidecar) {

    /** What needs a look comes first, then by name. */
    static final Comparator<IndexEntry> ORDER = Comparator.comparingInt((IndexEntry entry) -> urgency(entry.status))
            .thenComparing(IndexEntry::module)
            .thenComparing(IndexEntry::className)
            .thenComparing(IndexEntry::method)
            .thenComparingInt(IndexEntry::invocation)
            .thenComparing(IndexEntry::sidecar);

    /** A test in the index of its own module. */
    IndexEntry(
            String className,
            String method,
            int invocation,
            Optional<String> variant,
            TestStatus status,
            String headline,
            OptionalDouble seconds,
            String sidecar) {
        this("", className, method, invocation, variant, status, headline, seconds, sidecar);
    }

    /** The same in an index of several modules, from where the folder of its reports has another path. */
    IndexEntry in(String name, String folder) {
        return new IndexEntry(
                name, className, method, invocation, variant, status, headline, seconds, folder + "/" + sidecar);
    }

    private static int urgency(TestStatus status) {
        return switch (status) {
            case FAILED -> 0;
            case ERROR -> 1;
            case INCONCLUSIVE -> 2;
            case ABORTED -> 3;
            case PASSED -> 4;
        };
    }

    /** What it has in common with the same test of another run. */
    String name() {
        return sidecar.substring(0, sidecar.length() - ".json".length());
    }

    String page() {
        return name() + ".html";
    }

    /** Class, method and invocation, for lists. */
    String title() {
        String invocation = InvocationLabel.of(invocation(), variant);
        return (module.isEmpty() ? "" : VisibleText.inLine(module) + ": ")
                + VisibleText.inLine(className + "." + method)
                + (invocation.isEmpty() ? "" : " (" + invocation + ")");
    }

    /** Page as a relative URL: names are safe characters only, but a folder between may be named otherwise. */
    String link() {
        return RelativeLinks.url(page());
    }

    StatusView view() {
        return StatusView.of(status);
    }
}
