package io.github.junitattrib.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.junitattrib.conformance.ClosedForm;
import io.github.junitattrib.corpus.Corpus;
import io.github.junitattrib.method.IntegratedGradients;
import io.github.junitattrib.method.IntegrationRule;
import io.github.junitattrib.model.torch.ChildJvm;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hipparchus.analysis.differentiation.Gradient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two models are compared over 200,000 cases in a heap that all names and words of them would not fit in. */
class ComparisonMemoryTest {

    private static final int CASES = 200_000;

    @TempDir
    private Path directory;

    @Test
    void manyCasesOfManyWordsAreComparedWithASmallHeap() throws Exception {
        Path corpus = directory.resolve("many.jsonl");
        write(corpus);

        assertThat(inASmallHeap(corpus))
                .isEqualTo("200000 cases, 100000 lost, 10000 named, 90000 unnamed,"
                        + " 10 worst, words forgotten true, \"1\" in 100000\n");
    }

    /** Each has a word of its own, and the name is long; half of them the candidate gets wrong. */
    private static void write(Path corpus) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(corpus)) {
            for (int i = 0; i < CASES; i++) {
                out.write("{\"id\": \"a review of which there are very many, " + "x".repeat(300) + i
                        + "\", \"text\": \"" + (i + 2) + (i % 2 == 0 ? " 1" : " -1") + "\", \"label\": \"A\"}\n");
            }
        }
    }

    private static String inASmallHeap(Path corpus) throws IOException, InterruptedException {
        return ChildJvm.run(Comparing.class, "", "-Xmx160m", "-XX:+UseSerialGC", "-Dcorpus=" + corpus);
    }

    /** What the other process does. */
    static final class Comparing {

        private Comparing() {}

        @SuppressWarnings("SystemOut") // how it tells what it found
        public static void main(String[] arguments) {
            ComparisonResult result = ModelComparison.between(
                            model("released", 1, 0),
                            model("candidate", 0, 1),
                            Corpus.from(System.getProperty("corpus")))
                    .by(new IntegratedGradients(IntegrationRule.gaussLegendre(1)))
                    .result();
            CaseList lost = result.cases(CaseKind.LOST, GateSettings.DEFAULT);
            WordShare first = result.words(5).get(0);
            System.out.println(result.all().cases() + " cases, " + lost.count() + " lost, "
                    + result.failing().size() + " named, " + result.unnamedFailures() + " unnamed, "
                    + lost.worst().size() + " worst, words forgotten " + (result.forgottenWords() > 0) + ", \""
                    + first.word() + "\" in " + first.texts());
        }

        private static ClosedForm model(String name, double a, double b) {
            return ClosedForm.of(name, 2, List.of("A", "B"), x ->
                    new Gradient[] {x[0].multiply(a).add(x[1].multiply(b)), x[0].multiply(0)});
        }
    }
}
