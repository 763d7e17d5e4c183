package io.github.junitattrib.junit;

import static io.github.junitattrib.junit.Attributions.ig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.junitattrib.method.AttributionRunner;
import io.github.junitattrib.model.TextClassifier;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.Event;

/** {@link ModelVariants}: each test once per model. */
class ModelVariantsTest {

    @TempDir
    private Path directory;

    private static String model() {
        return ig("great").attribution().model().name();
    }

    /** Fails on purpose, so that a report is left. */
    private static void assertThatModelIs(String expected) {
        assertThat(model()).isEqualTo(expected);
    }

    private List<String> containers(org.junit.platform.testkit.engine.EngineExecutionResults results) {
        return results.containerEvents()
                .succeeded()
                .map(Event::getTestDescriptor)
                .map(descriptor -> descriptor.getDisplayName())
                .filter(name -> name.startsWith("["))
                .toList();
    }

    @Test
    void aClassRunsOncePerVariantEverywhereItsTestsAskForTheModel() {
        var run = new Run(directory).model("third", "");
        ClassTestCases.SEEN.clear();
        var results = run.execute(ClassTestCases.class);

        assertThat(Run.errors(results)).isEmpty();
        assertThat(containers(results)).contains("[1] fake", "[2] other");
        assertThat(Run.succeeded(results)).hasSize(2 * (1 + 1 + 2 + 2 + 1 + 1 + 1));
        assertThat(ClassTestCases.SEEN)
                .allSatisfy((test, models) -> assertThat(models).as(test).containsOnlyKeys(Run.FAKE, Run.OTHER));
        assertThat(run.counts(Run.FAKE).loads()).hasValue(1);
        assertThat(run.counts(Run.OTHER).loads()).hasValue(1);
    }

    /** No model is declared beside the variants. */
    @AttributionTest
    @ModelVariants({Run.FAKE, Run.OTHER})
    static class ClassTestCases {

        private static final Map<String, Map<String, AtomicInteger>> SEEN = new ConcurrentHashMap<>();
        private final String inConstructor;
        private String inBeforeEach = "";

        ClassTestCases(@UnderTest TextClassifier model) {
            inConstructor = model.facts().name();
        }

        static void saw(String test, String model) {
            SEEN.computeIfAbsent(test, fresh -> new ConcurrentHashMap<>())
                    .computeIfAbsent(model, fresh -> new AtomicInteger())
                    .incrementAndGet();
        }

        @BeforeAll
        static void hasNoModelButItsParameters(@Variant(Run.OTHER) TextClassifier other) {
            assertThatThrownBy(() -> ig("great").attribution())
                    .isInstanceOf(ExtensionConfigurationException.class)
                    .hasMessageStartingWith(ClassTestCases.class.getName()
                            + " runs once per variant (@ModelVariants), but what was called here runs once for all of them"
                            + " and has no model under test")
                    .hasMessageEndingWith("or take a parameter with @Variant.");
            assertThat(ig("great").on(other).model().name()).isEqualTo(Run.OTHER);
        }

        @BeforeEach
        void beforeEach() {
            inBeforeEach = model();
        }

        @Test
        void everyWay(@UnderTest TextClassifier injected, @WithIntegratedGradients AttributionRunner runner) {
            assertThat(List.of(
                            inBeforeEach,
                            injected.facts().name(),
                            model(),
                            runner.explain("great").attribution().model().name()))
                    .containsOnly(inConstructor);
            saw("everyWay", model());
        }

        @Test
        void besideAFixedOne(@Variant(Run.OTHER) TextClassifier fixed) {
            assertThat(fixed.facts().name()).isEqualTo(Run.OTHER);
            saw("besideAFixedOne", model());
        }

        @RepeatedTest(2)
        void repeated() {
            saw("repeated", model());
        }

        @ParameterizedTest
        @ValueSource(strings = {"great", "said"})
        void withArguments(String word) {
            saw("withArguments", ig(word).attribution().model().name());
        }

        @TestFactory
        List<DynamicTest> dynamic() {
            return List.of(DynamicTest.dynamicTest("dynamic", () -> saw("dynamic", model())));
        }

        @Nested
        class Inner {
            @Test
            void inheritsTheVariant(@UnderTest TextClassifier injected) {
                assertThat(injected.facts().name()).isEqualTo(inConstructor);
                saw("inner", model());
            }
        }

        @Nested
        @AttributionTest(model = "third")
        class WithAModelOfItsOwn {
            @Test
            void keepsIt() {
                assertThat(model()).isEqualTo("third");
                // JUnit makes the outer instance for this test alone.
                assertThat(inConstructor).isEqualTo("third");
            }
        }
    }

