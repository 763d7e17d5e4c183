package io.github.junitattrib.approved;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The approved attributions of a project: a file for each model and test method.
 *
 * <pre>
 *   src/test/resources/approved-attributions/reviews/com.acme.ReviewModelTest/keysOnTheOpinion.json
 * </pre>
 *
 * <p>Safe for use by several threads.
 */
public final class ApprovedAttributions {

    /** Below this share of the largest score a difference is another machine, not another model. */
    private static final double SAME = 1e-3;

    private final Path directory;
    private final Path received;
    private final Path lock;
    private final ApprovalMode mode;
    private final Map<Path, ApprovedFile> files;
    private final boolean writes;

    /**
     * Makes the store; files are read when they are asked for.
     *
     * @param directory where the approved files are
     * @param received where to put what was not approved, for a person to look at; processes that write the same files must
     *     name the same, as the lock that keeps them apart lies beside it
     * @param mode what is written
     */
    public ApprovedAttributions(Path directory, Path received, ApprovalMode mode) {
        this(directory, received, mode, new ConcurrentHashMap<>(), true);
    }

    private ApprovedAttributions(
            Path directory, Path received, ApprovalMode mode, Map<Path, ApprovedFile> files, boolean writes) {
        this.directory = directory;
        this.received = received;
        this.lock = received.resolveSibling(".approved.lock");
        this.mode = mode;
        this.files = files;
        this.writes = writes;
    }

    /**
     * Returns the same files for what must not change any of them, such as a replay on a mutant.
     *
     * @return a store that only verifies, and keeps nothing that is not as approved
     */
    public ApprovedAttributions onlyRead() {
        return new ApprovedAttributions(directory, received, ApprovalMode.VERIFY, files, false);
    }

    /**
     * Looks up an attribution, and writes it if the mode says so.
     *
     * @param test names of the test that asks
     * @param now what the model gives; to be written only if it has converged and has an order to keep
     * @param tolerance how far it may be apart: an update replaces what is further
     * @return what the files say: of the class that was predicted, if this one is toward the predicted class and another has
     *     been predicted since
     * @throws ApprovedFileException if a file cannot be read or written
     */
    public Approval approval(TestName test, Attribution now, DriftTolerance tolerance) {
        ApprovedFile file = file(now.model().name(), test);
        Optional<Attribution> approved = file.find(now);
        boolean wanted = approved.isEmpty()
                ? mode == ApprovalMode.CREATE || mode == ApprovalMode.UPDATE
                : mode == ApprovalMode.UPDATE
                        && !(isSame(approved.get(), now) && passes(approved.get(), now, tolerance));
        if (wanted) {
            file.approve(now);
            return new Approval.Written(file.path());
        }
        return approved.<Approval>map(found -> new Approval.Found(file.path(), found))
                .orElseGet(() -> new Approval.Missing(file.path(), file.ofText(now.text())));
    }

    /** Whether what was accepted holds: a change that fails must not be left alone, however small. */
    private static boolean passes(Attribution approved, Attribution now, DriftTolerance tolerance) {
        return Drift.between(approved, now, tolerance).verdict() == Verdict.PASS;
    }

    /** Whether nothing but the last digits differ, so that an update leaves the file alone. */
    private static boolean isSame(Attribution approved, Attribution now) {
        if (!approved.prediction().labels().equals(now.prediction().labels())
                || approved.tokens().size() != now.tokens().size()) {
            return false;
        }
        double allowed = SAME * approved.maxMagnitude();
        for (int i = 0; i < now.tokens().size(); i++) {
            TokenScore one = approved.tokens().get(i);
            TokenScore other = now.tokens().get(i);
            if (!one.text().equals(other.text())
                    || !one.span().equals(other.span())
                    || Math.abs(one.score() - other.score()) > allowed) {
                return false;
            }
        }
        return Math.abs(approved.inputScore() - now.inputScore()) <= allowed;
    }

    /**
     * Writes the file as it would be with an attribution in it, below the reports: so that a person may compare and move it.
     *
     * @param test names of the test that asks
     * @param now what the model gives
     * @return the file
     * @throws ApprovedFileException if it cannot be written
     */
    public Path receive(TestName test, Attribution now) {
        Path target = received.resolve(relative(now.model().name(), test));
        if (writes) {
            file(now.model().name(), test).receive(target, now);
        }
        return target;
    }

    private ApprovedFile file(String model, TestName test) {
        return file(directory.resolve(relative(model, test)));
    }

    private ApprovedFile file(Path path) {
        return files.computeIfAbsent(path, unread -> ApprovedFile.read(unread, lock));
    }

    private static Path relative(String model, TestName test) {
        return Path.of(SafeNames.of(model), test.folder(), test.file());
    }

    /**
     * Finds what no test has asked for, of the test methods that ran to their end and passed, and of those that are gone.
     *
     * @param className the class that has ended
     * @param complete its methods that passed in all their invocations
     * @param declared all its test methods
     * @return files with their stale entries, in the order of their names; all entries of methods that are gone
     * @throws ApprovedFileException if a file cannot be read
     */
    public Map<Path, List<Attribution>> stale(String className, List<String> complete, List<String> declared) {
        Map<Path, List<Attribution>> stale = new TreeMap<>();
        for (Path path : filesOf(className)) {
            boolean ended = !isOneOf(declared, path) || isOneOf(complete, path);
            List<Attribution> unused = ended ? file(path).unused() : List.of();
            if (!unused.isEmpty()) {
                stale.put(path, unused);
            }
        }
        return stale;
    }

    private static boolean isOneOf(List<String> methods, Path path) {
        String name = String.valueOf(path.getFileName());
        return methods.stream()
                .anyMatch(method -> new TestName("", method).file().equals(name));
    }

    /** The files of a class, for the models that its tests asked for: others may belong to another suite. */
    private List<Path> filesOf(String className) {
        Path folderName = Path.of(new TestName(className, "").folder());
        Set<Path> folders = new TreeSet<>();
        for (Path file : files.keySet()) {
            Path folder = file.getParent();
            if (folder != null && folder.endsWith(folderName)) {
                folders.add(folder);
            }
        }
        return folders.stream().flatMap(folder -> filesIn(folder).stream()).toList();
    }

    private static List<Path> filesIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new ApprovedFileException(
                    "The approved attributions in " + folder + " cannot be listed: " + e + ".", e);
        }
    }

    /**
     * Finds where a test that was renamed has left an attribution. What is found counts as asked for.
     *
     * @param test names of the test that asks
     * @param now what the model gives
     * @param declared all test methods of its class
     * @return a file of the same class and model whose method is gone; empty too if the test has a file of its own
     * @throws ApprovedFileException if a file cannot be read
     */
    public Optional<Path> abandoned(TestName test, Attribution now, List<String> declared) {
        Path own = directory.resolve(relative(now.model().name(), test));
        return Files.exists(own)
                ? Optional.empty()
                : filesIn(own.resolveSibling("")).stream()
                        .filter(path -> !isOneOf(declared, path))
                        .filter(path -> file(path).find(now).isPresent())
                        .findFirst();
    }

    /**
     * Deletes what no test has asked for from a file, and the file if nothing is left.
     *
     * @param file one that {@link #stale} named
     * @throws ApprovedFileException if it cannot be written
     */
    public void prune(Path file) {
        file(file).prune();
    }

    /**
     * Returns what is written.
     *
     * @return the mode
     */
    public ApprovalMode mode() {
        return mode;
    }
}
