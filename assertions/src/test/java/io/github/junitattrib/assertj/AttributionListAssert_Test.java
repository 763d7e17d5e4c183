package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.Answers.scored;
import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.assertj.AttributionAssertions.assertThatAll;
import static io.github.junitattrib.assertj.AttributionAssumptions.assumeThat;
import static io.github.junitattrib.assertj.Expecting.attributionError;
import static io.github.junitattrib.assertj.Expecting.inconclusive;
import static io.github.junitattrib.assertj.error.ShouldHaveQuantile.shouldHaveQuantile;
import static io.github.junitattrib.assertj.error.ShouldHaveQuantile.unclearQuantile;
import static io.github.junitattrib.assertj.error.ShouldHoldForShare.shouldHoldForShare;
import static io.github.junitattrib.assertj.error.ShouldHoldForShare.unclearShare;
import static io.github.junitattrib.corpus.TextChanges.swapping;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.BDDAssertions.then;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.AttributionFailure;
import io.github.junitattrib.InconclusiveException;
import io.github.junitattrib.InvalidTextException;
import io.github.junitattrib.Verdict;
import io.github.junitattrib.assertj.error.CaseResult;
import io.github.junitattrib.assertj.error.CaseResult.Kind;
import io.github.junitattrib.assertj.error.CaseResults;
import io.github.junitattrib.assertj.error.ShouldHaveQuantile.Case;
import io.github.junitattrib.assertj.error.ShouldHaveQuantile.Wanted;
import io.github.junitattrib.method.AttributionRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.assertj.core.api.Condition;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opentest4j.TestAbortedException;

class AttributionListAssert_Test {

    private static final String LED_ELSEWHERE =
            "Expected \"great\" to be the top token toward POSITIVE, but it is 2nd and \"said\" is 1st.";
    private final Attribution good = scored("Alice said great", 0.1, 0.2, 0.9);
    private final Attribution good2 = scored("it said great", 0.1, 0.2, 0.9);
    private final Attribution bad = scored("Bob said great", 0.1, 0.9, 0.2);
    private final Attribution unclear = scored("Mei said great", 0.1, 0.9, 0.9005);

    private static void led(AttributionAssert each) {
        each.hasTopToken("great");
    }

    private static List<AttributionRequest> requests(Attribution... all) {
        Answers answers = new Answers(all);
        return Arrays.stream(all).map(one -> answers.request(one.text())).toList();
    }

    private static CaseResult passed(Attribution of) {
        return new CaseResult(of.text(), Kind.PASS, "", of, List.of());
    }

    private static CaseResult failed(Attribution of) {
        return new CaseResult(of.text(), Kind.FAIL, LED_ELSEWHERE, of, List.of());
    }

    @Test
    void should_pass_if_all_or_enough_texts_satisfy_the_requirement() {
        assertThatAll(requests(good, good2)).allSatisfy(AttributionListAssert_Test::led);
        assertThatAll(requests(good, good2, bad)).atLeast(0.66).satisfy(AttributionListAssert_Test::led);
        assertThatAll(requests(good, good2, bad, unclear)).atLeast(0.5).satisfy(AttributionListAssert_Test::led);
    }

    @Test
    void should_fail_with_the_worst_cases() {
        // WHEN
        AttributionAssertionError all = attributionError(
                () -> assertThatAll(requests(good, bad)).as("led").allSatisfy(AttributionListAssert_Test::led));
        AttributionAssertionError share = attributionError(
                () -> assertThatAll(requests(good, bad)).atLeast(0.75).satisfy(AttributionListAssert_Test::led));
        // THEN
        CaseResults results = CaseResults.of(List.of(passed(good), failed(bad)));
        then(all)
                .hasMessage("[led] " + shouldHoldForShare(results, 1).create())
                .hasMessage(
                        "[led] Expected all 2 texts to satisfy the requirement, but 1 does not. In \"Bob said great\": "
                                + LED_ELSEWHERE + "\n\n"
                                + "  texts      2: 1 pass, 1 fail, 0 inconclusive, 0 not applicable\n\n"
                                + "  fails      Bob said great\n             " + LED_ELSEWHERE + "\n");
        then(share)
                .hasMessage(shouldHoldForShare(results, 0.75).create())
                .hasMessageStartingWith(
                        "Expected at least 75.0 % of 2 texts to satisfy the requirement, but only 1 does"
                                + " (50.0 %). In \"Bob said great\": " + LED_ELSEWHERE + "\n");
        then(share.attribution()).isEqualTo(bad);
        then(share.marked()).hasSize(2);
    }

