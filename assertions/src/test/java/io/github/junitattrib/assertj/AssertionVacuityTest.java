package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.assertj.AttributionAssertions.assertThatAll;
import static io.github.junitattrib.assertj.AttributionAssertions.word;
import static io.github.junitattrib.corpus.TextChanges.replacing;
import static io.github.junitattrib.junit.Attributions.ig;
import static io.github.junitattrib.junit.Attributions.igAll;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.fixtures.Fixtures;
import io.github.junitattrib.junit.AttributionTest;
import io.github.junitattrib.junit.UnderTest;
import io.github.junitattrib.junit.Variant;
import io.github.junitattrib.junit.WithIntegratedGradients;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.AttributionRunner;
import io.github.junitattrib.model.TextClassifier;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Assertions are replayed on mutants as tests write them, on the embedded model. */
class AssertionVacuityTest {

    @TempDir
    private Path reports;

    @AttributionTest(model = Fixtures.SENTIMENT)
    static class ReviewTestCases {

        @Test
        void opinions() {
            assertThat(ig("The film was great").toward("POSITIVE")).hasTopToken("great");
            assertThat(ig("The plot was boring").toward("NEGATIVE"))
                    .ranks("boring")
                    .above("plot");
        }

        @Test
        void axioms() {
            assertThat(ig("They said it was great").toward("POSITIVE")).isComplete();
        }
    }

    @Test
    void should_replay_what_assertions_say_about_the_model_and_no_axiom() {
        // That scores are complete is no statement about what the model learnt: it is not asked of mutants.
        then(VacuityRun.of(ReviewTestCases.class, reports))
                .extracting(one -> one.method() + " " + one.kind() + " " + one.strength())
                .containsExactly("opinions hasTopToken strong", "opinions ranksAbove strong");
    }

    /** None of these requests is known before the requirement is judged. */
    @AttributionTest(model = Fixtures.SENTIMENT)
    static class RequirementTestCases {

        private static final List<String> TEXTS = List.of("The film was great", "The story was great");

        private static void allSatisfy(Consumer<AttributionAssert> requirement) {
            assertThatAll(igAll(TEXTS)).allSatisfy(requirement);
        }

        @Test
        void byAStaticCall() {
            allSatisfy(each -> assertThat(ig("The acting was excellent").toward("POSITIVE"))
                    .hasTopToken("excellent"));
        }

        @Test
        void byAReadyAttribution() {
            allSatisfy(each -> assertThat(
                            ig("The acting was excellent").toward("POSITIVE").attribution())
                    .hasTopToken("excellent"));
        }

        @Test
        void bySeveralReadyAttributions() {
            allSatisfy(each -> assertThat(
                            AttributionRequest.attributions(igAll(TEXTS)).get(1))
                    .hasTopToken("great"));
        }

        @Test
        void byARunner(@WithIntegratedGradients(toward = "POSITIVE") AttributionRunner runner) {
            allSatisfy(each -> assertThat(
                            runner.explain("The acting was excellent").attribution())
                    .hasTopToken("excellent"));
        }

        @Test
        void onAParameter(@UnderTest TextClassifier model) {
            allSatisfy(each -> assertThat(
                            ig("The acting was excellent").toward("POSITIVE").on(model))
                    .hasTopToken("excellent"));
        }

        @Test
        void byTheRunnerOfAVariant(@Variant(Fixtures.SENTIMENT) AttributionRunner runner) {
            allSatisfy(each -> assertThat(runner.explain("The acting was excellent")
                            .toward("POSITIVE")
                            .attribution())
                    .hasTopToken("excellent"));
        }

        @Test
        void onAnotherModel(@Variant(Fixtures.SENTIMENT_TRACED) TextClassifier other) {
            allSatisfy(each -> assertThat(
                            ig("The acting was excellent").toward("POSITIVE").on(other))
                    .hasTopToken("excellent"));
        }

        @Test
        void byAChange() {
            allSatisfy(each -> assertThat(ig("The film was great"))
                    .under(replacing("great", "awful"))
                    .flipsPrediction());
        }

