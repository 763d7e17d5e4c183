package io.github.junitattrib.junit;

import static io.github.junitattrib.junit.Attributions.ig;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.junitattrib.model.DeviceChoice;
import io.github.junitattrib.model.TextClassifier;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** What a machine lacks skips tests with a reason, or fails them where {@code attrib.require} names it. */
class ConditionsTest {

    private static final String TO_FAIL = " (set attrib.require=model to fail)";

    @TempDir
    private Path directory;

    private static List<String> skips(EngineExecutionResults results) {
        return results.allEvents()
                .skipped()
                .map(event ->
                        event.getTestDescriptor().getDisplayName() + ": " + event.getRequiredPayload(String.class))
                .toList();
    }

    @Test
    void testsOfAMissingModelAreSkippedWithTheReason() {
        var run = new Run(directory).with("attrib.model.gone", directory.resolve("gone") + "/");
        var results = run.execute(ModelTestCases.class, ModelClassTestCases.class);

        assertThat(Run.errors(results)).isEmpty();
        assertThat(Run.succeeded(results)).containsExactlyInAnyOrder("there()", "made(TextClassifier)", "unmarked()");
        assertThat(skips(results))
                .containsExactlyInAnyOrder(
                        "noAlias(): The model alias \"nowhere\" is not set. Set"
                                + " attrib.model.nowhere to a model directory or another location, as -Dattrib.model.nowhere=path/to/model or in"
                                + " junit-platform.properties; a directory of that name is written ./nowhere."
                                + TO_FAIL,
                        "noDirectory(): There is no model directory "
                                + directory.resolve("gone").toAbsolutePath() + " (model location \"attrib.model.gone="
                                + directory.resolve("gone")
                                + "/\"). Beside it there is: models. Check the path; relative ones start at the project's"
                                + " directory." + TO_FAIL,
                        "noFolder(): The class path has no model folder no/such (no"
                                + " no/such/config.json or no/such/serving.properties). Check the name, and that the jar with the model is a dependency."
                                + TO_FAIL,
                        "ConditionsTest$ModelClassTestCases: The model alias \"nowhere\" is not"
                                + " set. Set attrib.model.nowhere to a model directory or another location, as"
                                + " -Dattrib.model.nowhere=path/to/model or in junit-platform.properties; a directory of"
                                + " that name is written ./nowhere." + TO_FAIL);
        assertThat(run.counts(Run.FAKE).loads())
                .as("to see a model is not to load it")
                .hasValue(0);
    }

    @AttributionTest(model = Run.FAKE)
    static class ModelTestCases {
        @Test
        @EnabledIfModel(Run.FAKE)
        void there() {
            assertThat(AttributionLog.current()).isPresent();
        }

        @AttributionModel("made")
        static String made() {
            return Run.OTHER;
        }

        @Test
        @EnabledIfModel("made")
        void made(@Variant("made") TextClassifier model) {
            assertThat(model.facts().name()).isEqualTo(Run.OTHER);
        }

        @Test
        void unmarked() {
            assertThat(AttributionLog.current()).isPresent();
        }

        @Test
        @EnabledIfModel("nowhere")
        void noAlias() {
            assertThat(ig("great").attribution()).isNull();
        }

        @Test
        @EnabledIfModel("gone")
        void noDirectory() {
            assertThat(ig("great").attribution()).isNull();
        }

        @Test
        @EnabledIfModel("classpath:no/such")
        void noFolder() {
            assertThat(ig("great").attribution()).isNull();
        }
    }

    @AttributionTest(model = "nowhere")
    @EnabledIfModel("nowhere")
    static class ModelClassTestCases {
        @Test
        void neverRuns() {
            assertThat(ig("great").attribution()).isNull();
        }

        @Nested
        class Inner {
            @Test
            void neverRuns() {
                assertThat(ig("great").attribution()).isNull();
            }
        }
    }