    @Test
    void should_be_inconclusive_only_where_inconclusive_texts_decide() {
        // WHEN
        InconclusiveException exception =
                inconclusive(() -> assertThatAll(requests(good, unclear)).allSatisfy(AttributionListAssert_Test::led));
        // THEN
        then(exception)
                .hasMessageStartingWith(
                        "Cannot tell whether all 2 texts satisfy the requirement, because 1 is inconclusive"
                                + " and decides it: 1 of 2 pass. In \"Mei said great\": Cannot tell whether \"great\" is"
                                + " the top token toward POSITIVE and not \"said\", because ");
        then(exception.attribution()).isEqualTo(unclear);
        attributionError(() -> assertThatAll(requests(good, bad, unclear)).allSatisfy(AttributionListAssert_Test::led));
        inconclusive(() -> assertThatAll(requests(good, bad, unclear, good2))
                .atLeast(0.75)
                .satisfy(AttributionListAssert_Test::led));
        attributionError(() -> assertThatAll(requests(good, bad, unclear, good2))
                .atLeast(0.76)
                .satisfy(AttributionListAssert_Test::led));
    }

    @Test
    void should_leave_out_texts_that_a_change_does_not_apply_to() {
        // GIVEN
        Consumer<AttributionAssert> kept =
                each -> each.under(swapping("Alice", "Omar")).keepsTopToken();
        Answers answers = new Answers(good, bad, scored("Omar said great", 0.1, 0.2, 0.9));
        AttributionRequest alice = answers.request(good.text());
        AttributionRequest bob = answers.request(bad.text());
        // WHEN/THEN
        assertThatAll(List.of(alice, bob)).allSatisfy(kept);
        InconclusiveException exception =
                inconclusive(() -> assertThatAll(List.of(bob)).allSatisfy(kept));
        then(exception)
                .hasMessageStartingWith(
                        "Cannot tell whether the only text satisfies the requirement, because it applies to none"
                                + " of them.")
                .hasMessageContaining("no case    Bob said great");
        then(unclearShare(
                                CaseResults.of(
                                        List.of(new CaseResult(bad.text(), Kind.NOT_APPLICABLE, "x", bad, List.of()))),
                                1)
                        .create())
                .startsWith("Cannot tell whether the only text satisfies");
    }

    @Test
    void should_count_failures_of_other_assertions() {
        attributionError(() -> assertThatAll(requests(good, bad)).allSatisfy(each -> then(1).isEqualTo(2)));
    }

