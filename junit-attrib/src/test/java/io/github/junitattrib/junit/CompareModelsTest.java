package io.github.junitattrib.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.junitattrib.InvalidCorpusException;
import io.github.junitattrib.InvalidGateException;
import io.github.junitattrib.Verdict;
import io.github.junitattrib.conformance.ClosedForm;
import io.github.junitattrib.corpus.Corpus;
import io.github.junitattrib.corpus.CorpusCase;
import io.github.junitattrib.gate.ComparisonResult;
import io.github.junitattrib.gate.GateResult;
import io.github.junitattrib.gate.ModelComparison;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.analysis.differentiation.Gradient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** {@link CompareModels} and the gate of a run. */
class CompareModelsTest {

    private static final String CORPUS = "${corpora}/reviews.jsonl";

    @TempDir
    private Path directory;

    private Run run() {
        write(
                "reviews.jsonl",
                "{\"id\": \"a\", \"text\": \"great film\"}\n{\"id\": \"b\", \"text\": \"said great\"}\n");
        write("gate.properties", "cases.min=2\npredictions.changed.max=0.1\n");
        return new Run(directory)
                .with("corpora", directory.toString())
                .with("attrib.gate", directory.resolve("gate.properties").toString());
    }

    private Path write(String name, String content) {
        try {
            return Files.writeString(directory.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void givesTestsAComparisonThatIsComputedOnce() {
        var run = run();
        var results = run.execute(OfMethodsTestCases.class, OfClassTestCases.class, OfAMethodAloneTestCases.class);

        assertThat(Run.errors(results)).isEmpty();
        assertThat(Run.succeeded(results)).hasSize(5);
        assertThat(OfMethodsTestCases.seen.orElseThrow()).isSameAs(OfClassTestCases.seen.orElseThrow());
        assertThat(OfMethodsTestCases.sampled.orElseThrow()).isNotSameAs(OfMethodsTestCases.seen.orElseThrow());
        assertThat(run.counts(Run.FAKE).loads()).hasValue(1);
        assertThat(run.counts(Run.OTHER).loads()).hasValue(1);
    }

    @AttributionTest
    static class OfMethodsTestCases {

        private static Optional<ModelComparison> seen = Optional.empty();
        private static Optional<ModelComparison> sampled = Optional.empty();

        @Test
        @CompareModels(released = Run.FAKE, candidate = Run.OTHER, corpus = CORPUS)
        void compares(ModelComparison comparison) {
            seen = Optional.of(comparison);
            assertThat(comparison.result().all().cases()).isEqualTo(2);
        }

        @Test
        @CompareModels(released = Run.FAKE, candidate = Run.OTHER, corpus = CORPUS, sample = 1, seed = 3)
        void compareASample(ModelComparison comparison) {
            sampled = Optional.of(comparison);
            assertThat(comparison.result().all().cases()).isEqualTo(1);
        }
    }

    /** Its class says nothing of models. */
    static class OfAMethodAloneTestCases {

        @Test
        @CompareModels(released = Run.FAKE, candidate = Run.OTHER, corpus = CORPUS)
        void judges(ModelComparison comparison) {
            assertThat(ReleaseGate.current().judge(comparison.result()).verdict())
                    .isEqualTo(Verdict.PASS);
        }
    }

    @CompareModels(released = Run.FAKE, candidate = Run.OTHER, corpus = CORPUS)
    static class OfClassTestCases {

        private static Optional<ModelComparison> seen = Optional.empty();

        @Test
        void compares(ModelComparison comparison) {
            seen = Optional.of(comparison);
        }

        @Test
        void judges(ModelComparison comparison) {
            GateResult result = ReleaseGate.current().judge(comparison.result());
            assertThat(result.verdict()).isEqualTo(Verdict.PASS);
            assertThat(result.checks()).hasSize(2);
        }
    }

    @Test
    void writesASummaryOfTheRun() throws IOException {
        var run = run();
        assertThat(Run.errors(run.execute(OfClassTestCases.class))).isEmpty();

        JsonNode gate = run.json("gate.json");
        assertThat(gate.at("/run").asText()).isEqualTo("run");
        assertThat(gate.at("/gates")).hasSize(1);
        assertThat(gate.at("/gates/0/verdict").asText()).isEqualTo("pass");
        assertThat(gate.at("/gates/0/test").asText()).isEqualTo(OfClassTestCases.class.getName() + "#judges");
        assertThat(Files.readString(run.reports().resolve("gate.md")))
                .startsWith("## Release gate\n")
                .contains("| \u2713 passed | `cases.min` | 2 | at least 2 |");
        assertThat(Files.readString(run.reports().resolve("gate.html"))).contains("<code>cases.min</code>");
    }

    @Test
    void refusesWhatComparesNothing() {
        assertThat(Run.errors(run().execute(WithItselfTestCases.class)))
                .singleElement()
                .satisfies(error -> assertThat(error)
                        .isInstanceOf(ExtensionConfigurationException.class)
                        .hasMessageContaining("compares \"fake\" with itself, which every release would pass"));
        assertThat(Run.errors(run().execute(WithoutAnnotationTestCases.class)))
                .singleElement()
                .satisfies(error -> assertThat(error).isInstanceOf(ParameterResolutionException.class));
    }

    @Test
    void refusesTwoNamesOfOneModel() {
        var run = run();

        assertThat(Run.errors(
                        run.with("attrib.model.same", run.directoryOf(Run.FAKE).toString())
                                .execute(TwoNamesTestCases.class)))
                .singleElement()
                .satisfies(error -> assertThat(error)
                        .cause()
                        .isInstanceOf(ExtensionConfigurationException.class)
                        .hasMessage("@CompareModels compares \"fake\" with \"same\", but both are "
                                + run.directoryOf(Run.FAKE)
                                + ", so that every release would pass. Name the candidate, or"
                                + " set its alias to it."));
    }

    @AttributionTest
    static class TwoNamesTestCases {

        @Test
        @CompareModels(released = Run.FAKE, candidate = "same", corpus = CORPUS)
        void compares(ModelComparison comparison) {}
    }

    @AttributionTest
    static class WithItselfTestCases {

        @Test
        @CompareModels(released = Run.FAKE, candidate = Run.FAKE, corpus = CORPUS)
        void compares(ModelComparison comparison) {}
    }

    @AttributionTest(model = Run.FAKE)
    static class WithoutAnnotationTestCases {

        @Test
        void compares(ModelComparison comparison) {}
    }

    @Test
    void writesKnownFailuresOnRequestButNotInContinuousIntegration() {
        run();
        Map<String, String> properties = new LinkedHashMap<>(Map.of(
                "attrib.gate", directory.resolve("gate.properties").toString(),
                "attrib.report.dir", directory.resolve("reports").toString(),
                "attrib.known-failures", directory.resolve("known.txt").toString(),
                "attrib.known-failures.write", "true"));
        var compared = compared();

        assertThatExceptionOfType(InvalidGateException.class)
                .isThrownBy(() -> gate(properties, Map.of("CI", "true")).judge(compared))
                .withMessageContaining(
                        "attrib.known-failures.write=true is refused in a CI job (CI is set, or attrib.ci=true)");
        assertThat(gate(properties, Map.of())
                        .judge(compared)
                        .ratchet()
                        .orElseThrow()
                        .known())
                .isZero();
        properties.put("attrib.ci", "false");
        assertThat(gate(properties, Map.of("CI", "true")).judge(compared).ratchet())
                .isPresent();
        properties.remove("attrib.ci");
        assertThat(directory.resolve("known.txt")).content().startsWith("# Cases that the release gate knows to fail.");
        write("known.txt", "wrong 2 1\n");
        properties.remove("attrib.known-failures.write");
        GateResult stale = gate(properties, Map.of("CI", "true")).judge(compared);
        assertThat(stale.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(stale.ratchet().orElseThrow().fixed()).hasSize(1);
    }

    @Test
    void aGateThatCannotBeJudgedIsInTheSummary() throws IOException {
        var run = run();
        assertThat(Run.errors(run.execute(OfClassTestCases.class))).isEmpty();
        run.with("attrib.run", "next run")
                .with("attrib.gate", write("typo.properties", "case.min=2\n").toString());
        assertThat(Run.errors(run.execute(OfClassTestCases.class)))
                .singleElement()
                .satisfies(error -> assertThat(error).isInstanceOf(InvalidGateException.class));

        JsonNode gate = run.json("gate.json");
        assertThat(gate.at("/run").asText()).isEqualTo("next run");
        assertThat(gate.at("/gates")).hasSize(1);
        assertThat(gate.at("/gates/0/verdict").asText()).isEqualTo("error");
        assertThat(Files.readString(run.reports().resolve("gate.md")))
                .contains("### ! other against fake over ")
                .contains("case.min");
    }

    @Test
    void aComparisonThatFailsIsInTheSummary() {
        write("no labels.jsonl", "");
        ClosedForm model = ClosedForm.of("model", 2, List.of("A", "B"), x ->
                new Gradient[] {x[0].add(x[1].multiply(0)), x[0].multiply(0)});
        ClosedForm other = ClosedForm.of("other", 2, List.of("A", "B"), x ->
                new Gradient[] {x[0].add(x[1].multiply(0)), x[0].multiply(0)});
        var comparison = ModelComparison.between(
                model, other, Corpus.from(directory.resolve("no labels.jsonl").toString()));

        assertThatExceptionOfType(InvalidCorpusException.class)
                .isThrownBy(() -> gate(
                                Map.of(
                                        "attrib.report.dir",
                                        directory.resolve("reports").toString()),
                                Map.of())
                        .judge(comparison));
        assertThat(directory.resolve("reports/gate.md")).content().contains("### ! other against model over ");
    }

    @Test
    void aSummaryThatCannotBeWrittenChangesNoVerdict() {
        run();
        write("reports", "a file where the folder should be");
        GateResult result = gate(
                        Map.of(
                                "attrib.gate",
                                directory.resolve("gate.properties").toString(),
                                "attrib.report.dir",
                                directory.resolve("reports").toString()),
                        Map.of())
                .judge(compared());

        assertThat(result.verdict()).isEqualTo(Verdict.PASS);
    }

    private ComparisonResult compared() {
        return ModelComparison.between(
                        model("released"),
                        model("candidate"),
                        Corpus.of(List.of(CorpusCase.of("2 1"), CorpusCase.of("3 1"))))
                .result();
    }

    private static ClosedForm model(String name) {
        return ClosedForm.of(name, 2, List.of("A", "B"), x ->
                new Gradient[] {x[0].add(x[1].multiply(0)), x[0].multiply(0)});
    }

    @Test
    void refusesToWriteKnownFailuresNowhere() {
        var errors =
                Run.errors(run().with("attrib.known-failures.write", "true").execute(OfClassTestCases.class));

        assertThat(errors)
                .first()
                .satisfies(error -> assertThat(error)
                        .isInstanceOf(ExtensionConfigurationException.class)
                        .hasMessageContaining(
                                "attrib.known-failures.write is true, but there is no file to write. Name it"
                                        + " by attrib.known-failures, or leave both out."));
    }

    @Test
    @ResourceLock(Resources.SYSTEM_OUT)
    void saysWhatItChangedInTheListAndThatTheGatePassed() {
        run();
        ComparisonResult one = ModelComparison.between(
                        model("released"),
                        model("candidate"),
                        Corpus.of(List.of(CorpusCase.labeled("2 1", "B"), CorpusCase.labeled("3 1", "A"))))
                .result();
        String list = write("known.txt", "wrong 3 1\n").toString();
        String gate = directory.resolve("gate.properties").toString();

        String printed = Printed.during(() -> gate(
                        Map.of(
                                "attrib.gate",
                                gate,
                                "attrib.report.dir",
                                directory.resolve("reports").toString(),
                                "attrib.known-failures",
                                list,
                                "attrib.known-failures.write",
                                "true"),
                        Map.of())
                .judge(one));

        assertThat(printed)
                .contains("[junit-attrib] known failures " + list + ", added: wrong 2 1; removed: wrong 3 1\n")
                .contains("[junit-attrib] gate of " + gate + " passed: 2 thresholds judged: " + directory
                        + "/reports/gate.html\n");
    }

    @Test
    @ResourceLock(Resources.SYSTEM_OUT)
    void saysHowFarALongCorpusIs() {
        var run = run().with("attrib.progress", "0");

        assertThat(Printed.during(() -> run.execute(OfAMethodAloneTestCases.class)))
                .contains("[junit-attrib] " + CORPUS + ": 2 texts, ");
        assertThat(Printed.during(() -> run.execute(ByHandTestCases.class)))
                .contains("[junit-attrib] candidate against released over the cases given: 2 texts, ");
    }

    @AttributionTest(model = Run.FAKE)
    static class ByHandTestCases {

        @Test
        void judges() {
            GateResult result = ReleaseGate.current()
                    .judge(ModelComparison.between(
                            model("released"),
                            model("candidate"),
                            Corpus.of(List.of(CorpusCase.of("2 1"), CorpusCase.of("3 1")))));
            assertThat(result.verdict()).isEqualTo(Verdict.PASS);
        }
    }

    private static ReleaseGate gate(Map<String, String> properties, Map<String, String> environment) {
        return new ReleaseGate(new AttribProperties(name -> Optional.ofNullable(properties.get(name))), environment);
    }
}
