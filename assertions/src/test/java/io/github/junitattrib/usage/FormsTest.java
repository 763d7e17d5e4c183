package io.github.junitattrib.usage;

import static io.github.junitattrib.assertj.AttributionAssumptions.assumeThat;
import static io.github.junitattrib.assertj.AttributionAssumptions.assumeThatAll;
import static io.github.junitattrib.assertj.AttributionInstanceOfAssertFactories.ATTRIBUTION;
import static io.github.junitattrib.assertj.AttributionInstanceOfAssertFactories.ATTRIBUTION_REQUEST;
import static io.github.junitattrib.assertj.AttributionSoftAssertions.assertSoftly;
import static io.github.junitattrib.assertj.BDDAttributionAssertions.then;
import static io.github.junitattrib.assertj.BDDAttributionAssertions.thenAll;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.AttributionFailure;
import io.github.junitattrib.InconclusiveException;
import io.github.junitattrib.assertj.AttributionAssertionError;
import io.github.junitattrib.assertj.AttributionBuilder;
import io.github.junitattrib.assertj.AttributionRepresentation;
import io.github.junitattrib.assertj.AttributionSoftAssertions;
import io.github.junitattrib.assertj.AttributionSoftAssertionsProvider;
import io.github.junitattrib.assertj.AutoCloseableAttributionSoftAssertions;
import io.github.junitattrib.assertj.BDDAttributionSoftAssertions;
import io.github.junitattrib.assertj.FixedMethod;
import io.github.junitattrib.method.AttributionMethod;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.AttributionRunner;
import io.github.junitattrib.method.IntegratedGradients;
import io.github.junitattrib.model.TextClassifier;
import io.github.junitattrib.model.Variants;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractSoftAssertions;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.StandardSoftAssertionsProvider;
import org.junit.jupiter.api.Test;
import org.opentest4j.MultipleFailuresError;
import org.opentest4j.TestAbortedException;

/** The same assertions in other forms, from the package of a user. */
class FormsTest {

    private final Attribution actual = AttributionBuilder.review().build();
    private final AttributionRequest request =
            AttributionRequest.of(asked -> actual, actual.text(), new FixedMethod(actual));

    @Test
    void should_assert_softly_on_our_types_and_others() {
        // GIVEN
        AttributionSoftAssertions softly = new AttributionSoftAssertions();
        // WHEN
        softly.assertThat(actual).ranks("great").above("said").ranks("said").above("great");
        softly.assertThat(request).hasTopToken("great").isComplete();
        softly.assertThat("text").isEmpty();
        softly.assertThat(List.of(1)).hasSize(1);
        Throwable error = catchThrowable(softly::assertAll);
        // THEN
        then(error).isInstanceOf(MultipleFailuresError.class);
        then(((MultipleFailuresError) error).getFailures())
                .hasSize(3)
                .satisfies(first -> then(first).isInstanceOf(AttributionFailure.class), Assertions.atIndex(0))
                .satisfies(second -> then(second).isInstanceOf(AttributionFailure.class), Assertions.atIndex(1));
    }

    @Test
    void should_begin_soft_failures_in_the_line_of_the_test() {
        // GIVEN
        AttributionSoftAssertions softly = new AttributionSoftAssertions();
        // WHEN
        softly.assertThat(actual).ranks("great").above("said");
        softly.assertThat(request).hasTopToken("great");
        // THEN
        then(softly.assertionErrorsCollected())
                .hasSize(2)
                .allSatisfy(error -> then(firstFrame(error)).isEqualTo(FormsTest.class.getName()));
    }

    @Test
    void should_report_what_failed_at_the_end_of_the_block() {
        // WHEN
        Throwable error = catchThrowable(() -> {
            try (AutoCloseableAttributionSoftAssertions softly = new AutoCloseableAttributionSoftAssertions()) {
                softly.assertThat(actual).hasTopToken("great");
                softly.assertThat(actual).hasTopToken("film");
            }
        });
        // THEN
        then(error)
                .isInstanceOfSatisfying(
                        MultipleFailuresError.class,
                        failures -> then(failures.getFailures()).hasSize(2));
    }

