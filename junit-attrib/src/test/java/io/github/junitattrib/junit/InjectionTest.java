package io.github.junitattrib.junit;

import static io.github.junitattrib.junit.Attributions.ig;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.junitattrib.Baseline;
import io.github.junitattrib.Target;
import io.github.junitattrib.method.AttributionRunner;
import io.github.junitattrib.model.DifferentiableClassifier;
import io.github.junitattrib.model.TextClassifier;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parameters that the extension injects, and those that it leaves to others. */
class InjectionTest {

    @TempDir
    private Path directory;

    @Test
    void modelAndRunnerAreInjectedWhereverJUnitResolvesParameters() {
        var results = new Run(directory).execute(EverywhereTestCases.class, PerClassTestCases.class);
        assertThat(Run.errors(results)).isEmpty();
        assertThat(Run.succeeded(results)).hasSize(2 * (1 + 1 + 2 + 2 + 1));
    }

    @AttributionTest(model = Run.FAKE)
    static class EverywhereTestCases {

        private static String inBeforeAll = "";
        private final String inConstructor;
        private String inBeforeEach = "";

        EverywhereTestCases(@UnderTest TextClassifier model, @WithIntegratedGradients AttributionRunner runner) {
            inConstructor = model.facts().name();
            assertThat(runner.explain("great").attribution().model().name()).isEqualTo(Run.FAKE);
        }

        @BeforeAll
        static void beforeAll(@UnderTest TextClassifier model) {
            inBeforeAll = model.facts().name();
        }

        @BeforeEach
        void beforeEach(TestInfo other, @UnderTest TextClassifier model) {
            inBeforeEach = model.facts().name();
            assertThat(other.getTestMethod()).isPresent();
        }

        @Test
        void asTheUsersOwnType(@UnderTest FakeClassifier model) {
            assertThat(model.predict("great").label()).isEqualTo("POSITIVE");
        }

        @Test
        void inATest(@UnderTest DifferentiableClassifier model, @WithIntegratedGradients AttributionRunner runner) {
            assertThat(model.predict("great").label()).isEqualTo("POSITIVE");
            assertThat(runner.method()).isEqualTo(Attributions.integratedGradients());
            assertThat(runner.baseline()).isEqualTo(Baseline.PAD);
            assertThat(runner.target()).isEqualTo(Target.predicted());
            assertThat(new String[] {inBeforeAll, inConstructor, inBeforeEach}).containsOnly(Run.FAKE);
        }

        @ParameterizedTest
        @CsvSource({"great,2", "said,1"})
        void behindTheArgumentsOfAParameterizedTest(
                String word, double score, @WithIntegratedGradients AttributionRunner runner, TestInfo other) {
            assertThat(runner.explain(word).attribution().tokens().get(0).score())
                    .isEqualTo(score);
            assertThat(other.getDisplayName()).contains(word);
        }

        @RepeatedTest(2)
        void inARepetition(@UnderTest TextClassifier model, RepetitionInfo other) {
            assertThat(model.labels()).hasSize(other.getTotalRepetitions());
        }

