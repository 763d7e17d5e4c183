package io.github.junitattrib.junit;

import static io.github.junitattrib.junit.Attributions.ig;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.junitattrib.model.torch.engine.TorchThreads;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which model a test gets, by annotation, registration, inheritance and nesting. */
class ModelOfATestTest {

    @TempDir
    private Path directory;

    private static String model() {
        return ig("great").attribution().model().name();
    }

    private void allPass(int tests, Class<?>... classes) {
        var results = new Run(directory).execute(classes);
        assertThat(Run.errors(results)).isEmpty();
        assertThat(Run.succeeded(results)).hasSize(tests);
    }

    private Throwable onlyError(Run run, Class<?> type) {
        var errors = Run.errors(run.execute(type));
        assertThat(errors).hasSize(1);
        assertThat(errors.get(0).getSuppressed()).isEmpty();
        return errors.get(0);
    }

    @Test
    void annotationIsInheritedBySubclassesAndNestedClasses() {
        allPass(3, InheritingTestCases.class);
    }

    @AttributionTest(model = Run.FAKE)
    static class AnnotatedTestCases {
        @Test
        void hasTheAnnotatedModel() {
            assertThat(model()).isEqualTo(Run.FAKE);
        }
    }

    static class InheritingTestCases extends AnnotatedTestCases {
        @Nested
        class Inner {
            @Test
            void hasTheModelOfTheOuterClass() {
                assertThat(model()).isEqualTo(Run.FAKE);
            }

            @Nested
            class Deeper {
                @Test
                void hasTheModelOfTheOutermostClass() {
                    assertThat(model()).isEqualTo(Run.FAKE);
                }
            }
        }
    }

    @Test
    void nestedClassWithItsOwnModelWinsThereAndOnlyThere() {
        allPass(3, NestedModelsTestCases.class);
    }

    @AttributionTest(model = Run.FAKE)
    static class NestedModelsTestCases {
        @Test
        void outer() {
            assertThat(model()).isEqualTo(Run.FAKE);
        }

        @Nested
        @AttributionTest(model = Run.OTHER)
        class Inner {
            @Test
            void inner() {
                assertThat(model()).isEqualTo(Run.OTHER);
            }

            @Nested
            class Deeper {
                @Test
                void deeper() {
                    assertThat(model()).isEqualTo(Run.OTHER);
                }
            }
        }
    }

    @Test
    void registeredExtensionNamesTheModelWithoutAnAnnotation() {
        allPass(2, RegisteredTestCases.class);
    }

    static class RegisteredTestCases {
        @RegisterExtension
        static final AttributionExtension ATTRIBUTION =
                AttributionExtension.builder().model(Run.FAKE).device("cpu").build();

        @Test
        void hasTheModelOnTheDeviceOfTheBuilder() {
            assertThat(ig("great").attribution().model())
                    .hasFieldOrPropertyWithValue("name", Run.FAKE)
                    .hasFieldOrPropertyWithValue("device", "cpu");
        }

        @Nested
        @AttributionTest(model = Run.OTHER)
        class Inner {
            @Test
            void annotationOfTheNestedClassWins() {
                assertThat(model()).isEqualTo(Run.OTHER);
            }
        }
    }

    @Test
    void extensionRegisteredInAnInstanceFieldIsRefusedWithTheRemedy() {
        var run = new Run(directory);
        var errors = Run.errors(run.execute(
                InstanceFieldTestCases.class,
                InstanceFieldPerClassTestCases.class,
                AnnotatedInstanceFieldTestCases.class));
        assertThat(errors)
                .hasSize(3)
                .allSatisfy(error -> assertThat(error)
                        .isInstanceOf(ExtensionConfigurationException.class)
                        .hasMessageEndingWith(
                                " is registered in an instance field. Make the field with @RegisterExtension static.")
                        .hasNoSuppressedExceptions());
    }

    static class InstanceFieldTestCases {
        @RegisterExtension
        final AttributionExtension attribution =
                AttributionExtension.builder().model(Run.FAKE).build();

