package io.github.junitattrib.junit;

import static io.github.junitattrib.junit.Attributions.ig;
import static io.github.junitattrib.junit.Attributions.show;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.junitattrib.ScoreMatrix;
import io.github.junitattrib.approved.DriftTolerance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherFactory;

/** What fails before, between and after tests is in the index too, and once. */
class FailuresOutsideOfTestsTest {

    @TempDir
    private Path directory;

    private Run run() {
        return new Run(directory).with("corpora", directory.toString()).with("attrib.report.junit-xml", "true");
    }

    private static void execute(Run run, Class<?>... classes) {
        try (LauncherSession session = LauncherFactory.openSession()) {
            session.getLauncher().execute(run.request(classes));
        }
    }

    /** Class, method, number and status, in the order of the index. */
    private static List<String> index(Run run) {
        return Stream.of(run.json("summary.json").at("/tests"))
                .flatMap(tests -> tests.findParents("sidecar").stream())
                .map(test -> test.path("class").asText().replaceAll(".*\\$", "") + " "
                        + test.path("method").asText() + " "
                        + test.path("invocation").asInt() + " "
                        + test.path("status").asText())
                .toList();
    }

    @Test
    void aCorpusThatCannotBeReadIsAnErrorOfItsMethod() throws IOException {
        Files.writeString(directory.resolve("ragged.csv"), "text,label\nfine,POSITIVE\nragged\n");
        var run = run();
        execute(run, CorpusTestCases.class);

        assertThat(index(run)).containsExactly("CorpusTestCases isMissing 0 error", "CorpusTestCases isRagged 0 error");
        assertThat(run.json("summary.json").at("/tests/1/message").asText()).contains("ragged.csv, line 3: ");
        assertThat(run.json("summary.json").at("/totals/passed_without_report").asInt())
                .isEqualTo(2);
        assertThat(run.sidecar(CorpusTestCases.class, "isRagged", 0)
                        .at("/test/message")
                        .asText())
                .contains(
                        "InvalidCorpusException: ${corpora}/ragged.csv, line 3", "\tat io.github.junitattrib.corpus.");
        assertThat(run.reports().resolve("junit.xml")).content().contains("tests=\"4\" failures=\"0\" errors=\"2\"");
        assertThat(run.reports().resolve("summary.md")).content().contains("| ! error | FailuresOutsideOfTestsTest");
        assertThat(run.reports().resolve("summary.md")).content().doesNotContain("(0)");
    }

    @AttributionTest(model = Run.FAKE)
    static class CorpusTestCases {
        @Test
        void passes() {
            assertThat(ig("great").attribution().tokens()).hasSize(1);
        }

        @ParameterizedTest
        @CorpusSource("${corpora}/ragged.csv")
        void isRagged(String text) {
            assertThat(text).isEqualTo("fine");
        }

        @ParameterizedTest
        @CorpusSource("${corpora}/missing.csv")
        void isMissing(String text) {
            assertThat(text).isNull();
        }
    }

    @Test
    void aRerunThatPassesLeavesNoPageOfATemplate() throws IOException {
        var run = run();
        execute(run, LaterTestCases.class);
        assertThat(index(run)).containsExactly("LaterTestCases reads 0 error");

        Files.writeString(directory.resolve("later.csv"), "text\nfine\n");
        try (LauncherSession session = LauncherFactory.openSession()) {
            session.getLauncher().execute(run.request(LaterTestCases.class));
        }

        assertThat(index(run)).isEmpty();
        assertThat(run.files("json")).isEmpty();
        assertThat(run.files("html")).isEmpty();
    }

    @AttributionTest(model = Run.FAKE)
    static class LaterTestCases {
        @ParameterizedTest
        @CorpusSource("${corpora}/later.csv")
        void reads(String text) {
            assertThat(text).isEqualTo("fine");
        }
    }

    @Test
    void classesAreReportedOnceWhereverTheyFail() {
        var run = run();
        execute(
                run,
                BeforeAllTestCases.class,
                UnknownModelTestCases.class,
                ConditionTestCases.class,
                AfterAllTestCases.class,
                FieldTestCases.class,
                ForeignTestCases.class);

        assertThat(index(run))
                .containsExactly(
                        "AfterAllTestCases class 1 error",
                        "BeforeAllTestCases class 1 error",
                        "ConditionTestCases class 1 error",
                        "FieldTestCases fails 1 error",
                        "UnknownModelTestCases class 1 error");
        assertThat(run.json("summary.json").at("/tests").findValuesAsText("message"))
                .contains("in beforeAll", "in afterAll")
                .anyMatch(message -> message.contains("names no model to test"));
    }

    @AttributionTest(model = Run.FAKE)
    static class BeforeAllTestCases {
        @BeforeAll
        static void beforeAll() {
            Objects.requireNonNull(System.getProperty("no.such.property"), "in beforeAll");
        }

        @Test
        void neverRuns() {}
    }

    @AttributionTest
    static class UnknownModelTestCases {
        @Test
        void neverRuns() {}
    }

    static final class Failing implements ExecutionCondition, AfterAllCallback {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            boolean fails = context.getTestClass()
                            .filter(ConditionTestCases.class::equals)
                            .isPresent()
                    || context.getTestMethod()
                            .filter(method -> method.getName().equals("fails"))
                            .isPresent();
            if (fails) {
                throw new IllegalStateException("in a condition");
            }
            return ConditionEvaluationResult.enabled("It runs.");
        }

