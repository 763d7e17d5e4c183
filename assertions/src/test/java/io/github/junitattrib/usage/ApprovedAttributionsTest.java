package io.github.junitattrib.usage;

import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.assertj.error.ShouldHaveConverged.shouldHaveConverged;
import static io.github.junitattrib.assertj.error.ShouldMatchApproved.nothingToApprove;
import static io.github.junitattrib.junit.Attributions.ig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.junitattrib.Attribution;
import io.github.junitattrib.InconclusiveException;
import io.github.junitattrib.ScoreKind;
import io.github.junitattrib.approved.Approval;
import io.github.junitattrib.approved.Drift;
import io.github.junitattrib.approved.DriftTolerance;
import io.github.junitattrib.approved.SafeNames;
import io.github.junitattrib.assertj.AttributionAssertionError;
import io.github.junitattrib.assertj.AttributionAssumptions;
import io.github.junitattrib.assertj.AttributionBuilder;
import io.github.junitattrib.assertj.AttributionSoftAssertions;
import io.github.junitattrib.assertj.error.ShouldMatchApproved;
import io.github.junitattrib.assertj.error.ShouldMatchApproved.Places;
import io.github.junitattrib.fixtures.Fixtures;
import io.github.junitattrib.junit.AttributionTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.engine.TestExecutionResult;
import org.opentest4j.TestAbortedException;

/** {@code matchesApproved()} in tests that run: what it compares, what it writes, what it says. */
@Execution(ExecutionMode.SAME_THREAD)
class ApprovedAttributionsTest {

    private static Consumer<Attribution> assertion = actual -> {};
    private static Attribution actual = AttributionBuilder.review().build();

    @TempDir
    private Path folder;

    @AttributionTest(model = Fixtures.SENTIMENT)
    static class ReviewTestCases {
        @Test
        void reasons() {
            assertion.accept(actual);
        }
    }

    @AttributionTest(model = Fixtures.SENTIMENT)
    static class SentimentTestCases {
        @Test
        void reasons() {
            assertThat(ig("They said it would be great, and they were right")).matchesApproved();
        }
    }

    /** Runs the test case, and returns what it failed with. */
    private List<Throwable> run(String mode, Class<?> type) {
        List<Throwable> errors = new ArrayList<>();
        new Suite(folder.resolve("reports"))
                .with("attrib.approved", mode)
                .with("attrib.approved.dir", folder.resolve("approved").toString())
                .with("attrib.ci", "false")
                .execute(type)
                .allEvents()
                .map(event -> event.getPayload(TestExecutionResult.class))
                .forEach(result ->
                        result.flatMap(TestExecutionResult::getThrowable).ifPresent(errors::add));
        return errors;
    }

    private List<Throwable> judge(String mode, Attribution now, DriftTolerance tolerance) {
        actual = now;
        assertion = one -> assertThat(one).matchesApproved(tolerance);
        return run(mode, ReviewTestCases.class);
    }

    private List<Throwable> judge(String mode, Attribution now) {
        return judge(mode, now, DriftTolerance.standard());
    }

    private static AttributionBuilder review() {
        return AttributionBuilder.review();
    }

    /** "said" loses the first place to "film", "was" changes its sign. */
    private static Attribution drifted() {
        return review().scores(0.1158, 0.0410, -0.1684, 0.2105, 0.1263, 0.1083, 0.0105)
                .build();
    }

    private Places places() {
        String name = "reviews/" + SafeNames.of(ReviewTestCases.class.getName()) + "/reasons.json";
        return new Places(
                folder.resolve("approved").resolve(name).toString(),
                folder.resolve("reports/received").resolve(name).toString(),
                "mvn test '-Dtest=ApprovedAttributionsTest$ReviewTestCases#reasons'");
    }

    @Test
    void whatWasApprovedPasses() {
        assertThat(judge("create", review().build())).isEmpty();
        assertThat(judge("verify", review().build())).isEmpty();
        assertThat(folder.resolve("reports/received")).doesNotExist();
    }

