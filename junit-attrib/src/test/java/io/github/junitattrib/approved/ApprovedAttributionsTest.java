package io.github.junitattrib.approved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.Target;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of approved attributions: what is written when, and what is refused. */
class ApprovedAttributionsTest {

    private static final TestName TEST = new TestName("com.acme.ReviewTest", "reasons");
    private static final Attribution FIRST = Words.scored("they said it", 0.123456789, -0.5, 1e-9);
    private static final Attribution OTHER = Words.scored("a good film", 0.1, 1, 0.2);

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("approved/reviews/com.acme.ReviewTest/reasons.json");
    }

    private ApprovedAttributions store(ApprovalMode mode) {
        return new ApprovedAttributions(folder.resolve("approved"), folder.resolve("received"), mode);
    }

    private static Attribution found(Approval approval) {
        assertThat(approval).isInstanceOf(Approval.Found.class);
        return ((Approval.Found) approval).approved();
    }

    @Test
    void filesHaveATokenALineAndSixDigits() {
        store(ApprovalMode.CREATE).approval(TEST, FIRST, DriftTolerance.standard());

        assertThat(file()).hasContent("""
                        {
                          "schema": 1,
                          "approved": [
                            {
                              "text": "they said it",
                              "method": "Stated",
                              "parameters": {"steps":"50"},
                              "target": "POSITIVE",
                              "class": 1,
                              "model": "reviews",
                              "device": "cpu",
                              "dtype": "float32",
                              "kind": "LOGITS",
                              "scores": {"NEGATIVE":-1.0,"POSITIVE":1.0},
                              "f_input": 1.0,
                              "tokens": [
                                {"token":"[CLS]","special":true,"score":0.25,"uncertainty":0.0},
                                {"token":"they","start":0,"end":4,"word":0,"score":0.123457,"uncertainty":0.0},
                                {"token":"said","start":5,"end":9,"word":1,"score":-0.5,"uncertainty":0.0},
                                {"token":"it","start":10,"end":12,"word":2,"score":1.0E-9,"uncertainty":0.0}
                              ]
                            }
                          ]
                        }
                        """);
    }

    @Test
    void whatIsWrittenIsRead() {
        store(ApprovalMode.CREATE).approval(TEST, OTHER, DriftTolerance.standard());

        Attribution read = found(store(ApprovalMode.VERIFY).approval(TEST, OTHER, DriftTolerance.standard()));

        assertThat(read.text()).isEqualTo(OTHER.text());
        assertThat(read.tokens()).isEqualTo(OTHER.tokens());
        assertThat(read.prediction()).isEqualTo(OTHER.prediction());
        assertThat(read.method()).isEqualTo(OTHER.method());
        assertThat(read.model()).isEqualTo(OTHER.model());
        assertThat(read.label()).isEqualTo("POSITIVE");
        assertThat(read.inputScore()).isEqualTo(1);
        assertThat(read.baselineScore()).isNaN();
    }

    @Test
    void hardTextsAreReadAsTheyWere() {
        Attribution hard = Words.scored("\"quoted\" \\back\nline \u202Ebidi \uD83D\uDE00 <b>", 1, 2, 3, 4, 5);

        store(ApprovalMode.CREATE).approval(TEST, hard, DriftTolerance.standard());

        assertThat(found(store(ApprovalMode.VERIFY).approval(TEST, hard, DriftTolerance.standard()))
                        .tokens())
                .isEqualTo(hard.tokens());
    }

    @ParameterizedTest
    @CsvSource({"VERIFY, false", "PRUNE, false", "CREATE, true", "UPDATE, true"})
    void whatIsMissingIsWrittenOnRequest(ApprovalMode mode, boolean written) {
        Approval approval = store(mode).approval(TEST, FIRST, DriftTolerance.standard());

        assertThat(approval.file()).isEqualTo(file());
        assertThat(approval).isInstanceOf(written ? Approval.Written.class : Approval.Missing.class);
        assertThat(Files.exists(file())).isEqualTo(written);
    }

    @ParameterizedTest
    @EnumSource(ApprovalMode.class)
    void whatDiffersIsReplacedByUpdateAlone(ApprovalMode mode) {
        store(ApprovalMode.CREATE).approval(TEST, FIRST, DriftTolerance.standard());
        Attribution changed = Words.scored("they said it", 0.123456789, 0.5, 1e-9);

        Approval approval = store(mode).approval(TEST, changed, DriftTolerance.standard());

        assertThat(approval instanceof Approval.Written).isEqualTo(mode == ApprovalMode.UPDATE);
        double said = found(store(ApprovalMode.VERIFY).approval(TEST, changed, DriftTolerance.standard()))
                .words()
                .get(1)
                .score();
        assertThat(said).isEqualTo(mode == ApprovalMode.UPDATE ? 0.5 : -0.5);
    }

    @Test
    void lastDigitsAreLeftAloneByAnUpdate() throws IOException {
        store(ApprovalMode.CREATE).approval(TEST, FIRST, DriftTolerance.standard());
        byte[] before = Files.readAllBytes(file());

        store(ApprovalMode.UPDATE)
                .approval(TEST, Words.scored("they said it", 0.1237, -0.5, 1e-9), DriftTolerance.standard());
        assertThat(file()).hasBinaryContent(before);

        store(ApprovalMode.UPDATE)
                .approval(TEST, Words.scored("they said it", 0.125, -0.5, 1e-9), DriftTolerance.standard());
        assertThat(Files.readAllBytes(file())).isNotEqualTo(before);
    }

    /** Token scores are the same in each. */
    private static Stream<Arguments> changesThatFailThoughNoTokenMoved() {
        Attribution otherWords = OTHER.withTokens(OTHER.tokens().stream()
                .map(token -> new TokenScore(
                        token.text(),
                        token.span(),
                        token.word().isPresent() ? OptionalInt.of(0) : OptionalInt.empty(),
                        token.special(),
                        token.score(),
                        token.uncertainty()))
                .toList());
        return Stream.of(
                arguments("prediction", Words.of(OTHER.text(), 0, -1, 0.1, 1, 0.2)),
                arguments("words", otherWords),
                arguments("bars", Words.of(OTHER.text(), 0.6, 1, 0.1, 1, 0.2)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changesThatFailThoughNoTokenMoved")
    void whatFailsIsReplacedByAnUpdateThoughNoTokenMoved(String change, Attribution now) {
        store(ApprovalMode.CREATE).approval(TEST, OTHER, DriftTolerance.standard());
        assertThat(Drift.between(OTHER, now, DriftTolerance.standard()).verdict())
                .as(change)
                .isNotEqualTo(Verdict.PASS);

        assertThat(store(ApprovalMode.UPDATE).approval(TEST, now, DriftTolerance.standard()))
                .isInstanceOf(Approval.Written.class);

        Attribution read = found(store(ApprovalMode.VERIFY).approval(TEST, now, DriftTolerance.standard()));
        assertThat(read.tokens()).isEqualTo(now.tokens());
        assertThat(read.prediction()).isEqualTo(now.prediction());
    }

    private static Stream<Attribution> numbersThatRoundingMoves() {
        Prediction close = Prediction.ofLogits(List.of("NEGATIVE", "POSITIVE"), new double[] {2.3456781, 2.3456784});
        return Stream.of(
                Words.predicted(close, "a good film", 0.1, 1, 0.2),
                // As far apart as a tie, and a little further: 0.05 after rounding.
                Words.scored("a good film", 1, 0.94999995, 0.2),
                Words.scored("a good film", 1, 0.05000004, -0.05000004),
                Words.of("a good film", 0.05, 1, 1, 0.85000004, 0.80000004));
    }

    @ParameterizedTest
    @MethodSource("numbersThatRoundingMoves")
    void whatHasJustBeenApprovedPassesWhateverRoundingDid(Attribution now) {
        store(ApprovalMode.CREATE).approval(TEST, now, DriftTolerance.standard());

        Attribution read = found(store(ApprovalMode.VERIFY).approval(TEST, now, DriftTolerance.standard()));

        Drift drift = Drift.between(read, now, DriftTolerance.standard());
        assertThat(drift.changesPrediction()).isFalse();
        assertThat(drift.verdict())
                .isEqualTo(Drift.between(now, now, DriftTolerance.standard()).verdict());
        assertThat(drift.verdict()).isNotEqualTo(Verdict.FAIL);
    }

    private static Attribution predicting(String label, double... scores) {
        List<String> labels = List.of("NEGATIVE", "NEUTRAL", "POSITIVE");
        double[] logits =
                labels.stream().mapToDouble(one -> one.equals(label) ? 2 : 0).toArray();
        return Words.predicted(Prediction.ofLogits(labels, logits), "a good film", scores);
    }

    private List<String> targets() throws IOException {
        return Pattern.compile("\"target\": \"(.*)\"")
                .matcher(Files.readString(file()))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(ApprovalMode.class)
    void anotherPredictedClassIsADriftAndNoNewEntry(ApprovalMode mode) throws IOException {
        Attribution before = predicting("POSITIVE", 0.1, 1, 0.2);
        Attribution now = predicting("NEGATIVE", -0.1, 1, 0.2);
        store(ApprovalMode.CREATE).approval(TEST, before, DriftTolerance.standard());

        Approval approval = store(mode).approval(TEST, now, DriftTolerance.standard());

        if (mode == ApprovalMode.UPDATE) {
            assertThat(approval).isInstanceOf(Approval.Written.class);
            assertThat(targets()).containsExactly("NEGATIVE");
            return;
        }
        assertThat(found(approval).label()).isEqualTo("POSITIVE");
        assertThat(targets()).containsExactly("POSITIVE");
        Drift drift = Drift.between(found(approval), now, DriftTolerance.standard());
        assertThat(drift.changesPrediction()).isTrue();
        assertThat(drift.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(drift.words()).as("scores toward two targets").isEmpty();
    }

    @Test
    void whatIsReceivedOfAnotherPredictedClassHasOneAnswer() throws IOException {
        store(ApprovalMode.CREATE).approval(TEST, predicting("POSITIVE", 0.1, 1, 0.2), DriftTolerance.standard());

        Path received = store(ApprovalMode.VERIFY).receive(TEST, predicting("NEGATIVE", 0.1, 1, 0.2));

        assertThat(Files.readString(received))
                .contains("\"target\": \"NEGATIVE\"")
                .doesNotContain("\"target\": \"POSITIVE\"");
    }

    @Test
    void targetsThatATestNamesAreEntriesOfTheirOwn() throws IOException {
        Attribution predicted = predicting("POSITIVE", 0.1, 1, 0.2);
        Attribution named =
                Words.toward(Target.label("NEGATIVE"), predicted.prediction(), "a good film", 0, 1, 0.1, 0.2);
        ApprovedAttributions create = store(ApprovalMode.CREATE);
        create.approval(TEST, predicted, DriftTolerance.standard());

        assertThat(create.approval(TEST, named, DriftTolerance.standard())).isInstanceOf(Approval.Written.class);
        assertThat(targets()).containsExactly("NEGATIVE", "POSITIVE");

        // The candidate predicts a third class: the answer to the predicted class is replaced, the others are not.
        Attribution now = predicting("NEUTRAL", 0.1, 1, 0.2);
        Attribution namedNow = Words.toward(Target.label("NEGATIVE"), now.prediction(), "a good film", 0, 1, 0.1, 0.2);
        assertThat(found(store(ApprovalMode.VERIFY).approval(TEST, now, DriftTolerance.standard()))
                        .label())
                .isEqualTo("POSITIVE");
        assertThat(found(store(ApprovalMode.VERIFY).approval(TEST, namedNow, DriftTolerance.standard()))
                        .label())
                .isEqualTo("NEGATIVE");
        ApprovedAttributions update = store(ApprovalMode.UPDATE);
        update.approval(TEST, now, DriftTolerance.standard());
        update.approval(TEST, namedNow, DriftTolerance.standard());
        assertThat(targets()).containsExactly("NEGATIVE", "NEUTRAL");
    }

    @Test
    void anotherPredictedClassByAnotherMethodIsAnotherEntry() {
        store(ApprovalMode.CREATE).approval(TEST, predicting("POSITIVE", 0.1, 1, 0.2), DriftTolerance.standard());
        Attribution now = predicting("NEGATIVE", 0.1, 1, 0.2);

        assertThat(store(ApprovalMode.VERIFY)
                        .approval(TEST, by(now, Map.of("steps", "300")), DriftTolerance.standard()))
                .isInstanceOf(Approval.Missing.class);
    }

    private static Attribution by(Attribution one, Map<String, String> parameters) {
        return new Attribution(
                one.text(),
                one.tokens(),
                one.target(),
                one.prediction(),
                1,
                Double.NaN,
                one.convergence(),
                new MethodFacts("Stated", parameters),
                one.model());
    }

    @Test
    void anotherMethodOrTargetIsAnotherEntry() {
        ApprovedAttributions store = store(ApprovalMode.CREATE);
        store.approval(TEST, FIRST, DriftTolerance.standard());
        Attribution other = by(FIRST, Map.of("steps", "300"));

        Approval approval = store(ApprovalMode.VERIFY).approval(TEST, other, DriftTolerance.standard());

        assertThat(approval).isInstanceOf(Approval.Missing.class);
        assertThat(((Approval.Missing) approval).others())
                .extracting(one -> one.method().parameters())
                .containsExactly(Map.of("steps", "50"));
    }

    @Test
    void entriesStandInTheOrderOfTheirTexts() throws IOException {
        ApprovedAttributions store = store(ApprovalMode.CREATE);
        store.approval(TEST, FIRST, DriftTolerance.standard());
        store.approval(TEST, OTHER, DriftTolerance.standard());

        assertThat(Files.readString(file())).containsSubsequence("\"a good film\"", "\"they said it\"");
    }

    @Test
    void manyThreadsLoseNothing() {
        ApprovedAttributions store = store(ApprovalMode.CREATE);

        IntStream.range(0, 64)
                .parallel()
                .forEach(i -> store.approval(TEST, Words.scored("text " + i, 1, 2), DriftTolerance.standard()));

        ApprovedAttributions again = store(ApprovalMode.VERIFY);
        assertThat(IntStream.range(0, 64)
                        .mapToObj(
                                i -> again.approval(TEST, Words.scored("text " + i, 1, 2), DriftTolerance.standard())))
                .allMatch(Approval.Found.class::isInstance);
        assertThat(file().getParent())
                .isDirectoryContaining("glob:**reasons.json")
                .isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void receivedFilesHaveTheNewOneBesideTheOthers() throws IOException {
        store(ApprovalMode.CREATE).approval(TEST, FIRST, DriftTolerance.standard());
        byte[] before = Files.readAllBytes(file());

        Path received = store(ApprovalMode.VERIFY).receive(TEST, OTHER);

        assertThat(received).isEqualTo(folder.resolve("received/reviews/com.acme.ReviewTest/reasons.json"));
        assertThat(Files.readString(received)).contains("\"a good film\"", "\"they said it\"");
        assertThat(file()).hasBinaryContent(before);
    }

    @Test
    void whatOnlyReadsWritesNothing() {
        ApprovedAttributions created = store(ApprovalMode.CREATE);
        created.approval(TEST, FIRST, DriftTolerance.standard());

        ApprovedAttributions reading = created.onlyRead();

        assertThat(reading.approval(TEST, FIRST, DriftTolerance.standard())).isInstanceOf(Approval.Found.class);
        assertThat(reading.approval(TEST, OTHER, DriftTolerance.standard())).isInstanceOf(Approval.Missing.class);
        assertThat(reading.receive(TEST, OTHER)).doesNotExist();
    }

    private static Map<Path, List<String>> texts(Map<Path, List<Attribution>> stale) {
        return stale.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        file -> file.getValue().stream().map(Attribution::text).toList()));
    }

    @Test
    void whatARenamedTestHasLeftIsFoundAndNotStale() {
        ApprovedAttributions created = store(ApprovalMode.CREATE);
        created.approval(TEST, FIRST, DriftTolerance.standard());
        created.approval(TEST, OTHER, DriftTolerance.standard());
        TestName renamed = new TestName("com.acme.ReviewTest", "renamed");

        ApprovedAttributions store = store(ApprovalMode.PRUNE);
        assertThat(store.approval(renamed, FIRST, DriftTolerance.standard())).isInstanceOf(Approval.Missing.class);
        assertThat(store.abandoned(renamed, FIRST, List.of("renamed"))).contains(file());

        assertThat(store.abandoned(renamed, FIRST, List.of("renamed", "reasons")))
                .as("its test is there")
                .isEmpty();
        assertThat(store.abandoned(renamed, by(FIRST, Map.of("steps", "300")), List.of("renamed")))
                .as("by another method")
                .isEmpty();
        assertThat(store.abandoned(new TestName("com.acme.OtherTest", "renamed"), FIRST, List.of("renamed")))
                .as("of another class")
                .isEmpty();
        assertThat(texts(store.stale("com.acme.ReviewTest", List.of(), List.of("renamed"))))
                .isEqualTo(Map.of(file(), List.of("a good film")));
        store(ApprovalMode.CREATE).approval(renamed, OTHER, DriftTolerance.standard());
        assertThat(store.abandoned(renamed, FIRST, List.of("renamed")))
                .as("it has a file of its own")
                .isEmpty();
    }

    @Test
    void staleIsWhatTestsThatPassedDidNotAskFor() {
        ApprovedAttributions created = store(ApprovalMode.CREATE);
        created.approval(TEST, FIRST, DriftTolerance.standard());
        created.approval(TEST, OTHER, DriftTolerance.standard());
        TestName gone = new TestName("com.acme.ReviewTest", "renamed");
        created.approval(gone, FIRST, DriftTolerance.standard());
        assertThat(created.stale("com.acme.ReviewTest", List.of("reasons", "renamed"), List.of("reasons", "renamed")))
                .isEmpty();

        ApprovedAttributions store = store(ApprovalMode.PRUNE);
        store.approval(TEST, FIRST, DriftTolerance.standard());
        Path renamed = file().resolveSibling("renamed.json");

        assertThat(store.stale("com.acme.ReviewTest", List.of(), List.of("reasons", "renamed")))
                .isEmpty();
        assertThat(texts(store.stale("com.acme.ReviewTest", List.of("reasons"), List.of("reasons", "renamed"))))
                .isEqualTo(Map.of(file(), List.of("a good film")));
        assertThat(texts(store.stale("com.acme.ReviewTest", List.of("reasons"), List.of("reasons"))))
                .isEqualTo(Map.of(file(), List.of("a good film"), renamed, List.of("they said it")));
        assertThat(store.stale("com.acme.OtherTest", List.of("reasons"), List.of()))
                .isEmpty();

        store.prune(file());
        store.prune(renamed);

        assertThat(renamed).doesNotExist();
        assertThat(store(ApprovalMode.VERIFY).approval(TEST, FIRST, DriftTolerance.standard()))
                .isInstanceOf(Approval.Found.class);
        assertThat(store(ApprovalMode.VERIFY).approval(TEST, OTHER, DriftTolerance.standard()))
                .isInstanceOf(Approval.Missing.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {                                            | line 1
            []                                           | no file of approved attributions
            {"schema":2,"approved":[]}                   | it has no "schema" 1
            {"schema":1}                                 | it has no "schema" 1
            {"schema":1,"approved":[{"text":"a"}]}       | no file of approved attributions
            {"schema":1,"approved":[null]}               | no file of approved attributions
            {"schema":1,"approved":[],"other":1}         | "other"
            null                                         | it has no "schema" 1
            """)
    void brokenFilesAreNamedWithTheRemedy(String content, String reason) throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), content);

        assertThatThrownBy(() -> store(ApprovalMode.UPDATE).approval(TEST, FIRST, DriftTolerance.standard()))
                .isInstanceOf(ApprovedFileException.class)
                .hasMessageContaining(file() + " is no file of approved attributions: ")
                .hasMessageContaining(reason)
                .hasMessageEndingWith(
                        "Take it back from version control, or delete it and run with -Dattrib.approved=create.");
        assertThat(file()).hasContent(content);
    }

    @Test
    void twoEntriesForOneQuestionAreRefused() throws IOException {
        store(ApprovalMode.CREATE).approval(TEST, FIRST, DriftTolerance.standard());
        String content = Files.readString(file());
        String entry = content.substring(content.indexOf("    {"), content.lastIndexOf("    }") + 5);
        Files.writeString(file(), content.replace(entry, entry + ",\n" + entry));

        assertThatThrownBy(() -> store(ApprovalMode.VERIFY).approval(TEST, FIRST, DriftTolerance.standard()))
                .isInstanceOf(ApprovedFileException.class)
                .hasMessageContaining("it has two approved attributions of \"they said it\" by Stated toward POSITIVE");
    }

    @Test
    void namesThatNoFileSystemTakesAreMadeSafe() {
        TestName odd = new TestName("com.acme.Outer$Inner", "größe über alles");

        Path file = store(ApprovalMode.CREATE)
                .approval(odd, FIRST, DriftTolerance.standard())
                .file();

        assertThat(file).exists();
        assertThat(folder.resolve("approved").relativize(file).toString()).matches("[a-zA-Z0-9.,_/\\\\-]+");
        assertThat(Stream.of("Outer$Inner", "Outer_Inner").map(SafeNames::of)).doesNotHaveDuplicates();
    }
}
