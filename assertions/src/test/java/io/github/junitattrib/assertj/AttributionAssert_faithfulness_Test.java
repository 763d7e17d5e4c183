package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.assertj.Expecting.attributionError;
import static io.github.junitattrib.assertj.Expecting.inconclusive;
import static io.github.junitattrib.assertj.error.ShouldBeFaithful.faithfulnessDecidedByPrediction;
import static io.github.junitattrib.assertj.error.ShouldBeFaithful.shouldBeComprehensive;
import static io.github.junitattrib.assertj.error.ShouldBeFaithful.shouldBeSufficient;
import static io.github.junitattrib.assertj.error.ShouldBeFaithful.unclearFaithfulness;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.InconclusiveException;
import io.github.junitattrib.ModelFacts;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.ScoreKind;
import io.github.junitattrib.assertj.error.Bound;
import io.github.junitattrib.assertj.error.Measured;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.metric.Comprehensiveness;
import io.github.junitattrib.metric.Erasure;
import io.github.junitattrib.metric.Sufficiency;
import io.github.junitattrib.model.TextClassifier;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A service that says POSITIVE with 0.1 for each word, and 0.6 more where it reads "great": without its top word the text
 * "so great today" falls by 0.7 (0.9 to 0.2), with it alone by 0.2 (to 0.7).
 */
class AttributionAssert_faithfulness_Test {

    private static final List<String> LABELS = List.of("NEGATIVE", "POSITIVE");
    private static final Erasure TOP_WORD = Erasure.DEFAULT.bins(0.3);

    private final Attribution faithful = explained(0.1, 0.7, 0.1).build();
    private final Attribution unfaithful = explained(0.7, 0.1, 0.1).build();
    private final TextClassifier service = new Service();

    private static AttributionBuilder explained(double... scores) {
        return AttributionBuilder.of("so great today")
                .scores(scores)
                .prediction(ScoreKind.PROBABILITIES, LABELS, 0.1, 0.9);
    }

    private AttributionRequest request(Attribution result) {
        return AttributionRequest.of(service, result.text(), new FixedMethod(result));
    }

    @Test
    void should_pass_if_the_score_falls_far_enough_without_the_top_words() {
        assertThat(request(faithful)).hasComprehensivenessOfAtLeast(0.69, new Comprehensiveness(TOP_WORD));
        assertThat(request(faithful)).hasComprehensivenessOfAtLeast(0.5);
    }

    @Test
    void should_pass_if_the_score_hardly_falls_with_the_top_words_alone() {
        assertThat(request(faithful)).hasSufficiencyOfAtMost(0.21, new Sufficiency(TOP_WORD));
        assertThat(request(faithful)).hasSufficiencyOfAtMost(0.21);
    }