    @Test
    void should_report_what_failed_at_the_end_of_the_lambda() {
        // WHEN
        Throwable error = catchThrowable(() -> assertSoftly(softly -> {
            softly.assertThat(actual).hasTopToken("great").hasTopToken("said");
            softly.assertThat(1).isPositive();
        }));
        // THEN
        then(error)
                .isInstanceOfSatisfying(
                        MultipleFailuresError.class,
                        failures ->
                                then(failures.getFailures()).singleElement().isInstanceOf(AttributionFailure.class));
    }

    @Test
    void should_keep_what_was_collected_beside_a_verdict_that_cannot_be_told() {
        // GIVEN
        Attribution uncertain = AttributionBuilder.review().uncertainty(1).build();
        // WHEN
        Throwable error = catchThrowable(() -> {
            try (AutoCloseableAttributionSoftAssertions softly = new AutoCloseableAttributionSoftAssertions()) {
                softly.assertThat(actual).hasTopToken("great");
                softly.assertThat(uncertain).hasTopToken("great");
            }
        });
        // THEN
        then(error).isInstanceOf(InconclusiveException.class);
        then(error.getSuppressed()).singleElement().isInstanceOf(MultipleFailuresError.class);
    }

    @Test
    void should_be_mixed_with_the_soft_assertions_of_others() {
        // GIVEN
        class Softly extends AbstractSoftAssertions
                implements AttributionSoftAssertionsProvider, StandardSoftAssertionsProvider {}
        Softly softly = new Softly();
        // WHEN
        softly.assertThat(actual).hasTopToken("great");
        softly.assertThat("text").isEmpty();
        // THEN
        then(softly.assertionErrorsCollected()).hasSize(2);
    }

    @Test
    void should_begin_with_then() {
        // WHEN/THEN
        then(actual).ranks("said").above("great");
        then(request).hasTopToken("said");
        then(catchThrowable(() -> then(request).hasTopToken("great"))).isInstanceOf(AttributionAssertionError.class);
    }

    @Test
    void should_begin_softly_with_then() {
        // GIVEN
        BDDAttributionSoftAssertions softly = new BDDAttributionSoftAssertions();
        // WHEN
        softly.then(actual).ranks("great").above("said").hasTopToken("said");
        softly.then(request).hasTopToken("great");
        softly.then("text").isEmpty();
        // THEN
        then(softly.assertionErrorsCollected()).hasSize(3);
    }

    @Test
    void should_begin_where_an_assumption_stands() {
        // WHEN
        Throwable aborted =
                catchThrowable(() -> assumeThat(request).ranks("great").above("said"));
        // THEN
        then(aborted).isInstanceOf(TestAbortedException.class);
        then(firstFrame(aborted)).isEqualTo(FormsTest.class.getName());
    }

