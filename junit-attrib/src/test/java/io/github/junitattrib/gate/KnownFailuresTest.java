package io.github.junitattrib.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.InvalidGateException;
import io.github.junitattrib.Span;
import io.github.junitattrib.Verdict;
import io.github.junitattrib.conformance.ClosedForm;
import io.github.junitattrib.corpus.Corpus;
import io.github.junitattrib.corpus.CorpusCase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.analysis.differentiation.Gradient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ratchet: what fails besides is new, what does not fail any more has to go. */
class KnownFailuresTest {

    private static final FailingCase WRONG = new FailingCase(FailingCase.Kind.WRONG, "2 1");

    @TempDir
    Path directory;

    private static ClosedForm model(String name) {
        return ClosedForm.of(name, 2, List.of("A", "B"), x ->
                new Gradient[] {x[0].add(x[1].multiply(0)), x[0].negate()});
    }

    private static final List<CorpusCase> CASES =
            List.of(CorpusCase.labeled("2 1", "B"), CorpusCase.labeled("3 1", "A"));

    private final ComparisonResult result = compared(Corpus.of(CASES));

    private static Optional<String> unset(String property) {
        return Optional.empty();
    }

    private static ComparisonResult compared(Corpus corpus) {
        return ModelComparison.between(model("released"), model("candidate"), corpus)
                .result();
    }

