package io.github.junitattrib.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Baseline;
import io.github.junitattrib.InvalidTargetException;
import io.github.junitattrib.Numbers;
import io.github.junitattrib.Target;
import io.github.junitattrib.UnsupportedModelException;
import io.github.junitattrib.conformance.ClosedForm;
import io.github.junitattrib.conformance.ClosedForms;
import io.github.junitattrib.conformance.ClosedNetwork;
import io.github.junitattrib.conformance.Stage;
import io.github.junitattrib.model.Layer;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * The network of Captum's tests, with s = Σ x, h = s + (−10, 1, 1, 1), F0 = Σ relu(h) − 1 and F1 = Σ relu(h) + 1: the
 * numbers can be computed by hand.
 */
class LayerMethodsClosedFormTest {

    private static final Offset<Double> EXACT = within(1e-9);
    private static final Layer LINEAR0 = Layer.EMBEDDING_OUTPUT;
    private static final Layer LINEAR1 = Layer.encoder(1);
    private static final Layer RELU = Layer.encoder(2);
    private static final Layer LINEAR2 = Layer.encoder(3);
    private static final IntegrationRule TIGHT = IntegrationRule.adaptive().within(new Tolerance(1e-9, 1e-9, 1e-9));

    /**
     * What is asked of the network.
     *
     * @param network the model
     * @param question a text and the first class
     */
    private record Asked(ClosedNetwork network, Question question) {

        Attribution by(AttributionMethod method) {
            return method.attribute(network, question);
        }

        Asked from(double... baseline) {
            return new Asked(network, question.from(Baseline.text(ClosedForm.text(baseline))));
        }
    }

    /** {@code copies} relus side by side, of which the last layer reads the sum. */
    private static Asked sideBySide(int copies, double... x) {
        double[][] sums = new double[4 * copies][];
        double[] offsets = new double[4 * copies];
        double[] ones = new double[4 * copies];
        for (int unit = 0; unit < ones.length; unit++) {
            sums[unit] = new double[] {1, 1, 1};
            offsets[unit] = unit % 4 == 0 ? -10 : 1;
            ones[unit] = 1;
        }
        ClosedNetwork network = ClosedNetwork.of(
                "small network",
                3,
                List.of("F0", "F1"),
                Stage.identity(3),
                Stage.linear(sums, offsets),
                Stage.relu(),
                Stage.linear(new double[][] {ones, ones}, -1, 1),
                Stage.identity(2));
        return new Asked(network, Question.of(ClosedForm.text(x)).toward(Target.index(0)));
    }

    private static Asked network(double... x) {
        return sideBySide(1, x);
    }

    private static double[] units(LayerMethod method, Asked asked) {
        return method.units(asked.network(), asked.question())[0];
    }

    private static double[] scores(AttributionMethod method, Asked asked) {
        return Numbers.scores(asked.by(method));
    }

    private static IntegrationRule middle(int points) {
        return IntegrationRule.fixed(FixedRule.Kind.RIEMANN_MIDDLE, points);
    }

    @Test
    void conductanceOfTheFirstLayerIsIntegratedGradients() {
        Asked model = network(0, 100, 0);

        assertThat(scores(new LayerConductance(LINEAR0, TIGHT), model))
                .containsExactly(new double[] {0, 390, 0}, within(390e-6));
        assertThat(scores(new LayerConductance(LINEAR0, middle(500)), model))
                .containsExactly(new double[] {0, 390, 0}, within(.8));
    }

    @Test
    void conductanceBehindTheKinkIsWhatEachUnitGained() {
        Asked model = network(0, 100, 0);

        assertThat(units(new LayerConductance(LINEAR1, TIGHT), model))
                .containsExactly(new double[] {90, 100, 100, 100}, within(1e-4));
        assertThat(units(new LayerConductance(RELU), model)).containsExactly(new double[] {90, 100, 100, 100}, EXACT);
        assertThat(units(new LayerConductance(LINEAR2), model)).containsExactly(new double[] {390, 0}, EXACT);
    }

    @Test
    void conductanceSumsToTheDifferenceOfTheScores() {
        Asked model = network(0, 100, 0);

        for (Layer layer : model.network().layers()) {
            Attribution attribution = model.by(new LayerConductance(layer));

            assertThat(attribution.inputScore() - attribution.baselineScore()).isEqualTo(390);
            assertThat(attribution.convergence().converged()).isTrue();
            assertThat(Math.abs(attribution.delta())).isLessThanOrEqualTo(3.9);
        }
    }

