package io.github.junitattrib.junit;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.Attributor;
import io.github.junitattrib.model.TextClassifier;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
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
        push();
        try {
            return invocation.proceed();
        } finally {
            pop();
        }
    }

    /** Does a part of a test with this scope on top of the thread's stack. */
    <T> T call(Supplier<T> part) {
        push();
        try {
            return part.get();
        } finally {
            pop();
        }
    }

    private void push() {
        STACK.get().push(this);
    }

    private static void pop() {
        Deque<TestScope> stack = STACK.get();
        stack.pop();
        if (stack.isEmpty()) {
            STACK.remove();
        }
    }

    /** The same test with a log of its own, for what is judged again when the test has ended. */
    TestScope replayed() {
        return new TestScope(models, log.fresh(), server);
    }

    TestModels models() {
        return models;
    }

    AttributionLog log() {
        return log;
    }

    String testName() {
        return log.testName();
    }

    /** Computes on the model under test; the test that asks for the result logs it. */
    @Override
    public Attribution attribute(AttributionRequest request) {
        return logged(request, Replay.answer(request, () -> models.underTest().attribute(request, testName())));
    }

    @Override
    public List<Attribution> attributeAll(List<AttributionRequest> requests) {
        return requests.isEmpty()
                ? List.of()
                : logged(
                        requests,
                        Replay.answers(requests, () -> models.underTest().attributeAll(requests, testName())));
    }

    @Override
    public Attribution attribute(AttributionRequest request, TextClassifier model) {
        AttributionRequest given = request.through(new GivenModelAttributor(this, model));
        return logged(
                given,
                Replay.answer(
                        given,
                        () -> SharedModel.slotOf(model)
                                .map(slot -> slot.attribute(request, testName()))
                                .orElseGet(() -> Attributor.compute(request, model))));
    }

    @Override
    public Optional<TextClassifier> model() {
        ModelSlot slot = models.underTest();
        return Optional.of(SharedModel.of(slot.loaded(testName()), slot));
    }

    /** Computes on another model than the one under test, and logs as this test does. */
    Attributor on(ModelSlot other) {
        return new SlotAttributor(this, other);
    }

    /** Notes the results of several requests, in their order. */
    List<Attribution> logged(List<AttributionRequest> requests, List<Attribution> attributions) {
        for (int i = 0; i < requests.size(); i++) {
            logged(requests.get(i), attributions.get(i));
        }
        return attributions;
    }

    /** Notes a result with the test that asks for it, which may be another than the one that made the request. */
    Attribution logged(AttributionRequest request, Attribution attribution) {
        current().map(TestScope::log).orElse(log).noteComputed(request, attribution);
        return attribution;
    }
}
