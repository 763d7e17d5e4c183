package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.Answers.predicting;
import static io.github.junitattrib.assertj.Answers.scored;
import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.assertj.Expecting.attributionError;
import static io.github.junitattrib.assertj.Expecting.inconclusive;
import static io.github.junitattrib.assertj.error.ShouldApply.shouldApply;
import static io.github.junitattrib.corpus.TextChanges.swapping;
import static io.github.junitattrib.corpus.TextChanges.swappingNames;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.AttributionFailure;
import io.github.junitattrib.RankedBy;
import io.github.junitattrib.Target;
import io.github.junitattrib.Verdict;
import io.github.junitattrib.check.Substitution;
import io.github.junitattrib.corpus.TextChange;
import io.github.junitattrib.junit.AttributionTest;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.model.TextClassifier;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.error.BasicErrorMessageFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineTestKit;

class AttributionAssert_under_Test {

    private static final TextChange SWAP = swapping("Alice", "Omar");
    private static final Attribution ALICE = scored("Alice said great", 0.1, 0.2, 0.9);
    private static final Attribution OMAR = scored("Omar said great", 0.1, 0.2, 0.9);
    private static final Attribution MEI = predicting(scored("Mei said great", 0.9, 0.2, 0.1), 2, 0);

    @TempDir
    private Path reports;

    @Test
    void should_explain_the_changed_text_toward_the_class_of_the_original() {
        // GIVEN
        Answers answers = new Answers(ALICE, OMAR);
        // WHEN
        assertThat(answers.request(ALICE.text())).under(SWAP).keepsTopToken();
        assertThat(answers.request(ALICE.text()).toward(Target.probability(Target.predicted())))
                .under(SWAP)
                .keepsTopToken();
        assertThat(answers.request(ALICE.text()).toward(Target.contrast("POSITIVE", "NEGATIVE")))
                .under(SWAP)
                .keepsTopToken();
        // THEN
        then(answers.asked())
                .filteredOn(request -> request.text().equals(OMAR.text()))
                .extracting(AttributionRequest::target)
                .containsExactly(
                        Target.index(1), Target.probability(Target.index(1)), Target.contrast("POSITIVE", "NEGATIVE"));
    }

    @Test
    void should_hold_for_every_changed_text() {
        // GIVEN
        TextChange names = swappingNames(List.of("Alice", "Omar", "Mei"));
        Answers answers = new Answers(ALICE, OMAR, MEI);
        // WHEN
        AttributionAssertionError error = attributionError(
                () -> assertThat(answers.request(ALICE.text())).under(names).keepsTopToken());
        // THEN
        then(error).hasMessageContaining("changed    Mei said great   (2 of 2 changed texts)");
        then(error.attribution()).isEqualTo(MEI);
        assertThat(new Answers(ALICE, OMAR, scored("Mei said great", 0.1, 0.2, 0.9)).request(ALICE.text()))
                .under(names)
                .keepsTopToken();
    }

    @Test
    void should_be_inconclusive_if_the_change_does_not_apply() {
        // GIVEN
        TextChange other = swapping("Bob", "Omar");
        // WHEN/THEN
        then(inconclusive(() -> assertThat(new Answers(ALICE).request(ALICE.text()))
                        .under(other)
                        .keepsPrediction()))
                .hasMessage(shouldApply(ALICE, other, "the text has neither \"Bob\" nor \"Omar\"")
                        .create());
    }

    @Test
    void should_need_a_request() {
        assertThatIllegalStateException()
                .isThrownBy(() -> assertThat(ALICE).under(SWAP).keepsPrediction())
                .withMessageContaining("Assert on the request");
    }

    @Test
    @SuppressWarnings("NullAway") // what users may write
    void should_refuse_null() {
        AttributionAssert asserted = assertThat(new Answers(ALICE, OMAR).request(ALICE.text()));

        assertThatNullPointerException().isThrownBy(() -> asserted.under(null)).withMessageContaining("change");
    }