    @Test
    void captumsConductanceLeavesOutTheEndsOfThePath() {
        Asked model = network(0, 100, 0);
        LayerConductance captum = new LayerConductance(RELU, IntegrationRule.gaussLegendre(50));

        assertThat(units(captum, model))
                .containsExactly(new double[] {89.9455, 99.8910, 99.8910, 99.8910}, within(5e-4));
        assertThat(model.by(captum).delta()).isCloseTo(-.3815, within(5e-4));
        assertThat(scores(new LayerConductance(LINEAR0, IntegrationRule.gaussLegendre(50)), model))
                .containsExactly(new double[] {0, 389.2456, 0}, within(5e-4));
    }

    @Test
    void aBudgetTooSmallForTheKinkIsInconclusive() {
        Asked model = network(0, 100, 0);
        IntegrationRule small = IntegrationRule.adaptive()
                .within(new Tolerance(1e-9, 1e-9, 1e-9))
                .maxEvaluations(20);

        Attribution attribution = model.by(new LayerConductance(LINEAR1, small));

        assertThat(attribution.convergence().converged()).isFalse();
        assertThat(attribution.convergence().evaluations()).isLessThanOrEqualTo(20);
        assertThat(attribution.convergence().remedy()).contains("20 evaluations");
    }

    @Test
    void internalInfluenceIsTheShareOfThePathOnWhichAUnitIsOn() {
        assertThat(units(new InternalInfluence(LINEAR1, (FixedRule) middle(50)), network(0, 100, 0)))
                .containsExactly(new double[] {.9, 1, 1, 1}, EXACT);
        assertThat(units(
                        new InternalInfluence(LINEAR1, (FixedRule) middle(100)),
                        network(0, 80, 0).from(0, -20, 0)))
                .containsExactly(new double[] {.70, .81, .81, .81}, EXACT);
    }

    @Test
    void integratedGradientsOfAUnitExplainTheUnit() {
        Asked model = network(0, 6, 14);
        NeuronAttribution method = new NeuronAttribution(RELU, 0, 0).by(middle(50));

        Attribution attribution = model.by(method);

        assertThat(scores(method, model)).containsExactly(new double[] {0, 3, 7}, EXACT);
        assertThat(attribution.inputScore()).isEqualTo(10);
        assertThat(attribution.baselineScore()).isZero();
        assertThat(attribution.label()).isEqualTo("layer 2, token 0 \"0.0\", unit 0");
    }

    @Test
    void integratedGradientsOfAUnitAreItsMeanSlopeTimesTheWay() {
        double mean = 4 - 1 / 30.0;

        assertThat(scores(new NeuronAttribution(LINEAR2, 0, 0).by(middle(60)), network(100, 100, 100)))
                .containsExactly(new double[] {100 * mean, 100 * mean, 100 * mean}, within(1e-7));
    }

    @Test
    void gradientsOfAUnitAreTakenAtTheText() {
        Asked model = network(0, 6, 14);
        NeuronAttribution unit = new NeuronAttribution(LINEAR2, 0, 0);

        assertThat(scores(unit.by(NeuronAttribution.Kind.INPUT_TIMES_GRADIENT), model))
                .containsExactly(0, 24, 56);
        assertThat(scores(unit.by(NeuronAttribution.Kind.GRADIENT_NORM), model)).containsExactly(4, 4, 4);
    }

    @Test
    void conductanceOfAUnitIsThePartOfTheAttributionThatFlowsThroughIt() {
        Asked model = network(0, 100, 0);

        assertThat(scores(new NeuronConductance(LINEAR1, 0, 0, (FixedRule) middle(50)), model))
                .containsExactly(new double[] {0, 90, 0}, EXACT);
    }

    @Test
    void conductancesOfAllUnitsAreIntegratedGradientsTogether() {
        Asked model = network(3, 60, 7);
        FixedRule rule = (FixedRule) middle(50);
        double[] sum = new double[3];
        for (int unit = 0; unit < 4; unit++) {
            double[] part = scores(new NeuronConductance(LINEAR1, 0, unit, rule), model);
            for (int t = 0; t < sum.length; t++) {
                sum[t] += part[t];
            }
        }

        assertThat(sum).containsExactly(scores(new IntegratedGradients(rule), model), EXACT);
    }