        @Test
        void ofAnyModel() {
            allSatisfy(each ->
                    assertThat(ig("The acting was excellent").attribution()).ignores("excellent", within(1000.0)));
        }
    }

    @Test
    void should_replay_what_a_requirement_asks_by_itself() {
        then(VacuityRun.of(RequirementTestCases.class, reports))
                .extracting(one -> one.method() + " " + one.strength())
                .containsExactlyInAnyOrder(
                        "byAStaticCall strong",
                        "byAReadyAttribution strong",
                        "bySeveralReadyAttributions strong",
                        "byARunner strong",
                        "onAParameter strong",
                        "byTheRunnerOfAVariant strong",
                        // Only the model under test is replaced, so that this requirement holds on any.
                        "onAnotherModel vacuous",
                        "byAChange strong",
                        "ofAnyModel vacuous");
    }

    @AttributionTest(model = Fixtures.SENTIMENT)
    static class WrittenTestCases {

        private static AttributionAssert film() {
            return assertThat(ig("The film was great").toward("POSITIVE"));
        }

        @Test
        void words() {
            film().ranks("great").above("film");
            film().ranks("film").below(word("great"));
            film().ranks("great").amongTop(2);
            film().byMagnitude().ranks("great").first();
            film().word("great").isAbove("film").isPositive().share().isGreaterThan(0.2);
            film().word("film").isIgnored(within(1000.0));
            film().shareOf("great").isBetween(0.2, 1);
            film().byMagnitude().hasTopTokens("great");
            film().ranksAbove(word("great"), word("film"));
        }

        @Test
        void outputs() {
            film().predicts("POSITIVE", 0.5).prediction().hasLabel("POSITIVE");
            film().probabilityOf("POSITIVE").isGreaterThan(0.5);
            film().under(replacing("great", "awful")).flipsPrediction();
        }

        @Test
        void corpora() {
            assertThatAll(igAll(List.of("It was great", "The film was great")))
                    .allSatisfy(each -> each.ranks("great").above("was"))
                    .hasQuantile(0.5)
                    .of("words", one -> one.words().size())
                    .below(4);
            assertThatAll(igAll(List.of("It was great"))).atLeast(0.9).satisfy(each -> each.hasTopToken("great"));
        }

        @Test
        void softly() {
            AttributionSoftAssertions soft = new AttributionSoftAssertions();
            soft.assertThat(ig("The film was great")).ranks("great").above("film");
            soft.assertAll();
        }
    }

    @Test
    void should_name_checks_as_the_test_wrote_them() {
        Map<String, List<String>> calls = VacuityRun.of(WrittenTestCases.class, reports).stream()
                .collect(groupingBy(VacuityRun.Judged::method, mapping(VacuityRun.Judged::call, toList())));

        then(calls.get("words"))
                .containsExactly(
                        "ranks(\"great\").above(\"film\")",
                        "ranks(\"film\").below(\"great\")",
                        "ranks(\"great\").amongTop(2)",
                        "byMagnitude().ranks(\"great\").first()",
                        "word(\"great\").isAbove(\"film\")",
                        "word(\"great\").isPositive()",
                        "word(\"great\").share().isGreaterThan(0.2)",
                        "word(\"film\").isIgnored(within(1000.0))",
                        "shareOf(\"great\").isBetween(0.2, 1.0)",
                        "byMagnitude().hasTopTokens(\"great\")",
                        "ranksAbove(\"great\", \"film\")");
        then(calls.get("outputs"))
                .containsExactly(
                        "predicts(\"POSITIVE\", 0.5)",
                        "prediction().hasLabel(\"POSITIVE\")",
                        "probabilityOf(\"POSITIVE\").isGreaterThan(0.5)",
                        "under(replacing(\"great\", \"awful\")).flipsPrediction()");
        then(calls.get("corpora"))
                .containsExactly(
                        "allSatisfy(each -> …)",
                        "hasQuantile(0.5).of(\"words\").below(4.0)",
                        "atLeast(0.9).satisfy(each -> …)");
        then(calls.get("softly")).containsExactly("ranks(\"great\").above(\"film\")");
    }
}