    @Test
    void aSkippedClassOfVariantsIsToldOnTheConsole() {
        PrintStream console = System.out;
        var printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        EngineExecutionResults results;
        try {
            results = new Run(directory).execute(SkippedVariantsTestCases.class, ModelClassTestCases.class);
        } finally {
            System.setOut(console);
        }
        assertThat(skips(results)).hasSize(2);
        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .filteredOn(line -> line.contains("is skipped"))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("[junit-attrib] " + SkippedVariantsTestCases.class.getName()
                                + " is skipped: The model alias \"nowhere\" is not set.")
                        .endsWith(TO_FAIL));
    }

    @EnabledIfModel("nowhere")
    @ModelVariants({Run.FAKE, "nowhere"})
    static class SkippedVariantsTestCases {
        @Test
        void neverRuns() {
            assertThat(ig("great").attribution()).isNull();
        }
    }

    @Test
    void conditionsDecideBeforeNamesAreLookedUp() {
        var results = new Run(directory).execute(GuardedTestCases.class);
        assertThat(Run.errors(results)).isEmpty();
        assertThat(Run.succeeded(results)).containsExactly("other()");
        assertThat(skips(results))
                .extracting(skip -> skip.replaceAll("\\(.*", ""))
                .containsExactlyInAnyOrder("parameter", "perVariant", "disabled");
    }

    @AttributionTest(model = Run.FAKE)
    static class GuardedTestCases {
        @Test
        @EnabledIfModel("nowhere")
        void parameter(@Variant("nowhere") TextClassifier model) {
            assertThat(model).isNull();
        }

        @EnabledIfModel("nowhere")
        @ModelVariants({Run.FAKE, "nowhere"})
        void perVariant() {
            assertThat(ig("great").attribution()).isNull();
        }

        @Disabled("for now")
        @ModelVariants("nowhere")
        void disabled() {
            assertThat(ig("great").attribution()).isNull();
        }

        @Test
        void other() {
            assertThat(ig("great").attribution()).isNotNull();
        }
    }

    @Test
    void aModelOfTheHubThatIsNotInItsCacheIsMissingEvenWhereItCouldBeDownloaded() {
        var results = new Run(directory).with("attrib.download", "true").execute(HubTestCases.class);
        assertThat(Run.errors(results)).isEmpty();
        assertThat(skips(results))
                .singleElement()
                .satisfies(skip -> assertThat(skip)
                        .contains("acme-of-junit-attrib/never-published", "or set attrib.download=true"));
    }

    @AttributionTest(model = "hf:acme-of-junit-attrib/never-published")
    static class HubTestCases {
        @Test
        @EnabledIfModel("hf:acme-of-junit-attrib/never-published")
        void test() {
            assertThat(ig("great").attribution()).isNull();
        }
    }

    @Test
    void aModelThatIsThereButBrokenFailsItsTests() {
        var run = new Run(directory).model("nowhere", "broken");
        var errors = Run.errors(run.execute(ModelClassTestCases.class));
        assertThat(errors)
                .hasSize(2)
                .allSatisfy(error -> assertThat(error).hasMessageStartingWith("The fake model is broken."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"model", "gpu, model", "model,gpu,"})
    void aRequiredModelThatIsMissingIsAFailureAndNoSkip(String required) {
        var run = new Run(directory).with("attrib.require", required);
        var results = run.execute(ModelClassTestCases.class);
        assertThat(skips(results)).isEmpty();
        assertThat(Run.errors(results))
                .singleElement()
                .satisfies(error -> assertThat(error)
                        .hasMessageContainingAll(
                                "The model alias \"nowhere\" is not set.", " (required by attrib.require=model)"));
    }

    @Test
    void requiringOneThingLeavesTheOtherAlone() {
        var results = new Run(directory).with("attrib.require", "gpu").execute(ModelClassTestCases.class);
        assertThat(Run.errors(results)).isEmpty();
        assertThat(skips(results)).hasSize(1);
    }

    @Test
    void aMisspeltRequirementIsAnErrorOfTheClass() {
        var results = new Run(directory).with("attrib.require", "gpus").execute(UnmarkedTestCases.class);
        assertThat(Run.errors(results))
                .singleElement()
                .satisfies(error -> assertThat(error)
                        .hasMessage("attrib.require has the word \"gpus\", but must be model, gpu or both with a comma"
                                + " between."));
    }

    @AttributionTest(model = Run.FAKE)
    static class UnmarkedTestCases {
        @Test
        void test() {
            assertThat(ig("great").attribution()).isNotNull();
        }
    }

    @Test
    void testsThatNeedAGpuRunWhereModelsRunOnOne() {
        var results = new Run(directory).with("attrib.require", "gpu").execute(GpuTestCases.class);
        assertThat(Run.errors(results)).isEmpty();
        assertThat(Run.succeeded(results)).containsExactly("test()");
    }

    @Test
    void testsThatNeedAGpuAreSkippedOrFailWithWhatIsMissing() {
        var skipped = new Run(directory).execute(NoGpuTestCases.class);
        assertThat(Run.errors(skipped)).isEmpty();
        assertThat(Run.succeeded(skipped)).containsExactly("unmarked()");
        assertThat(skips(skipped))
                .containsExactly("marked(): There is no GPU for auto. (set attrib.require=gpu to fail)");

        var failed = new Run(directory).with("attrib.require", "gpu").execute(NoGpuTestCases.class);
        assertThat(skips(failed)).isEmpty();
        assertThat(Run.errors(failed))
                .singleElement()
                .satisfies(error -> assertThat(error)
                        .hasMessageEndingWith("There is no GPU for auto. (required by attrib.require=gpu)"));
    }

    @Test
    void modelsThatAreSetToTheCpuDoNotRunOnAGpu() {
        var results = new Run(directory).with("attrib.device", "cpu").execute(RealGpuTestCases.class);
        assertThat(skips(results))
                .containsExactly(
                        "ConditionsTest$RealGpuTestCases: The device is set to cpu. (set attrib.require=gpu to fail)");
    }

    @AttributionTest(model = Run.FAKE)
    @EnabledIfGpu
    static class RealGpuTestCases {
        @Test
        void neverRuns() {
            assertThat(ig("great").attribution()).isNull();
        }
    }

    /** A machine with a GPU. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.METHOD})
    @ExtendWith(WithGpu.class)
    @interface EnabledWithGpu {}

    static final class WithGpu extends GpuCondition {
        @Override
        boolean isAsked(ExtensionContext context) {
            return AnnotationSupport.isAnnotated(context.getElement(), EnabledWithGpu.class);
        }

        @Override
        Optional<String> missing(DeviceChoice device) {
            return Optional.empty();
        }
    }

    @AttributionTest(model = Run.FAKE)
    @EnabledWithGpu
    static class GpuTestCases {
        @Test
        void test() {
            assertThat(ig("great").attribution()).isNotNull();
        }
    }

    /** A machine without. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.METHOD})
    @ExtendWith(WithoutGpu.class)
    @interface EnabledWithoutGpu {}

    static final class WithoutGpu extends GpuCondition {
        @Override
        boolean isAsked(ExtensionContext context) {
            return AnnotationSupport.isAnnotated(context.getElement(), EnabledWithoutGpu.class);
        }

        @Override
        Optional<String> missing(DeviceChoice device) {
            return Optional.of("There is no GPU for " + device.name() + ".");
        }
    }

    @AttributionTest(model = Run.FAKE)
    static class NoGpuTestCases {
        @Test
        @EnabledWithoutGpu
        void marked() {
            assertThat(ig("great").attribution()).isNull();
        }

        @Test
        void unmarked() {
            assertThat(ig("great").attribution()).isNotNull();
        }
    }
}
