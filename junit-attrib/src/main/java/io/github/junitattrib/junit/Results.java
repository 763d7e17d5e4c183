package io.github.junitattrib.junit;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.method.AttributionRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

/** The results of one model: equal requests are computed once, also if several tests ask at the same time. */
final class Results {

    private static final int LARGEST = 1000;

    /** Whether this thread computes: then it never waits for another, which might wait for this one in turn. */
    private static final ThreadLocal<Boolean> COMPUTING = ThreadLocal.withInitial(() -> false);

    private final Map<AttributionRequest, FutureTask<Attribution>> results = Collections.synchronizedMap(new Recent());

    /** Returns the result that an equal request had, or computes it. Failures are not kept. */
    Attribution get(AttributionRequest request, Function<AttributionRequest, Attribution> computation) {
        if (COMPUTING.get()) {
            return computation.apply(request);
        }
        FutureTask<Attribution> mine = new FutureTask<>(() -> computation.apply(request));
        FutureTask<Attribution> first = results.putIfAbsent(request, mine);
        if (first == null) {
            whileComputing(mine);
        }
        try {
            // Not a CompletableFuture: waiting for one lets JUnit's fork-join pool start further threads.
            return (first == null ? mine : first).get();
        } catch (ExecutionException e) {
            results.remove(request, first == null ? mine : first);
            // What failed elsewhere (interrupted by a timeout, say) may succeed here, and its trace belongs there.
            return first == null ? rethrown(e) : computation.apply(request);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The thread was interrupted while another computed " + request + ".", e);
        }
    }

    /**
     * Returns the results that equal requests had, and computes all others together. Two threads that ask at the same time may
     * both compute; the first result stays.
     */
    List<Attribution> getAll(
            List<AttributionRequest> requests, Function<List<AttributionRequest>, List<Attribution>> computation) {
        if (COMPUTING.get()) {
            return computation.apply(requests);
        }
        List<AttributionRequest> fresh = requests.stream()
                .distinct()
                .filter(request -> !results.containsKey(request))
                .toList();
        Map<AttributionRequest, Attribution> computed = new HashMap<>();
        if (!fresh.isEmpty()) {
            List<Attribution> answers = new ArrayList<>();
            whileComputing(() -> answers.addAll(computation.apply(fresh)));
            for (int i = 0; i < fresh.size(); i++) {
                computed.put(fresh.get(i), answers.get(i));
            }
        }
        return requests.stream()
                .map(request -> get(
                        request,
                        asked -> Optional.ofNullable(computed.get(asked))
                                .orElseGet(
                                        () -> computation.apply(List.of(asked)).get(0))))
                .toList();
    }

    private static void whileComputing(Runnable computation) {
        COMPUTING.set(true);
        try {
            computation.run();
        } finally {
            COMPUTING.remove();
        }
    }

    private static Attribution rethrown(ExecutionException failure) {
        if (failure.getCause() instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) Objects.requireNonNull(failure.getCause());
    }

    private static final class Recent extends LinkedHashMap<AttributionRequest, FutureTask<Attribution>> {
        private static final long serialVersionUID = 1L;

        Recent() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<AttributionRequest, FutureTask<Attribution>> eldest) {
            return size() > LARGEST;
        }
    }
}
