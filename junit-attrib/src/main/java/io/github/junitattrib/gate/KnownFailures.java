package io.github.junitattrib.gate;

import io.github.junitattrib.InvalidGateException;
import io.github.junitattrib.location.WholeFiles;
import io.github.junitattrib.location.WrittenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Cases that a candidate may fail, because people know of them: a ratchet. What fails besides is new, and what does not fail
 * any more must be taken from the list, so that it does not come back unseen.
 *
 * <p>A line is {@code wrong plain-17} or {@code violation judged-05}: the kind, a blank, and the id of the case (or its
 * text, with {@code \n} for a line end, {@code \s} for a blank at its end and {@code \\} for a backslash). Lines that begin
 * with {@code #} are comments. What stands below a line {@code corpus classpath:reviews.jsonl} is of that corpus alone, so
 * that gates of several corpora can share a file; what stands above all of them is of every corpus.
 *
 * @param location where the list stands
 * @param cases the entries of one corpus
 */
public record KnownFailures(String location, Set<FailingCase> cases) {

    /**
     * Copies the entries and keeps their order.
     *
     * @param location where the list stands
     * @param cases the entries of one corpus
     */
    public KnownFailures {
        cases = new LinkedHashSet<>(cases);
    }

    /**
     * Reads the entries of a corpus.
     *
     * @param location {@code classpath:…}, {@code file:…} or a path
     * @param properties where <code>${property}</code> is looked up
     * @param corpus how the corpus is called, see {@link ComparedModels#source()}
     * @return the entries
     * @throws InvalidGateException if there is no such file, or a line of it is no entry
     */
    public static KnownFailures read(String location, Function<String, Optional<String>> properties, String corpus) {
        return new KnownFailures(
                location, KnownFailuresFile.read(file(location, properties)).of(corpus));
    }

    /**
     * What a list was changed by.
     *
     * @param list the entries as they are now
     * @param added what fails and was not among them
     * @param removed what was among them and does not fail
     */
    public record Update(KnownFailures list, List<FailingCase> added, List<FailingCase> removed) {

        /**
         * Copies the lists.
         *
         * @param list the entries as they are now
         * @param added what fails and was not among them
         * @param removed what was among them and does not fail
         */
        public Update {
            added = List.copyOf(added);
            removed = List.copyOf(removed);
        }
    }

    /**
     * Makes the entries of a corpus those that a candidate fails now: adds what is new, and removes what is fixed among the
     * cases that were compared, and below the line of the corpus what is no case of it. All other lines of the file stay as
     * they are; in a file without such lines, all entries are of this corpus.
     *
     * @param location {@code file:…} or a path; made if it is not there
     * @param properties where <code>${property}</code> is looked up
     * @param comparison what was found
     * @return the entries, and what was changed
     * @throws InvalidGateException if it cannot be read or written
     */
    public static Update update(
            String location, Function<String, Optional<String>> properties, ComparisonResult comparison) {
        WrittenFile file = file(location, properties);
        AtomicReference<Update> update = new AtomicReference<>();
        try {
            // Gates of several tests and processes may run at the same time, and must not undo what another one wrote.
            WholeFiles.locked(lockOf(file.path()), () -> update.set(updated(file, comparison)));
        } catch (IOException e) {
            throw unwritten(file, e);
        }
        return Objects.requireNonNull(update.get(), "what was changed");
    }

    private static Update updated(WrittenFile file, ComparisonResult comparison) {
        KnownFailuresFile before = KnownFailuresFile.readOrEmpty(file);
        String corpus = comparison.models().source();
        Ratchet ratchet = new KnownFailures(file.location(), before.of(corpus)).compare(comparison);
        KnownFailuresFile now =
                before.without(corpus, ratchet.fixed(), ratchet.strangers()).with(corpus, ratchet.unknown());
        if (!now.equals(before) || !Files.exists(file.path())) {
            write(file, now.print());
        }
        Set<FailingCase> left = now.of(corpus);
        return new Update(
                new KnownFailures(file.location(), left),
                ratchet.unknown(),
                before.of(corpus).stream().filter(one -> !left.contains(one)).toList());
    }

    /** Not beside the list, which stands in a source tree. */
    private static Path lockOf(Path file) {
        String name = "junit-attrib-"
                + Integer.toHexString(file.toAbsolutePath().normalize().hashCode()) + ".lock";
        return Path.of(System.getProperty("java.io.tmpdir"), name);
    }

    private static void write(WrittenFile file, String content) {
        try {
            file.replace(content);
        } catch (IOException e) {
            throw unwritten(file, e);
        }
    }

    private static InvalidGateException unwritten(WrittenFile file, IOException cause) {
        return new InvalidGateException(
                "The known failures \"" + file.location() + "\" cannot be written: " + cause
                        + ". See that the folder is writable.",
                cause);
    }

    /**
     * Compares the list with what a candidate fails.
     *
     * @param comparison what was found
     * @return what differs
     * @throws InvalidGateException if the candidate fails, or may fail, more cases than a list can name
     */
    public Ratchet compare(ComparisonResult comparison) {
        Set<FailingCase> unclear = comparison.unclear();
        requireNames("fails", comparison.failing().size(), comparison.unnamedFailures());
        requireNames("may fail", unclear.size(), comparison.unnamedUnclear());
        Set<FailingCase> failing = new LinkedHashSet<>(comparison.failing());
        return new Ratchet(
                location,
                cases.size(),
                failing.stream().filter(one -> !cases.contains(one)).toList(),
                cases.stream()
                        .filter(one -> comparison.hasCase(one.name()))
                        .filter(one -> !failing.contains(one) && !unclear.contains(one))
                        .toList(),
                unclear.stream().filter(one -> !cases.contains(one)).toList(),
                // What was not drawn, or not chosen, may be there all the same.
                cases.stream()
                        .filter(one -> comparison.models().whole() && !comparison.hasCase(one.name()))
                        .toList());
    }

    private void requireNames(String fails, int named, long unnamed) {
        if (unnamed > 0) {
            throw new InvalidGateException("The known failures \"" + location + "\" cannot be compared: the candidate "
                    + fails + " more cases than can be named, " + named + " and " + unnamed + " besides; the most are "
                    + CaseNames.MOST + " with names of " + CaseNames.MOST_CHARACTERS
                    + " characters together. Leave attrib.known-failures out, or compare a sample of the corpus.");
        }
    }

    private static WrittenFile file(String location, Function<String, Optional<String>> properties) {
        return new WrittenFile(
                location, properties, (problem, cause) -> KnownFailuresFile.unreadable(location, problem));
    }
}