    private Path corpus(String name, String... lines) throws IOException {
        return Files.writeString(directory.resolve(name), String.join("\n", lines));
    }

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
    void namesWhatIsNoCaseOfTheCorpus() {
        FailingCase misspelt = new FailingCase(FailingCase.Kind.WRONG, "2  1");

        Ratchet ratchet = new KnownFailures("list", Set.of(WRONG, misspelt)).compare(result);

        assertThat(ratchet.strangers()).containsExactly(misspelt);
        assertThat(ratchet.fixed()).isEmpty();
        assertThat(ratchet.verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void anUpdateRemovesWhatIsNoCaseFromItsOwnPartAlone() throws IOException {
        Path corpus = corpus("one.jsonl", "{\"text\": \"2 1\", \"label\": \"B\", \"id\": \"a\"}");
        Path file = Files.writeString(
                directory.resolve("known.txt"), "wrong of-all\ncorpus " + corpus + "\nwrong a\nwrong gone\n");

        KnownFailures.Update update = KnownFailures.update(
                file.toString(), KnownFailuresTest::unset, compared(Corpus.from(corpus.toString())));

        assertThat(update.removed()).containsExactly(new FailingCase(FailingCase.Kind.WRONG, "gone"));
        assertThat(file).content().isEqualTo("wrong of-all\ncorpus " + corpus + "\nwrong a\n");
    }

    @Test
    void leavesAloneWhatAChoiceLeavesOut() {
        ComparisonResult sampled = compared(Corpus.of(CASES).limit(1));
        FailingCase elsewhere = new FailingCase(FailingCase.Kind.WRONG, "4 1");

        Ratchet ratchet = new KnownFailures("list", Set.of(WRONG, elsewhere)).compare(sampled);

        assertThat(ratchet.fixed()).isEmpty();
        assertThat(ratchet.strangers()).isEmpty();
        assertThat(ratchet.verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void gatesOfSeveralCorporaShareAFile() throws IOException {
        Path file = Files.writeString(directory.resolve("known.txt"), "# ours\n");
        Path first = corpus("first.jsonl", "{\"text\": \"2 1\", \"label\": \"B\", \"id\": \"a\"}");
        Path second = corpus("second.jsonl", "{\"text\": \"3 1\", \"label\": \"B\", \"id\": \"b\"}");
        ComparisonResult one = compared(Corpus.from(first.toString()));
        ComparisonResult other = compared(Corpus.from(second.toString()));

        KnownFailures.update(file.toString(), KnownFailuresTest::unset, one);
        KnownFailures.update(file.toString(), KnownFailuresTest::unset, other);

        assertThat(file).content().isEqualTo("# ours\ncorpus " + first + "\nwrong a\ncorpus " + second + "\nwrong b\n");
        for (ComparisonResult each : List.of(one, other)) {
            assertThat(KnownFailures.read(
                                    file.toString(),
                                    KnownFailuresTest::unset,
                                    each.models().source())
                            .compare(each)
                            .verdict())
                    .isEqualTo(Verdict.PASS);
        }
    }

    @Test
    void changesNothingButItsOwnEntries() throws IOException {
        Path file = Files.writeString(directory.resolve("known.txt"), """
                # ours
                wrong of nobody

                corpus the cases given
                wrong 3 1

                corpus other
                # why
                wrong 3 1
                """);

        KnownFailures.Update update = KnownFailures.update(file.toString(), KnownFailuresTest::unset, result);

        assertThat(update.added()).containsExactly(WRONG);
        assertThat(update.removed()).containsExactly(new FailingCase(FailingCase.Kind.WRONG, "3 1"));
        assertThat(file).content().isEqualTo("""
                # ours
                wrong of nobody

                corpus the cases given
                wrong 2 1

                corpus other
                # why
                wrong 3 1
                """);
        assertThat(KnownFailures.update(file.toString(), KnownFailuresTest::unset, result)
                        .added())
                .isEmpty();
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).as("nothing is left of writing").containsExactly(file);
        }
    }

    @Test
    void readsWhatItWrites() {
        List<String> ids = List.of("a", "two\nlines \\n and a backslash\\", " # blank before", "tab \t", "blanks  ");
        ComparisonResult failing = compared(Corpus.of(ids.stream()
                .map(id -> new CorpusCase(
                        "2 1", Optional.of("B"), List.of(), List.of(), Optional.of(id), Optional.empty()))
                .toList()));
        String location = directory.resolve("below/known.txt").toString();

        KnownFailures.Update update = KnownFailures.update(location, KnownFailuresTest::unset, failing);

        assertThat(update.added()).extracting(FailingCase::name).containsExactlyElementsOf(ids);
        assertThat(KnownFailures.read(
                                location,
                                KnownFailuresTest::unset,
                                failing.models().source())
                        .cases())
                .containsExactlyElementsOf(failing.failing())
                .hasSize(5);
    }

    @Test
    void readsUtf8StrictlyWithoutMarkAndBlanksAtTheEnd() throws IOException {
        Path file = Files.writeString(directory.resolve("known.txt"), "\ufeffwrong é \t\r\nviolation b\r");
        assertThat(KnownFailures.read(file.toString(), KnownFailuresTest::unset, "any")
                        .cases())
                .containsExactly(
                        new FailingCase(FailingCase.Kind.WRONG, "é"), new FailingCase(FailingCase.Kind.VIOLATION, "b"));

        Files.write(file, "wrong a\nwrong é\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatExceptionOfType(InvalidGateException.class)
                .isThrownBy(() -> KnownFailures.read(file.toString(), KnownFailuresTest::unset, "any"))
                .withMessage(file + ", line 2, column 7: the byte 0xE9 is no UTF-8. Save the file as UTF-8.");
    }

    @Test
    void refusesWhatIsNoEntry() throws IOException {
        Path file = Files.writeString(directory.resolve("known.txt"), "# comment\n\nwrong a\nbroken b\n");

        assertThatExceptionOfType(InvalidGateException.class)
                .isThrownBy(() -> KnownFailures.read(file.toString(), KnownFailuresTest::unset, "any"))
                .withMessage(file
                        + ", line 4: \"broken b\" is no entry. Write wrong or violation, a blank, and the id of the"
                        + " case.");
        Files.writeString(file, "wrong a\nwrong a\n");
        assertThatExceptionOfType(InvalidGateException.class)
                .isThrownBy(() -> KnownFailures.read(file.toString(), KnownFailuresTest::unset, "any"))
                .withMessageContaining("line 2: it is there twice");
        assertThatExceptionOfType(InvalidGateException.class)
                .isThrownBy(
                        () -> KnownFailures.read(directory.resolve("none").toString(), KnownFailuresTest::unset, "any"))
                .withMessageContaining("there is no file")
                .withMessageContaining("-Dattrib.known-failures.write=true");
        assertThatExceptionOfType(InvalidGateException.class)
                .isThrownBy(() -> KnownFailures.update("classpath:known.txt", KnownFailuresTest::unset, result))
                .withMessageContaining("the class path is not written to");
    }

    private static ComparisonResult times(int count, String label, Attribution candidate, String prefix) {
        Attribution released = Stated.scored("good film", 2, 0, 1, 0);
        return Stated.result(IntStream.range(0, count)
                .mapToObj(i -> ComparedCase.of(
                        new CorpusCase(
                                "good film",
                                Optional.of(label),
                                List.of(new Span(0, 4)),
                                List.of(),
                                Optional.of(prefix + i),
                                Optional.empty()),
                        released,
                        candidate))
                .toList());
    }

    @Test
    void refusesMoreFailuresThanAListHolds() {
        ComparisonResult result = times(CaseNames.MOST + 1, "B", Stated.scored("good film", 2, 0, 1, 0), "id-");

        assertThat(result.failing()).hasSize(CaseNames.MOST);
        assertThatExceptionOfType(InvalidGateException.class)
                .isThrownBy(() -> new KnownFailures("known.txt", Set.of()).compare(result))
                .withMessage(
                        "The known failures \"known.txt\" cannot be compared: the candidate fails more cases than can be"
                                + " named, 10000 and 1 besides; the most are 10000 with names of 10000000 characters together."
                                + " Leave attrib.known-failures out, or compare a sample of the corpus.");
    }

    @Test
    void refusesLongerNamesThanAListHolds() {
        ComparisonResult result = times(4, "B", Stated.scored("good film", 2, 0, 1, 0), "x".repeat(3_000_000));

        assertThatExceptionOfType(InvalidGateException.class)
                .isThrownBy(() -> new KnownFailures("known.txt", Set.of()).compare(result))
                .withMessageContaining(
                        "the candidate fails more cases than can be named, 3 and 1 besides; the most are");
    }

    @Test
    void casesOfWhichNobodyCanTellAreNoFailures() {
        Attribution open = Stated.notConverged("good film", 2, 0, 1, 0);

        ComparisonResult many = times(CaseNames.MOST, "A", open, "id-");
        assertThat(new KnownFailures("known.txt", Set.of()).compare(many).verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);

        ComparisonResult tooMany = times(CaseNames.MOST + 2, "A", open, "id-");
        assertThat(tooMany.unnamedFailures()).isZero();
        assertThatExceptionOfType(InvalidGateException.class)
                .isThrownBy(() -> new KnownFailures("known.txt", Set.of()).compare(tooMany))
                .withMessageContaining("the candidate may fail more cases than can be named, 10000 and 2 besides;");
    }

    @Test
    void casesOfWhichNobodyCanTellTakeNoNamesFromFailures() {
        Attribution open = Stated.notConverged("good film", 2, 0, 1, 0);
        String name = "x".repeat(2_000_000);

        // Each is wrong, and may break the order too: 8 million characters of each.
        assertThat(new KnownFailures("known.txt", Set.of())
                        .compare(times(4, "B", open, name))
                        .unknown())
                .hasSize(4);
    }
}
