package io.github.junitattrib.junit;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.Attributor;
import io.github.junitattrib.model.TextClassifier;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.junit.jupiter.api.extension.InvocationInterceptor.Invocation;

/**
 * The test that runs on a thread: its models and its log.
 *
 * <p>Each thread has a stack of them, since JUnit may run another test on a thread that waits (fork-join pools), and the
 * same test on another thread (timeouts).
 */
final class TestScope implements Attributor {

    private static final ThreadLocal<Deque<TestScope>> STACK = ThreadLocal.withInitial(ArrayDeque::new);

    private final TestModels models;
    private final AttributionLog log;
    private final AttributionExtension server;

    TestScope(TestModels models, AttributionLog log, AttributionExtension server) {
        this.models = models;
        this.log = log;
        this.server = server;
    }

    /** Whether the extension is the one that runs and reports this test. */
    boolean isServedBy(AttributionExtension extension) {
        return server == extension;
    }

    static Optional<TestScope> current() {
        return Optional.ofNullable(STACK.get().peek());
    }

    static TestScope required(String call) {
        return current()
                .orElseThrow(() -> new IllegalStateException(call + " was called on thread \""
                        + Thread.currentThread().getName()
                        + "\", where no explanation test is running. Call it from a test or life-cycle method of a class"
                        + " with @AttributionTest(model = …) (or a registered AttributionExtension), on the thread that"
                        + " JUnit runs it on; for other threads and static fields, take a parameter"
                        + " @WithIntegratedGradients AttributionRunner and pass it on."));
    }

    /** Runs a method of a test with this scope on top of the thread's stack. */
    <T> T run(Invocation<T> invocation) throws Throwable {
        Deque<TestScope> stack = STACK.get();
        stack.push(this);
        try {
            return invocation.proceed();
        } finally {
            stack.pop();
            if (stack.isEmpty()) {
                STACK.remove();
            }
        }
    }

    TestModels models() {
        return models;
    }

    AttributionLog log() {
        return log;
    }

    /** Computes on the model that the request was made for; the test that asks for the result logs it. */
    @Override
    public Attribution attribute(AttributionRequest request) {
        Attribution attribution = models.underTest().attribute(request, log.testName());
        logOfCaller().computed(request, attribution);
        return attribution;
    }

    @Override
    public Attribution attribute(AttributionRequest request, TextClassifier model) {
        Attribution attribution = SharedModel.slotOf(model)
                .map(slot -> slot.attribute(request, log.testName()))
                .orElseGet(() -> Attributor.compute(request, model));
        // Without the request: to replay it would ask the model under test.
        logOfCaller().computed(attribution);
        return attribution;
    }

    /** Computes on another model than the one under test, and logs as this test does. */
    Attributor on(ModelSlot other) {
        return request -> {
            Attribution attribution = other.attribute(request, log.testName());
            logOfCaller().computed(attribution);
            return attribution;
        };
    }

    private AttributionLog logOfCaller() {
        return current().map(TestScope::log).orElse(log);
    }
}