    @Test
    void whatIsMissingOrDriftedIsToldAlsoIfNothingCanBeReceived() throws IOException {
        Files.createDirectories(folder.resolve("reports"));
        Files.writeString(folder.resolve("reports/received"), "a file where the folder should be");

        assertThat(judge("verify", review().build()))
                .singleElement()
                .asInstanceOf(InstanceOfAssertFactories.THROWABLE)
                .isInstanceOf(AttributionAssertionError.class)
                .hasMessageStartingWith("Expected an approved attribution")
                .hasMessageNotContaining("received");
        judge("create", review().build());
        assertThat(judge("verify", drifted()))
                .singleElement()
                .asInstanceOf(InstanceOfAssertFactories.THROWABLE)
                .isInstanceOf(AttributionAssertionError.class)
                .hasMessageNotContaining("received");
    }

    @Test
    void theEmbeddedModelIsAsItWasAMomentAgo() {
        assertThat(run("create", SentimentTestCases.class)).isEmpty();
        assertThat(run("verify", SentimentTestCases.class)).isEmpty();
    }

    @Test
    void driftFailsAndIsToldWithTheFilesAndTheCommand() throws IOException {
        judge("create", review().build());

        List<Throwable> errors = judge("verify", drifted());

        assertThat(errors).singleElement().isInstanceOf(AttributionAssertionError.class);
        Drift drift = Drift.between(review().build(), drifted(), DriftTolerance.standard());
        String message = errors.get(0).getMessage();
        assertThat(message)
                .startsWith(
                        ShouldMatchApproved.shouldMatchApproved(drift, places()).create());
        assertThat(message)
                .startsWith("Expected the reasons toward POSITIVE to be as approved, but \"was\" changed its sign from"
                        + " -0.1263 to +0.1263.\n")
                .contains(
                        "  also       \"said\" is no longer the top word but 5th; its words have another order: 0.300 of 1 is kept")
                .contains("<- was 6th, -0.1263, other sign")
                .contains("  accept     " + places().rerun() + " -Dattrib.approved=update\n");
        assertThat(Path.of(places().received())).exists();
        JsonNode sidecar = sidecar();
        assertThat(sidecar.at("/attributions")).hasSize(2);
        assertThat(sidecar.at("/attributions/1/model").asText()).isEqualTo("reviews (approved)");
        assertThat(sidecar.at("/assertions/0/kind").asText()).isEqualTo("matchesApproved");
        assertThat(sidecar.at("/assertions/0/verdict").asText()).isEqualTo("fail");
    }

    private JsonNode sidecar() throws IOException {
        try (var files = Files.walk(folder.resolve("reports"), 2)) {
            return new ObjectMapper()
                    .readTree(files.filter(file -> file.toString().endsWith("reasons-1.json"))
                            .findFirst()
                            .orElseThrow()
                            .toFile());
        }
    }

    @Test
    void updateAcceptsIt() {
        judge("create", review().build());

        assertThat(judge("update", drifted())).isEmpty();

        assertThat(judge("verify", drifted())).isEmpty();
        assertThat(judge("verify", review().build())).isNotEmpty();
    }

    @Test
    void anotherPredictionIsTheFirstThingThatIsSaid() {
        judge("create", review().build());

        List<Throwable> errors = judge(
                "verify",
                review().prediction(ScoreKind.LOGITS, List.of("NEGATIVE", "POSITIVE"), 1, 0.91)
                        .build());

        assertThat(errors)
                .singleElement()
                .extracting(Throwable::getMessage)
                .asString()
                .startsWith(
                        "Expected the reasons toward POSITIVE to be as approved, but the model now predicts NEGATIVE and"
                                + " not POSITIVE.\n");
    }

    /** What {@code ig(text)} gives: the reasons for the class that is predicted. */
    private static Attribution predicting(String label, String other) {
        return review().prediction(ScoreKind.LOGITS, List.of(other, label), -1, 0.91)
                .build();
    }

