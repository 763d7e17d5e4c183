package io.github.junitattrib.junit;

import static io.github.junitattrib.junit.Attributions.explain;
import static io.github.junitattrib.junit.Attributions.ig;
import static io.github.junitattrib.junit.Attributions.integratedGradients;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.junitattrib.approved.ApprovalMode;
import io.github.junitattrib.approved.ApprovedAttributions;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.report.TestCase;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code ig(..)} finds its test through the thread, and explains itself elsewhere. */
class StaticCallsTest {

    @TempDir
    private Path directory;

    @Test
    void callsFindTheirTestInEveryMethodThatJUnitCalls() {
        var run = new Run(directory).with("attrib.report", "all");
        assertThat(Run.errors(run.execute(EverywhereTestCases.class))).isEmpty();

        assertThat(Run.texts(run.sidecar(EverywhereTestCases.class, "test")))
                .containsExactly("constructor", "beforeEach", "test", "beforeAll", "afterEach");
        assertThat(Run.texts(run.sidecar(EverywhereTestCases.class, "inAnotherThread")))
                .containsExactly("constructor", "beforeEach", "timeout", "afterEach");
        assertThat(Run.texts(run.sidecar(EverywhereTestCases.class, "repeated", 2)))
                .contains("repeated 2");
        assertThat(Run.texts(run.sidecar(EverywhereTestCases.class, "class")))
                .as("what life-cycle methods of the class computed themselves")
                .containsExactly("now", "afterAll");
        assertThat(TestScope.current()).isEmpty();
    }

    @AttributionTest(model = Run.FAKE)
    static class EverywhereTestCases {

        private static AttributionRequest later = AttributionRequest.of(
                request -> {
                    throw new IllegalStateException();
                },
                "",
                integratedGradients());

        EverywhereTestCases() {
            assertThat(ig("constructor").attribution().tokens()).hasSize(1);
        }

        @BeforeAll
        static void beforeAll() {
            later = ig("beforeAll");
            assertThat(ig("now").attribution().tokens()).hasSize(1);
        }

        @AfterAll
        static void afterAll() {
            assertThat(ig("afterAll").attribution().tokens()).hasSize(1);
        }

        @BeforeEach
        void beforeEach() {
            assertThat(ig("beforeEach").attribution().tokens()).hasSize(1);
        }

        @AfterEach
        void afterEach() {
            assertThat(ig("afterEach").attribution().tokens()).hasSize(1);
        }

        @Test
        void test() {
            assertThat(explain("test").by(integratedGradients()).attribution().tokens())
                    .hasSize(1);
            assertThat(later.attribution().tokens()).hasSize(1);
        }

        @Test
        @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
        void inAnotherThread() {
            assertThat(ig("timeout").attribution().tokens()).hasSize(1);
        }

        @RepeatedTest(2)
        void repeated(org.junit.jupiter.api.RepetitionInfo info) {
            assertThat(ig("repeated " + info.getCurrentRepetition())
                            .attribution()
                            .tokens())
                    .hasSize(2);
        }
    }

    @Test
    void dynamicTestsHaveReportsOfTheirOwn() {
        var run = new Run(directory);
        var results = run.execute(DynamicTestCases.class);
        assertThat(Run.errors(results)).hasSize(3);
        assertThat(Run.succeeded(results)).containsExactly("passes");

        assertThat(run.sidecars()).hasSize(3).allSatisfy(sidecar -> {
            assertThat(sidecar.at("/test/method").asText()).isEqualTo("factory");
            assertThat(sidecar.at("/test/class").asText()).isEqualTo(DynamicTestCases.class.getName());
        });
        assertThat(run.sidecars().stream().map(Run::texts))
                .containsExactlyInAnyOrder(List.of("fails"), List.of("contained"), List.of());
        assertThat(run.sidecars())
                .extracting(sidecar -> sidecar.at("/test/message").asText())
                .anySatisfy(message -> assertThat(message).contains("unfinished assertion"));
    }

    @AttributionTest(model = Run.FAKE)
    static class DynamicTestCases {
        @TestFactory
        Stream<DynamicNode> factory() {
            return Stream.of(
                    dynamicTest(
                            "passes",
                            () -> assertThat(ig("passes").attribution().tokens())
                                    .hasSize(1)),
                    dynamicTest(
                            "fails",
                            () -> assertThat(ig("fails").attribution().tokens()).isEmpty()),
                    dynamicContainer(
                            "container",
                            Stream.of(dynamicTest(
                                    "contained",
                                    () -> assertThat(ig("contained")
                                                    .attribution()
                                                    .tokens())
                                            .isEmpty()))),
                    dynamicTest(
                            "leaves a step open",
                            () -> AttributionLog.current().orElseThrow().openStep("ranks(\"great\")")));
        }
    }