    @Test
    void should_refuse_bounds_that_no_probability_can_miss() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(request(faithful)).hasComprehensivenessOfAtLeast(-1))
                .withMessage("The fall of a probability (comprehensiveness) lies between -1 and 1, so that one at least"
                        + " -1 is nothing to check. Give a bound between these.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(request(faithful)).hasSufficiencyOfAtMost(1));
    }

    @Test
    void should_fail_if_the_score_hardly_falls_without_the_top_words() {
        // WHEN
        AttributionAssertionError error = attributionError(() ->
                assertThat(request(unfaithful)).hasComprehensivenessOfAtLeast(0.5, new Comprehensiveness(TOP_WORD)));
        // THEN
        then(error)
                .hasMessage(shouldBeComprehensive(
                                unfaithful,
                                new Measured(
                                        "comprehensiveness",
                                        Bound.atLeast(0.5),
                                        new Comprehensiveness(TOP_WORD).measure(service, unfaithful)))
                        .create());
        then(error)
                .hasMessageStartingWith("Expected P(POSITIVE) to fall by at least 0.5 without the top words"
                        + " (comprehensiveness of the top 30 %), but it falls by 0.1000.\n")
                .hasMessageContaining("  change     30 % of the words -0.1000\n");
    }

    @Test
    void should_be_inconclusive_if_no_words_could_miss_the_bound() {
        // GIVEN a text with a probability of 0.9, which falls by that much at most, and rises by 0.1 at most
        InconclusiveException exception = inconclusive(
                () -> assertThat(request(faithful)).hasSufficiencyOfAtMost(0.9, new Sufficiency(TOP_WORD)));
        // THEN
        then(exception)
                .hasMessage(faithfulnessDecidedByPrediction(
                                faithful,
                                new Measured(
                                        "sufficiency",
                                        Bound.atMost(0.9),
                                        new Sufficiency(TOP_WORD).measure(service, faithful)))
                        .create());
        then(exception)
                .hasMessageStartingWith(
                        "Cannot tell whether the sufficiency of the top 30 % toward POSITIVE is at most 0.9,"
                                + " because P(POSITIVE) of the text is 0.9000, so that any words keep this bound. Explain toward the"
                                + " class that the model predicts, or give a bound that words can miss.");
        inconclusive(() -> assertThat(request(faithful)).hasComprehensivenessOfAtLeast(-0.1));
        assertThat(request(faithful)).hasComprehensivenessOfAtLeast(-0.09);
        assertThat(request(faithful)).hasSufficiencyOfAtMost(0.89);
    }

    @Test
    void should_say_over_which_bins_the_number_is_a_mean() {
        then(attributionError(() -> assertThat(request(unfaithful)).hasComprehensivenessOfAtLeast(0.8)))
                .hasMessageStartingWith("Expected P(POSITIVE) to fall by at least 0.8 without the top words"
                        + " (comprehensiveness, the mean over the top 1 %, 5 %, 10 %, 20 % and 50 %), but it ");
    }

    @Test
    void should_fail_if_the_score_falls_with_the_top_words_alone() {
        // WHEN
        AttributionAssertionError error = attributionError(
                () -> assertThat(request(unfaithful)).hasSufficiencyOfAtMost(0.5, new Sufficiency(TOP_WORD)));
        // THEN
        then(error)
                .hasMessage(shouldBeSufficient(
                                unfaithful,
                                new Measured(
                                        "sufficiency",
                                        Bound.atMost(0.5),
                                        new Sufficiency(TOP_WORD).measure(service, unfaithful)))
                        .create());
        then(error)
                .hasMessageStartingWith("Expected P(POSITIVE) to fall by at most 0.5 with the top words alone"
                        + " (sufficiency of the top 30 %), but it falls by 0.8000.\n");
    }

    @Test
    void should_be_inconclusive_if_the_error_bars_leave_the_top_word_open() {
        // GIVEN "so" may as well be the top word as "great"
        Attribution actual = explained(0.6, 0.7, 0.1).uncertainty(0.2).build();
        // WHEN
        InconclusiveException exception = inconclusive(
                () -> assertThat(request(actual)).hasComprehensivenessOfAtLeast(0.5, new Comprehensiveness(TOP_WORD)));
        // THEN
        then(exception)
                .hasMessage(unclearFaithfulness(
                                actual,
                                new Measured(
                                        "comprehensiveness",
                                        Bound.atLeast(0.5),
                                        new Comprehensiveness(TOP_WORD).measure(service, actual)))
                        .create());
        inconclusive(() -> assertThat(request(
                        explained(0.1, 0.7, 0.1).notConverged("Raise it.").build()))
                .hasSufficiencyOfAtMost(0.5));
    }

    @Test
    void should_want_the_request_of_a_ready_attribution() {
        assertThatIllegalStateException()
                .isThrownBy(() -> assertThat(faithful).hasComprehensivenessOfAtLeast(0.5))
                .withMessage("The assertion hasComprehensivenessOfAtLeast asks the model, but this attribution does not"
                        + " tell its request. Assert on the request itself, as in assertThat(ig(text)).");
    }

    static final class Service implements TextClassifier {

        @Override
        public List<String> labels() {
            return LABELS;
        }

        @Override
        public Prediction predict(String text) {
            double positive = 0.1 * text.split(" ").length + (text.contains("great") ? 0.6 : 0);
            return Prediction.ofProbabilities(LABELS, new double[] {1 - positive, positive});
        }

        @Override
        public ModelFacts facts() {
            return new ModelFacts("service", "cpu", "float32");
        }
    }
}