    @Test
    void anotherPredictedClassIsADriftThatUpdateAloneAccepts() {
        Attribution before = predicting("POSITIVE", "NEGATIVE");
        Attribution now = predicting("NEGATIVE", "POSITIVE");
        judge("create", before);

        for (String mode : List.of("verify", "create")) {
            List<Throwable> errors = judge(mode, now);

            assertThat(errors).singleElement().isInstanceOf(AttributionAssertionError.class);
            assertThat(errors.get(0).getMessage())
                    .startsWith("Expected the reasons toward NEGATIVE to be as approved, but the model now predicts"
                            + " NEGATIVE and not POSITIVE.\n")
                    .contains("  compared   no scores: those approved are toward POSITIVE\n")
                    .contains("  accept     " + places().rerun() + " -Dattrib.approved=update\n")
                    .doesNotContain("also", "<- was", "Somers");
        }
        assertThat(judge("verify", before)).isEmpty();

        assertThat(judge("update", now)).isEmpty();
        assertThat(judge("verify", now)).isEmpty();
        assertThat(judge("verify", before)).as("only one answer is approved").isNotEmpty();
    }

    @Test
    void labelsThatStandForThemselvesAreToldAll() {
        judge("create", several(-1, 3, -2));

        assertThat(judge("verify", several(1, 3, -2)))
                .singleElement()
                .extracting(Throwable::getMessage)
                .asString()
                .startsWith("Expected the reasons toward SPAM to be as approved, but the model now predicts ADVERT"
                        + " and SPAM and not SPAM.\n");
        assertThat(judge("verify", several(-1, -3, -2)))
                .singleElement()
                .extracting(Throwable::getMessage)
                .asString()
                .contains("but the model now predicts no label and not SPAM.\n");
    }

    private static Attribution several(double... logits) {
        return review().prediction(ScoreKind.MULTI_LABEL_LOGITS, List.of("ADVERT", "SPAM", "SCAM"), logits)
                .build();
    }

    @Test
    void theToleranceMayBeAnother() {
        judge("create", review().build());

        assertThat(judge(
                        "verify",
                        drifted(),
                        DriftTolerance.standard().flipsAtMost(1).anyTop().orderAtLeast(0.01)))
                .isEmpty();
    }

    @Test
    void whatNobodyHasApprovedFailsAndSaysHowToApproveIt() {
        List<Throwable> errors = judge("verify", review().build());

        Approval.Missing missing = new Approval.Missing(Path.of(places().approved()), List.of());
        assertThat(errors).singleElement().isInstanceOf(AttributionAssertionError.class);
        assertThat(errors.get(0).getMessage())
                .startsWith(ShouldMatchApproved.shouldHaveApproved(review().build(), missing, places())
                        .create()
                        .lines()
                        .findFirst()
                        .orElseThrow())
                .startsWith(
                        "Expected an approved attribution toward POSITIVE, but there is none. Look at this one, and approve"
                                + " it with -Dattrib.approved=create.\n")
                .contains("  approve    " + places().rerun() + " -Dattrib.approved=create\n");
    }

    @Test
    void whatARenamedTestHasLeftIsToldWithItsFile() throws IOException {
        judge("create", review().build());
        Path file = Path.of(places().approved());
        Files.move(file, file.resolveSibling("oldName.json"));

        List<Throwable> errors = judge("verify", review().build());

        assertThat(errors).singleElement().isInstanceOf(AttributionAssertionError.class);
        assertThat(errors.get(0))
                .hasMessageStartingWith(
                        "Expected an approved attribution toward POSITIVE, but there is none. The same text is approved in"
                                + " oldName.json, whose test is gone: rename that file to reasons.json, or look at this one,"
                                + " and approve it with -Dattrib.approved=create.\n");
    }

    @Test
    void whatDidNotConvergeIsNeitherApprovedNorJudged() {
        Attribution open = review().notConverged("Raise maxEvaluations.").build();

        List<Throwable> errors = judge("create", open);

        assertThat(errors).singleElement().isInstanceOf(InconclusiveException.class);
        assertThat(errors.get(0).getMessage())
                .startsWith(
                        shouldHaveConverged(open).create().lines().findFirst().orElseThrow());
        assertThat(folder.resolve("approved")).doesNotExist();
    }

    @Test
    void whatHasNoOrderIsNotApproved() {
        Attribution flat = AttributionBuilder.of("a b c").scores(1, 1, 1).build();

        List<Throwable> errors = judge("create", flat);

        assertThat(errors).singleElement().isInstanceOf(InconclusiveException.class);
        assertThat(errors.get(0).getMessage())
                .startsWith(nothingToApprove(flat).create().lines().findFirst().orElseThrow());
        assertThat(folder.resolve("approved")).doesNotExist();
    }

