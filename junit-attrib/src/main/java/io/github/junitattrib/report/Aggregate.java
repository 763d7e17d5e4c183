package io.github.junitattrib.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Gathers the reports of several modules into one index: {@code java -cp … io.github.junitattrib.report.Aggregate target/all
 * module-a module-b}.
 *
 * <p>The first argument is the folder that is written; each other one a module, or the folder of its reports. The pages stay
 * where they are and are linked.
 */
public final class Aggregate {

    private static final List<String> PLACES = List.of("", "target/attribution-reports", "build/attribution-reports");

    private Aggregate() {}

    /**
     * Runs from a command line; exits with 2 if there is nothing to gather.
     *
     * @param arguments the folder to write, then modules
     */
    @SuppressWarnings("SystemOut") // a command speaks there
    public static void main(String... arguments) {
        int code = run(System.out, arguments);
        if (code != 0) {
            System.exit(code);
        }
    }

    /** The command itself; returns its exit code. */
    static int run(PrintStream out, String... arguments) {
        if (arguments.length < 2) {
            out.println("Give the folder to write, then modules or folders with a summary.json: "
                    + "target/attribution-reports module-a module-b");
            return 2;
        }
        try {
            Path to = Path.of(arguments[0]);
            RunIndex index =
                    gather(to, Stream.of(arguments).skip(1).map(Path::of).toList());
            ReportWriter.write(to, index);
            out.println("attribution report of " + (arguments.length - 1) + " modules: "
                    + Slashes.in(to.resolve("index.html")));
            return 0;
        } catch (IllegalArgumentException | UncheckedIOException e) {
            out.println(
                    e instanceof InvalidPathException
                            ? "There is an argument that is no path: " + e.getMessage()
                            : e.getMessage());
            return 2;
        }
    }

    private static RunIndex gather(Path to, List<Path> modules) {
        List<IndexEntry> entries = new ArrayList<>();
        List<IndexEntry> passed = new ArrayList<>();
        List<CorpusEntry> corpora = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (Path module : modules) {
            Path reports = reports(module);
            JsonNode summary = summary(reports.resolve("summary.json"));
            String name = name(module);
            String folder = Slashes.in(to.toAbsolutePath()
                    .normalize()
                    .relativize(reports.toAbsolutePath().normalize()));
            summary.path("tests")
                    .forEach(test -> SummaryJson.entry(test).ifPresent(entry -> entries.add(entry.in(name, folder))));
            summary.path("passed_without_report")
                    .forEach(test -> SummaryJson.entry(test).ifPresent(entry -> passed.add(entry.in(name, folder))));
            summary.path("corpora")
                    .forEach(corpus -> SummaryJson.corpus(corpus)
                            .ifPresent(entry -> corpora.add(new CorpusEntry(
                                    entry.test().in(name, folder), entry.call(), entry.verdict(), entry.corpus()))));
            summary.path("notes").forEach(note -> notes.add(name + ": " + note.asText()));
        }
        entries.sort(IndexEntry.ORDER);
        corpora.sort(Comparator.comparing(CorpusEntry::test, IndexEntry.ORDER));
        return new RunIndex("of " + modules.size() + " modules", entries, passed, corpora, Optional.empty(), notes);
    }

    private static String name(Path module) {
        Path last = module.toAbsolutePath().normalize();
        for (String place : PLACES) {
            if (!place.isEmpty() && last.endsWith(place)) {
                last = Optional.ofNullable(last.getParent())
                        .map(Path::getParent)
                        .orElse(last);
            }
        }
        return String.valueOf(last.getFileName());
    }

    private static Path reports(Path module) {
        return PLACES.stream()
                .map(module::resolve)
                .filter(folder -> Files.isRegularFile(folder.resolve("summary.json")))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no summary.json in " + module
                        + " nor in its target/attribution-reports or build/attribution-reports. Run its tests first, or"
                        + " leave it out."));
    }

    private static JsonNode summary(Path file) {
        try {
            return Json.MAPPER.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    file + " is malformed JSON: " + e.getOriginalMessage() + ". Run the tests of its module again.", e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file + ": " + e + ". See that it is readable.", e);
        }
    }
}