        @Test
        void neverRuns() {
            assertThat(model()).isEmpty();
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class InstanceFieldPerClassTestCases extends InstanceFieldTestCases {}

    @AttributionTest(model = Run.OTHER)
    static class AnnotatedInstanceFieldTestCases extends InstanceFieldTestCases {}

    @Test
    void registeredExtensionBesideTheAnnotationReportsOnce() {
        var run = new Run(directory).with("attrib.report", "all");
        var results = run.execute(BothTestCases.class);
        assertThat(Run.errors(results)).isEmpty();
        assertThat(Run.succeeded(results)).hasSize(4);
        assertThat(run.files(".html")).hasSize(4);
        assertThat(run.sidecar(BothTestCases.class, "hasTheRegisteredModel").at("/attributions"))
                .hasSize(1);
    }

    @AttributionTest
    static class BothTestCases {
        @RegisterExtension
        static final AttributionExtension ATTRIBUTION =
                AttributionExtension.builder().model(Run.FAKE).build();

        @Test
        void hasTheRegisteredModel() {
            assertThat(model()).isEqualTo(Run.FAKE);
        }

        @Test
        void isInjectedOnce(@UnderTest io.github.junitattrib.model.TextClassifier injected) {
            assertThat(injected.facts().name()).isEqualTo(Run.FAKE);
            assertThat(model()).isEqualTo(Run.FAKE);
        }

        @Nested
        @AttributionTest(model = Run.OTHER)
        class Inner {
            @Test
            void annotationOfTheNestedClassWins() {
                assertThat(model()).isEqualTo(Run.OTHER);
            }
        }

        @Nested
        class InheritingInner extends AnnotatedTestCases {}
    }

    @Test
    void aClassThatNamesTwoModelsIsRefused() {
        String another = ". Leave one of them out: another model than the one under test is a parameter with @Variant.";
        assertThat(onlyError(new Run(directory), TwoModelsTestCases.class))
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessage(TwoModelsTestCases.class.getName()
                        + " has two models under test: @AttributionTest(model = \"other\") and that of the"
                        + " AttributionExtension ATTRIBUTION" + another);
        assertThat(onlyError(new Run(directory), TwoExtensionsTestCases.class))
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessageStartingWith(TwoExtensionsTestCases.class.getName()
                        + " has two models under test: that of the AttributionExtension ")
                .hasMessageEndingWith(another);
        assertThat(onlyError(new Run(directory), ModelAndVariantsTestCases.class))
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessage(ModelAndVariantsTestCases.class.getName()
                        + " has two models under test: @AttributionTest(model = \"other\") and those of its"
                        + " @ModelVariants" + another);
    }

    @AttributionTest(model = Run.OTHER)
    static class TwoModelsTestCases {
        @RegisterExtension
        static final AttributionExtension ATTRIBUTION =
                AttributionExtension.builder().model(Run.FAKE).build();

        @Test
        void neverRuns() {
            assertThat(model()).isEmpty();
        }
    }

    static class TwoExtensionsTestCases {
        @RegisterExtension
        static final AttributionExtension FIRST =
                AttributionExtension.builder().model(Run.FAKE).build();

        @RegisterExtension
        static final AttributionExtension SECOND =
                AttributionExtension.builder().model(Run.OTHER).build();

        @Test
        void neverRuns() {
            assertThat(model()).isEmpty();
        }
    }

    @AttributionTest(model = Run.OTHER)
    @ModelVariants({Run.FAKE, Run.OTHER})
    static class ModelAndVariantsTestCases {
        @Test
        void neverRuns() {
            assertThat(model()).isEmpty();
        }
    }

    @Test
    void aSubclassMayNameAnotherModelThanItsSuperclass() {
        allPass(1 + 2 + 2, RegisteredBelowTestCases.class, AnnotatedBelowTestCases.class, VariantsBelowTestCases.class);
    }

    @AttributionTest(model = Run.OTHER)
    abstract static class BaseTestCases {
        @Test
        void hasTheModelOfTheSubclass() {
            assertThat(model()).isEqualTo(Run.FAKE);
        }
    }

    static class RegisteredBelowTestCases extends BaseTestCases {
        @RegisterExtension
        static final AttributionExtension ATTRIBUTION =
                AttributionExtension.builder().model(Run.FAKE).build();
    }

    @AttributionTest(model = Run.OTHER)
    static class AnnotatedBelowTestCases extends RegisteredTestCases {
        @Override
        @Test
        void hasTheModelOnTheDeviceOfTheBuilder() {
            assertThat(ig("great").attribution().model())
                    .hasFieldOrPropertyWithValue("name", Run.OTHER)
                    .hasFieldOrPropertyWithValue("device", "cpu");
        }
    }

    @ModelVariants({Run.FAKE, "same"})
    static class VariantsBelowTestCases extends BaseTestCases {
        @AttributionModel("same")
        static String same() {
            return Run.FAKE;
        }
    }

    @Test
    void anExtensionWithoutAModelFixesTheDeviceOfTheAnnotatedOne() {
        allPass(1, DeviceTestCases.class);
    }

    @AttributionTest(model = Run.FAKE)
    static class DeviceTestCases {
        @RegisterExtension
        static final AttributionExtension ATTRIBUTION =
                AttributionExtension.builder().device("cpu").build();

        @Test
        void runsThere() {
            assertThat(ig("great").attribution().model())
                    .hasFieldOrPropertyWithValue("name", Run.FAKE)
                    .hasFieldOrPropertyWithValue("device", "cpu");
        }
    }

    @Test
    void anExtensionBuiltWithoutAModelSaysSoWhenItsClassRuns() {
        assertThat(onlyError(new Run(directory), BuiltWithoutModelTestCases.class))
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessageStartingWith(BuiltWithoutModelTestCases.class.getName() + " names no model to test.")
                .hasMessageContaining("AttributionExtension.builder().model(…).build()");
    }

    static class BuiltWithoutModelTestCases {
        @RegisterExtension
        static final AttributionExtension ATTRIBUTION =
                AttributionExtension.builder().build();

        @Test
        void neverRuns() {
            assertThat(model()).isEmpty();
        }
    }

    @Test
    void extensionWithoutAModelSaysWhereToNameOne() {
        assertThat(onlyError(new Run(directory), WithoutModelTestCases.class))
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessage(WithoutModelTestCases.class.getName()
                        + " names no model to test. Put @AttributionTest(model = …) on the class, give it a static method"
                        + " with @AttributionModel, or register AttributionExtension.builder().model(…).build() in a"
                        + " static field.");
    }

    @ExtendWith(AttributionExtension.class)
    static class WithoutModelTestCases {
        @Test
        void neverRuns() {
            assertThat(model()).isEmpty();
        }

        @Test
        void neverRunsEither() {
            assertThat(model()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"attrib.report", "attrib.device", "attrib.download", "attrib.progress", "attrib.threads"})
    void misspeltParameterIsOneErrorOfTheClassThatNamesIt(String parameter) {
        assertThat(onlyError(new Run(directory).with(parameter, "al"), TwoTestsTestCases.class))
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessageStartingWith(parameter + " is \"al\", but must be ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1000", "9999", "99999", "-1", "2.5"})
    void aNumberOfThreadsOutOfRangeIsToldTheRange(String threads) {
        assertThat(onlyError(new Run(directory).with("attrib.threads", threads), TwoTestsTestCases.class))
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessage("attrib.threads is \"" + threads + "\", but must be " + TorchThreads.range());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "~/x", "${no.such.property}/x", "a\u0000b"})
    void aCacheThatIsNoDirectoryIsToldWhatToWrite(String cache) {
        assertThat(onlyError(new Run(directory).with("attrib.cache", cache), TwoTestsTestCases.class))
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessageStartingWith("attrib.cache is \"" + cache + "\", but must be a directory: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"attrib.report", "attrib.device", "attrib.download", "attrib.progress", "attrib.threads"})
    void misspeltParameterIsOneErrorAlsoWhereTheInstanceIsMadeBeforehand(String parameter) {
        assertThat(onlyError(new Run(directory).with(parameter, "al"), PerClassTestCases.class))
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessageStartingWith(parameter + " is \"al\", but must be ");
    }

    @AttributionTest(model = Run.FAKE)
    static class TwoTestsTestCases {
        @Test
        void one() {
            assertThat(model()).isEqualTo(Run.FAKE);
        }

        @Test
        void two() {
            assertThat(model()).isEqualTo(Run.FAKE);
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class PerClassTestCases extends TwoTestsTestCases {}
}
