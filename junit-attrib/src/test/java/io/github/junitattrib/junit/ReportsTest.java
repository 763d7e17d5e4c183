package io.github.junitattrib.junit;

import static io.github.junitattrib.junit.Attributions.ig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.junitattrib.Attribution;
import io.github.junitattrib.AttributionFailure;
import io.github.junitattrib.CheckResult;
import io.github.junitattrib.InconclusiveException;
import io.github.junitattrib.InvalidTextException;
import io.github.junitattrib.Span;
import io.github.junitattrib.Verdict;
import io.github.junitattrib.check.Check;
import io.github.junitattrib.method.AttributionRunner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.core.LauncherFactory;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.MultipleFailuresError;

/** What a test leaves below the report directory, however it ends. */
@ResourceLock(Resources.SYSTEM_OUT)
@ResourceLock(Resources.SYSTEM_ERR)
class ReportsTest {

    @TempDir
    private Path directory;

    /** An assertion error with evidence, as the assertions module throws it. */
    static final class Evidence extends AssertionFailedError implements AttributionFailure {
        private static final long serialVersionUID = 1L;
        private final transient Attribution attribution;

        Evidence(String message, Attribution attribution) {
            super(message);
            this.attribution = attribution;
        }

        @Override
        public Attribution attribution() {
            return attribution;
        }

        @Override
        public List<Span> marked() {
            return List.of(new Span(0, 4));
        }

        @Override
        public Verdict verdict() {
            return Verdict.FAIL;
        }
    }

    /** Fails as an assertion on the test's thread does: noted and thrown. */
    static void fail(Attribution attribution, String message) {
        Check check = new Check(
                "hasTopToken",
                List.of("said"),
                Check.About.MODEL,
                List.of(),
                any -> new CheckResult(Verdict.FAIL, "", List.of()));
        AttributionLog.current()
                .ifPresent(log -> log.record(
                        attribution, check, new CheckResult(Verdict.FAIL, message, List.of(new Span(0, 4)))));
        throw new Evidence(message, attribution);
    }

    private static String status(JsonNode sidecar) {
        return sidecar.at("/test/status").asText();
    }

    @Test
    void failingTestLeavesPageSidecarAndIndexAndPassingOnesNothing() throws IOException {
        var run = new Run(directory);
        var results = run.execute(EndsTestCases.class);
        assertThat(Run.succeeded(results)).containsExactly("passes()");

        assertThat(run.ends())
                .containsExactly("fails failed", "isInconclusive inconclusive", "meetsAnInvalidText error");
        assertThat(run.files(".html")).hasSize(3).hasSameSizeAs(run.files(".json"));
        assertThat(run.sidecar(EndsTestCases.class, "fails")).isEqualTo(new ObjectMapper().readTree("""
                                {"schema": 1, "run": "run", "library": "%s",
                                 "test": {"class": "%s", "method": "fails", "invocation": 1, "status": "failed",
                                          "message": "said is not first", "variant": null, "seconds": %s},
                                 "attributions": [{"model": "fake", "device": "auto", "dtype": "float64",
                                   "method": {"name": "IntegratedGradients", "parameters": %s},
                                   "text": "great", "target": 1, "label": "POSITIVE", "predicted": "POSITIVE",
                                   "scores": [-2.0, 2.0],
                                   "tokens": [{"text": "great", "start": 0, "end": 5, "word": 0, "special": false,
                                     "score": 2.0, "uncertainty": 2.0E-6}],
                                   "f_input": 2.0, "f_baseline": 0.0, "delta": 0.0, "evaluations": %s,
                                   "converged": true, "path": %s, "model_location": %s, "gold": null, "case": null}],
                                 "assertions": [{"attribution": 0, "kind": "hasTopToken", "arguments": ["said"],
                                   "verdict": "fail", "message": "said is not first"}],
                                 "matrices": []}
                                """.formatted(
                run.sidecar(EndsTestCases.class, "fails").path("library").asText(),
                EndsTestCases.class.getName(),
                at(run, "/test/seconds"),
                at(run, "/attributions/0/method/parameters"),
                at(run, "/attributions/0/evaluations"),
                at(run, "/attributions/0/path"),
                at(run, "/attributions/0/model_location"))));
        assertThat(run.reports().resolve("index.html")).isRegularFile();
        assertThat(run.json("summary.json").at("/tests")).hasSize(3);
    }

