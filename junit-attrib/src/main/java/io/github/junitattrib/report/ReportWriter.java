package io.github.junitattrib.report;

import java.nio.file.Path;

/**
 * Writes the reports of a run: for each test an HTML page and a JSON sidecar, and for all of them an index.
 *
 * <pre>
 *   index.html, summary.json, summary.md
 *   com.acme.ReviewModelTest/ranksOpinionWords-1.html
 *   com.acme.ReviewModelTest/ranksOpinionWords-1.json
 * </pre>
 *
 * <p>Safe for use by several threads, and by several processes with the same directory.
 */
public final class ReportWriter {

    private final Path directory;
    private final String run;
    private final TestFiles files;
    private final Templates templates = new Templates();

    /**
     * Makes the writer; nothing is written yet.
     *
     * @param directory where the reports go; made when needed
     * @param runId what all processes of one run have in common: the index holds this run's tests only
     */
    public ReportWriter(Path directory, String runId) {
        this.directory = directory;
        this.run = runId;
        this.files = new TestFiles(directory);
    }

    /**
     * Returns the page of a test, written or not.
     *
     * @param test the test
     * @return a path below the directory, made of class, method and invocation; no other test of this writer has it
     */
    public Path pageOf(TestCase test) {
        return files.page(test);
    }

    /**
     * Writes page and sidecar of a test; those of an earlier run are replaced.
     *
     * @param report what the test computed and checked
     * @throws java.io.UncheckedIOException if a file cannot be written; the message names it
     */
    public void write(TestReport report) {
        Path page = files.page(report.test());
        String index = RelativeLinks.between(page, directory.resolve("index.html"));
        Path sidecar = files.sidecar(report.test());
        String numbers = RelativeLinks.between(page, sidecar);
        ReportFiles.write(page, Pages.html(templates, report, new PageLinks(run, index, numbers)));
        ReportFiles.write(sidecar, Json.print(SidecarJson.of(report, run)));
    }

    /**
     * Rewrites index.html, summary.json and summary.md from all sidecars of this run, those of other processes
     * included. The last process to do so leaves the whole index.
     *
     * @throws java.io.UncheckedIOException if a file cannot be written; the message names it
     */
    public void writeIndex() {
        ReportFiles.locked(directory.resolve(".lock"), () -> {
            RunIndex index = RunIndex.read(directory, run);
            ReportFiles.write(directory.resolve("index.html"), templates.index(IndexView.of(index)));
            ReportFiles.write(directory.resolve("summary.json"), Json.print(SummaryJson.of(index)));
            ReportFiles.write(directory.resolve("summary.md"), SummaryMarkdown.of(index));
        });
    }
}
