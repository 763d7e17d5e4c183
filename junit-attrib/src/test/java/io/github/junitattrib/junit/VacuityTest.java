package io.github.junitattrib.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.junitattrib.Attribution;
import io.github.junitattrib.CheckResult;
import io.github.junitattrib.Verdict;
import io.github.junitattrib.check.Check;
import io.github.junitattrib.check.Substitution;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.Occlusion;
import io.github.junitattrib.model.TextClassifier;
import io.github.junitattrib.vacuity.WeightedWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.opentest4j.AssertionFailedError;

/** Checks that passed are replayed on mutants when their class ends. */
@Execution(ExecutionMode.SAME_THREAD)
class VacuityTest {

    private static final String TEXT = "they said it was great";
    private static final List<WeightedWords> MODELS = new ArrayList<>();

    @TempDir
    private Path directory;

    private Run run(String vacuity) {
        MODELS.clear();
        return new Run(directory).with("attrib.vacuity", vacuity);
    }

    static WeightedWords model() {
        WeightedWords model = new WeightedWords();
        MODELS.add(model);
        return model;
    }

    static AttributionRequest ask(String text) {
        return Attributions.explain(text).by(new Occlusion()).toward("POSITIVE");
    }

    /** Asserts as the assertions do: judged, noted with its requests, thrown. */
    static void check(String kind, AttributionRequest request, Predicate<Attribution> condition) {
        check(kind, Check.About.MODEL, List.of(request), request, condition);
    }

    private static void check(
            String kind,
            Check.About about,
            List<AttributionRequest> requests,
            AttributionRequest request,
            Predicate<Attribution> condition) {
        Check check = new Check(kind, List.of(request.text()), about, requests, models -> {
            boolean pass = condition.test(models.attribution(request));
            return new CheckResult(pass ? Verdict.PASS : Verdict.FAIL, pass ? "" : "no", List.of());
        });
        CheckResult result = check.function().apply(Substitution.none());
        AttributionLog.current().orElseThrow().record(request.attribution(), check, result);
        if (result.verdict() != Verdict.PASS) {
            throw new AssertionFailedError(result.message());
        }
    }

    static void strong() {
        check("greatIsTop", ask(TEXT), it -> it.ranking().get(0).text().equals("great"));
    }

    static void vacuous() {
        check("anything", ask(TEXT), it -> true);
    }

    /** Kind and strength of every check, by class and method. */
    private Map<String, String> judged() throws IOException {
        Map<String, String> judged = new TreeMap<>();
        for (JsonNode test : json().path("tests")) {
            JsonNode names = test.path("test");
            String type = names.path("class").asText().replaceFirst(".*[.$]", "");
            test.path("checks")
                    .forEach(check -> judged.put(
                            type + "." + names.path("method").asText() + " "
                                    + names.path("invocation").asText() + " "
                                    + check.path("kind").asText(),
                            check.path("strength").asText()));
        }
        return judged;
    }

    private JsonNode json() throws IOException {
        // The session closes with the engine of the test kit, or with the launcher.
        return new com.fasterxml.jackson.databind.ObjectMapper()
                .readTree(directory.resolve("reports").resolve("vacuity.json").toFile());
    }

    private void launch(Run run, Class<?>... classes) {
        try (var session = LauncherFactory.openSession()) {
            session.getLauncher().execute(run.request(classes));
        }
    }

    static class Mixed {

        @AttributionModel
        static TextClassifier words() {
            return model();
        }

        @Test
        void good() {
            strong();
        }

        @Test
        void bad() {
            vacuous();
            strong();
        }

        @Test
        void ready() {
            check("ready", Check.About.MODEL, List.of(), ask(TEXT), it -> true);
        }

        @Test
        void axiom() {
            check("axiom", Check.About.METHOD, List.of(ask(TEXT)), ask(TEXT), it -> true);
        }
    }

    @AttributionTest
    static class MixedTestCases extends Mixed {}

