package io.github.junitattrib.conformance;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.EngineException;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.axiom.Comparison;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.model.TextClassifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What a result may depend on: its request, and nothing else. */
final class RunTrials {

    private static final int THREADS = 4;
    private static final int ROUNDS = 3;
    private static final double[][] POINTS = {{1, 2, 3}, {2, 0.5, 1}, {3, 1, 2}, {1, 2, 3}, {0.25, 4, 2}};

    private RunTrials() {}

    static List<Trial> on(TextClassifier model) {
        String place = model.facts().name() + " at five texts, two of them equal";
        return List.of(
                new Trial(
                        Axiom.BATCH_EQUALS_SINGLE,
                        place,
                        "attributeAll is to equal attribute",
                        run -> batch(run, model)),
                new Trial(Axiom.SEED_DETERMINISM, place, "each text is asked for twice", run -> again(run, model)),
                new Trial(
                        Axiom.THREAD_DETERMINISM,
                        place,
                        THREADS + " threads ask at once for what one thread was asked before",
                        run -> threads(run, model)));
    }

    private static List<Comparison> batch(Run run, TextClassifier model) {
        List<Attribution> alone =
                Arrays.stream(POINTS).map(x -> run.explain(model, x)).toList();
        List<Attribution> together = run.method()
                .attributeAll(
                        model,
                        Arrays.stream(POINTS)
                                .map(x -> run.request(model, x).question())
                                .toList());
        List<Comparison> comparisons = new ArrayList<>();
        comparisons.add(Comparison.same("the number of results", alone.size(), together.size()));
        for (int k = 0; k < Math.min(alone.size(), together.size()); k++) {
            double[] one = Run.scores(alone.get(k));
            double[] other = Run.scores(together.get(k));
            for (int i = 0; i < one.length; i++) {
                String what = Trials.score(i, POINTS[k]) + " of text " + (k + 1) + " among five";
                // Sums may be taken in another order.
                double scale = Math.max(Trials.largest(one), Double.MIN_NORMAL);
                comparisons.add(Comparison.equal(what, one[i], other[i], 0, scale));
                comparisons.add(Comparison.equal(
                        "the error bar of " + what, Run.bars(alone.get(k))[i], Run.bars(together.get(k))[i], 0, scale));
            }
        }
        return comparisons;
    }

    private static List<Comparison> again(Run run, TextClassifier model) {
        List<Attribution> first =
                Arrays.stream(POINTS).map(x -> run.explain(model, x)).toList();
        List<Comparison> comparisons = new ArrayList<>();
        for (int k = 0; k < POINTS.length; k++) {
            same("when asked again", k, first.get(k), run.explain(model, POINTS[k]), comparisons);
        }
        return comparisons;
    }

    private static List<Comparison> threads(Run run, TextClassifier model) {
        List<AttributionRequest> requests =
                Arrays.stream(POINTS).map(x -> run.request(model, x)).toList();
        List<Attribution> alone =
                Arrays.stream(POINTS).map(x -> run.explain(model, x)).toList();
        List<Comparison> comparisons = new ArrayList<>();
        for (List<Attribution> ofThread : atOnce(requests, model)) {
            for (int k = 0; k < ofThread.size(); k++) {
                int text = k % POINTS.length;
                same("on another thread", text, alone.get(text), ofThread.get(k), comparisons);
            }
        }
        return comparisons;
    }

    /** All requests several times on each of several threads, which start together. */
    private static List<List<Attribution>> atOnce(List<AttributionRequest> requests, TextClassifier model) {
        ExecutorService executor = Executors.newFixedThreadPool(THREADS);
        try {
            CountDownLatch ready = new CountDownLatch(THREADS);
            List<Future<List<Attribution>>> running = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                running.add(executor.submit(() -> {
                    ready.countDown();
                    ready.await();
                    List<Attribution> results = new ArrayList<>();
                    for (int round = 0; round < ROUNDS; round++) {
                        requests.forEach(request -> results.add(request.on(model)));
                    }
                    return results;
                }));
            }
            List<List<Attribution>> results = new ArrayList<>();
            for (Future<List<Attribution>> each : running) {
                results.add(each.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new EngineException(
                    "The method failed on another thread, where it did not fail alone: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException("Interrupted while other threads computed.", e);
        } finally {
            executor.shutdownNow();
        }
    }

    private static void same(
            String when, int text, Attribution expected, Attribution seen, List<Comparison> comparisons) {
        List<TokenScore> one = Run.tokens(expected);
        List<TokenScore> other = Run.tokens(seen);
        for (int i = 0; i < one.size(); i++) {
            String what = Trials.score(i, POINTS[text]) + " " + when;
            comparisons.add(
                    Comparison.same(what, one.get(i).score(), other.get(i).score()));
            comparisons.add(Comparison.same(
                    "the error bar of " + what,
                    one.get(i).uncertainty(),
                    other.get(i).uncertainty()));
        }
    }
}
