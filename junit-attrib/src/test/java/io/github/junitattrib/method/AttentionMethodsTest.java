package io.github.junitattrib.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Numbers;
import io.github.junitattrib.ScoreMatrix;
import io.github.junitattrib.UnsupportedModelException;
import io.github.junitattrib.conformance.ClosedForms;
import io.github.junitattrib.conformance.ClosedNetwork;
import io.github.junitattrib.conformance.Stage;
import java.util.Arrays;
import java.util.List;
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

    /**
     * Says of its attention what it is told.
     *
     * @param layer from 0
     */
    private record Told(int layer) implements Stage {

        @Override
        public double[] forward(double[] x) {
            return x;
        }

        @Override
        public double[] backward(double[] x, double[] slopes) {
            return slopes;
        }

        @Override
        public double[][][] attention(double[] x) {
            return MAPS[layer];
        }

        @Override
        public double[][][] attentionSlopes(double[] x, double[] slopes) {
            return GRADIENTS[layer];
        }
    }

    private static final Stage SCORES = Stage.linear(new double[][] {{1, 1}, {1, -1}}, 0);
    private static final List<String> LABELS = List.of("F0", "F1");
    private static final Question QUESTION = Question.of("3 2");
    private static final ClosedNetwork MODEL =
            ClosedNetwork.of("small network", 2, LABELS, new Told(0), new Told(1), SCORES);

    private static Attribution attribution(AttributionMethod method) {
        return method.attribute(MODEL, QUESTION);
    }

    private static double[] scores(AttributionMethod method) {
        return Numbers.scores(attribution(method));
    }

    @Test
    void rawAttentionIsWhereTheFirstTokenLooks() {
        assertThat(scores(new RawAttention())).containsExactly(new double[] {.5, .5}, EXACT);
        assertThat(scores(new RawAttention().ofLayer(1))).containsExactly(new double[] {.6, .4}, EXACT);
        assertThat(scores(new RawAttention().ofLayer(2).ofHead(0))).containsExactly(.9, .1);
    }

    @Test
    void theWholeMapHasTheScoresInItsFirstRow() {
        ScoreMatrix map = new RawAttention().ofLayer(1).map(MODEL, QUESTION);

        assertThat(map.rows()).isEqualTo(map.columns()).hasSize(2);
        assertThat(map.scores().get(0))
                .containsExactly(Arrays.stream(scores(new RawAttention().ofLayer(1)))
                        .boxed()
                        .toArray(Double[]::new));
        assertThat(map.scores())
                .allSatisfy(row -> assertThat(row.get(0) + row.get(1)).isCloseTo(1, within(1e-9)));
        assertThat(map.title()).isEqualTo("Attention, layer 1, head mean");
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
        ClosedNetwork model = ClosedNetwork.of("small network", 2, LABELS, Stage.identity(2), SCORES);
        for (AttributionMethod method :
                List.of(new RawAttention(), new AttentionRollout(), new AttentionTimesGradient(), new Chefer())) {
            assertThatExceptionOfType(UnsupportedModelException.class)
                    .isThrownBy(() -> method.attribute(model, QUESTION))
                    .withMessage(method.facts().name() + " looks at attention, but model small network has none."
                            + " Choose a method that looks at gradients.");
        }
    }

    @Test
    void aModelThatOnlyPredictsIsRefused() {
        assertThatExceptionOfType(UnsupportedModelException.class)
                .isThrownBy(() -> new Chefer().attribute(ClosedForms.saturating(), Question.of("2")))
                .withMessageContaining("Chefer looks at hidden states and attention (rung 3");
    }
}
