package io.github.junitattrib.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.UnsupportedModelException;
import io.github.junitattrib.method.LayeredForm.Stage;
import io.github.junitattrib.model.AttentionGradients;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Two tokens, two layers of two heads: small enough for the matrices to be multiplied by hand. */
class AttentionMethodsTest {

    private static final Offset<Double> EXACT = within(1e-12);

    /** By layer, head, reading token, read token. The mean maps are [.6 .4; .3 .7] and [.5 .5; .2 .8]. */
    private static final double[][][][] MAPS = {
        {{{.8, .2}, {.2, .8}}, {{.4, .6}, {.4, .6}}}, {{{.9, .1}, {.1, .9}}, {{.1, .9}, {.3, .7}}},
    };

    private static final double[][][][] GRADIENTS = {
        {{{1, 2}, {-1, 3}}, {{0, -1}, {2, 1}}}, {{{-2, 5}, {0, 0}}, {{4, 2}, {0, 0}}},
    };

    private static LayeredForm model(boolean attention) {
        List<Stage> scores = List.of(
                Stage.linear(new double[][] {{1, 0}, {0, 1}}, new double[2]),
                Stage.linear(new double[][] {{1, 1}, {1, -1}}, new double[2]));
        AttentionGradients shown = new AttentionGradients(new double[] {5, 1}, MAPS, GRADIENTS);
        return new LayeredForm(
                new double[] {3, 2}, new double[2], scores, attention ? Optional.of(shown) : Optional.empty());
    }

    private static Attribution attribution(AttributionMethod method) {
        LayeredForm model = model(true);
        return method.attribute(model, Question.of(model.text()));
    }

    private static double[] scores(AttributionMethod method) {
        return attribution(method).tokens().stream()
                .mapToDouble(TokenScore::score)
                .toArray();
    }

    @Test
    void rawAttentionIsWhereTheFirstTokenLooks() {
        assertThat(scores(new RawAttention())).containsExactly(new double[] {.5, .5}, EXACT);
        assertThat(scores(new RawAttention().ofLayer(1))).containsExactly(new double[] {.6, .4}, EXACT);
        assertThat(scores(new RawAttention().ofLayer(2).ofHead(0))).containsExactly(.9, .1);
    }

    @Test
    void rolloutMultipliesMapsAndResiduals() {
        // [.75 .25] [.8 .2; .15 .85]
        assertThat(scores(new AttentionRollout())).containsExactly(new double[] {.6375, .3625}, EXACT);
    }

    @Test
    void attentionTimesGradientSumsOverHeadsAndReaders() {
        // Layer 1: .8 − .2 + 0 + .8 and .4 + 2.4 − .6 + .6; layer 2: −1.8 + .4 and .5 + 1.8.
        assertThat(scores(new AttentionTimesGradient().ofLayer(1))).containsExactly(new double[] {1.4, 2.8}, EXACT);
        assertThat(scores(new AttentionTimesGradient().ofLayer(2))).containsExactly(new double[] {-1.4, 2.3}, EXACT);
        assertThat(scores(new AttentionTimesGradient())).containsExactly(new double[] {0, 5.1}, EXACT);
    }

    @Test
    void chefersRelevanceGrowsByPositivePartsAlone() {
        // Ā₁ = [.4 .2; .4 1.5], Ā₂ = [.2 1.15; 0 0]; R = (I + Ā₂)(I + Ā₁), first row [1.2 1.15] [1.4 .2; .4 2.5], less
        // I.
        assertThat(scores(new Chefer())).containsExactly(new double[] {1.14, 3.115}, EXACT);
    }

    @Test
    void attentionClaimsNoCompletenessAndNamesItsOptions() {
        Attribution attribution = attribution(new RawAttention().ofLayer(1).ofHead(1));

        assertThat(attribution.inputScore()).isEqualTo(5);
        assertThat(attribution.baselineScore()).isNaN();
        assertThat(attribution.delta()).isNaN();
        assertThat(attribution.convergence().converged()).isTrue();
        assertThat(attribution.method().parameters())
                .containsEntry("layer", "1")
                .containsEntry("head", "1");
        assertThat(attribution.tokens()).allMatch(token -> token.uncertainty() > 0 && token.uncertainty() < 1e-5);
    }

    @Test
    void aLayerOrHeadThatTheModelLacksIsRefused() {
        assertThatExceptionOfType(UnsupportedModelException.class)
                .isThrownBy(() -> attribution(new RawAttention().ofLayer(3)))
                .withMessage("Model small network has no attention of layer 3, which RawAttention was asked for. Its"
                        + " layers are counted from 1 to 2: name one of these.");
        assertThatExceptionOfType(UnsupportedModelException.class)
                .isThrownBy(() -> attribution(new RawAttention().ofHead(2)))
                .withMessageContaining("heads are counted from 0 to 1");
        assertThatExceptionOfType(UnsupportedModelException.class)
                .isThrownBy(() -> attribution(new AttentionTimesGradient().ofLayer(0)));
    }

    @Test
    void aModelWithoutAttentionIsRefused() {
        LayeredForm model = model(false);
        for (AttributionMethod method :
                List.of(new RawAttention(), new AttentionRollout(), new AttentionTimesGradient(), new Chefer())) {
            assertThatExceptionOfType(UnsupportedModelException.class)
                    .isThrownBy(() -> method.attribute(model, Question.of(model.text())))
                    .withMessage(method.facts().name() + " looks at attention, but model small network has none."
                            + " Choose a method that looks at gradients.");
        }
    }

    @Test
    void aModelThatOnlyPredictsIsRefused() {
        ClosedForm model = ClosedForm.of(z -> z[0], z -> new double[] {1}, 3);

        assertThatExceptionOfType(UnsupportedModelException.class)
                .isThrownBy(() -> new Chefer().attribute(model, Question.of(model.text())))
                .withMessageContaining("Chefer looks at hidden states and attention (rung 3");
    }
}