    @Test
    void should_be_reached_from_assertions_of_assertj() {
        // GIVEN
        Object untyped = actual;
        Map<String, Object> answer = Map.of("why", actual, "asked", request);
        // WHEN/THEN
        then(untyped).asInstanceOf(ATTRIBUTION).hasTopToken("said");
        then(answer).extractingByKey("why", as(ATTRIBUTION)).ranks("said").above("great");
        then(answer).extractingByKey("asked", as(ATTRIBUTION_REQUEST)).hasTopToken("said");
        then(catchThrowable(() -> then(untyped).asInstanceOf(ATTRIBUTION).hasTopToken("great")))
                .isInstanceOf(AttributionAssertionError.class);
        then(catchThrowable(() -> then((Object) "text").asInstanceOf(ATTRIBUTION)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(Attribution.class.getName());
    }

    @Test
    void should_be_reached_from_soft_assertions_of_assertj() {
        // GIVEN
        AttributionSoftAssertions softly = new AttributionSoftAssertions();
        Object untyped = actual;
        // WHEN
        softly.assertThat(untyped)
                .asInstanceOf(ATTRIBUTION)
                .hasTopToken("great")
                .ranks("great")
                .above("said");
        softly.assertThat(List.of(actual)).first(as(ATTRIBUTION)).hasTopToken("said");
        // THEN
        then(softly.assertionErrorsCollected())
                .hasSize(2)
                .allSatisfy(error -> then(error).isInstanceOf(AttributionFailure.class));
    }

    @Test
    void should_stay_what_they_are_behind_a_ranking() {
        // GIVEN
        AttributionSoftAssertions softly = new AttributionSoftAssertions();
        // WHEN
        softly.assertThat(actual).as("top").ranking(2).contains("great").contains("said");
        softly.assertThat(request).ranking().startsWith("said").endsWith("great");
        Throwable aborted = catchThrowable(() -> assumeThat(actual).ranking(2).contains("great"));
        Throwable failed =
                catchThrowable(() -> then(actual).as("top").ranking(2).contains("great"));
        // THEN
        then(softly.assertionErrorsCollected()).hasSize(2);
        then(softly.assertionErrorsCollected().get(0)).hasMessageStartingWith("[top] ");
        then(aborted).isInstanceOf(TestAbortedException.class);
        then(failed).isInstanceOf(AssertionError.class).hasMessageStartingWith("[top] ");
    }

    @Test
    void should_exist_for_methods_models_variants_and_lists() {
        // GIVEN
        TextClassifier model = BagOfWords.create();
        AttributionMethod method = new IntegratedGradients();
        AttributionRunner runner = AttributionRunner.of(model, method);
        List<AttributionRequest> requests = List.of(runner.explain("a great tale"), runner.explain("a dull tale"));
        Variants variants = Variants.of(model);
        AttributionSoftAssertions softly = new AttributionSoftAssertions();
        BDDAttributionSoftAssertions bdd = new BDDAttributionSoftAssertions();
        // WHEN
        softly.assertThat(runner).isNull();
        softly.assertThat(method)
                .as("navigated")
                .on(model)
                .isComplete("a great tale")
                .isSameAs(runner);
        softly.assertThat(variants).isNull();
        softly.assertThatAll(requests).as("all").atLeast(1).satisfy(each -> each.hasTopToken("great"));
        bdd.then(runner).isNull();
        bdd.then(method).on(model).isNotNull().isSameAs(runner);
        bdd.then(variants).isNull();
        bdd.thenAll(requests).allSatisfy(each -> each.isComplete().hasTopToken("great"));
        // THEN
        then(softly.assertionErrorsCollected()).hasSize(4);
        then(softly.assertionErrorsCollected().get(1)).hasMessageStartingWith("[navigated] ");
        then(softly.assertionErrorsCollected().get(3))
                .isInstanceOf(AttributionFailure.class)
                .hasMessageStartingWith("[all] ");
        then(bdd.assertionErrorsCollected()).hasSize(4);
        then(runner).isComplete("a great tale");
        then(method).on(model).isComplete("a great tale");
        thenAll(requests).atLeast(0.5).satisfy(each -> each.hasTopToken("great"));
        assumeThat(runner).isComplete("a great tale");
        then(catchThrowable(() -> assumeThat(method).on(model).isSameAs(runner)))
                .isInstanceOf(TestAbortedException.class);
        then(catchThrowable(() -> assumeThat(variants).isNull())).isInstanceOf(TestAbortedException.class);
        then(catchThrowable(() -> assumeThatAll(requests).allSatisfy(each -> each.hasTopToken("great"))))
                .isInstanceOf(TestAbortedException.class)
                .isInstanceOf(AttributionFailure.class);
    }

    @Test
    void should_print_attributions_in_one_line_where_assertj_is_told_how() {
        // WHEN
        Throwable error = catchThrowable(() -> then(List.of(actual))
                .withRepresentation(new AttributionRepresentation())
                .isEmpty());
        // THEN
        then(error)
                .hasMessageContaining("[IntegratedGradients of \"He said the film was great.\" toward POSITIVE]")
                .hasMessageNotContaining("TokenScore");
    }

    private static String firstFrame(Throwable error) {
        return error.getStackTrace()[0].getClassName();
    }
}
