package io.github.junitattrib.junit;

import static io.github.junitattrib.junit.Attributions.ig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.junitattrib.EngineException;
import io.github.junitattrib.ModelFacts;
import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.UnsupportedModelException;
import io.github.junitattrib.model.TextClassifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Models that test classes make themselves, by {@link AttributionModel} or a builder. */
class FactoryTest {

    @TempDir
    private Path directory;

    private static FakeClassifier fake(String name) {
        return new FakeClassifier(
                new ModelFacts(name, "here", "float64"),
                new FakeLoader.Counts(new AtomicInteger(1), new AtomicInteger(), new AtomicInteger()));
    }

    private static String model() {
        return ig("great").attribution().model().name();
    }

    private void allPass(int tests, Class<?>... classes) {
        var results = new Run(directory).execute(classes);
        assertThat(Run.errors(results)).isEmpty();
        assertThat(Run.succeeded(results)).hasSize(tests);
    }

    private Throwable onlyError(Class<?> type) {
        var errors = Run.errors(new Run(directory).execute(type));
        assertThat(errors).hasSize(1);
        return errors.get(0);
    }

    @Test
    void aFactoryRunsOnceForItsClassAndItsModelIsClosedAtTheEnd() {
        CountingTestCases.MADE.clear();
        allPass(4, CountingTestCases.class, InheritingTestCases.class);

        assertThat(CountingTestCases.MADE)
                .singleElement()
                .satisfies(made -> assertThat(made.counts().closes()).hasValue(1));
    }

    @AttributionTest
    static class CountingTestCases {
        private static final List<FakeClassifier> MADE = new java.util.concurrent.CopyOnWriteArrayList<>();

        @AttributionModel
        static TextClassifier made() {
            MADE.add(fake("made"));
            return MADE.get(MADE.size() - 1);
        }

        @Test
        void isExplained() {
            assertThat(model()).isEqualTo("made");
        }

        @Test
        void isInjected(@UnderTest TextClassifier injected) {
            injected.close();
            assertThat(injected.predict("great").label()).isEqualTo("POSITIVE");
            assertThat(MADE.get(0).counts().closes()).hasValue(0);
        }
    }

    static class InheritingTestCases extends CountingTestCases {}

    @Test
    void namesMeanFactoriesBeforeAliasesAndTheInnermostOfAName() {
        allPass(7, NamedTestCases.class);
    }

    /** The alias {@code fake} is set, but a method of the class has the name. */
    @AttributionTest(model = Run.FAKE)
    static class NamedTestCases {
        @AttributionModel(Run.FAKE)
        static FakeClassifier named() {
            return fake("named");
        }

        @AttributionModel("second")
        static FakeClassifier second() {
            return fake("made second");
        }

        @Test
        void underTest() {
            assertThat(model()).isEqualTo("named");
        }

        @Test
        void variant(@Variant("second") TextClassifier second, @Variant(Run.OTHER) TextClassifier alias) {
            assertThat(second.facts().name()).isEqualTo("made second");
            assertThat(alias.facts().name()).isEqualTo(Run.OTHER);
        }

        @Nested
        class Inner {
            @AttributionModel("second")
            static FakeClassifier inner() {
                return fake("inner second");
            }

            @Test
            void innermost(@Variant("second") FakeClassifier second, @Variant(Run.FAKE) FakeClassifier outer) {
                assertThat(second.facts().name()).isEqualTo("inner second");
                assertThat(outer.facts().name()).isEqualTo("named");
                assertThat(model()).isEqualTo("named");
            }
        }

        @Nested
        class WithItsOwn {
            @AttributionModel
            static FakeClassifier own() {
                return fake("own");
            }

            @Test
            void own(@UnderTest FakeClassifier injected) {
                assertThat(injected.facts().name()).isEqualTo("own");
                assertThat(model()).isEqualTo("own");
            }
        }

        @Nested
        class Registered {
            @RegisterExtension
            static final AttributionExtension ATTRIBUTION =
                    AttributionExtension.builder().model("second").build();

            @Test
            void byItsName() {
                assertThat(model()).isEqualTo("made second");
            }
        }

        @Nested
        @AttributionTest(model = "second")
        class Annotated {
            @Test
            void byItsName() {
                assertThat(model()).isEqualTo("made second");
            }
        }

        @Nested
        @AttributionTest(model = Run.OTHER)
        class Elsewhere {
            @Test
            void byItsAlias() {
                assertThat(model()).isEqualTo(Run.OTHER);
            }
        }
    }

    @Test
    void aFactoryMayGiveALocationToLoad() {
        LocationTestCases.directory = new Run(directory).directoryOf(Run.OTHER);
        allPass(1, LocationTestCases.class);
    }

