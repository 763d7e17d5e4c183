package io.github.junitattrib.usage;

import static io.github.junitattrib.assertj.AttributionAssertions.assertThatAll;
import static io.github.junitattrib.junit.Attributions.ig;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.junitattrib.assertj.AttributionAssertions;
import io.github.junitattrib.conformance.ClosedForm;
import io.github.junitattrib.corpus.Corpus;
import io.github.junitattrib.corpus.CorpusCase;
import io.github.junitattrib.fixtures.Fixtures;
import io.github.junitattrib.gate.Gate;
import io.github.junitattrib.gate.GateKey;
import io.github.junitattrib.gate.ModelComparison;
import io.github.junitattrib.junit.AttributionModel;
import io.github.junitattrib.junit.AttributionTest;
import io.github.junitattrib.model.TextClassifier;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.analysis.differentiation.Gradient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** Every judgment of a corpus says how far it is, here at once and not after some seconds. */
@ResourceLock(Resources.SYSTEM_OUT)
class ProgressOfCorporaTest {

    private static final Corpus MANY = Corpus.of(
            IntStream.range(0, 130).mapToObj(i -> CorpusCase.of(i + " 1")).toList());

    @TempDir
    private Path directory;

    private String printed(Class<?> cases, String progress) {
        PrintStream console = System.out;
        var printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            assertThat(new Suite(directory).with("attrib.progress", progress).ends(cases))
                    .allMatch(end -> end.contains(" passed"));
        } finally {
            System.setOut(console);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void ofAssertionsOnAllOfACorpus() {
        assertThat(printed(CorpusTestCases.class, "0"))
                .contains("[junit-attrib] the cases given: 64 texts, ")
                .contains("[junit-attrib] the cases given: 128 texts, ");
    }

    @Test
    void ofComparisonsMadeByHand() {
        assertThat(printed(ByHandTestCases.class, "0"))
                .contains("[junit-attrib] second against first over the cases given: 64 texts, ")
                .contains("[junit-attrib] second against first over the cases given: 130 texts, ")
                .contains("[junit-attrib] third against first over the cases given: 130 texts, ");
    }

    @Test
    void notIfThatIsSwitchedOff() {
        assertThat(printed(ByHandTestCases.class, "false")).doesNotContain("texts, ");
    }

    private static ClosedForm model(String name) {
        return ClosedForm.of(name, 2, List.of("A", "B"), x ->
                new Gradient[] {x[0].add(x[1].multiply(0)), x[0].multiply(0)});
    }

    @AttributionTest
    static class CorpusTestCases {

        @AttributionModel
        static TextClassifier first() {
            return model("first");
        }

        @Test
        void judges() {
            assertThatAll(MANY, one -> ig(one.text())).atLeast(0.9).satisfy(each -> each.isComplete());
        }
    }

    @AttributionTest(model = Fixtures.SENTIMENT)
    static class ByHandTestCases {

        @Test
        void compares() {
            AttributionAssertions.assertThat(ModelComparison.between(model("first"), model("second"), MANY))
                    .changesPredictionsOfAtMost(0);
            AttributionAssertions.assertThat(ModelComparison.between(model("first"), model("third"), MANY))
                    .passesGate(Gate.of(GateKey.CASES_MIN, 2));
        }
    }
}
