package io.github.junitattrib.conformance;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.EngineException;
import io.github.junitattrib.Verdict;
import io.github.junitattrib.axiom.Comparison;
import io.github.junitattrib.conformance.RunTrials.Point;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Several threads that ask different questions at once, and compare each answer with the one that a single thread got.
 *
 * <p>What threads share is wrong only while they meet in it, mostly for less than a microsecond: so they start together,
 * each at another question, and ask thousands of times.
 */
final class ManyThreads {

    private static final int THREADS = 4;
    /** Rounds of all questions that each thread asks, however long they take. */
    private static final int ROUNDS = 2;

    /**
     * When to stop.
     *
     * @param answers of all threads together that are enough
     * @param time after which no thread begins another round
     */
    private record Effort(int answers, Duration time) {

        /** Nothing was seen that threads could share. */
        static final Effort USUAL = new Effort(1000, Duration.ofMillis(100));

        static final Effort SUSPICIOUS = new Effort(50_000, Duration.ofSeconds(2));
    }

    static final String SOURCE =
            THREADS + " threads ask different questions at once, which one thread was asked before";

    private final Run run;
    private final List<Point> questions;
    private final List<Attribution> alone;
    private final CountDownLatch ready = new CountDownLatch(THREADS);
    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicBoolean found = new AtomicBoolean();

    /**
     * Prepares the threads.
     *
     * @param alone answers to all questions, got on one thread
     */
    ManyThreads(Run run, List<Point> questions, List<Attribution> alone) {
        this.run = run;
        this.questions = questions;
        this.alone = alone;
    }

    /**
     * Compares the first answer that differs, or else the last one of each thread. What keeps something of its questions is
     * tried for longer, and not proved where no difference is found.
     */
    List<Comparison> compare() {
        Set<String> kept = kept();
        if (kept.isEmpty()) {
            return answers(Effort.USUAL);
        }
        run.doubt("no answer of " + THREADS + " threads was another one, but what the method keeps in its field "
                + String.join(", ", kept) + " changes with each question, and all threads share it");
        return answers(Effort.SUSPICIOUS);
    }

    /** Fields of the method that change from question to question. */
    private Set<String> kept() {
        Set<String> kept = new TreeSet<>();
        // What is computed once, when it is first needed, is there by now.
        KeptState before = KeptState.of(run.method());
        for (int place : new int[] {1, 0}) {
            answer(place);
            KeptState behind = KeptState.of(run.method());
            kept.addAll(behind.changesSince(before));
            before = behind;
        }
        return kept;
    }

    private Attribution answer(int place) {
        Point question = questions.get(place);
        return question.request(run).on(question.asked().model());
    }

    private List<Comparison> answers(Effort effort) {
        ExecutorService executor = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<List<Comparison>>> running = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int first = thread;
                running.add(executor.submit(() -> ask(first, effort)));
            }
            List<Comparison> comparisons = new ArrayList<>();
            for (Future<List<Comparison>> each : running) {
                comparisons.addAll(each.get());
            }
            return comparisons;
        } catch (ExecutionException e) {
            throw new AssertionError(
                    run.method().facts().name() + " failed on another thread, where it did not fail alone: "
                            + e.getCause() + ". Mend the method: what it keeps in fields, all threads share.",
                    e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException("Interrupted while other threads computed. Run the test again.", e);
        } finally {
            executor.shutdownNow();
        }
    }

    private List<Comparison> ask(int first, Effort effort) throws InterruptedException {
        ready.countDown();
        ready.await();
        long end = System.nanoTime() + effort.time().toNanos();
        List<Comparison> last = List.of();
        for (int round = 0; goesOn(round, effort, end); round++) {
            for (int k = 0; k < questions.size() && !found.get(); k++) {
                last = compared((first + k) % questions.size());
            }
        }
        return last;
    }

    private boolean goesOn(int round, Effort effort, long end) {
        boolean more = round < ROUNDS || (answers.get() < effort.answers() && System.nanoTime() < end);
        return more && !found.get() && !Thread.currentThread().isInterrupted();
    }

    private List<Comparison> compared(int place) {
        Point question = questions.get(place);
        List<Comparison> comparisons = question.same("on another thread", alone.get(place), answer(place));
        answers.incrementAndGet();
        if (comparisons.stream().anyMatch(ManyThreads::differs)) {
            found.set(true);
        }
        return comparisons;
    }

    private static boolean differs(Comparison comparison) {
        return comparison.verdict() == Verdict.FAIL;
    }
}