    @Test
    void aMethodRunsOncePerVariantInPlaceOfTest() {
        var results = new Run(directory).execute(MethodTestCases.class);
        assertThat(Run.errors(results)).isEmpty();
        assertThat(Run.succeeded(results)).containsExactlyInAnyOrder("[1] fake", "[2] made", "ordinary()");
    }

    @AttributionTest(model = Run.OTHER)
    static class MethodTestCases {

        private final String inConstructor = model();

        @AttributionModel("made")
        static String made() {
            return Run.FAKE;
        }

        @ModelVariants({Run.FAKE, "made"})
        void perVariant(@UnderTest TextClassifier injected, TestInfo info) {
            assertThat(injected.facts().name()).isEqualTo(Run.FAKE);
            assertThat(inConstructor).isEqualTo(Run.FAKE);
            assertThat(model()).isEqualTo(Run.FAKE);
            assertThat(info.getDisplayName()).startsWith("[");
        }

        @Test
        void ordinary() {
            assertThat(inConstructor).isEqualTo(Run.OTHER);
            assertThat(model()).isEqualTo(Run.OTHER);
        }
    }

    @Test
    void otherLifecyclesSubclassesAndRegistrationsWorkTheSame() {
        var results = new Run(directory)
                .execute(
                        PerClassTestCases.class,
                        InheritingTestCases.class,
                        RegisteredTestCases.class,
                        AloneTestCases.class);
        assertThat(Run.errors(results)).isEmpty();
        assertThat(Run.succeeded(results)).hasSize(2 + 2 + 2 * 2 + 2 + 2);
    }

    @AttributionTest(model = Run.OTHER)
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class PerClassTestCases {
        private final AtomicInteger runs = new AtomicInteger();

        @ModelVariants({Run.FAKE, Run.OTHER})
        void method(@UnderTest TextClassifier injected) {
            assertThatModelIs(runs.getAndIncrement() == 0 ? Run.FAKE : Run.OTHER);
            assertThat(injected.facts().name()).isEqualTo(model());
        }

        @Nested
        @ModelVariants({Run.OTHER, Run.FAKE})
        @TestInstance(TestInstance.Lifecycle.PER_CLASS)
        class Inner {
            private final AtomicInteger innerRuns = new AtomicInteger();

            @Test
            void perVariant() {
                assertThatModelIs(innerRuns.getAndIncrement() == 0 ? Run.OTHER : Run.FAKE);
            }
        }
    }

    @ModelVariants({Run.FAKE, Run.OTHER})
    abstract static class BaseTestCases {
        @Test
        void inherited(@UnderTest TextClassifier injected) {
            assertThat(injected.facts().name()).isEqualTo(model());
        }
    }

    @AttributionTest
    static class InheritingTestCases extends BaseTestCases {
        @Test
        void own(@UnderTest TextClassifier injected) {
            assertThat(injected.facts().name()).isEqualTo(model());
        }
    }

    @ModelVariants({Run.FAKE, Run.OTHER})
    static class RegisteredTestCases {
        @RegisterExtension
        static final AttributionExtension ATTRIBUTION =
                AttributionExtension.builder().device("cpu").build();

        @Test
        void runsOnTheDeviceOfTheExtension(@UnderTest TextClassifier injected) {
            assertThat(injected.facts().device()).isEqualTo("cpu");
            assertThat(injected.facts().name()).isEqualTo(model());
        }
    }

    /** The annotation on a method is enough. */
    static class AloneTestCases {
        @ModelVariants({Run.FAKE, Run.OTHER})
        void test(@UnderTest TextClassifier injected) {
            assertThat(injected.facts().name()).isEqualTo(model());
        }
    }

    @Test
    void reportsOfVariantsAreKeptApartUnderStableNames() {
        var run = new Run(directory).with("attrib.report", "all");
        run.execute(ReportedTestCases.class);

        String folder = run.files(".html").get(0).replaceAll("/.*", "");
        assertThat(run.files(".html"))
                .containsExactly(
                        folder + "/method-1.html",
                        folder + "/method-2.html",
                        folder + "/repeated-1-1.html",
                        folder + "/repeated-1-2.html",
                        folder + "/repeated-2-1.html",
                        folder + "/repeated-2-2.html");
        var second = run.json(folder + "/repeated-2-1.json");
        assertThat(second.at("/test/variant").asText()).isEqualTo(Run.OTHER);
        assertThat(second.at("/test/invocation").asInt()).isEqualTo(1);
        assertThat(second.at("/attributions/0/model").asText()).isEqualTo(Run.OTHER);
        assertThat(run.json("summary.json").at("/tests").findValuesAsText("variant"))
                .containsOnly(Run.FAKE, Run.OTHER);
    }

    @AttributionTest
    @ModelVariants({Run.FAKE, Run.OTHER})
    static class ReportedTestCases {
        @Test
        void method() {
            assertThatModelIs("neither");
        }

