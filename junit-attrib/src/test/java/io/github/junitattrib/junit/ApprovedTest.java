package io.github.junitattrib.junit;

import static io.github.junitattrib.junit.Attributions.ig;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.junitattrib.approved.Approval;
import io.github.junitattrib.approved.DriftTolerance;
import io.github.junitattrib.approved.SafeNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.AssertionFailedError;

/** Where approved attributions stand, who writes them, and when they are stale. */
class ApprovedTest {

    @TempDir
    private Path directory;

    private Run run(String mode) {
        return new Run(directory)
                .with("attrib.approved", mode)
                .with("attrib.approved.dir", directory.resolve("approved").toString())
                .with("attrib.approved.stale", "fail")
                .with("attrib.ci", "false");
    }

    private List<String> files() throws IOException {
        Path root = directory.resolve("approved");
        if (!Files.exists(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    private static String nameOf(Class<?> type) {
        return Stream.of(type.getName())
                .map(name -> name.replace('$', '_'))
                .findFirst()
                .orElseThrow();
    }

    private static Approval approval(String text) {
        return AttributionLog.current().orElseThrow().approval(ig(text).attribution(), DriftTolerance.standard());
    }

    @AttributionTest(model = Run.FAKE)
    static class ReviewsTestCases {
        @Test
        void plain() {
            assertThat(approval("said great")).isInstanceOf(Approval.Found.class);
        }

        @ParameterizedTest
        @ValueSource(strings = {"great", "great film"})
        void several(String text) {
            assertThat(approval(text)).isInstanceOf(Approval.Found.class);
        }
    }

    @AttributionTest(model = Run.FAKE)
    static class WritingTestCases {
        @Test
        void plain() {
            assertThat(approval("said great")).isInstanceOf(Approval.Written.class);
        }

        @ParameterizedTest
        @ValueSource(strings = {"great", "great film", "gone"})
        void several(String text) {
            assertThat(approval(text)).isInstanceOf(Approval.Written.class);
        }
    }

    /** Approves as WritingTestCases does, in the name of ReviewsTestCases. */
    private void approve() throws IOException {
        assertThat(Run.errors(run("create").execute(WritingTestCases.class))).isEmpty();
        assertThat(files()).hasSize(2);
        Path model = directory.resolve("approved/fake");
        try (Stream<Path> classes = Files.list(model)) {
            Path written = classes.findFirst().orElseThrow();
            Path renamed = model.resolve(SafeNames.of(ReviewsTestCases.class.getName()));
            Files.move(written, renamed);
        }
    }

    @Test
    void invocationsOfAMethodShareAFileNamedByModelClassAndMethod() throws IOException {
        approve();

        assertThat(files())
                .hasSize(2)
                .allMatch(file -> file.startsWith("fake/" + nameOf(ReviewsTestCases.class)))
                .anyMatch(file -> file.endsWith("/plain.json"))
                .anyMatch(file -> file.endsWith("/several.json"));
    }

    @Test
    void whatNoTestAsksForFailsItsClassOnRequest() throws IOException {
        approve();

        List<Throwable> errors = Run.errors(run("verify").execute(ReviewsTestCases.class));

        assertThat(errors).singleElement().isInstanceOf(AssertionFailedError.class);
        assertThat(errors.get(0))
                .hasMessageStartingWith("Approved attributions that no test asks for: ")
                .hasMessageContaining("several.json (\"gone\" by IntegratedGradients (")
                .hasMessageContaining(") toward POSITIVE)")
                .hasMessageEndingWith("Delete them with -Dattrib.approved=prune.");
        assertThat(Run.errors(
                        run("verify").with("attrib.approved.stale", "warn").execute(ReviewsTestCases.class)))
                .isEmpty();
    }

    @Test
    void pruneDeletesWhatNoTestAsksFor() throws IOException {
        approve();

        assertThat(Run.errors(run("prune").execute(ReviewsTestCases.class))).isEmpty();

        assertThat(Run.errors(run("verify").execute(ReviewsTestCases.class))).isEmpty();
        assertThat(files()).hasSize(2);
    }

    @AttributionTest(model = Run.FAKE)
    static class FailingTestCases {
        @Test
        void several() {
            throw new AssertionError("before it asks");
        }

        @Test
        void plain() {
            assertThat(approval("said great")).isInstanceOf(Approval.class);
        }
    }

    @Test
    void whatAFailingTestDidNotAskForIsNotStale() throws IOException {
        approve();
        Path model = directory.resolve("approved/fake");
        Files.move(
                model.resolve(SafeNames.of(ReviewsTestCases.class.getName())),
                model.resolve(SafeNames.of(FailingTestCases.class.getName())));

        assertThat(Run.errors(run("verify").execute(FailingTestCases.class)))
                .singleElement()
                .extracting(Throwable::getMessage)
                .isEqualTo("before it asks");
        run("prune").execute(FailingTestCases.class);
        assertThat(files()).hasSize(2);
    }

    private static void ask(String... texts) {
        Stream.of(texts).forEach(text -> assertThat(approval(text)).isNotNull());
    }

    private void approveAndPrune(Class<?> type, Runnable between) {
        assertThat(Run.errors(run("create").execute(type))).isEmpty();
        between.run();
        run("prune").execute(type);
    }

    @AttributionTest(model = Run.FAKE)
    static class RenamedTestCases {
        @Test
        void severalWordsAreAsApproved() {
            assertThat(approval("great film"))
                    .isInstanceOfSatisfying(
                            Approval.Missing.class,
                            missing -> assertThat(missing.abandoned())
                                    .hasValueSatisfying(file -> assertThat(file).hasFileName("several.json")));
        }

        @Test
        void plain() {
            ask("said great");
            assertThat(approval("great film"))
                    .isInstanceOfSatisfying(
                            Approval.Missing.class,
                            missing -> assertThat(missing.abandoned()).isEmpty());
        }
    }

    @Test
    void whatARenamedMethodHasLeftIsTold() throws IOException {
        approve();
        Path model = directory.resolve("approved/fake");
        Files.move(
                model.resolve(SafeNames.of(ReviewsTestCases.class.getName())),
                model.resolve(SafeNames.of(RenamedTestCases.class.getName())));

        assertThat(Run.errors(
                        run("verify").with("attrib.approved.stale", "warn").execute(RenamedTestCases.class)))
                .isEmpty();
    }

    @AttributionTest(model = Run.FAKE)
    static class ClassScopeTestCases {
        private static final AtomicBoolean BREAKS = new AtomicBoolean();

        @BeforeAll
        static void ask() {
            ApprovedTest.ask("said great");
            assertThat(BREAKS).isFalse();
            ApprovedTest.ask("great film");
        }

        @Test
        void nothing() {}
    }

    @Test
    void whatAClassAsksForIsNotGone() throws IOException {
        approveAndPrune(ClassScopeTestCases.class, () -> ClassScopeTestCases.BREAKS.set(true));

        assertThat(entries("class.json")).containsExactly("great film", "said great");
    }

    @AttributionTest(model = Run.FAKE)
    static class OverloadsTestCases {
        private static final AtomicBoolean DISABLES = new AtomicBoolean();

        static class Without implements ExecutionCondition {
            @Override
            public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
                return DISABLES.get()
                        ? ConditionEvaluationResult.disabled("as by @Disabled")
                        : ConditionEvaluationResult.enabled("");
            }
        }

        @Test
        void same() {
            ask("said great");
        }

        @Test
        @ExtendWith(Without.class)
        void same(TestInfo info) {
            ask("great film");
        }
    }

    @Test
    void whatADisabledOverloadAsksForIsNotStale() throws IOException {
        approveAndPrune(OverloadsTestCases.class, () -> OverloadsTestCases.DISABLES.set(true));

        assertThat(entries("same.json")).containsExactly("great film", "said great");
    }

    @AttributionTest(model = Run.FAKE)
    @ParameterizedClass
    @ValueSource(strings = {"said great", "great film"})
    static class SeveralTimesTestCases {
        @Parameter
        String text = "";

        @Nested
        class Inner {
            @Test
            void reasons() {
                ask(text);
            }
        }
    }

    @Test
    void whatANestedClassAsksForWhenItRunsAgainIsNotStale() throws IOException {
        approveAndPrune(SeveralTimesTestCases.class, () -> {});

        assertThat(entries("reasons.json")).containsExactly("great film", "said great");
    }

    abstract static class Ancestor {
        abstract String text();

        @Nested
        class Inner {
            @Test
            void reasons() {
                ask(text());
            }
        }
    }

    @AttributionTest(model = Run.FAKE)
    static class FirstHeirTestCases extends Ancestor {
        @Override
        String text() {
            return "said great";
        }
    }

    @AttributionTest(model = Run.FAKE)
    static class SecondHeirTestCases extends Ancestor {
        @Override
        String text() {
            return "great film";
        }
    }

    @Test
    void whatAnotherHeirAsksForIsNotStale() throws IOException {
        run("create").execute(FirstHeirTestCases.class);
        run("create").execute(SecondHeirTestCases.class);
        assertThat(files()).hasSize(2);

        for (Class<?> heir : List.of(FirstHeirTestCases.class, SecondHeirTestCases.class)) {
            assertThat(Run.errors(run("prune").execute(heir))).isEmpty();
        }

        assertThat(files()).hasSize(2);
    }

    private List<String> entries(String file) throws IOException {
        try (Stream<Path> files = Files.walk(directory.resolve("approved"))) {
            Path one = files.filter(path -> path.endsWith(file)).findFirst().orElseThrow();
            return new ObjectMapper().readTree(one.toFile()).at("/approved").findValuesAsText("text");
        }
    }

    @Test
    void aCiJobMayNotApprove() throws IOException {
        List<Throwable> errors =
                Run.errors(run("create").with("attrib.ci", "true").execute(WritingTestCases.class));

        assertThat(errors)
                .isNotEmpty()
                .allSatisfy(error -> assertThat(error)
                        .isInstanceOf(ExtensionConfigurationException.class)
                        .hasMessageContaining("this is a CI job")
                        .hasMessageContaining("commit the files"));
        assertThat(files()).isEmpty();
        assertThat(Run.errors(run("verify").with("attrib.ci", "true").execute(ReviewsTestCases.class)))
                .as("it may judge: nothing is approved, so that the tests fail")
                .noneMatch(ExtensionConfigurationException.class::isInstance);
    }

    @ParameterizedTest
    @CsvSource({
        "attrib.approved, yes, 'must be verify, create, update or prune'",
        "attrib.approved.stale, no, must be warn or fail",
        "attrib.ci, maybe, must be true or false",
    })
    void aMisspeltPropertyIsNamed(String property, String value, String reason) {
        assertThat(Run.errors(run("create").with(property, value).execute(ReviewsTestCases.class)))
                .isNotEmpty()
                .allSatisfy(error -> assertThat(error)
                        .isInstanceOf(ExtensionConfigurationException.class)
                        .hasMessageContaining(property + " is \"" + value + "\", but " + reason));
    }
}