    private static JsonNode at(Run run, String pointer) {
        JsonNode node = run.sidecar(EndsTestCases.class, "fails").at(pointer);
        assertThat(node.isMissingNode()).isFalse();
        return node;
    }

    @Test
    void allTestsLeavePagesIfAskedFor() {
        var run = new Run(directory).with("attrib.report", "all");
        assertThat(Run.errors(run.execute(EndsTestCases.class))).hasSize(3);
        assertThat(run.ends())
                .containsExactly(
                        "aborts aborted",
                        "fails failed",
                        "isInconclusive inconclusive",
                        "meetsAnInvalidText error",
                        "passes passed");
    }

    @AttributionTest(model = Run.FAKE)
    static class EndsTestCases {
        @Test
        void passes() {
            assertThat(ig("great").attribution().tokens()).hasSize(1);
        }

        @Test
        void fails() {
            fail(ig("great").attribution(), "said is not first");
        }

        @Test
        void aborts() {
            assumeThat(ig("great").attribution().tokens()).isEmpty();
        }

        @Test
        void isInconclusive() {
            throw new InconclusiveException("cannot tell", ig("great").attribution(), List.of());
        }

        @Test
        void meetsAnInvalidText() {
            assertThat(ig(" ").attribution()).isNull();
        }
    }

    @Test
    void failureInBeforeEachIsReportedWithTheTestAndOneInBeforeAllWithTheClass() {
        var run = new Run(directory);
        var errors = Run.errors(run.execute(BeforeEachTestCases.class, BeforeAllTestCases.class));
        assertThat(errors)
                .hasSize(2)
                .allSatisfy(
                        error -> assertThat(error).isInstanceOf(Evidence.class).hasNoSuppressedExceptions());
        assertThat(run.ends()).containsExactly("class failed", "test failed");
    }

    @AttributionTest(model = Run.FAKE)
    static class BeforeEachTestCases {
        @BeforeEach
        void beforeEach() {
            fail(ig("great").attribution(), "in beforeEach");
        }

        @Test
        void test() {
            assertThat(ig("great")).isNull();
        }
    }

    @AttributionTest(model = Run.FAKE)
    static class BeforeAllTestCases {
        @BeforeAll
        static void beforeAll() {
            fail(ig("great").attribution(), "in beforeAll");
        }

        @Test
        void test() {
            assertThat(ig("great")).isNull();
        }
    }

    @Test
    void everyFailureThatCarriesEvidenceIsInTheReportHoweverItIsWrapped() {
        var run = new Run(directory);
        assertThat(Run.errors(run.execute(WrappedTestCases.class)))
                .hasSize(3)
                .allSatisfy(error -> assertThat(error).hasNoSuppressedExceptions());
        assertThat(run.sidecar(WrappedTestCases.class, "softly").at("/assertions"))
                .extracting(check -> check.at("/message").asText())
                .containsExactly("first", "second");
        assertThat(run.sidecar(WrappedTestCases.class, "softly").at("/attributions"))
                .hasSize(2);
        for (String test : List.of("onAnotherThread", "asACause")) {
            JsonNode sidecar = run.sidecar(WrappedTestCases.class, test);
            assertThat(sidecar.at("/attributions")).as(test).hasSize(1);
            assertThat(sidecar.at("/assertions"))
                    .as(test)
                    .singleElement()
                    .satisfies(
                            check -> assertThat(check.at("/message").asText()).isEqualTo("elsewhere"));
        }
    }

    @AttributionTest(model = Run.FAKE)
    static class WrappedTestCases {
        @Test
        void softly() {
            SoftAssertions softly = new SoftAssertions();
            softly.check(() -> fail(ig("great").attribution(), "first"));
            softly.check(() -> fail(ig("said").attribution(), "second"));
            softly.assertAll();
        }

        @Test
        void onAnotherThread(@WithIntegratedGradients AttributionRunner runner) {
            CompletableFuture.runAsync(
                            () -> fail(runner.explain("great").attribution(), "elsewhere"),
                            task -> new Thread(task).start())
                    .join();
        }

        @Test
        void asACause() {
            throw new AssertionError(
                    "wrapped", new Evidence("elsewhere", ig("great").attribution()));
        }
    }

