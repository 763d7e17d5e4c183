package io.github.junitattrib.method;

import static io.github.junitattrib.Numbers.scores;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Baseline;
import io.github.junitattrib.InvalidTextException;
import io.github.junitattrib.SentimentModel;
import io.github.junitattrib.Target;
import org.junit.jupiter.api.Test;

/** What can be explained, and from where, on the embedded model. */
class TargetsAndBaselinesTest {

    private static final String TEXT = "They said it was great";
    private static final IntegratedGradients METHOD = new IntegratedGradients(IntegrationRule.gaussLegendre(50));

    private static Attribution attribution(Target target, Baseline baseline) {
        return attribution(METHOD, target, baseline);
    }

    private static Attribution attribution(IntegratedGradients method, Target target, Baseline baseline) {
        return AttributionRequest.of(SentimentModel.get(), TEXT, method)
                .toward(target)
                .from(baseline)
                .attribution();
    }

    @Test
    void aContrastIsTheDifferenceOfTwoAttributions() {
        Attribution contrast = attribution(Target.contrast("POSITIVE", "NEGATIVE"), Baseline.PAD);
        double[] positive = scores(attribution(Target.label("POSITIVE"), Baseline.PAD));
        double[] negative = scores(attribution(Target.label("NEGATIVE"), Baseline.PAD));

        double[] scores = scores(contrast);
        assertThat(contrast.label()).isEqualTo("POSITIVE − NEGATIVE");
        for (int t = 0; t < scores.length; t++) {
            assertThat(scores[t]).isCloseTo(positive[t] - negative[t], within(1e-5));
        }
        assertThat(contrast.delta()).isCloseTo(0, within(contrast.convergence().deltaLimit()));
    }

    @Test
    void aProbabilityIsSharedOutCompletely() {
        Attribution attribution = attribution(Target.probability(Target.label("POSITIVE")), Baseline.PAD);

        assertThat(attribution.inputScore())
                .isEqualTo(SentimentModel.get().predict(TEXT).probabilities().get(1), within(1e-6));
        assertThat(attribution.baselineScore()).isBetween(0.0, 1.0);
        assertThat(attribution.delta()).isCloseTo(0, within(1e-3));
    }

    @Test
    void severalBaselinesAreAveraged() {
        Attribution both = attribution(Target.label("POSITIVE"), Baseline.average(Baseline.PAD, Baseline.MASK));
        Attribution pad = attribution(Target.label("POSITIVE"), Baseline.PAD);
        Attribution mask = attribution(Target.label("POSITIVE"), Baseline.MASK);

        for (int t = 0; t < both.tokens().size(); t++) {
            assertThat(scores(both)[t]).isCloseTo((scores(pad)[t] + scores(mask)[t]) / 2, within(1e-9));
        }
        assertThat(both.baselineScore()).isCloseTo((pad.baselineScore() + mask.baselineScore()) / 2, within(1e-9));
        assertThat(both.convergence().evaluations()).isEqualTo(100);
    }

    @Test
    void aTextAsBaselineExplainsWhatDiffers() {
        // A short way between two words, on which 50 points are too few: the adaptive rule splits it.
        Attribution attribution = attribution(
                new IntegratedGradients(), Target.label("POSITIVE"), Baseline.text("They said it was awful"));

        assertThat(attribution.convergence().converged()).isTrue();
        assertThat(attribution.words().get(4).score())
                .isEqualTo(scores(attribution)[5])
                .isPositive();
        assertThat(attribution.words().subList(0, 4)).allMatch(word -> word.score() == 0);
        assertThat(attribution.delta())
                .isCloseTo(0, within(attribution.convergence().deltaLimit()));
    }

    @Test
    void aTextOfAnotherLengthIsNoBaseline() {
        assertThatThrownBy(() -> attribution(Target.predicted(), Baseline.text("awful")))
                .isInstanceOf(InvalidTextException.class)
                .hasMessage("The text \"They said it was great\" has 7 tokens, but its baseline \"awful\" has 3. A path"
                        + " goes token by token: give a baseline of as many tokens, or a row such as Baseline.PAD.");
    }

    @Test
    void aTextIsNotItsOwnBaseline() {
        assertThatThrownBy(() -> attribution(Target.predicted(), Baseline.text(TEXT)))
                .isInstanceOf(InvalidTextException.class)
                .hasMessageContaining("have the same embeddings");
    }
}