    @Test
    void areListedByStrength() throws IOException {
        launch(run("report"), MixedTestCases.class);

        assertThat(judged())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "MixedTestCases.good 1 greatIsTop", "strong",
                        "MixedTestCases.bad 1 anything", "vacuous",
                        "MixedTestCases.bad 1 greatIsTop", "strong",
                        "MixedTestCases.ready 1 ready", "not judged"));
        assertThat(json().path("totals").toString())
                .isEqualTo("{\"checks\":4,\"vacuous\":1,\"strong\":2,\"not_judged\":1}");
        assertThat(Files.readString(directory.resolve("reports/vacuity.md")))
                .startsWith("## Vacuous checks\n\n1 of 4 checks is vacuous, 1 not judged.\n")
                .contains(
                        "\nNot asked of mutants: 1 check about the method, which says nothing of what the model learnt.\n")
                .contains("| vacuous | `anything(they said it was great)` |"
                        + " `VacuityTest$MixedTestCases.bad` | 8 of 8 | 8.0 |");
    }

    @Test
    void shareThePassesOfTheirClass() {
        launch(run("report"), MixedTestCases.class);

        WeightedWords model = MODELS.get(0);
        assertThat(model.made).hasValue(7);
        assertThat(model.mostOpen).hasValue(1);
        assertThat(model.open).hasValue(0);
        // One request of all tests on each of seven mutants; permuted labels ask the model itself.
        assertThat(model.asked)
                .hasValue(7 * WeightedWords.textsOf(AttributionRequest.of(model, TEXT, new Occlusion())));
    }

    @Test
    void leaveTheVerdictsAloneWhereTheyAreOnlyReported() {
        EngineExecutionResults results = run("report").execute(MixedTestCases.class);
        assertThat(Run.errors(results)).isEmpty();
        assertThat(results.testEvents().succeeded().count()).isEqualTo(4);
    }

    @Test
    void failTheirClassIfTheyShall() {
        EngineExecutionResults results = run("fail").execute(MixedTestCases.class);

        assertThat(results.testEvents().succeeded().count()).isEqualTo(4);
        List<Throwable> errors = Run.errors(results);
        assertThat(errors).hasSize(1);
        assertThat(errors.get(0)).isInstanceOf(AssertionFailedError.class).hasMessage("""
                        Vacuous: anything(they said it was great) in VacuityTest$MixedTestCases#bad passes on 8 of 8 mutants \
                        of model WeightedWords (chance alone: 8.0).

                          anything(they said it was great) in VacuityTest$MixedTestCases#bad passes on 8 of 8 mutants \
                        of model WeightedWords (chance alone: 8.0)
                            survived      weights 1, embeddings 1, weights 2, embeddings 2, weights 3, embeddings 3, \
                        weights 4, labels 1

                          A mutant has lost what the model learnt. A check that passes on nearly all of them says nothing \
                        about the model.
                          Say more: name a target (.toward("POSITIVE")), ask for the top word or for more than the order of \
                        two words,
                          tighten limits until chance is small, or assert the same on several sentences.
                          all checks  %s/vacuity.md""".formatted(
                        directory.resolve("reports").toString().replace('\\', '/')));
    }

    @Test
    void areNotLookedForUnlessAsked() {
        launch(new Run(directory), MixedTestCases.class);
        assertThat(directory.resolve("reports/vacuity.json")).doesNotExist();
    }

    @AttributionTest
    static class FailingTestCases {

        @AttributionModel
        static TextClassifier words() {
            return model();
        }

        @Test
        void fails() {
            vacuous();
            check("saidIsTop", ask(TEXT), it -> it.ranking().get(0).text().equals("said"));
        }

        @Test
        void passes() {
            strong();
        }
    }

    @Test
    void areThoseOfPassingTestsAlone() throws IOException {
        launch(run("report"), FailingTestCases.class);
        assertThat(judged()).containsOnlyKeys("FailingTestCases.passes 1 greatIsTop");
        assertThat(json().path("not_asked").toString()).isEqualTo("{\"about_method\":0,\"of_unpassed_tests\":2}");
        assertThat(Files.readString(directory.resolve("reports/vacuity.md")))
                .contains("Not asked of mutants: 2 checks of tests that did not pass.");
    }

    @AttributionTest(model = "none")
    static class ReadyTestCases {

        @Test
        void ready() {
            WeightedWords other = model();
            AttributionRequest request = AttributionRequest.of(other, TEXT, new Occlusion());
            check("ready", Check.About.MODEL, List.of(), request, it -> true);
            check("other", request, it -> true);
        }
    }

    @Test
    void areNotJudgedWithoutTheModelUnderTest() throws IOException {
        launch(run("fail"), ReadyTestCases.class);
        assertThat(judged())
                .containsOnly(
                        Map.entry("ReadyTestCases.ready 1 ready", "not judged"),
                        Map.entry("ReadyTestCases.ready 1 other", "not judged"));
        assertThat(Files.readString(directory.resolve("reports/vacuity.md")))
                .contains("it judges a ready attribution rather than a request, which cannot be asked of a mutant")
                .contains("it asks other models than the one under test");
    }

    @AttributionTest
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    @Execution(ExecutionMode.CONCURRENT)
    static class ShapesTestCases {

        @AttributionModel
        static TextClassifier words() {
            return model();
        }

        @BeforeAll
        void beforeAll() {
            strong();
        }

        @RepeatedTest(2)
        void repeated() {
            strong();
        }

        @ParameterizedTest
        @ValueSource(strings = {"it was great", "they said great"})
        void parameterised(String text) {
            check("anything", ask(text), it -> true);
        }

        @Nested
        class Inner {

            @Test
            void nested() {
                strong();
            }

            @Nested
            class Innermost {

                @Test
                void deeper() {
                    vacuous();
                }
            }
        }
    }

    @Test
    void areFoundInTestsOfEveryShape() throws IOException {
        launch(
                run("report")
                        .with("junit.jupiter.execution.parallel.enabled", "true")
                        .with("junit.jupiter.execution.parallel.mode.default", "concurrent"),
                ShapesTestCases.class);

        assertThat(judged())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "ShapesTestCases.class 1 greatIsTop", "strong",
                        "ShapesTestCases.repeated 1 greatIsTop", "strong",
                        "ShapesTestCases.repeated 2 greatIsTop", "strong",
                        "ShapesTestCases.parameterised 1 anything", "vacuous",
                        "ShapesTestCases.parameterised 2 anything", "vacuous",
                        "Inner.nested 1 greatIsTop", "strong",
                        "Innermost.deeper 1 anything", "vacuous"));
        // All of them share the mutants of the outermost class.
        assertThat(MODELS.get(0).made).hasValue(7);
    }

    @AttributionTest
    @ModelVariants({"one", "two"})
    static class VariantTestCases {

        @AttributionModel("one")
        static TextClassifier one() {
            return model();
        }

        @AttributionModel("two")
        static TextClassifier two() {
            return model();
        }

        @Test
        void both() {
            strong();
        }
    }

    @Test
    void areReplayedOnMutantsOfTheirOwnVariant() throws IOException {
        launch(run("report"), VariantTestCases.class);

        assertThat(json().path("tests")).hasSize(2);
        assertThat(MODELS).hasSize(2).allSatisfy(model -> assertThat(model.made).hasValue(7));
    }

    @Test
    void areJudgedAsBeforeByASecondRun() throws IOException {
        launch(run("report"), MixedTestCases.class);
        JsonNode first = json();
        launch(run("report").with("attrib.vacuity.seed", "1"), MixedTestCases.class);
        assertThat(json()).isEqualTo(first);
        launch(
                run("report").with("attrib.vacuity.seed", "2").with("attrib.vacuity.mutants", "16"),
                MixedTestCases.class);
        assertThat(json().at("/tests/1/checks/0/mutants")).hasSize(16);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "attrib.vacuity | on | attrib.vacuity is \"on\", but must be off, report or fail.",
                "attrib.vacuity.mutants | 7 | attrib.vacuity.mutants is \"7\", but must be a number from 8 to 64: fewer"
                        + " mutants cannot be told from chance.",
                "attrib.vacuity.mutants | many | attrib.vacuity.mutants is \"many\", but must be a number from 8 to 64:"
                        + " fewer mutants cannot be told from chance.",
                "attrib.vacuity.seed | x | attrib.vacuity.seed is \"x\", but must be a number from 0 to 999999999."
            })
    void areRefusedWithAMisspeltSetting(String property, String value, String message) {
        assertThat(Run.errors(run("report").with(property, value).execute(MixedTestCases.class)))
                .first()
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasToString(ExtensionConfigurationException.class.getName() + ": " + message);
    }
}