    @AttributionTest(model = "by path")
    static class LocationTestCases {
        private static Path directory = Path.of("");

        @AttributionModel("by path")
        static Path path() {
            return directory;
        }

        @AttributionModel("by alias")
        static String alias() {
            return Run.FAKE;
        }

        @Test
        void isLoaded(@Variant("by alias") TextClassifier alias) {
            assertThat(model()).isEqualTo(Run.OTHER);
            assertThat(alias.facts().name()).isEqualTo(Run.FAKE);
        }
    }

    @Test
    void aFactoryThatFailsRunsOnceAndIsToldToEveryTest() {
        FailingTestCases.CALLS.set(0);
        var errors = Run.errors(new Run(directory).execute(FailingTestCases.class));

        assertThat(FailingTestCases.CALLS).hasValue(1);
        String message = "The model factory " + FailingTestCases.class.getName()
                + ".broken() failed: java.io.IOException: no answer";
        assertThat(errors).hasSize(2).allSatisfy(error -> assertThat(error).isInstanceOf(ModelLoadException.class));
        assertThat(errors.get(0)).hasMessage(message);
        assertThat(errors.get(1))
                .hasMessageStartingWith(message + " (first failed in " + FailingTestCases.class.getName());
    }

    @AttributionTest
    static class FailingTestCases {
        private static final AtomicInteger CALLS = new AtomicInteger();

        @AttributionModel
        static TextClassifier broken() throws IOException {
            if (CALLS.incrementAndGet() == 1) {
                throw new IOException("no answer");
            }
            return fake("again");
        }

        @Test
        void one() {
            assertThat(model()).isNull();
        }

        @Test
        void two() {
            assertThat(model()).isNull();
        }
    }

    @Test
    void exceptionsOfOursAndUnmetAssumptionsKeepTheirKind() {
        assertThat(onlyError(EngineTestCases.class))
                .isExactlyInstanceOf(EngineException.class)
                .hasMessage("no GPU");
        var skipped = new Run(directory).execute(AssumingTestCases.class);
        assertThat(Run.errors(skipped)).isEmpty();
        assertThat(skipped.testEvents().aborted().count()).isEqualTo(2);
    }

    @AttributionTest
    static class EngineTestCases {
        private static final AtomicBoolean CALLED = new AtomicBoolean();

        @AttributionModel
        static TextClassifier needsAGpu() {
            if (!CALLED.getAndSet(true)) {
                throw new EngineException("no GPU");
            }
            return fake("again");
        }

        @Test
        void one() {
            assertThat(model()).isNull();
        }
    }

    @AttributionTest
    static class AssumingTestCases {
        @AttributionModel
        static TextClassifier needsAnAddress() {
            assumeThat("").as("the address of the service").isNotEmpty();
            return fake("service");
        }

        @Test
        void one() {
            assertThat(model()).isNull();
        }

        @Test
        void two() {
            assertThat(model()).isNull();
        }
    }

    @Test
    void aFactoryThatReturnsNothingIsTold() {
        assertThat(onlyError(NullTestCases.class))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageEndingWith("NullTestCases.nothing() returned null. Let it return a model.");
    }

    @AttributionTest
    static class NullTestCases {
        @AttributionModel
        @SuppressWarnings("NullAway") // what users may do
        static TextClassifier nothing() {
            return null;
        }

        @Test
        void one() {
            assertThat(model()).isNull();
        }
    }

    @Test
    void methodsThatCannotBeFactoriesAreRefusedBeforeTheFirstTest() {
        assertThat(onlyError(InstanceMethodTestCases.class))
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessage("The method " + InstanceMethodTestCases.class.getName()
                        + ".make() is annotated with @AttributionModel but is not static, but models outlive the"
                        + " instances of a test class. Make it static.");
        assertThat(onlyError(ParameterTestCases.class))
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessageEndingWith(
                        ".make() is annotated with @AttributionModel but has parameters, which nobody gives"
                                + " it. Remove them.");
        assertThat(onlyError(WrongTypeTestCases.class))
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessageEndingWith(".make() is annotated with @AttributionModel but returns Object. Let it return a"
                        + " TextClassifier, or a Path or String with a model's location.");
        assertThat(onlyError(TwoTestCases.class))
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessageMatching("The methods .+ and .+ are both annotated with @AttributionModel without a name\\."
                        + " Give each a name of its own\\.");
        assertThat(onlyError(AmbiguousTestCases.class))
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessage(AmbiguousTestCases.class.getName() + " has two models under test: that of "
                        + AmbiguousTestCases.class.getName() + ".make(), which has no name, and"
                        + " @AttributionTest(model = \"fake\"). Name the method by @AttributionModel(\"…\"), or leave the"
                        + " other out.");
    }