    @Test
    void errorBarsThatDecideItLeaveItOpen() {
        judge("create", review().build());

        Attribution uncertain = review().uncertainty(0.15).build();

        List<Throwable> errors = judge("verify", uncertain);

        assertThat(errors).singleElement().isInstanceOf(InconclusiveException.class);
        Drift drift = Drift.between(review().build(), uncertain, DriftTolerance.standard());
        Places nothingReceived = new Places(places().approved(), "", places().rerun());
        assertThat(errors.get(0))
                .hasMessageStartingWith(
                        ShouldMatchApproved.unclearDrift(drift, nothingReceived).create())
                .hasMessageStartingWith(
                        "Cannot tell whether the reasons toward POSITIVE are as approved: the uncertainty"
                                + " of the scores allows both.");
    }

    @Test
    void softAssertionsCollectItAndAssumptionsAbort() {
        judge("create", review().build());
        actual = drifted();

        assertion = one -> {
            AttributionSoftAssertions softly = new AttributionSoftAssertions();
            softly.assertThat(one).matchesApproved();
            softly.assertThat(one).predicts("NEGATIVE");
            softly.assertAll();
        };
        assertThat(run("verify", ReviewTestCases.class))
                .singleElement()
                .extracting(Throwable::getMessage)
                .asString()
                .contains("to be as approved, but", "NEGATIVE");

        assertion = one -> AttributionAssumptions.assumeThat(one).matchesApproved();
        assertThat(run("verify", ReviewTestCases.class)).singleElement().isInstanceOf(TestAbortedException.class);
    }

    @Test
    void softAssertionsCollectEachOnce() {
        judge("create", review().build());
        actual = drifted();
        List<AssertionError> collected = new ArrayList<>();

        assertion = one -> {
            AttributionSoftAssertions softly = new AttributionSoftAssertions();
            softly.assertThat(one).matchesApproved().matchesApproved(DriftTolerance.standard());
            softly.assertThat(one).withFailMessage("has drifted").matchesApproved();
            collected.addAll(softly.assertionErrorsCollected());
        };

        assertThat(run("verify", ReviewTestCases.class)).isEmpty();
        assertThat(collected)
                .hasSize(3)
                .allSatisfy(error -> assertThat(error).isInstanceOf(AttributionAssertionError.class));
        assertThat(collected.get(2)).hasMessageStartingWith("has drifted\n");
    }

    @Test
    void theTraceBeginsInTheLineOfTheTest() {
        judge("create", review().build());
        actual = drifted();
        AtomicReference<Throwable> beside = new AtomicReference<>();

        assertion = one -> {
            beside.set(new Throwable());
            assertThat(one).matchesApproved();
        };

        assertThat(run("verify", ReviewTestCases.class)).singleElement().satisfies(error -> {
            StackTraceElement line = beside.get().getStackTrace()[0];
            StackTraceElement first = error.getStackTrace()[0];
            assertThat(first.getFileName()).isEqualTo(line.getFileName());
            assertThat(first.getLineNumber()).isEqualTo(line.getLineNumber() + 1);
        });
    }

    @Test
    void anAssumptionThatNobodyHasApprovedDoesNotSkipItsTestForEver() {
        actual = review().build();
        assertion = one -> AttributionAssumptions.assumeThat(one).matchesApproved();

        assertThat(run("verify", ReviewTestCases.class))
                .singleElement()
                .isInstanceOf(IllegalStateException.class)
                .extracting(Throwable::getMessage)
                .asString()
                .startsWith(
                        "Nothing is approved yet for \"He said the film was great.\", so that this assumption would skip its"
                                + " test for ever. Approve it with -Dattrib.approved=create");
    }

    @Test
    void outsideOfATestThereIsNoFile() {
        assertThatIllegalStateException()
                .isThrownBy(() -> assertThat(review().build()).matchesApproved())
                .withMessageStartingWith("matchesApproved() finds its file by the running test");
    }

    @Test
    @SuppressWarnings("NullAway") // misuse is the point
    void nullIsToldAsElsewhere() {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> assertThat((Attribution) null).matchesApproved()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Expecting actual not to be null");
    }
}