    @Test
    void should_refuse_a_requirement_that_asserts_nothing() {
        for (Consumer<AttributionAssert> idle : List.<Consumer<AttributionAssert>>of(
                each -> {}, AttributionAssert::byMagnitude, each -> each.as("nothing"), each -> each.ranks("great"))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> assertThatAll(requests(good)).allSatisfy(idle))
                    .withMessageStartingWith(
                            "Text 1 of the corpus (index 0): The requirement asserts nothing of the text \"Alice said great\", so that it"
                                    + " would hold for every model.");
        }
        assertThatIllegalArgumentException()
                .as("of one of the texts")
                .isThrownBy(() -> assertThatAll(requests(good, good2)).allSatisfy(each -> {
                    if (each.actual().text().startsWith("Alice")) {
                        led(each);
                    }
                }));
    }

    @Test
    void should_count_assertions_of_assertj_on_the_attribution() {
        assertThatAll(requests(good))
                .allSatisfy(each -> each.satisfies(one -> then(one.words()).hasSize(3)))
                .allSatisfy(each -> each.satisfiesAnyOf(one -> then(one.words()).hasSize(3)))
                .allSatisfy(each -> each.matches(one -> one.words().size() == 3))
                .allSatisfy(each -> each.matches(one -> one.words().size() == 3, "three words"))
                .allSatisfy(each -> each.is(new Condition<>(one -> one.words().size() == 3, "short")))
                .allSatisfy(each -> each.has(new Condition<>(one -> one.words().size() == 3, "three words")))
                .allSatisfy(each ->
                        each.satisfies(new Condition<>(one -> one.words().size() == 3, "three words")))
                .allSatisfy(each -> each.ranking(1).containsExactly("great"));
        attributionError(() -> assertThatAll(requests(good))
                .allSatisfy(each -> each.satisfies(one -> then(one.words()).hasSize(2))));
    }

    @Test
    void should_need_one_text_however_small_the_share() {
        attributionError(() -> assertThatAll(requests(bad)).atLeast(1e-10).satisfy(AttributionListAssert_Test::led));
        assertThatAll(requests(bad, good)).atLeast(1e-10).satisfy(AttributionListAssert_Test::led);
    }

    @Test
    void should_not_count_cases_that_an_assumption_leaves_out() {
        // GIVEN
        Consumer<AttributionAssert> ledIfAlice = each -> {
            assumeTrue(each.actual().text().startsWith("Alice"), "speaks of Alice");
            led(each);
        };
        // WHEN/THEN: of 3 texts 2 are skipped, and the one that is left passes or fails.
        assertThatAll(requests(good, good2, bad)).allSatisfy(ledIfAlice);
        Attribution worse = scored("Alice said it", 0.1, 0.2, 0.9);
        AttributionAssertionError error =
                attributionError(() -> assertThatAll(requests(good2, worse)).allSatisfy(each -> {
                    assumeThat(each.actual()).hasTopToken("it");
                    each.hasTopToken("said");
                }));
        then(error)
                .hasMessageStartingWith("Expected the only text to satisfy the requirement, but it does not. In"
                        + " \"Alice said it\": Expected \"said\" to be the top token")
                .hasMessageContaining("texts      2: 0 pass, 1 fail, 0 inconclusive, 0 not applicable, 1 skipped")
                .hasMessageContaining("skipped    it said great\n             Expected \"it\" to be the top token");
    }

    @Test
    void should_abort_the_test_if_an_assumption_leaves_out_all_cases() {
        assertThatExceptionOfType(TestAbortedException.class)
                .isThrownBy(() -> assertThatAll(requests(good2, bad)).allSatisfy(each -> {
                    assumeTrue(each.actual().text().startsWith("Alice"), "speaks of Alice");
                    led(each);
                }))
                .withMessage("An assumption leaves out all 2 texts of the corpus. Of the first: Assumption failed:"
                        + " speaks of Alice");
    }

    @Test
    void should_tell_all_that_soft_assertions_collected_of_a_case() {
        // WHEN
        AttributionAssertionError error = attributionError(() -> assertThatAll(requests(bad))
                .allSatisfy(each -> AttributionSoftAssertions.assertSoftly(softly -> {
                    softly.assertThat(each.actual()).hasTopToken("great");
                    softly.assertThat(each.actual()).ranks("Bob").above("said");
                })));
        // THEN
        then(error)
                .hasMessageContaining(LED_ELSEWHERE + " Expected \"Bob\" to rank above \"said\"")
                .hasMessageNotContaining("Multiple Failures");
        then(error.marked()).isNotEmpty();
    }

    @Test
    void should_name_a_text_by_its_place() {
        List<AttributionRequest> gap = Arrays.asList(requests(good).get(0), null);
        assertThatNullPointerException()
                .isThrownBy(() -> assertThatAll(gap).allSatisfy(AttributionListAssert_Test::led))
                .withMessage("Text 2 of the corpus (index 1) is null. Give a request for each, as igAll(texts) does.");
        AttributionRequest invalid = AttributionRequest.of(
                asked -> {
                    throw new InvalidTextException("The text is blank.");
                },
                " ",
                new FixedMethod(good));
        assertThatExceptionOfType(InvalidTextException.class)
                .isThrownBy(() -> assertThatAll(List.of(requests(good).get(0), invalid))
                        .allSatisfy(AttributionListAssert_Test::led))
                .withMessage("Text 2 of the corpus (index 1): The text is blank.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThatAll(requests(good, scored("great fun", 1, 0)))
                        .allSatisfy(each -> each.ranks("great").amongTop(2)))
                .withMessageStartingWith("Text 2 of the corpus (index 1): ")
                .withCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void should_shorten_a_long_text_in_the_first_line() {
        Attribution alone = scored("word ".repeat(100).strip() + " great", new double[101]);
        then(shouldHoldForShare(CaseResults.of(List.of(failed(alone))), 1)
                        .create()
                        .lines()
                        .findFirst())
                .hasValueSatisfying(line -> then(line).contains("In \"" + "word ".repeat(12) + "…\": Expected"));
    }

    @Test
    void should_not_swallow_errors_that_are_no_verdict() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThatAll(requests(good)).allSatisfy(each -> each.hasTopToken(" ")));
    }

    @Test
    void should_refuse_an_empty_corpus_and_impossible_numbers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThatAll(List.of()).allSatisfy(AttributionListAssert_Test::led))
                .withMessageContaining("no texts");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThatAll(requests(good)).atLeast(0).satisfy(AttributionListAssert_Test::led));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThatAll(requests(good)).atLeast(1.1).satisfy(AttributionListAssert_Test::led));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThatAll(requests(good))
                        .hasQuantile(0)
                        .ofCompletenessGap()
                        .below(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThatAll(requests(good))
                        .hasQuantile(1)
                        .ofCompletenessGap()
                        .below(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> CaseNumber.of(" ", Attribution::delta));
    }

    @Test
    void should_bound_quantiles_by_nearest_rank() {
        // GIVEN texts of 1 to 20 words
        List<AttributionRequest> twenty = IntStream.rangeClosed(1, 20)
                .mapToObj(n -> scored("word ".repeat(n).strip(), new double[n]))
                .map(one -> new Answers(one).request(one.text()))
                .toList();
        CaseNumber words = CaseNumber.of("words", one -> one.words().size());
        // WHEN/THEN: the 95 % quantile of 1 to 20 is 19, the median 10.
        assertThatAll(twenty).hasQuantileBelow(0.95, words, 19.5).hasQuantileAbove(0.95, words, 18.5);
        assertThatAll(twenty).hasQuantileBelow(0.5, words, 10.5).hasQuantileAbove(0.5, words, 9.5);
        assertThatAll(twenty)
                .hasQuantile(1)
                .of("words", one -> one.words().size())
                .above(19);
        attributionError(() -> assertThatAll(twenty).hasQuantileBelow(0.95, words, 19));
        attributionError(() -> assertThatAll(twenty).hasQuantileAbove(0.05, words, 1));
    }

    @Test
    void should_show_the_worst_numbers() {
        // GIVEN
        Attribution exact = gap("it was great", 0.001);
        Attribution off = gap("Bob said great", 0.5);
        // WHEN
        AttributionAssertionError error = attributionError(() -> assertThatAll(requests(exact, off))
                .hasQuantile(0.95)
                .ofCompletenessGap()
                .below(0.01));
        // THEN
        Wanted wanted = new Wanted(0.95, "completeness gap", true, 0.01);
        then(error)
                .hasMessage(shouldHaveQuantile(
                                wanted,
                                Math.abs(off.delta()),
                                Math.abs(off.delta()),
                                2,
                                List.of(new Case(off, Math.abs(off.delta())), new Case(exact, Math.abs(exact.delta()))))
                        .create())
                .hasMessageStartingWith(
                        "Expected the 95 % quantile of the completeness gap over 2 texts to be below 0.01,"
                                + " but it is 0.5.\n\n  0.5           Bob said great\n  0.001         it was great\n");
        then(error.attribution()).isEqualTo(off);
    }

    @Test
    void should_be_inconclusive_where_numbers_that_are_not_certain_decide() {
        // GIVEN
        Attribution unsettled = AttributionBuilder.of("Bob said great")
                .scores(0.1, 0.9, 0.2)
                .notConverged("Raise maxEvaluations.")
                .build();
        // WHEN
        InconclusiveException exception = inconclusive(() -> assertThatAll(requests(good, unsettled))
                .hasQuantile(1)
                .of("n", one -> 1)
                .below(2));
        // THEN
        then(exception)
                .hasMessage(unclearQuantile(
                                new Wanted(1, "n", true, 2), 1, 2, List.of(new Case(unsettled, 1), new Case(good, 1)))
                        .create())
                .hasMessageContaining("the numbers of 1 of the texts are not certain enough. Raise maxEvaluations.");
        assertThatAll(requests(good, unsettled))
                .hasQuantile(0.5)
                .of("n", one -> 1)
                .below(2);
        inconclusive(() -> assertThatAll(requests(scored("a b", 1, 2)))
                .hasQuantile(1)
                .of("n", one -> Double.NaN)
                .above(0));
    }

    @ParameterizedTest
    @CsvSource({
        "0.005, 0.02, true, PASS",
        "0.005, 0.02, false, INCONCLUSIVE",
        "0.012, 0.02, true, INCONCLUSIVE",
        "0.012, 0.0005, true, FAIL",
        "0.012, 0.0005, false, FAIL",
        "0.012, NaN, true, INCONCLUSIVE",
        "0.005, NaN, true, PASS"
    })
    void should_judge_the_gap_of_a_text_as_isComplete_does(
            double gap, double bar, boolean converged, Verdict expected) {
        // GIVEN
        AttributionBuilder review = AttributionBuilder.of("it was great")
                .scores(0.1, 0.2, 0.9)
                .uncertainty(bar)
                .delta(gap, 0.02);
        Attribution text = (converged ? review : review.notConverged("Raise maxEvaluations.")).build();
        // WHEN
        Verdict ofOne = verdict(() -> assertThat(text).isComplete(within(0.01)));
        Verdict ofQuantile = verdict(() ->
                assertThatAll(requests(text)).hasQuantile(1).ofCompletenessGap().below(0.01));
        // THEN
        then(ofOne).isEqualTo(expected);
        then(ofQuantile).isEqualTo(expected);
    }

    @Test
    void should_judge_gaps_of_sampled_methods_by_three_standard_errors() {
        // GIVEN a gap of two standard errors
        Attribution sampled = AttributionBuilder.of("it was great")
                .method("ExpectedGradients", Map.of("samples", "100", "seed", "1"))
                .scores(0.1, 0.2, 0.9)
                .uncertainty(0.005)
                .delta(0.03, 0.02)
                .build();
        // WHEN/THEN
        inconclusive(() -> assertThat(sampled).isComplete(within(0.01)));
        inconclusive(() -> assertThatAll(requests(sampled))
                .hasQuantile(1)
                .ofCompletenessGap()
                .below(0.01));
    }

    @Test
    void should_count_the_gaps_that_may_be_on_both_sides_of_the_limit() {
        // GIVEN
        Attribution small = AttributionBuilder.of("it was great")
                .scores(0.1, 0.2, 0.9)
                .uncertainty(0.0005)
                .delta(0.001, 0.02)
                .build();
        Attribution vague = AttributionBuilder.of("Bob said great")
                .scores(0.1, 0.2, 0.9)
                .uncertainty(0.02)
                .delta(0.012, 0.02)
                .build();
        // WHEN
        InconclusiveException exception = inconclusive(() -> assertThatAll(requests(small, vague))
                .hasQuantile(1)
                .ofCompletenessGap()
                .below(0.01));
        // THEN
        then(exception)
                .hasMessage(unclearQuantile(
                                new Wanted(1, "completeness gap", true, 0.01),
                                1,
                                2,
                                List.of(
                                        new Case(vague, Math.abs(vague.delta())),
                                        new Case(small, Math.abs(small.delta()))))
                        .create())
                .hasMessageContaining("the numbers of 1 of the texts are not certain enough");
    }

    private static Verdict verdict(ThrowingCallable assertion) {
        Throwable thrown = catchThrowable(assertion);
        return thrown == null ? Verdict.PASS : ((AttributionFailure) thrown).verdict();
    }

    @Test
    void should_be_collected_by_soft_assertions() {
        // GIVEN
        SoftAssertions softly = new SoftAssertions();
        AttributionListAssert proxied = softly.proxy(AttributionListAssert.class, List.class, requests(good, bad));
        // WHEN
        proxied.allSatisfy(AttributionListAssert_Test::led)
                .atLeast(0.9)
                .satisfy(AttributionListAssert_Test::led)
                .atLeast(0.5)
                .satisfy(AttributionListAssert_Test::led)
                .hasQuantile(1)
                .ofCompletenessGap()
                .above(5);
        // THEN
        then(softly.assertionErrorsCollected())
                .hasSize(3)
                .allSatisfy(error -> then(error).isInstanceOf(AttributionFailure.class));
    }

    @Test
    void should_be_judged_again_with_another_model_in_place() {
        // GIVEN
        List<AttributionRequest> requests = requests(good, good2);
        Consumer<AttributionAssert> kept =
                each -> each.under(swapping("Alice", "Omar")).keepsTopToken();
        RequirementJudgment judgment = new RequirementJudgment(1, kept);
        Answers mutant = new Answers(good, good2, scored("Omar said great", 0.9, 0.2, 0.1));
        // WHEN
        Tally tally = judgment.with(AttributionAssert_under_Test.answering(mutant));
        tally.add(requests.get(0), good, Optional.empty());
        tally.add(requests.get(1), good2, Optional.empty());
        // THEN
        then(tally.outcome().verdict()).isEqualTo(Verdict.FAIL);
    }

    private static Attribution gap(String text, double gap) {
        return AttributionBuilder.of(text)
                .scores(0.1, 0.2, 0.9)
                .delta(gap, 0.01)
                .build();
    }

    @Test
    void should_judge_the_rest_of_a_requirement_whose_change_does_not_apply() {
        // GIVEN texts that the change does not apply to
        Consumer<AttributionAssert> changeFirst =
                each -> each.under(swapping("Alice", "Omar")).keepsTopToken().hasTopToken("great");
        Consumer<AttributionAssert> changeLast = each ->
                each.hasTopToken("great").under(swapping("Alice", "Omar")).keepsTopToken();
        // WHEN/THEN
        for (Consumer<AttributionAssert> requirement : List.of(changeFirst, changeLast)) {
            attributionError(() -> assertThatAll(requests(bad)).allSatisfy(requirement));
            inconclusive(() -> assertThatAll(requests(unclear)).allSatisfy(requirement));
            assertThatAll(requests(good2)).allSatisfy(requirement);
        }
    }
}
