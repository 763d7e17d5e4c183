package io.github.junitattrib.junit;

import static io.github.junitattrib.junit.Attributions.explain;
import static io.github.junitattrib.junit.Attributions.ig;
import static io.github.junitattrib.junit.Attributions.integratedGradients;
import static io.github.junitattrib.junit.Attributions.variants;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Baseline;
import io.github.junitattrib.ModelFacts;
import io.github.junitattrib.method.AttributionRunner;
import io.github.junitattrib.model.DifferentiableClassifier;
import io.github.junitattrib.model.TextClassifier;
import io.github.junitattrib.model.Variants;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link Variant} parameters: other models beside the one under test. */
class VariantParametersTest {

    private static final String THIRD = "third";

    @TempDir
    private Path directory;

    private Run run() {
        return new Run(directory).model(THIRD, "");
    }

    @Test
    void variantsAreInjectedWhereverJUnitResolvesParametersAndLoadedOnce() {
        var run = run();
        var results = run.execute(EverywhereTestCases.class, PerClassTestCases.class);
        assertThat(Run.errors(results)).isEmpty();
        assertThat(Run.succeeded(results)).hasSize(2 * 3);
        for (String alias : List.of(Run.FAKE, Run.OTHER, THIRD)) {
            assertThat(run.counts(alias).loads()).as(alias).hasValue(1);
            assertThat(run.counts(alias).closes()).as(alias).hasValue(1);
        }
    }

    @AttributionTest(model = Run.FAKE)
    static class EverywhereTestCases {

        private static final List<String> BEFORE_ALL = new ArrayList<>();
        private final List<String> names = new ArrayList<>();

        EverywhereTestCases(@Variant(Run.OTHER) TextClassifier other, @UnderTest TextClassifier model) {
            names.add(other.facts().name());
            names.add(model.facts().name());
        }

        @BeforeAll
        static void beforeAll(@Variant(THIRD) TextClassifier third) {
            BEFORE_ALL.add(third.facts().name());
        }

        @BeforeEach
        @AfterEach
        void beforeEach(@Variant({Run.OTHER, THIRD}) Variants all) {
            names.addAll(all.names());
        }

        @AfterAll
        static void afterAll(@Variant(THIRD) TextClassifier third) {
            assertThat(BEFORE_ALL).containsOnly(third.facts().name());
        }

        @Test
        void besideTheModelUnderTest(
                @Variant(Run.OTHER) DifferentiableClassifier other, @Variant(THIRD) FakeClassifier own) {
            assertThat(names).startsWith(Run.OTHER, Run.FAKE, Run.OTHER, THIRD);
            assertThat(other.facts().name()).isEqualTo(Run.OTHER);
            assertThat(own.facts().name()).isEqualTo(THIRD);
            assertThat(ig("great").attribution().model().name()).isEqualTo(Run.FAKE);
        }

