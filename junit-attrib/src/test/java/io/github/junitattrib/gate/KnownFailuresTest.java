package io.github.junitattrib.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.junitattrib.InvalidGateException;
import io.github.junitattrib.Verdict;
import io.github.junitattrib.conformance.ClosedForm;
import io.github.junitattrib.corpus.Corpus;
import io.github.junitattrib.corpus.CorpusCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hipparchus.analysis.differentiation.Gradient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ratchet: what fails besides is new, what does not fail any more has to go. */
class KnownFailuresTest {

    private static final FailingCase WRONG = new FailingCase(FailingCase.Kind.WRONG, "2 1");

    @TempDir
    Path directory;

    private final ClosedForm model = ClosedForm.of("model", 2, List.of("A", "B"), x ->
            new Gradient[] {x[0].add(x[1].multiply(0)), x[0].negate()});

    private final ComparisonResult result = ModelComparison.between(
                    model, model, Corpus.of(List.of(CorpusCase.labeled("2 1", "B"), CorpusCase.labeled("3 1", "A"))))
            .result();

    @Test
    void holdsIfTheListIsWhatFails() {
        Ratchet ratchet = new KnownFailures("list", Set.of(WRONG)).compare(result);

        assertThat(ratchet.verdict()).isEqualTo(Verdict.PASS);
        assertThat(ratchet.known()).isEqualTo(1);
    }

    @Test
    void namesWhatIsNew() {
        Ratchet ratchet = new KnownFailures("list", Set.of()).compare(result);

        assertThat(ratchet.unknown()).containsExactly(WRONG);
        assertThat(ratchet.fixed()).isEmpty();
        GateResult kept = Gate.of(GateKey.ACCURACY_MIN, 0.5).judge(result);
        assertThat(kept.verdict()).isEqualTo(Verdict.PASS);
        assertThat(kept.with(ratchet).verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void namesWhatHasToGo() {
        FailingCase fixed = new FailingCase(FailingCase.Kind.WRONG, "3 1");
        FailingCase otherKind = new FailingCase(FailingCase.Kind.VIOLATION, "2 1");

        Ratchet ratchet = new KnownFailures("list", Set.of(WRONG, fixed, otherKind)).compare(result);

        assertThat(ratchet.fixed()).containsExactlyInAnyOrder(fixed, otherKind);
        assertThat(ratchet.unknown()).isEmpty();
    }

    @Test
    void readsWhatItWrites() {
        List<FailingCase> failing = List.of(
                WRONG,
                new FailingCase(FailingCase.Kind.VIOLATION, "two\nlines \\n and a backslash\\"),
                new FailingCase(FailingCase.Kind.WRONG, " # blank before"));
        String location = directory.resolve("below/known.txt").toString();

        KnownFailures.write(location, name -> Optional.empty(), failing);

        assertThat(KnownFailures.read(location, name -> Optional.empty()).cases())
                .containsExactlyElementsOf(failing);
    }

    @Test
    void refusesWhatIsNoEntry() throws IOException {
        Path file = Files.writeString(directory.resolve("known.txt"), "# comment\n\nwrong a\nbroken b\n");

        assertThatExceptionOfType(InvalidGateException.class)
                .isThrownBy(() -> KnownFailures.read(file.toString(), name -> Optional.empty()))
                .withMessage(file
                        + ", line 4: \"broken b\" is no entry. Write wrong or violation, a blank, and the id of the"
                        + " case.");
        Files.writeString(file, "wrong a\nwrong a\n");
        assertThatExceptionOfType(InvalidGateException.class)
                .isThrownBy(() -> KnownFailures.read(file.toString(), name -> Optional.empty()))
                .withMessageContaining("line 2: it is there twice");
        assertThatExceptionOfType(InvalidGateException.class)
                .isThrownBy(() -> KnownFailures.read(directory.resolve("none").toString(), name -> Optional.empty()))
                .withMessageContaining("there is no file")
                .withMessageContaining("-Dattrib.known-failures.write=true");
        assertThatExceptionOfType(InvalidGateException.class)
                .isThrownBy(() -> KnownFailures.write("classpath:known.txt", name -> Optional.empty(), List.of()))
                .withMessageContaining("the class path is not written to");
    }
}
