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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
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
            Map<Path, Path> modules =
                    modules(to, Stream.of(arguments).skip(1).map(Path::of).toList());
            ReportWriter.write(to, gather(to, modules));
            out.println("attribution report of " + count(modules) + ": " + Slashes.in(to.resolve("index.html")));
            return 0;
        } catch (IllegalArgumentException | UncheckedIOException e) {
            out.println(
                    e instanceof InvalidPathException
                            ? "There is an argument that is no path: " + e.getMessage()
                            : e.getMessage());
            return 2;
        }
    }

    /** The folders of reports with the modules that they are of; one that is named twice counts once. */
    private static Map<Path, Path> modules(Path to, List<Path> named) {
        Map<Path, Path> modules = new LinkedHashMap<>();
        Set<Path> known = new HashSet<>();
        for (Path module : named) {
            Path reports = reports(module);
            if (real(reports).equals(real(to))) {
                throw new IllegalArgumentException("The folder to write, " + to + ", holds the reports of " + module
                        + ", whose own index would be lost. Name another folder to write.");
            }
            if (known.add(real(reports))) {
                modules.put(reports, module);
            }
        }
        return modules;
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            return folder.toAbsolutePath().normalize();
        }
    }

    private static String count(Map<Path, Path> modules) {
        return modules.size() + (modules.size() == 1 ? " module" : " modules");
    }

    private static RunIndex gather(Path to, Map<Path, Path> modules) {
        List<IndexEntry> entries = new ArrayList<>();
        List<IndexEntry> passed = new ArrayList<>();
        List<CorpusEntry> corpora = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        modules.forEach((reports, module) -> {
            JsonNode summary = summary(reports.resolve("summary.json"));
            String name = name(module);
            String folder = Slashes.in(to.toAbsolutePath()
                    .normalize()
                    .relativize(reports.toAbsolutePath().normalize()));
            Consumer<String> leftOut = what -> notes.add(name + ": " + reports.resolve("summary.json") + " has " + what
                    + ". It is left out here: run the tests of the module again.");
            entries.addAll(tests(summary, "tests", name, folder, leftOut));
            passed.addAll(tests(summary, "passed_without_report", name, folder, leftOut));
            for (JsonNode corpus : summary.path("corpora")) {
                SummaryJson.corpus(corpus)
                        .ifPresentOrElse(
                                entry -> corpora.add(new CorpusEntry(
                                        entry.test().in(name, folder), entry.call(), entry.verdict(), entry.corpus())),
                                () -> leftOut.accept("a check of many texts without test or numbers in \"corpora\""));
            }
            summary.path("notes").forEach(note -> notes.add(name + ": " + note.asText()));
        });
        entries.sort(IndexEntry.ORDER);
        corpora.sort(Comparator.comparing(CorpusEntry::test, IndexEntry.ORDER));
        return new RunIndex("of " + count(modules), entries, passed, corpora, Optional.empty(), notes);
    }

    private static List<IndexEntry> tests(
            JsonNode summary, String list, String module, String folder, Consumer<String> leftOut) {
        List<IndexEntry> tests = new ArrayList<>();
        for (JsonNode test : summary.path(list)) {
            SummaryJson.entry(test)
                    .ifPresentOrElse(
                            entry -> tests.add(entry.in(module, folder)),
                            () -> leftOut.accept("a test in \"" + list + "\" with " + SummaryJson.problem(test)));
        }
        return tests;
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
        JsonNode summary;
        try {
            summary = Json.MAPPER.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            throw unusable(file, "is malformed JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file + ": " + e + ". See that it is readable.", e);
        }
        JsonNode schema = summary.path("schema");
        if (!schema.isInt() || !summary.path("run").isTextual()) {
            throw unusable(file, "is no summary of attribution tests: it has no \"schema\" or no \"run\"");
        }
        if (schema.asInt() != Json.SCHEMA) {
            throw unusable(file, "has the schema " + schema.asInt() + ", but this version reads " + Json.SCHEMA);
        }
        for (String list : List.of("tests", "passed_without_report", "corpora", "notes")) {
            if (!summary.path(list).isArray()) {
                throw unusable(file, "has no list \"" + list + "\"");
            }
        }
        return summary;
    }

    private static IllegalArgumentException unusable(Path file, String reason) {
        return new IllegalArgumentException(
                file + " " + reason + ". Run the tests of its module again, or leave it out.");
    }
}
