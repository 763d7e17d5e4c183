package io.github.junitattrib.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Writes the reports of a run: for each test an HTML page and a JSON sidecar, and for all of them an index.
 *
 * <pre>
 *   index.html, summary.json, summary.md, corpora.html, junit.xml
 *   com.acme.ReviewModelTest/ranksOpinionWords-1.html
 *   com.acme.ReviewModelTest/ranksOpinionWords-1.json
 * </pre>
 *
 * <p>Safe for use by several threads, and by several processes with the same directory.
 */
public final class ReportWriter {

    static final String LOCK = ".lock";

    private final Path directory;
    private final String run;
    private final ReportOptions options;
    private final TestFiles files;
    private final PassLedger passed;
    private final Templates templates = new Templates();
    private final AtomicBoolean begun = new AtomicBoolean();

    /**
     * Makes the writer; nothing is written yet.
     *
     * @param directory where the reports go; made when needed
     * @param runId what all processes of one run have in common
     */
    public ReportWriter(Path directory, String runId) {
        this(directory, runId, ReportOptions.NONE);
    }

    /**
     * Makes the writer; nothing is written yet.
     *
     * @param directory where the reports go; made when needed
     * @param runId what all processes of one run have in common
     * @param options what is written besides
     */
    public ReportWriter(Path directory, String runId, ReportOptions options) {
        this.directory = directory;
        this.run = runId;
        this.options = options;
        this.files = new TestFiles(directory);
        this.passed = new PassLedger(directory, runId);
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
        begin();
    }

    /**
     * Deletes the report of a test.
     *
     * @param test the test; it may have none
     * @throws java.io.UncheckedIOException if a file cannot be deleted; the message names it
     */
    public void remove(TestCase test) {
        ReportFiles.delete(files.sidecar(test));
        ReportFiles.delete(files.page(test));
    }

    /**
     * Notes a test that passed and has no report, for totals and comparisons.
     *
     * @param test the test
     * @param seconds how long it took; empty if that was not measured
     * @throws java.io.UncheckedIOException if this is the first and the index of an earlier run cannot be deleted
     */
    public void passed(TestCase test, OptionalDouble seconds) {
        Path sidecar = directory.relativize(files.sidecar(test));
        passed.add(test, Slashes.in(sidecar), seconds);
        if (Files.exists(directory)) {
            begin();
        }
    }

    /**
     * Rewrites the index and what goes with it from all sidecars of this run, those of other processes included. The last
     * process to do so leaves the whole index. The summary of a CI step is not one of its files: where it cannot be written,
     * the index stands nevertheless.
     *
     * @return why the summary of the step is missing; empty if it is not, or was not asked for
     * @throws java.io.UncheckedIOException if a file of the index cannot be written; the message names it
     */
    public Optional<RuntimeException> writeIndex() {
        begin();
        List<RuntimeException> missing = new ArrayList<>();
        ReportFiles.locked(directory.resolve(LOCK), () -> {
            passed.write();
            RunIndex index = compared(RunIndex.read(directory, run));
            write(index);
            try {
                options.github().ifPresent(file -> new StepSummary(file).put(directory, index));
            } catch (RuntimeException e) {
                missing.add(e);
            }
        });
        return missing.stream().findFirst();
    }

    /** The index of an earlier run goes with the first test that ends, as this run may be killed before it has one. */
    private void begin() {
        if (begun.get()) {
            return;
        }
        ReportFiles.locked(directory.resolve(LOCK), () -> {
            if (!begun.get()) {
                options.previous().ifPresent(summary -> Previous.keep(summary, directory, run));
                new EarlierRuns(directory, run).clear();
                begun.set(true);
            }
        });
    }

    /** Writes an index and its summaries, for people and programs. */
    static void write(Path directory, RunIndex index) {
        Templates templates = new Templates();
        boolean gate = GateWriter.hasGate(directory, index.run());
        GateWriter.refresh(directory, index.run());
        CorporaView corpora = CorporaView.of(index);
        ReportFiles.write(directory.resolve("index.html"), templates.index(IndexView.of(index, corpora, gate)));
        ReportFiles.write(directory.resolve("summary.json"), Json.print(SummaryJson.of(index)));
        ReportFiles.write(directory.resolve("summary.md"), SummaryMarkdown.of(index));
        if (index.corpora().isEmpty()) {
            ReportFiles.delete(directory.resolve(CorporaView.FILE));
        } else {
            ReportFiles.write(directory.resolve(CorporaView.FILE), templates.corpora(corpora));
        }
    }

    private void write(RunIndex index) {
        write(directory, index);
        if (options.junitXml()) {
            ReportFiles.write(directory.resolve("junit.xml"), JUnitXml.of(index));
        }
    }

    private RunIndex compared(RunIndex index) {
        if (options.previous().isEmpty()) {
            return index;
        }
        try {
            return index.comparedWith(Previous.read(directory, run));
        } catch (Previous.UnreadableException e) {
            return index.noting("There is nothing to compare with (attrib.report.previous): " + e.getMessage() + ".");
        }
    }
}