        @RepeatedTest(2)
        void repeated() {
            assertThatModelIs(Run.OTHER);
        }

        @AfterAll
        static void computesNothing() {
            assertThat(AttributionLog.current()).isPresent();
        }
    }

    @Test
    void wrongUsesFailBeforeTheFirstTestByName() {
        assertRefused(
                EmptyTestCases.class,
                "@ModelVariants of " + EmptyTestCases.class.getName()
                        + " names no model. Give at least one alias, location or @AttributionModel method.");
        assertRefused(
                TwiceTestCases.class,
                "@ModelVariants of " + TwiceTestCases.class.getName()
                        + " names \"fake\" twice. Name each variant once.");
        assertRefused(
                WithTestTestCases.class,
                "@ModelVariants of void " + WithTestTestCases.class.getName()
                        + ".test() cannot be combined with @Test. Put @ModelVariants in its place, or on the class.");
        assertRefused(
                WithParameterizedTestCases.class,
                "@ModelVariants of " + WithParameterizedTestCases.class.getName()
                        + " cannot be combined with @ParameterizedClass. Put @ModelVariants on a class around it.");
    }

    @Test
    void aNameThatMeansNothingFailsWhatItIsMarkedOnAndNoOtherTest() {
        var results = new Run(directory).execute(UnknownTestCases.class);
        assertThat(Run.succeeded(results)).containsExactly("first()");
        assertThat(Run.errors(results))
                .singleElement()
                .satisfies(error -> assertThat(error)
                        .isInstanceOf(ExtensionConfigurationException.class)
                        .hasMessage("@ModelVariants of void " + UnknownTestCases.class.getName()
                                + ".second(): The model alias \"nowhere\" is not set. Set attrib.model.nowhere to a model"
                                + " directory or another location, as -Dattrib.model.nowhere=path/to/model or in junit-platform.properties; a directory"
                                + " of that name is written ./nowhere. Or write a static method with"
                                + " @AttributionModel(\"nowhere\")."));
    }

    private void assertRefused(Class<?> type, String message) {
        var results = new Run(directory).execute(type);
        assertThat(Run.succeeded(results)).isEmpty();
        assertThat(Run.errors(results))
                .singleElement()
                .satisfies(error -> assertThat(error)
                        .isInstanceOf(ExtensionConfigurationException.class)
                        .hasMessage(message));
    }

    @AttributionTest
    @ModelVariants({})
    static class EmptyTestCases {
        @Test
        void neverRuns() {
            assertThatModelIs("none");
        }
    }

    @AttributionTest
    @ModelVariants({Run.FAKE, Run.FAKE})
    static class TwiceTestCases {
        @Test
        void neverRuns() {
            assertThatModelIs("none");
        }
    }

    @AttributionTest(model = Run.FAKE)
    static class UnknownTestCases {
        @Test
        void first() {
            assertThatModelIs(Run.FAKE);
        }

        @ModelVariants({Run.FAKE, "nowhere"})
        void second() {
            assertThatModelIs(Run.FAKE);
        }
    }

    @AttributionTest(model = Run.FAKE)
    static class WithTestTestCases {
        @Test
        @ModelVariants({Run.FAKE, Run.OTHER})
        void test() {
            assertThatModelIs(Run.FAKE);
        }
    }

    @AttributionTest
    @ParameterizedClass
    @ValueSource(strings = {"great", "said"})
    @ModelVariants({Run.FAKE, Run.OTHER})
    static class WithParameterizedTestCases {
        private final String word;

        WithParameterizedTestCases(String word) {
            this.word = word;
        }

        @Test
        void test() {
            assertThat(ig(word).attribution()).isNotNull();
        }
    }

    @Test
    void variantsOfVariantsAreRefused() {
        var errors = Run.errors(new Run(directory).execute(TwoLevelsTestCases.class));
        assertThat(errors)
                .hasSize(4)
                .allSatisfy(error -> assertThat(error)
                        .isInstanceOf(ExtensionConfigurationException.class)
                        .hasMessageStartingWith("@ModelVariants of ")
                        .hasMessageEndingWith(" runs once per variant of " + TwoLevelsTestCases.class.getName()
                                + " already. Remove one of the two annotations @ModelVariants."));
    }

    @AttributionTest
    @ModelVariants({Run.FAKE, Run.OTHER})
    static class TwoLevelsTestCases {
        @ModelVariants({Run.FAKE, Run.OTHER})
        void method() {
            assertThatModelIs(Run.FAKE);
        }

        @Nested
        @ModelVariants({Run.FAKE, Run.OTHER})
        class Inner {
            @Test
            void test() {
                assertThatModelIs(Run.FAKE);
            }
        }
    }
}
