package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.assertj.AttributionAssertions.signsAgreeAtLeast;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.corpus.TextChanges;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Saliency and attention say how much a word matters: a check of their signs would hold for every model. */
class AttributionAssert_signs_Test {

    private static final String TEXT = "it was great";
    private static final String CHANGED = "it was awful";

    private final Attribution saliency = magnitudes(TEXT);
    private final Answers answers = new Answers(saliency, magnitudes(CHANGED));

    private static Attribution magnitudes(String text) {
        return AttributionBuilder.of(text)
                .scores(0.1, 0.2, 0.9)
                .uncertainty(0.01)
                .methodOfMagnitudes("Saliency")
                .build();
    }

    @Test
    void should_refuse_checks_of_signs_that_every_model_passes() {
        Attribution signed = AttributionBuilder.of(TEXT)
                .scores(0.1, -0.2, 0.9)
                .method("Occlusion", Map.of())
                .build();
        var changed = assertThat(answers.request(TEXT)).under(TextChanges.replacing("great", "awful"));
        for (ThrowingCallable check : List.<ThrowingCallable>of(
                () -> assertThat(saliency).givesPositiveWeightTo("great"),
                () -> assertThat(saliency).givesNegativeWeightTo("great"),
                () -> assertThat(saliency).word("great").isPositive(),
                () -> changed.keepsSignOf("great"),
                () -> changed.flipsSignOf("great"),
                () -> changed.keepsRanking(signsAgreeAtLeast(0.5)),
                () -> assertThat(saliency).agreesWith(signed, signsAgreeAtLeast(0.5)),
                () -> assertThat(signed).agreesWith(saliency, signsAgreeAtLeast(0.5)))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(check)
                    .withMessage("Saliency says how much a word matters, not for or against what: its scores are never"
                            + " below 0, so that a check of their signs is the same for every model. Check an order or a"
                            + " share, or take a method with signs, such as new IntegratedGradients().");
        }
    }

    @Test
    void should_judge_their_order_and_their_shares() {
        assertThat(saliency).ranks("great").above("it").shareOf("great").isGreaterThan(0.5);
        assertThat(answers.request(TEXT))
                .under(TextChanges.replacing("great", "awful"))
                .keepsTopToken();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(saliency).shareOf("great").isGreaterThan(-0.5))
                .withMessage(
                        "A share of Saliency lies between 0 and 1, so that one greater than -0.5 is nothing to check."
                                + " Give a bound between these.");
    }
}