        @Test
        void withOptions(
                @WithIntegratedGradients(steps = 7, baseline = Baseline.Row.MASK, toward = "NEGATIVE")
                        AttributionRunner runner) {
            var attribution = runner.explain("great").attribution();
            assertThat(attribution.label()).isEqualTo("NEGATIVE");
            assertThat(attribution.method().parameters())
                    .containsEntry("points", "7")
                    .containsEntry("baseline", "MASK");
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class PerClassTestCases extends EverywhereTestCases {
        PerClassTestCases(@UnderTest TextClassifier model, @WithIntegratedGradients AttributionRunner runner) {
            super(model, runner);
        }
    }

    @Test
    void parameterOfTheWrongTypeIsRefusedByNameAndMethodWithoutLoadingTheModel() {
        var run = new Run(directory);
        var errors = Run.errors(run.execute(WrongTypeTestCases.class));
        assertThat(errors)
                .hasSize(3)
                .allSatisfy(error -> assertThat(error)
                        .isInstanceOf(ParameterResolutionException.class)
                        .hasMessageContaining("WrongTypeTestCases.")
                        .hasMessageMatching(
                                "(?s).*is annotated with @\\w+ but has the type \\w+\\. Declare it as \\w+\\."));
        assertThat(run.counts(Run.FAKE).loads()).hasValue(0);
    }

    @AttributionTest(model = Run.FAKE)
    static class WrongTypeTestCases {
        @Test
        void text(@UnderTest String model) {
            assertThat(model).isNull();
        }

        @Test
        void object(@UnderTest Object model) {
            assertThat(model).isNull();
        }

        @Test
        void modelForARunner(@WithIntegratedGradients TextClassifier model) {
            assertThat(model).isNull();
        }
    }

    @Test
    void modelOfALowerRungThanTheParameterIsRefusedByItsName() {
        var errors = Run.errors(new Run(directory).model(Run.FAKE, "plain").execute(HigherRungTestCases.class));
        assertThat(errors)
                .singleElement()
                .satisfies(error -> assertThat(error)
                        .isInstanceOf(ParameterResolutionException.class)
                        .hasMessageContaining("DifferentiableClassifier")
                        .hasMessageContaining("fake"));
    }

    @AttributionTest(model = Run.FAKE)
    static class HigherRungTestCases {
        @Test
        void needsGradients(@UnderTest DifferentiableClassifier model) {
            assertThat(model).isNull();
        }
    }

    @Test
    void invalidOptionsAreRefusedByParameterAndMethod() {
        var errors = Run.errors(new Run(directory).execute(InvalidStepsTestCases.class));
        assertThat(errors)
                .singleElement()
                .satisfies(error -> assertThat(error)
                        .isInstanceOf(ParameterResolutionException.class)
                        .hasMessageContaining("InvalidStepsTestCases.steps(")
                        .hasMessageContaining("-3"));
    }

    @AttributionTest(model = Run.FAKE)
    static class InvalidStepsTestCases {
        @Test
        void steps(@WithIntegratedGradients(steps = -3) AttributionRunner runner) {
            assertThat(runner).isNull();
        }
    }

    @Test
    void zeroStepsAreNoNameForTheAdaptiveRule() {
        var errors = Run.errors(new Run(directory).execute(ZeroStepsTestCases.class));
        assertThat(errors)
                .singleElement()
                .satisfies(error -> assertThat(error)
                        .isInstanceOf(ParameterResolutionException.class)
                        .hasMessageContaining(
                                "needs at least 1 points, but 0 were asked for. Captum's default is 50;"));
    }

    @AttributionTest(model = Run.FAKE)
    static class ZeroStepsTestCases {
        @Test
        void steps(@WithIntegratedGradients(steps = 0) AttributionRunner runner) {
            assertThat(runner).isNull();
        }
    }

    @Test
    void parameterWithoutOurAnnotationIsLeftToOtherExtensions() {
        var errors = Run.errors(new Run(directory).execute(BareTypeTestCases.class));
        assertThat(errors)
                .singleElement()
                .satisfies(error -> assertThat(error)
                        .isInstanceOf(ParameterResolutionException.class)
                        .hasMessageContaining("No ParameterResolver registered"));
    }

    @AttributionTest(model = Run.FAKE)
    static class BareTypeTestCases {
        @Test
        void bare(TextClassifier model) {
            assertThat(model).isNull();
        }
    }

    @Test
    void parametersWithoutAModelUnderTestSayWhereToNameOne() {
        var errors = Run.errors(new Run(directory).execute(ForgottenTestCases.class));
        assertThat(errors)
                .hasSize(2)
                .allSatisfy(error -> assertThat(error)
                        .isNotInstanceOf(AssertionError.class)
                        .hasMessageContaining(ForgottenTestCases.class.getName()
                                + " names no model to test. Put @AttributionTest(model = …) on the class"));
    }

    @Test
    void variantsNeedNoModelUnderTest() {
        var results = new Run(directory).execute(VariantAloneTestCases.class);
        assertThat(Run.errors(results)).isEmpty();
        assertThat(Run.succeeded(results)).hasSize(1);
    }

    static class ForgottenTestCases {
        @Test
        void model(@UnderTest TextClassifier model) {
            assertThat(model).isNull();
        }

        @Test
        void runner(@WithIntegratedGradients AttributionRunner runner) {
            assertThat(runner.explain("great").attribution()).isNull();
        }
    }

    static class VariantAloneTestCases {
        @Test
        void variant(@Variant(Run.OTHER) TextClassifier model) {
            assertThat(ig("great").on(model).model().name()).isEqualTo(Run.OTHER);
        }
    }
}
