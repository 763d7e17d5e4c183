package io.github.junitattrib.junit;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.method.AttributionRequest;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
            compute(mine);
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
     * Returns the results that equal requests had, and computes the others together; if that fails one by one, so that
     * each request fails, or not, as it does alone.
     */
    List<Attribution> getAll(
            List<AttributionRequest> requests,
            Function<List<AttributionRequest>, List<Attribution>> together,
            Function<AttributionRequest, Attribution> alone) {
        Map<AttributionRequest, Attribution> fresh = COMPUTING.get()
                ? Map.of()
                : missing(
                        requests, some -> some.size() == 1 ? List.of(alone.apply(some.get(0))) : together.apply(some));
        return requests.stream()
                .map(request -> Optional.ofNullable(fresh.get(request)).orElseGet(() -> get(request, alone)))
                .toList();
    }

    /** Computes those that no thread has asked for, before it waits for any; what fails is left out. */
    private Map<AttributionRequest, Attribution> missing(
            List<AttributionRequest> requests, Function<List<AttributionRequest>, List<Attribution>> together) {
        Map<AttributionRequest, Attribution> found = new HashMap<>();
        Map<AttributionRequest, FutureTask<Attribution>> mine = new LinkedHashMap<>();
        for (AttributionRequest request : new LinkedHashSet<>(requests)) {
            FutureTask<Attribution> task = new FutureTask<>(() ->
                    Objects.requireNonNull(found.get(request), "It failed among others, and is computed again alone."));
            if (results.putIfAbsent(request, task) == null) {
                mine.put(request, task);
            }
        }
        try {
            if (!mine.isEmpty()) {
                compute(List.copyOf(mine.keySet()), together, found);
            }
        } finally {
            mine.forEach((request, task) -> {
                if (!found.containsKey(request)) {
                    results.remove(request, task);
                }
                task.run();
            });
        }
        return found;
    }

    private static void compute(
            List<AttributionRequest> requests,
            Function<List<AttributionRequest>, List<Attribution>> together,
            Map<AttributionRequest, Attribution> found) {
        COMPUTING.set(true);
        try {
            List<Attribution> attributions = together.apply(requests);
            for (int i = 0; i < requests.size(); i++) {
                found.put(requests.get(i), attributions.get(i));
            }
        } catch (RuntimeException e) {
            // Each one tells alone what it fails for.
            found.clear();
        } finally {
            COMPUTING.remove();
        }
    }

    private static void compute(FutureTask<Attribution> task) {
        COMPUTING.set(true);
        try {
            task.run();
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