    @Test
    void should_take_an_expectation_of_ones_own() {
        // GIVEN
        ChangeExpectation shorter = ChangeExpectation.of(
                "getsShorter()",
                pair -> pair.changed().text().length() < pair.original().text().length()
                        ? Outcome.pass(List.of())
                        : Outcome.fail(new BasicErrorMessageFactory("Expected less."), List.of()));
        AttributionAssert asserted = assertThat(new Answers(ALICE, OMAR, MEI).request(ALICE.text()));
        // WHEN/THEN
        asserted.meetsUnder(SWAP, shorter);
        then(attributionError(() -> assertThat(new Answers(ALICE, OMAR).request(OMAR.text()))
                        .meetsUnder(SWAP, shorter)))
                .hasMessage("Expected less.");
    }

    @Test
    void should_be_collected_by_soft_assertions() {
        // GIVEN
        SoftAssertions softly = new SoftAssertions();
        Answers answers = new Answers(ALICE, MEI);
        AttributionAssert proxied = softly.proxy(AttributionAssert.class, Attribution.class, ALICE)
                .answering(answers.request(ALICE.text()));
        TextChange change = swapping("Alice", "Mei");
        // WHEN
        proxied.under(change)
                .keepsTopToken()
                .under(change)
                .keepsPrediction()
                .under(change)
                .flipsPrediction();
        // THEN
        then(softly.assertionErrorsCollected())
                .hasSize(2)
                .allSatisfy(error -> then(error).isInstanceOf(AttributionFailure.class));
    }

    @Test
    void should_be_judged_again_with_another_model_in_place() {
        // GIVEN
        Answers other = new Answers(ALICE, predicting(scored("Omar said great", 0.9, 0.2, 0.1), 2, 0));
        ChangeJudgment judgment = new ChangeJudgment(
                new Answers(ALICE, OMAR).request(ALICE.text()),
                SWAP,
                new TopExpectation(1, "keepsTopToken()", RankedBy.SIGNED_SCORE));
        // WHEN/THEN
        then(judgment.apply(ALICE, Substitution.none()).verdict()).isEqualTo(Verdict.PASS);
        then(judgment.apply(ALICE, answering(other)).verdict()).isEqualTo(Verdict.FAIL);
        then(judgment.requests(ALICE)).extracting(AttributionRequest::text).containsExactly(OMAR.text());
    }

    static Substitution answering(Answers answers) {
        return new Substitution() {
            @Override
            public Attribution attribution(AttributionRequest request) {
                return answers.attribution(request.text());
            }

            @Override
            public TextClassifier model(AttributionRequest request) {
                throw new IllegalStateException("not asked");
            }
        };
    }

    @Test
    void should_fail_the_test_that_leaves_the_step_open() {
        EngineTestKit.engine("junit-jupiter")
                .configurationParameter("attrib.report.dir", reports.toString())
                .selectors(DiscoverySelectors.selectClass(OpenTestCases.class))
                .execute()
                .testEvents()
                .assertStatistics(events -> events.failed(4).succeeded(1));
    }

    @AttributionTest(model = "none")
    static class OpenTestCases {

        private final AttributionRequest request = new Answers(ALICE, OMAR).request(ALICE.text());

        @Test
        void stops() {
            then(assertThat(request).under(SWAP)).isNotNull();
        }

        @Test
        void stops_at_a_share() {
            then(AttributionAssertions.assertThatAll(List.of(request)).atLeast(0.5))
                    .isNotNull();
        }

        @Test
        void stops_at_a_quantile() {
            then(AttributionAssertions.assertThatAll(List.of(request)).hasQuantile(0.5))
                    .isNotNull();
        }

        @Test
        void stops_at_a_number() {
            then(AttributionAssertions.assertThatAll(List.of(request))
                            .hasQuantile(0.5)
                            .ofCompletenessGap())
                    .isNotNull();
        }

        @Test
        void finishes() {
            assertThat(request).under(SWAP).keepsPrediction();
            AttributionAssertions.assertThatAll(List.of(request))
                    .atLeast(0.5)
                    .satisfy(each -> each.hasTopToken("great"));
            AttributionAssertions.assertThatAll(List.of(request))
                    .hasQuantile(0.5)
                    .ofCompletenessGap()
                    .below(1);
        }
    }
}