    @Test
    void exceptionsThatCannotBeReadAreReportedToo() {
        var run = new Run(directory);
        assertThat(Run.errors(run.execute(UnreadableTestCases.class))).hasSize(3);

        assertThat(run.ends())
                .containsExactly("collectsItself failed", "hasCausesInACircle error", "hasNoMessage error");
        assertThat(run.sidecar(UnreadableTestCases.class, "hasNoMessage")
                        .at("/test/message")
                        .asText())
                .isEqualTo(Unreadable.class.getName()
                        + ", whose message cannot be read: it throws java.lang.StackOverflowError.");
        assertThat(run.json("summary.json").at("/tests")).hasSize(3);
    }

    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new StackOverflowError();
        }
    }

    @AttributionTest(model = Run.FAKE)
    static class UnreadableTestCases {
        @Test
        void hasCausesInACircle() {
            RuntimeException first = new IllegalStateException("first");
            RuntimeException second = new IllegalStateException("second", first);
            first.initCause(second);
            throw second;
        }

        @Test
        void hasNoMessage() {
            throw new Unreadable();
        }

        @Test
        void collectsItself() {
            RuntimeException part = new IllegalStateException("part");
            MultipleFailuresError all =
                    new MultipleFailuresError("all", List.of(part, new IllegalStateException("other")));
            part.initCause(all);
            throw all;
        }
    }

    @Test
    void rerunThatPassesReplacesThePageOfTheRunThatFailed() {
        var run = new Run(directory);
        FlakyTestCases.FAILS.set(true);
        try (var session = LauncherFactory.openSession()) {
            session.getLauncher().execute(run.request(FlakyTestCases.class));
            assertThat(status(run.sidecar(FlakyTestCases.class, "flaky"))).isEqualTo("failed");
            FlakyTestCases.FAILS.set(false);
            session.getLauncher().execute(run.request(FlakyTestCases.class));
        }
        assertThat(status(run.sidecar(FlakyTestCases.class, "flaky"))).isEqualTo("passed");
        assertThat(run.json("summary.json").at("/tests").findValuesAsText("status"))
                .containsExactly("passed");
    }

    @AttributionTest(model = Run.FAKE)
    static class FlakyTestCases {
        private static final AtomicBoolean FAILS = new AtomicBoolean();

        @Test
        void flaky() {
            Attribution attribution = ig("great").attribution();
            assertThat(attribution.tokens()).hasSize(FAILS.get() ? 2 : 1);
        }
    }

    /** Runs one after the other with an index for both, as the forks of a build do. */
    @Test
    void nestedTestsThatAreInheritedAreNamedByTheClassThatRan() {
        var run = new Run(directory);
        try (var session = LauncherFactory.openSession()) {
            session.getLauncher().execute(run.request(FailingHeirTestCases.class));
        }
        try (var session = LauncherFactory.openSession()) {
            session.getLauncher().execute(run.request(HeirTestCases.class));
        }

        JsonNode failed = run.json("summary.json").at("/tests");
        assertThat(failed.findValuesAsText("class"))
                .containsExactly(
                        FailingHeirTestCases.class.getName() + "$Inner",
                        FailingHeirTestCases.class.getName() + "$Inner$Deeper");
        assertThat(failed.findValuesAsText("status")).containsExactly("failed", "failed");
        assertThat(run.files(".html"))
                .extracting(page -> Files.readString(run.reports().resolve(page)))
                .anySatisfy(page -> assertThat(page)
                        .contains("ReportsTest$FailingHeirTestCases#inherited,ReportsTest$Ancestor$Inner#inherited"));
    }

    abstract static class Ancestor {
        abstract int tokens();

        @Nested
        class Inner {
            @Test
            void inherited() {
                assertThat(ig("great").attribution().tokens()).hasSize(tokens());
            }

            @Nested
            class Deeper {
                @Test
                void inherited() {
                    assertThat(ig("great").attribution().tokens()).hasSize(tokens());
                }
            }
        }
    }

    @AttributionTest(model = Run.FAKE)
    static class FailingHeirTestCases extends Ancestor {
        @Override
        int tokens() {
            return 2;
        }
    }

    @AttributionTest(model = Run.FAKE)
    static class HeirTestCases extends Ancestor {
        @Override
        int tokens() {
            return 1;
        }
    }

    @Test
    void testsOfTheSameNameHaveDistinctFiles() {
        var run = new Run(directory).with("attrib.report", "all");
        var results = run.execute(SameNamesTestCases.class, SubclassTestCases.class);
        assertThat(Run.errors(results)).isEmpty();
        assertThat(Run.succeeded(results)).hasSize(2 * (2 + 2 + 2 + 2));
        assertThat(run.files("html")).hasSize(2 * (2 + 2 + 2 + 2)).hasSameSizeAs(run.files("json"));
        assertThat(run.sidecars().stream()
                        .map(sidecar -> sidecar.at("/attributions/0/text").asText()))
                .doesNotHaveDuplicates();
    }

    @AttributionTest(model = Run.FAKE)
    static class SameNamesTestCases {
        void explain(String text) {
            assertThat(ig(getClass().getSimpleName() + " " + text).attribution().tokens())
                    .isNotEmpty();
        }

        @Test
        void name() {
            explain("none");
        }

        @Test
        void name(TestInfo info) {
            explain("info");
        }

        @ParameterizedTest
        @ValueSource(strings = {"<a>/..", "<b>/.."})
        void parameterized(String text) {
            explain(text);
        }

        @RepeatedTest(2)
        void repeated(TestInfo info) {
            explain(info.getDisplayName());
        }

        @Nested
        class One {
            @Test
            void name() {
                explain("one");
            }
        }

        @Nested
        class Two {
            @Test
            void name() {
                explain("two");
            }
        }
    }

    static class SubclassTestCases extends SameNamesTestCases {}

    @Test
    void reportsThatCannotBeWrittenLeaveVerdictsAloneAndAreLoud() throws IOException {
        var run = new Run(directory).with("attrib.report", "all");
        Files.writeString(run.reports(), "a file where the folder should be");
        StringBuilder output = new StringBuilder();
        var results = capturing(output, () -> run.execute(EndsTestCases.class));

        assertThat(Run.succeeded(results)).containsExactly("passes()");
        results.testEvents().assertStatistics(events -> events.failed(3).aborted(1));
        assertThat(Run.errors(results))
                .allSatisfy(error -> assertThat(error.getSuppressed())
                        .singleElement()
                        .satisfies(problem -> assertThat(problem).hasMessageContaining("attrib.report.dir")));
        assertThat(Run.errors(results)).hasAtLeastOneElementOfType(Evidence.class);
        assertThat(Run.errors(results)).hasAtLeastOneElementOfType(InvalidTextException.class);
        assertThat(output).containsOnlyOnce("Cannot write the report file").containsOnlyOnce("5 reports are missing");
    }

    @Test
    void reportDirectoryThatIsNoPathIsAConfigurationError() {
        var run = new Run(directory).with("attrib.report.dir", "a\0b");
        assertThat(Run.errors(run.execute(EndsTestCases.class)))
                .singleElement()
                .satisfies(error -> assertThat(error)
                        .isInstanceOf(org.junit.jupiter.api.extension.ExtensionConfigurationException.class)
                        .hasMessageContaining("attrib.report.dir"));
    }

    @Test
    void placeOfTheIndexIsPrintedOnceAtTheEndOfTheSession() {
        var run = new Run(directory);
        StringBuilder output = new StringBuilder();
        capturing(output, () -> {
            try (var session = LauncherFactory.openSession()) {
                session.getLauncher().execute(run.request(EndsTestCases.class));
                session.getLauncher().execute(run.request(BeforeEachTestCases.class));
            }
            return true;
        });
        assertThat(output)
                .containsOnlyOnce("[junit-attrib] attribution report: "
                        + run.reports().toString().replace('\\', '/') + "/index.html");
        assertThat(Pattern.compile("junit-attrib\\]").matcher(output).results()).hasSize(1);
    }

    private static <T> T capturing(StringBuilder output, java.util.function.Supplier<T> action) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream captured = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            System.setOut(captured);
            System.setErr(captured);
            return action.get();
        } finally {
            System.setOut(out);
            System.setErr(err);
            output.append(bytes.toString(StandardCharsets.UTF_8));
        }
    }

    @Test
    void pageOfATestThatFailsInAnotherExtensionIsWrittenToo() {
        var run = new Run(directory);
        assertThat(Run.errors(run.execute(OtherExtensionTestCases.class))).hasSize(1);
        assertThat(run.sidecars())
                .singleElement()
                .satisfies(sidecar -> assertThat(status(sidecar)).isEqualTo("error"));
    }

    static final class FailingExtension implements org.junit.jupiter.api.extension.BeforeEachCallback {
        @Override
        public void beforeEach(org.junit.jupiter.api.extension.ExtensionContext context) {
            throw new IllegalStateException("another extension");
        }
    }

    @ExtendWith(FailingExtension.class)
    @AttributionTest(model = Run.FAKE)
    static class OtherExtensionTestCases {
        @Test
        void neverRuns() {
            assertThat(ig("great")).isNull();
        }
    }
}
