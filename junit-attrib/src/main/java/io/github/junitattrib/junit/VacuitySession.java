package io.github.junitattrib.junit;

import io.github.junitattrib.report.Slashes;
import io.github.junitattrib.report.VacuityWriter;
import java.nio.file.Path;
import java.util.List;
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
        return Slashes.in(page);
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
    void write(List<JudgedTest> judged) {
        try {
            judged.forEach(test -> writer.write(
                    test.test(),
                    test.checks().stream().map(JudgedCheck::recorded).toList(),
                    test.notAsked()));
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