        @Override
        public void afterAll(ExtensionContext context) {
            if (context.getRequiredTestClass() == AfterAllTestCases.class) {
                throw new IllegalStateException("in afterAll");
            }
        }
    }

    @AttributionTest(model = Run.FAKE)
    @ExtendWith(Failing.class)
    static class ConditionTestCases {
        @Test
        void neverRuns() {}
    }

    /** The extension before ours ends after it. */
    @ExtendWith(Failing.class)
    @AttributionTest(model = Run.FAKE)
    static class AfterAllTestCases {
        @Test
        void passes() {}
    }

    @ExtendWith(Failing.class)
    static class FieldTestCases {
        @RegisterExtension
        static final AttributionExtension EXTENSION =
                AttributionExtension.builder().model(Run.FAKE).build();

        @Test
        void fails() {}
    }

    static class ForeignTestCases {
        @ParameterizedTest
        @MethodSource("missing")
        void isNotOurs(String text) {
            assertThat(text).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"failures", "all"})
    void aTestThatAnotherExtensionFailsKeepsWhatItComputed(String reported) {
        var run = run().with("attrib.report", reported).with("fails", "later");
        execute(run, LaterEndTestCases.class);

        assertThat(index(run)).containsExactly("LaterEndTestCases class 1 error", "LaterEndTestCases computes 1 error");
        JsonNode sidecar = run.sidecar(LaterEndTestCases.class, "computes");
        assertThat(sidecar.at("/test/message").asText()).startsWith("in a later afterEach");
        assertThat(Run.texts(sidecar)).containsExactly("said great");
        assertThat(sidecar.at("/matrices").findValuesAsText("title")).containsExactly("Attention");
        assertThat(Run.texts(run.sidecar(LaterEndTestCases.class, "class"))).containsExactly("great");
    }

    @Test
    void aRerunThatAnotherExtensionFailsIsReported() {
        var run = run();
        try (LauncherSession session = LauncherFactory.openSession()) {
            session.getLauncher().execute(run.with("fails", "body").request(LaterEndTestCases.class));
            session.getLauncher().execute(run.with("fails", "later").request(LaterEndTestCases.class));
        }

        JsonNode sidecar = run.sidecar(LaterEndTestCases.class, "computes");
        assertThat(sidecar.at("/test/message").asText()).startsWith("in a later afterEach");
        assertThat(Run.texts(sidecar)).containsExactly("said great");
    }

    @Test
    void aRerunThatFailsBeforeItBeginsShowsNothingOfTheLastOne() {
        var run = run();
        try (LauncherSession session = LauncherFactory.openSession()) {
            session.getLauncher().execute(run.with("fails", "nowhere").request(LaterEndTestCases.class));
            session.getLauncher().execute(run.with("fails", "earlier").request(LaterEndTestCases.class));
        }

        JsonNode sidecar = run.sidecar(LaterEndTestCases.class, "computes");
        assertThat(sidecar.at("/test/message").asText()).startsWith("in an earlier beforeEach");
        assertThat(Run.texts(sidecar)).isEmpty();
    }

    /** Comes before our extension, so that it ends after it. */
    static final class LaterEnd
            implements BeforeEachCallback, BeforeTestExecutionCallback, AfterEachCallback, AfterAllCallback {
        @Override
        public void beforeEach(ExtensionContext context) {
            failIf("earlier", context, "in an earlier beforeEach");
        }

        @Override
        public void beforeTestExecution(ExtensionContext context) {
            failIf("body", context, "in the body");
        }

        @Override
        public void afterEach(ExtensionContext context) {
            failIf("later", context, "in a later afterEach");
        }

        @Override
        public void afterAll(ExtensionContext context) {
            failIf("later", context, "in a later afterAll");
        }

        private static void failIf(String place, ExtensionContext context, String message) {
            if (context.getConfigurationParameter("fails").filter(place::equals).isPresent()) {
                throw new IllegalStateException(message);
            }
        }
    }

    @ExtendWith(LaterEnd.class)
    @AttributionTest(model = Run.FAKE)
    static class LaterEndTestCases {
        @BeforeAll
        static void computesForAll() {
            assertThat(ig("great").attribution().tokens()).hasSize(1);
        }

        @Test
        void computes() {
            assertThat(ig("said great").attribution().tokens()).hasSize(2);
            show(new ScoreMatrix("Attention", "from", "to", List.of("a"), List.of("b"), List.of(List.of(1.0))));
        }
    }

    @Test
    void anOldReportThatCannotBeDeletedIsNoMissingFailure() throws IOException {
        var run = run();
        execute(run, LaterTestCases.class);
        Path page = run.reports().resolve(run.files("html").get(0));
        Files.delete(page);
        Files.createDirectories(page.resolve("inner"));
        Files.writeString(directory.resolve("later.csv"), "text\nfine\n");

        String printed = Printed.during(() -> execute(run, LaterTestCases.class));

        assertThat(printed)
                .contains("may be of an earlier run, as it passed now: Cannot delete ")
                .doesNotContain("is in no report");
    }

    @Test
    void staleApprovedAttributionsFailTheirClassInTheIndexToo() {
        var run = run().with("attrib.approved", "create")
                .with("attrib.ci", "false")
                .with("attrib.approved.dir", directory.resolve("approved").toString());
        StaleTestCases.text = "said great";
        execute(run, StaleTestCases.class);
        assertThat(index(run)).isEmpty();

        StaleTestCases.text = "great";
        execute(run.with("attrib.approved.stale", "fail"), StaleTestCases.class);
        assertThat(index(run)).containsExactly("StaleTestCases class 1 failed");
        assertThat(run.json("summary.json").at("/tests/0/message").asText())
                .startsWith("Approved attributions that no test asks for: ");
    }

    @AttributionTest(model = Run.FAKE)
    static class StaleTestCases {
        private static String text = "";

        @Test
        void asks() {
            AttributionLog.current().orElseThrow().approval(ig(text).attribution(), DriftTolerance.standard());
        }
    }
}
