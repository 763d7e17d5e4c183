package io.github.junitattrib.junit;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.Attributor;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.junit.jupiter.api.extension.InvocationInterceptor.Invocation;

/**
 * The test that runs on a thread: its model and its log.
 *
 * <p>Each thread has a stack of them, since JUnit may run another test on a thread that waits (fork-join pools), and the
 * same test on another thread (timeouts).
 */
final class TestScope implements Attributor {

    private static final ThreadLocal<Deque<TestScope>> STACK = ThreadLocal.withInitial(ArrayDeque::new);

    private final ModelSlot model;
    private final AttributionLog log;
    private final AttributionExtension server;

    TestScope(ModelSlot model, AttributionLog log, AttributionExtension server) {
        this.model = model;
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

    ModelSlot model() {
        return model;
    }

    AttributionLog log() {
        return log;
    }

    /** Computes on the model that the request was made for; the test that asks for the result logs it. */
    @Override
    public Attribution attribute(AttributionRequest request) {
        Attribution attribution = model.attribute(request, log.testName());
        current().map(TestScope::log).orElse(log).computed(request, attribution);
        return attribution;
    }
}