        @ParameterizedTest
        @ValueSource(strings = {"great", "said"})
        void behindArguments(String word, @Variant(THIRD) TextClassifier third) {
            assertThat(ig(word).on(third).model().name()).isEqualTo(THIRD);
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class PerClassTestCases extends EverywhereTestCases {
        PerClassTestCases(@Variant(Run.OTHER) TextClassifier other, @UnderTest TextClassifier model) {
            super(other, model);
        }
    }

    @Test
    void whatIsComputedOnAVariantIsCachedPerModelAndReportedUnderItsName() {
        var run = run().with("attrib.report", "all");
        assertThat(Run.errors(run.execute(ComparingTestCases.class))).isEmpty();

        var sidecar = run.sidecar(ComparingTestCases.class, "compares");
        assertThat(Run.texts(sidecar)).containsOnly("They said it was great");
        List<String> models = new ArrayList<>();
        sidecar.at("/attributions").forEach(one -> models.add(one.at("/model").asText()));
        assertThat(models).containsExactly(Run.FAKE, Run.OTHER, THIRD, "local");
        assertThat(run.counts(Run.OTHER).computations()).hasValue(1);
        assertThat(run.counts(THIRD).computations()).hasValue(1);
    }

    @AttributionTest(model = Run.FAKE)
    static class ComparingTestCases {
        @Test
        void compares(@Variant(Run.OTHER) TextClassifier other, @Variant(THIRD) AttributionRunner third) {
            String text = "They said it was great";
            Attribution mine = ig(text).attribution();
            Attribution theirs = explain(text).by(integratedGradients()).on(other);
            assertThat(theirs.tokens()).isEqualTo(mine.tokens());
            assertThat(ig(text).on(other)).as("from the cache").isSameAs(theirs);
            assertThat(third.explain(text).attribution().tokens()).isEqualTo(mine.tokens());
            assertThat(third.explain(text).attribution().model().name()).isEqualTo(THIRD);

            var counts = new FakeLoader.Counts(new AtomicInteger(1), new AtomicInteger(), new AtomicInteger());
            var local = new FakeClassifier(new ModelFacts("local", "here", "float64"), counts);
            assertThat(ig(text).on(local).tokens()).isEqualTo(mine.tokens());
        }
    }

    @Test
    void runnersOfVariantsTakeOptions() {
        assertThat(Run.errors(run().execute(OptionsTestCases.class))).isEmpty();
    }

    @AttributionTest
    static class OptionsTestCases {
        @Test
        void withoutAModelUnderTest(
                @Variant(Run.OTHER)
                        @WithIntegratedGradients(steps = 7, baseline = Baseline.Row.MASK, toward = "NEGATIVE")
                        AttributionRunner runner) {
            Attribution attribution = runner.explain("great").attribution();
            assertThat(attribution.model().name()).isEqualTo(Run.OTHER);
            assertThat(attribution.label()).isEqualTo("NEGATIVE");
            assertThat(attribution.method().parameters())
                    .containsEntry("points", "7")
                    .containsEntry("baseline", "MASK");
        }

        @Test
        void listed(@Variant({THIRD, Run.OTHER}) Variants all) {
            assertThat(all.names()).containsExactly(THIRD, Run.OTHER);
            assertThat(all).extracting(model -> model.facts().name()).containsExactly(THIRD, Run.OTHER);
            assertThat(all.get(Run.OTHER).predict("great").label()).isEqualTo("POSITIVE");
            assertThat(variants(all.get(THIRD), all.get(Run.OTHER)).names()).isEqualTo(all.names());
        }
    }

    @Test
    void askingForTheModelUnderTestWhereThereAreOnlyVariantsSaysWhereToNameOne() {
        assertThat(Run.errors(run().execute(OnlyVariantsTestCases.class)))
                .singleElement()
                .satisfies(error -> assertThat(error)
                        .isInstanceOf(ExtensionConfigurationException.class)
                        .hasMessageStartingWith(OnlyVariantsTestCases.class.getName() + " names no model to test."));
    }

    @AttributionTest
    static class OnlyVariantsTestCases {
        @Test
        void asks(@Variant(Run.OTHER) TextClassifier other) {
            assertThat(ig("great").attribution()).isEqualTo(ig("great").on(other));
        }
    }

    @Test
    void aNameThatMeansNothingFailsTheTestThatAsksForIt() {
        var results = run().execute(UnknownTestCases.class);
        assertThat(Run.succeeded(results)).containsExactly("first()");
        assertThat(Run.errors(results))
                .singleElement()
                .satisfies(error -> assertThat(error)
                        .hasMessageContainingAll(
                                "@Variant of parameter ",
                                " of void " + UnknownTestCases.class.getName()
                                        + ".second(io.github.junitattrib.model.TextClassifier): The"
                                        + " model alias \"nowhere\" is not set. Set attrib.model.nowhere to a model directory",
                                " Or write a static method with @AttributionModel(\"nowhere\").")
                        .hasCauseInstanceOf(ExtensionConfigurationException.class));
    }

    @Test
    void namesThatAreBadlyWrittenFailTheClassBeforeItsFirstTest() {
        assertRefused(TwiceTestCases.class, "names \"fake\" twice. Name each variant once.");
        assertRefused(
                NoneTestCases.class, " names no model. Give at least one alias, location or @AttributionModel method.");
        assertRefused(
                BlankTestCases.class,
                " has a blank name. Give an alias, a location or the name of an @AttributionModel method.");
    }

    private void assertRefused(Class<?> type, String... parts) {
        var results = run().execute(type);
        assertThat(Run.succeeded(results)).isEmpty();
        assertThat(Run.errors(results))
                .singleElement()
                .satisfies(error -> assertThat(error)
                        .isInstanceOf(ExtensionConfigurationException.class)
                        .hasMessageContainingAll(parts));
    }

    @AttributionTest(model = Run.FAKE)
    static class UnknownTestCases {
        @Test
        void first() {
            assertThat(ig("great").attribution()).isNotNull();
        }

        @Test
        void second(@Variant("nowhere") TextClassifier model) {
            assertThat(model).isNull();
        }
    }

    @AttributionTest(model = Run.FAKE)
    static class TwiceTestCases {
        @Test
        void test(@Variant({Run.FAKE, Run.OTHER, Run.FAKE}) Variants all) {
            assertThat(all).isNull();
        }
    }

    @AttributionTest(model = Run.FAKE)
    static class NoneTestCases {
        @Test
        void test(@Variant({}) Variants all) {
            assertThat(all).isNull();
        }
    }

    @AttributionTest(model = Run.FAKE)
    static class BlankTestCases {
        @BeforeEach
        void beforeEach(@Variant(" ") TextClassifier model) {
            assertThat(model).isNull();
        }

        @Test
        void test() {
            assertThat(ig("great").attribution()).isNotNull();
        }
    }

    @Test
    void parametersOfTheWrongTypeAreRefusedWithoutLoadingTheModel() {
        var run = run();
        var errors = Run.errors(run.execute(WrongTypeTestCases.class));
        assertThat(errors)
                .hasSize(4)
                .allSatisfy(error -> assertThat(error)
                        .isInstanceOf(ParameterResolutionException.class)
                        .hasMessageContaining("WrongTypeTestCases."));
        assertThat(errors.stream().map(Throwable::getMessage))
                .anyMatch(
                        message -> message.endsWith("is annotated with @Variant but has the type String. Declare it as"
                                + " TextClassifier, Variants or AttributionRunner."))
                .anyMatch(message ->
                        message.endsWith("has the type TextClassifier, but @Variant names 2 models. Declare it"
                                + " as Variants, or name one."))
                .anyMatch(message ->
                        message.endsWith("is annotated with both @UnderTest and @Variant. Leave one of them out."))
                .anyMatch(message -> message.endsWith("is annotated with @WithIntegratedGradients but has the type"
                        + " TextClassifier. Declare it as AttributionRunner."));
        assertThat(run.counts(Run.OTHER).loads()).hasValue(0);
    }

    @AttributionTest(model = Run.FAKE)
    static class WrongTypeTestCases {
        @Test
        void text(@Variant(Run.OTHER) String model) {
            assertThat(model).isNull();
        }

        @Test
        void one(@Variant({Run.OTHER, THIRD}) TextClassifier model) {
            assertThat(model).isNull();
        }

        @Test
        void both(@UnderTest @Variant(Run.OTHER) TextClassifier model) {
            assertThat(model).isNull();
        }

        @Test
        void options(@Variant(Run.OTHER) @WithIntegratedGradients TextClassifier model) {
            assertThat(model).isNull();
        }
    }
}
