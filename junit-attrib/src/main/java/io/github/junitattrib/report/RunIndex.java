package io.github.junitattrib.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tests of one run, gathered from the sidecars below a directory.
 *
 * @param run id of the run
 * @param entries its tests with a report, those that need a look first
 * @param passed those that passed and have none
 * @param corpora what was judged of many texts at once, failures first
 * @param trend how it differs from the previous run, if that is known
 * @param notes files that could not be read
 */
record RunIndex(
        String run,
        List<IndexEntry> entries,
        List<IndexEntry> passed,
        List<CorpusEntry> corpora,
        Optional<Trend> trend,
        List<String> notes) {

    /** Candidates of approved attributions and judgments of checks lie below the reports and are no sidecars. */
    private static final List<Path> OTHERS = List.of(Path.of("received"), Path.of(VacuityWriter.FOLDER));

    static RunIndex read(Path directory, String run) {
        List<IndexEntry> entries = new ArrayList<>();
        List<CorpusEntry> corpora = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        Path root = real(directory);
        for (Path file : jsonFiles(root, notes)) {
            String name = Slashes.in(root.relativize(file));
            try {
                Sidecar sidecar = Sidecar.read(Files.readAllBytes(file));
                if (sidecar.run().equals(run)) {
                    IndexEntry test = sidecar.test(name);
                    corpora.addAll(sidecar.corpora(test));
                    entries.add(test);
                }
            } catch (JsonProcessingException e) {
                notes.add(name + " is not the sidecar of a report: " + e.getOriginalMessage());
            } catch (IOException e) {
                notes.add(name + " could not be read: " + e);
            }
        }
        entries.sort(IndexEntry.ORDER);
        corpora.sort(Comparator.comparing(CorpusEntry::test, IndexEntry.ORDER));
        return new RunIndex(run, entries, passed(directory, run, entries, notes), corpora, Optional.empty(), notes);
    }

    /** A test that failed before it passed has a report. */
    private static List<IndexEntry> passed(Path directory, String run, List<IndexEntry> reported, List<String> notes) {
        Set<String> names = reported.stream().map(IndexEntry::name).collect(Collectors.toSet());
        return PassLedger.read(directory, run, notes).stream()
                .filter(entry -> !names.contains(entry.name()))
                .sorted(IndexEntry.ORDER)
                .toList();
    }

    RunIndex comparedWith(Previous previous) {
        return new RunIndex(
                run, entries, passed, corpora, Optional.of(Trend.between(previous, entries, passed)), notes);
    }

    RunIndex noting(String note) {
        return new RunIndex(
                run,
                entries,
                passed,
                corpora,
                trend,
                Stream.concat(notes.stream(), Stream.of(note)).toList());
    }

    Optional<Change> change(IndexEntry entry) {
        return trend.flatMap(known -> Optional.ofNullable(known.changes().get(entry.name())));
    }

    int count(TestStatus status) {
        return (int) entries.stream().filter(entry -> entry.status() == status).count();
    }

    /** Returns how many tests ended in each way, in the order of the statuses. */
    Map<TestStatus, Integer> totals() {
        Map<TestStatus, Integer> totals = new EnumMap<>(TestStatus.class);
        for (TestStatus status : TestStatus.values()) {
            totals.put(status, count(status));
        }
        return totals;
    }

    /** The folder that a link leads to: one that is not followed is a folder without files. */
    private static Path real(Path directory) {
        try {
            return directory.toRealPath();
        } catch (IOException e) {
            throw unlisted(directory, e);
        }
    }

    private static List<Path> jsonFiles(Path root, List<String> notes) {
        List<Path> found = new ArrayList<>();
        Set<FileVisitOption> options = EnumSet.of(FileVisitOption.FOLLOW_LINKS);
        try {
            Files.walkFileTree(root, options, Integer.MAX_VALUE, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return OTHERS.stream().map(root::resolve).anyMatch(folder::equals)
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (file.toString().endsWith(".json") && !root.equals(file.getParent())) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                    if (file.equals(root)) {
                        throw e;
                    }
                    // Other forks write here too: a file that was listed may have got its final name since. And a link
                    // to a folder around it leads to nothing new.
                    if (!(e instanceof NoSuchFileException) && !(e instanceof FileSystemLoopException)) {
                        notes.add(Slashes.in(root.relativize(file)) + " could not be read: " + e);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw unlisted(root, e);
        }
        Collections.sort(found);
        return found;
    }

    private static UncheckedIOException unlisted(Path directory, IOException cause) {
        return new UncheckedIOException(
                "Cannot list the reports below " + directory + ": " + cause + ". See that the folder is readable.",
                cause);
    }
}
