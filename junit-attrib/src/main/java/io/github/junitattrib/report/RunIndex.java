package io.github.junitattrib.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The tests of one run, gathered from the sidecars below a directory.
 *
 * @param run id of the run
 * @param entries its tests, those that need a look first
 * @param notes files that could not be read as sidecars
 */
record RunIndex(String run, List<IndexEntry> entries, List<String> notes) {

    /** Candidates of approved attributions and judgments of checks lie below the reports and are no sidecars. */
    private static final List<Path> OTHERS = List.of(Path.of("received"), Path.of(VacuityWriter.FOLDER));

    static RunIndex read(Path directory, String run) {
        List<IndexEntry> entries = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (Path file : jsonFiles(directory)) {
            String name = directory.relativize(file).toString().replace('\\', '/');
            try {
                entry(Json.MAPPER.readValue(Files.readAllBytes(file), Sidecar.class), run, name)
                        .ifPresent(entries::add);
            } catch (JsonProcessingException e) {
                notes.add(name + " is not the sidecar of a report: " + e.getOriginalMessage());
            } catch (IOException e) {
                notes.add(name + " could not be read: " + e);
            }
        }
        entries.sort(IndexEntry.ORDER);
        return new RunIndex(run, List.copyOf(entries), List.copyOf(notes));
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

    private static List<Path> jsonFiles(Path directory) {
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(directory, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return OTHERS.stream().map(directory::resolve).anyMatch(folder::equals)
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (file.toString().endsWith(".json") && !directory.equals(file.getParent())) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                    // Other forks write here too: a file that was listed may have got its final name since.
                    if (e instanceof NoSuchFileException && !file.equals(directory)) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw e;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot list the reports below " + directory + ": " + e + ". See that the folder is readable.", e);
        }
        Collections.sort(found);
        return found;
    }

    private static Optional<IndexEntry> entry(Sidecar sidecar, String run, String name) throws NotASidecarException {
        if (sidecar == null || sidecar.schema() == null || sidecar.run() == null) {
            throw new NotASidecarException("it has no \"schema\" or no \"run\"");
        }
        if (!sidecar.run().equals(run)) {
            return Optional.empty();
        }
        Sidecar.Test test = sidecar.test();
        if (test == null || test.className() == null || test.method() == null || test.status() == null) {
            throw new NotASidecarException("its \"test\" lacks \"class\", \"method\" or \"status\"");
        }
        return Optional.of(new IndexEntry(
                test.className(),
                test.method(),
                test.invocation(),
                Optional.ofNullable(test.variant()),
                status(test.status()),
                Headline.of(Optional.ofNullable(test.message()).orElse("")),
                name));
    }

    private static TestStatus status(String name) throws NotASidecarException {
        for (TestStatus status : TestStatus.values()) {
            if (status.name().toLowerCase(Locale.ROOT).equals(name)) {
                return status;
            }
        }
        throw new NotASidecarException("it has an unknown status \"" + name + "\"");
    }

    /** The file is JSON, but not ours. */
    private static final class NotASidecarException extends JsonProcessingException {

        private static final long serialVersionUID = 1L;

        NotASidecarException(String reason) {
            super(reason);
        }
    }
}
