package io.github.junitattrib.junit;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.AttributionException;
import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.model.DeviceChoice;
import io.github.junitattrib.model.ModelRepository;
import io.github.junitattrib.model.TextClassifier;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A model that is loaded once per JVM, when it is first asked for, with the results that were computed on it.
 *
 * <p>A failed load is remembered: it is told again to every test instead of being tried again.
 */
final class ModelSlot implements AutoCloseable {

    private static final int CACHED_RESULTS = 1000;

    private final ModelRepository repository;
    private final String location;
    private final DeviceChoice device;
    private final Map<AttributionRequest, Attribution> results = Collections.synchronizedMap(new Results());
    private @Nullable TextClassifier model;
    private @Nullable Failure failure;

    ModelSlot(ModelRepository repository, String location, DeviceChoice device) {
        this.repository = repository;
        this.location = location;
        this.device = device;
    }

    /** Returns the model; {@code test} is told in later messages if this is the call that fails to load it. */
    synchronized TextClassifier model(String test) {
        if (failure != null) {
            throw failure.again();
        }
        if (model == null) {
            try {
                model = repository.load(location, device);
            } catch (AttributionException e) {
                failure = new Failure(e, test);
                throw e;
            }
        }
        return model;
    }

    /** Computes a request, or returns what an equal one gave before. */
    Attribution attribute(AttributionRequest request, String test) {
        Attribution known = results.get(request);
        if (known != null) {
            return known;
        }
        Attribution attribution = request.on(model(test));
        Attribution earlier = results.putIfAbsent(request, attribution);
        return earlier != null ? earlier : attribution;
    }

    /** Called by the store when the launcher session ends. */
    @Override
    public synchronized void close() {
        if (model != null) {
            model.close();
            model = null;
            failure = new Failure(
                    new ModelLoadException("The model " + location + " was closed at the end of the test session."),
                    "the end of the session");
        }
    }

    private record Failure(AttributionException cause, String test) {
        ModelLoadException again() {
            return new ModelLoadException(cause.getMessage() + " (first failed in " + test + ")", cause);
        }
    }

    private static final class Results extends LinkedHashMap<AttributionRequest, Attribution> {
        private static final long serialVersionUID = 1L;

        Results() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<AttributionRequest, Attribution> eldest) {
            return size() > CACHED_RESULTS;
        }
    }
}