    @Test
    void callOutsideOfATestExplainsWhatToDo() {
        assertThatThrownBy(() -> ig("great"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("ig(\"great\") was called on thread \""
                        + Thread.currentThread().getName() + "\"")
                .hasMessageContaining("@AttributionTest(model = …)")
                .hasMessageContaining("@WithIntegratedGradients AttributionRunner");
        assertThatThrownBy(() -> explain("great")).hasMessageStartingWith("explain(\"great\") was called on thread \"");
    }

    @Test
    void callOnAThreadThatJUnitDidNotStartTheTestOnExplainsWhatToDo() {
        assertThat(Run.errors(new Run(directory).execute(ForeignThreadTestCases.class)))
                .hasSize(2)
                .extracting(error -> error instanceof CompletionException ? error.getCause() : error)
                .allSatisfy(error -> assertThat(error)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("where no explanation test is running")
                        .hasMessageContaining("on the thread that JUnit runs it on"));
    }

    @AttributionTest(model = Run.FAKE)
    static class ForeignThreadTestCases {
        @Test
        void future() {
            assertThat(CompletableFuture.supplyAsync(() -> ig("great"), task -> new Thread(task).start())
                            .join())
                    .isNull();
        }

        @Test
        void preemptiveTimeout() {
            Assertions.assertTimeoutPreemptively(
                    Duration.ofMinutes(1), () -> assertThat(ig("great")).isNull());
        }
    }

    @Test
    void requestMadeInTheTestIsComputedAndLoggedFromForeignThreads() {
        var run = new Run(directory).with("attrib.report", "all");
        assertThat(Run.errors(run.execute(ComputedElsewhereTestCases.class))).isEmpty();
        assertThat(Run.texts(run.sidecar(ComputedElsewhereTestCases.class, "test")))
                .containsExactlyInAnyOrder("thread", "stream 1", "stream 2", "stream 3");
    }

    @AttributionTest(model = Run.FAKE)
    static class ComputedElsewhereTestCases {
        @Test
        void test() {
            AttributionRequest request = ig("thread");
            assertThat(CompletableFuture.supplyAsync(request::attribution, task -> new Thread(task).start())
                            .join()
                            .text())
                    .isEqualTo("thread");
            List<AttributionRequest> requests = List.of(ig("stream 1"), ig("stream 2"), ig("stream 3"));
            assertThat(requests.parallelStream().map(AttributionRequest::attribution))
                    .hasSize(3);
        }
    }

    @Test
    void callInAStaticInitialiserThatRunsBeforeTheTestsExplainsWhatToDo() {
        var errors = Run.errors(new Run(directory).execute(StaticInitialiserTestCases.class));
        assertThat(errors)
                .singleElement()
                .satisfies(error -> assertThat(error)
                        .hasRootCauseInstanceOf(IllegalStateException.class)
                        .rootCause()
                        .hasMessageContaining("for other threads and static fields, take a parameter"));
    }

    static class StaticInitialiserTestCases {
        @RegisterExtension
        static final AttributionExtension ATTRIBUTION =
                AttributionExtension.builder().model(Run.FAKE).build();

        static final AttributionRequest REQUEST = ig("great");

        @Test
        void neverRuns() {
            assertThat(REQUEST).isNull();
        }
    }

    @Test
    void scopesOfAThreadLieOnEachOtherAsAWaitingThreadMayRunAnotherTest() throws Throwable {
        TestScope first = scope("first");
        TestScope second = scope("second");
        List<String> seen = new java.util.ArrayList<>();
        first.run(() -> {
            seen.add(name());
            second.run(() -> seen.add(name()));
            assertThatThrownBy(() -> second.run(() -> {
                        throw new IllegalStateException("fails");
                    }))
                    .hasMessage("fails");
            return seen.add(name());
        });
        assertThat(seen).containsExactly("com.acme.T#first", "com.acme.T#second", "com.acme.T#first");
        assertThat(TestScope.current()).isEmpty();
    }

    private static TestScope scope(String method) {
        ExtensionContext.Store unused = (ExtensionContext.Store) Proxy.newProxyInstance(
                StaticCallsTest.class.getClassLoader(),
                new Class<?>[] {ExtensionContext.Store.class},
                (proxy, called, arguments) -> {
                    throw new UnsupportedOperationException(called.getName());
                });
        Session session = new Session(unused, new AttribProperties(name -> Optional.empty()));
        return new TestScope(
                new TestModels(
                        session, List.of(), new Declaration(Optional.empty(), Optional.empty()), Optional.empty()),
                new AttributionLog(
                        new TestCase("com.acme.T", method, 1, method),
                        "",
                        new ApprovedAttributions(Path.of("approved"), Path.of("received"), ApprovalMode.VERIFY),
                        List::of),
                new AttributionExtension());
    }

    private static String name() {
        return AttributionLog.current().orElseThrow().testName();
    }
}
