package io.github.junitattrib.junit;

import io.github.junitattrib.report.TestCase;
import io.github.junitattrib.report.VacuityRecord;
import io.github.junitattrib.report.VacuityWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** The judgments of checks in this JVM's run: written while classes end, and gathered when the session does. */
final class VacuitySession implements AutoCloseable {

    private final VacuityWriter writer;
    private final Path page;
    private final ReentrantLock turn = new ReentrantLock();
    private final AtomicBoolean written = new AtomicBoolean();

    VacuitySession(Path directory, String run) {
        this.writer = new VacuityWriter(directory, run);
        this.page = directory.resolve(VacuityWriter.PAGE);
    }

    /** The page of the run, with slashes on every system. */
    String page() {
        return page.toString().replace('\\', '/');
    }

    /** Replays for one class at a time, so that one mutant is in memory however many classes run at once. */
    <R> R inTurn(Supplier<R> replay) {
        turn.lock();
        try {
            return replay.get();
        } finally {
            turn.unlock();
        }
    }

    /** Writes the judgments of some tests. A problem changes no verdict, but is printed. */
    void write(List<JudgedCheck> judged) {
        Map<TestCase, List<VacuityRecord>> byTest = new LinkedHashMap<>();
        judged.forEach(check ->
                byTest.computeIfAbsent(check.test(), test -> new ArrayList<>()).add(check.recorded()));
        try {
            byTest.forEach(writer::write);
            written.set(true);
        } catch (RuntimeException e) {
            Console.say("the judgments of " + judged.get(0).test().className() + " are missing: " + e.getMessage());
        }
    }

    /** Called by the store when the launcher session ends. */
    @Override
    public void close() {
        if (!written.get()) {
            return;
        }
        try {
            Console.say("vacuity: " + writer.writeIndex() + ": " + page());
        } catch (RuntimeException e) {
            Console.say("the list of vacuous checks is missing: " + e.getMessage());
        }
    }
}