    @Test
    void gradientTimesActivationIsTakenAtTheText() {
        Asked model = network(0, 100, 0);

        assertThat(units(new LayerGradientTimesActivation(LINEAR1), model)).containsExactly(90, 101, 101, 101);
        assertThat(scores(new LayerGradientTimesActivation(LINEAR0), model)).containsExactly(0, 400, 0);
        assertThat(scores(new LayerGradientTimesActivation(LINEAR1), model)).containsExactly(393, 0, 0);
        assertThat(units(new LayerGradientTimesActivation(RELU), network(3, 4, 0)))
                .containsExactly(0, 8, 8, 8);
    }

    @Test
    void gradientTimesActivationClaimsNoCompleteness() {
        Asked model = network(0, 100, 0);

        Attribution attribution = model.by(new LayerGradientTimesActivation(LINEAR1));

        assertThat(attribution.inputScore()).isEqualTo(392);
        assertThat(attribution.baselineScore()).isNaN();
        assertThat(attribution.delta()).isNaN();
    }

    @Test
    void integratedGradientsInAStateOfTwoParallelLayersShareTheScore() {
        assertThat(units(new IntegratedGradients().at(RELU), sideBySide(2, 0, 100, 0)))
                .containsExactly(new double[] {90, 100, 100, 100, 90, 100, 100, 100}, EXACT);
    }

    @Test
    void integratedGradientsInAStateAreCompleteWithOneScoreForEachPlace() {
        Asked model = network(0, 100, 0);

        Attribution attribution = model.by(new IntegratedGradients().at(RELU));

        assertThat(scores(new IntegratedGradients().at(RELU), model)).containsExactly(390, 0, 0);
        assertThat(attribution.delta()).isCloseTo(0, EXACT);
        assertThat(attribution.method().parameters()).containsEntry("layer", "layer 2");
    }

    @Test
    void integratedGradientsAtTheWordEmbeddingsAreThoseThatNeedNoLayers() {
        Asked model = network(3, 60, 7);

        assertThat(new IntegratedGradients().at(Layer.WORD_EMBEDDINGS)).isEqualTo(new IntegratedGradients());
        assertThat(model.by(new IntegratedGradients().at(LINEAR0)).tokens())
                .isEqualTo(model.by(new IntegratedGradients()).tokens());
    }

    @Test
    void aLayerThatTheModelLacksIsRefusedWithThoseItHas() {
        Asked model = network(0, 100, 0);

        List<AttributionMethod> methods = new ArrayList<>(List.of(
                new IntegratedGradients().at(Layer.encoder(9)),
                new LayerConductance(Layer.encoder(9)),
                new NeuronAttribution(Layer.encoder(9), 0, 0),
                new NeuronConductance(Layer.encoder(9), 0, 0),
                new InternalInfluence(Layer.encoder(9)),
                new LayerGradientTimesActivation(Layer.encoder(9))));
        for (AttributionMethod method : methods) {
            assertThatExceptionOfType(UnsupportedModelException.class)
                    .isThrownBy(() -> model.by(method))
                    .withMessageContaining("small network has no layer 9")
                    .withMessageContaining(method.facts().name())
                    .withMessageContaining("[word embeddings, embedding output, layer 1, layer 2, layer 3]");
        }
    }

    @Test
    void aUnitThatTheStateLacksIsRefused() {
        Asked model = network(0, 100, 0);

        assertThatExceptionOfType(InvalidTargetException.class)
                .isThrownBy(() -> model.by(new NeuronAttribution(LINEAR1, 3, 0)))
                .withMessageContaining("3 tokens of 4 units each");
        assertThatExceptionOfType(InvalidTargetException.class)
                .isThrownBy(() -> model.by(new NeuronConductance(LINEAR1, 0, 4)))
                .withMessageContaining("no unit 4 of token 0 in the layer 1");
        assertThatIllegalArgumentException().isThrownBy(() -> new NeuronAttribution(LINEAR1, -1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Layer.encoder(0));
    }

    @Test
    void aModelWithoutLayersIsRefusedWithTheFormatsThatHaveThem() {
        ClosedForm model = ClosedForms.saturating();

        assertThatExceptionOfType(UnsupportedModelException.class)
                .isThrownBy(() -> new LayerConductance(RELU).attribute(model, Question.of("2")))
                .withMessageContaining("LayerConductance looks at hidden states and attention (rung 3")
                .withMessageContaining("gives no more than gradients")
                .withMessageContaining("Hugging Face checkpoint")
                .withMessageNotContaining("TorchScript");
    }
}
