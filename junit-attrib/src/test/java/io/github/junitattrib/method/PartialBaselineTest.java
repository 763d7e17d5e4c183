package io.github.junitattrib.method;

import static io.github.junitattrib.Numbers.scores;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Baseline;
import io.github.junitattrib.InvalidTextException;
import io.github.junitattrib.SentimentModel;
import io.github.junitattrib.Span;
import io.github.junitattrib.Target;
import java.util.List;
import org.hipparchus.analysis.differentiation.Gradient;
import org.junit.jupiter.api.Test;

/** Baselines that differ from the text at some places alone, on ab and on the embedded model. */
class PartialBaselineTest {

    private static final io.github.junitattrib.conformance.ClosedForm PRODUCT =
            io.github.junitattrib.conformance.ClosedForm.of("ab", 2, x -> new Gradient[] {x[0].multiply(x[1])});
    private static final Span SECOND = new Span(2, 3);
    private static final IntegratedGradients IG = new IntegratedGradients();

    private static Attribution explain(Baseline baseline) {
        return IG.attribute(PRODUCT, Question.of("3 4").from(baseline));
    }

    @Test
    void theRestOfTheTextStaysAsItIs() {
        Attribution attribution = explain(Baseline.partial(Baseline.PAD, SECOND));

        // From (3, 0) to (3, 4): all of 12 is that of the second number.
        assertThat(scores(attribution)).containsExactly(new double[] {0, 12}, within(1e-9));
        assertThat(attribution.baselineScore()).isZero();
        assertThat(attribution.method().parameters()).containsEntry("baseline", "PAD at [2, 3)");
    }

    @Test
    void allPlacesTogetherAreTheWholeBaseline() {
        assertThat(scores(explain(Baseline.partial(Baseline.PAD, new Span(0, 1), SECOND))))
                .containsExactly(scores(explain(Baseline.PAD)), within(1e-12));
    }

    @Test
    void textsAndAveragesMayStandInThePlace() {
        // From (3, 1): 12 − 3; and the mean of 12 and 9.
        Baseline one = Baseline.partial(Baseline.text("7 1"), SECOND);

        assertThat(scores(explain(one))).containsExactly(new double[] {0, 9}, within(1e-9));
        assertThat(scores(explain(Baseline.partial(Baseline.average(Baseline.PAD, Baseline.text("7 1")), SECOND))))
                .containsExactly(new double[] {0, 10.5}, within(1e-9));
        assertThat(scores(explain(Baseline.average(Baseline.partial(Baseline.PAD, SECOND), one))))
                .containsExactly(new double[] {0, 10.5}, within(1e-9));
    }

    @Test
    void onTheEmbeddedModelAWordHasAllOfWhatItAloneChanges() {
        String text = "They said it was great";
        Span great = new Span(17, 22);
        Attribution attribution = IG.attribute(
                SentimentModel.get(),
                Question.of(text).toward(Target.label("POSITIVE")).from(Baseline.partial(Baseline.PAD, great)));

        assertThat(attribution.words()).allSatisfy(word -> {
            if (word.span().equals(great)) {
                assertThat(word.score())
                        .isCloseTo(
                                attribution.inputScore() - attribution.baselineScore(),
                                within(attribution.convergence().deltaLimit()));
            } else {
                assertThat(word.score()).isZero();
                assertThat(word.uncertainty()).isZero();
            }
        });
    }

    @Test
    void equalPlacesAreEqualBaselines() {
        assertThat(Baseline.partial(Baseline.MASK, SECOND))
                .isEqualTo(new Baseline.Partial(Baseline.MASK, List.of(new Span(2, 3))))
                .isNotEqualTo(Baseline.partial(Baseline.PAD, SECOND))
                .hasToString("MASK at [2, 3)");
    }

    @Test
    void placesWithoutATokenAreRefused() {
        assertThatThrownBy(() -> explain(Baseline.partial(Baseline.PAD, new Span(1, 2))))
                .isInstanceOf(InvalidTextException.class)
                .hasMessage(
                        "The text \"3 4\" has no token at [1, 2), where its baseline PAD at [1, 2) is to differ from"
                                + " it. Name a place where a word stands.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Baseline.partial(Baseline.PAD))
                .withMessage(
                        "A baseline at some places of the text needs at least one place. Name one, or take the other"
                                + " baseline whole.");
    }

    @Test
    void slopesAreThoseOnTheWayToTheText() {
        MovedEmbeddings text = MovedEmbeddings.of(PRODUCT, Question.of("3 4"), "A test");

        // At (3p, 4p) the slope of a times its way 3 is 4p·3, that of b the same.
        double[][] slopes = text.slopes(List.of(new double[] {0, 0}, new double[] {0.5, 0.5}, new double[] {1, 0}));

        assertThat(slopes[0]).containsExactly(12, 12);
        assertThat(slopes[1]).containsExactly(6, 6);
        assertThat(slopes[2]).containsExactly(12, 0);
        assertThat(text.evaluations()).isEqualTo(4);
    }
}
