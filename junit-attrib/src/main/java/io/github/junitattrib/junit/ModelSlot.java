package io.github.junitattrib.junit;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.AttributionException;
import io.github.junitattrib.EngineException;
import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.Attributor;
import io.github.junitattrib.model.TextClassifier;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * A model that is loaded once per JVM, when it is first asked for, with the results that were computed on it.
 *
 * <p>A failed load is remembered: it is told again to every test instead of being tried again.
 */
final class ModelSlot implements AutoCloseable {

    private final String name;
    private final Supplier<LoadedModel> loading;
    private final boolean closesModel;
    private final Results results = new Results();
    private @Nullable LoadedModel model;
    private @Nullable Failure failure;
    private boolean closed;

    /**
     * Makes the slot of a model.
     *
     * @param name how messages call it before it is there
     * @param loading makes the model
     * @param closesModel whether the model is closed with the slot
     */
    ModelSlot(String name, Supplier<LoadedModel> loading, boolean closesModel) {
        this.name = name;
        this.loading = loading;
        this.closesModel = closesModel;
    }

    /** Returns the model; {@code test} is told in later messages if this is the call that fails to load it. */
    TextClassifier model(String test) {
        return loaded(test).model();
    }

    /** Returns the model with where it comes from, see {@link #model}. */
    synchronized LoadedModel loaded(String test) {
        if (closed) {
            throw new ModelLoadException("The model " + name + " was closed at the end of the test session, but " + test
                    + " asks for it afterwards. Compute attributions while their test runs.");
        }
        if (failure != null) {
            throw failure.again();
        }
        if (model == null) {
            try {
                model = ModelLoading.uninterrupted(loading::get);
            } catch (RuntimeException | Error e) {
                failure = new Failure(e, test);
                throw e;
            }
        }
        return model;
    }

    /** Whether a request asks this model, by a static call, a runner or a parameter of a test. */
    boolean isAskedBy(AttributionRequest request) {
        Attributor attributor = request.attributor();
        if (attributor instanceof TestScope scope) {
            return scope.models().slot().filter(this::equals).isPresent();
        }
        if (attributor instanceof SlotAttributor other) {
            return equals(other.slot());
        }
        return attributor
                .model()
                .flatMap(SharedModel::slotOf)
                .filter(this::equals)
                .isPresent();
    }

    /** Computes a request, or returns what an equal one gave before. */
    Attribution attribute(AttributionRequest request, String test) {
        return results.get(request, fresh -> loaded(test).compute(fresh));
    }

    /** Computes requests, those of equal methods together, or returns what equal ones gave before. */
    List<Attribution> attributeAll(List<AttributionRequest> requests, String test) {
        // A model that cannot be loaded is no failure of a request.
        LoadedModel asked = loaded(test);
        return results.getAll(requests, asked::computeAll, asked::compute);
    }

    /** Called by the store when the launcher session ends. */
    @Override
    public synchronized void close() {
        LoadedModel closing = model;
        model = null;
        // Also if it was never loaded: a request that outlives the session would load a model that nobody closes.
        closed = true;
        if (closing != null && closesModel) {
            try {
                closing.model().close();
            } catch (RuntimeException e) {
                // Tests have ended, and their verdicts stand: it must not fail the whole session.
                Console.say("the model " + name + " could not be closed: " + e);
            }
        }
    }

    private record Failure(Throwable cause, String test) {
        /** Of the same kind as the first time, since the kind says where the remedy is. */
        RuntimeException again() {
            String what = cause instanceof AttributionException ? cause.getMessage() : cause.toString();
            String message = what + " (first failed in " + test + ")";
            if (cause instanceof TestAbortedException) {
                return new TestAbortedException(message, cause);
            }
            return cause instanceof EngineException
                    ? new EngineException(message, cause)
                    : new ModelLoadException(message, cause);
        }
    }
}