    @AttributionTest
    static class InstanceMethodTestCases {
        @AttributionModel
        TextClassifier make() {
            return fake("made");
        }

        @Test
        void neverRuns() {
            assertThat(model()).isNull();
        }

        @Test
        void neverRunsEither() {
            assertThat(model()).isNull();
        }
    }

    @AttributionTest
    static class ParameterTestCases {
        @AttributionModel
        static TextClassifier make(String name) {
            return fake(name);
        }

        @Test
        void neverRuns() {
            assertThat(model()).isNull();
        }
    }

    @AttributionTest
    static class WrongTypeTestCases {
        @AttributionModel
        static Object make() {
            return fake("made");
        }

        @Test
        void neverRuns() {
            assertThat(model()).isNull();
        }
    }

    @AttributionTest
    static class TwoTestCases {
        @AttributionModel
        static TextClassifier make() {
            return fake("made");
        }

        @AttributionModel
        static TextClassifier makeAnother() {
            return fake("made");
        }

        @Test
        void neverRuns() {
            assertThat(model()).isNull();
        }
    }

    @AttributionTest(model = Run.FAKE)
    static class AmbiguousTestCases {
        @AttributionModel
        static TextClassifier make() {
            return fake("made");
        }

        @Test
        void neverRuns() {
            assertThat(model()).isNull();
        }
    }

    @Test
    void aBuilderTakesAModelThatStaysOpenAndASupplierWhoseModelIsClosed() {
        FakeClassifier given = GivenTestCases.GIVEN;
        SuppliedTestCases.MADE.clear();
        allPass(3, GivenTestCases.class, SuppliedTestCases.class);

        assertThat(given.counts().closes()).hasValue(0);
        assertThat(SuppliedTestCases.MADE)
                .singleElement()
                .satisfies(made -> assertThat(made.counts().closes()).hasValue(1));
    }

    static class GivenTestCases {
        private static final FakeClassifier GIVEN = fake("given");

        @RegisterExtension
        static final AttributionExtension ATTRIBUTION =
                AttributionExtension.builder().model(GIVEN).build();

        @Test
        void isExplained() {
            assertThat(model()).isEqualTo("given");
        }
    }

    static class SuppliedTestCases {
        private static final List<FakeClassifier> MADE = new java.util.concurrent.CopyOnWriteArrayList<>();

        @RegisterExtension
        static final AttributionExtension ATTRIBUTION = AttributionExtension.builder()
                .model(() -> {
                    MADE.add(fake("supplied"));
                    return MADE.get(0);
                })
                .build();

        @BeforeAll
        static void isExplainedBeforeTheTests() {
            assertThat(model()).isEqualTo("supplied");
        }

        @Test
        void isExplained() {
            assertThat(model()).isEqualTo("supplied");
        }

        @Test
        void isInjected(@UnderTest TextClassifier injected) {
            assertThat(injected.facts().name()).isEqualTo("supplied");
        }
    }

    @Test
    void aServiceIsRefusedByMethodsThatNeedGradientsWithTheFormatsThatHaveThem() {
        assertThat(onlyError(ServiceTestCases.class))
                .isInstanceOf(UnsupportedModelException.class)
                .hasMessageStartingWith("IntegratedGradients needs gradients by the word embeddings (rung 2, a"
                        + " DifferentiableClassifier), but model ReviewService only gives predictions (rung 1, a"
                        + " TextClassifier). Formats that give gradients: ")
                .hasMessageContainingAll(
                        "Hugging Face checkpoint (config.json, model.safetensors, tokenizer.json)",
                        "fake model (fake-model.txt)",
                        "FunctionModel over NDArray functions, in code")
                .hasMessageNotContaining("fake service")
                .hasMessageEndingWith(
                        "Test the model in one of these, or by a method that asks for predictions alone.");
    }

    /** As little as a service has to give. */
    record ReviewService() implements TextClassifier {
        @Override
        public List<String> labels() {
            return List.of("NEGATIVE", "POSITIVE");
        }

        @Override
        public Prediction predict(String text) {
            return Prediction.ofProbabilities(labels(), new double[] {0.25, 0.75});
        }
    }

    @AttributionTest
    static class ServiceTestCases {
        @AttributionModel
        static ReviewService service() {
            return new ReviewService();
        }

        @Test
        void isExplained() {
            assertThat(model()).isNull();
        }

        @Test
        void isAsked(@UnderTest TextClassifier injected, @UnderTest ReviewService own) {
            assertThat(injected.predict("It was great").label()).isEqualTo("POSITIVE");
            assertThat(injected.words("It was great")).hasSize(3);
            assertThat(injected.facts().name()).isEqualTo("ReviewService");
            assertThat(own.predictAll(List.of("a", "b"))).hasSize(2);
        }
    }
}
