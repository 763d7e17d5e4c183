package io.github.junitattrib.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.SentimentModel;
import io.github.junitattrib.UnsupportedModelException;
import io.github.junitattrib.model.InspectableClassifier;
import io.github.junitattrib.model.Layer;
import io.github.junitattrib.text.TokenizedText;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Units inside an encoder layer: behind its attention, which cuts the network, and in its feed-forward network. */
class StatesInsideLayersTest {

    private static final Question QUESTION = Question.of("They said it was great");
    private static final Layer NEURONS = Layer.encoder(1).feedForward();
    private static final Layer ATTENTION = Layer.encoder(1).attention();

    private static Attribution attribution(AttributionMethod method) {
        return method.attribute(SentimentModel.get(), QUESTION);
    }

    @Test
    void theAdaptiveRuleExplainsANeuronCompletely() {
        Attribution attribution = attribution(new NeuronAttribution(NEURONS, 0, 200));

        assertThat(attribution.convergence().converged()).isTrue();
        assertThat(Math.abs(attribution.delta()))
                .isLessThanOrEqualTo(attribution.convergence().deltaLimit());
        assertThat(attribution.label()).isEqualTo("feed-forward activation of layer 1, token 0 \"[CLS]\", unit 200");
        assertThat(attribution.method().parameters()).containsEntry("layer", "feed-forward activation of layer 1");
    }

    @Test
    void theFeedForwardNetworkHasMoreUnitsThanTheLayer() {
        InspectableClassifier model = (InspectableClassifier) SentimentModel.get();
        TokenizedText text = model.tokenize(QUESTION.text());
        int hidden = new LayerActivation(ATTENTION).units(model, QUESTION)[0].length;
        double[][] units = new LayerActivation(NEURONS).units(model, QUESTION);

        assertThat(units).hasNumberOfRows(text.size());
        assertThat(units[0].length).isGreaterThan(hidden);
        // GELU: no less than -0.17, so that units are on or off.
        assertThat(Stream.of(units).flatMapToDouble(DoubleStream::of).min().orElseThrow())
                .isGreaterThan(-0.18);
    }

    @Test
    void theStateBehindTheAttentionCutsTheNetworkSoThatConductanceIsComplete() {
        Attribution attribution = attribution(new LayerConductance(ATTENTION));

        assertThat(attribution.convergence().converged()).isTrue();
        assertThat(Math.abs(attribution.delta()))
                .isLessThanOrEqualTo(attribution.convergence().deltaLimit());
    }

    static Stream<AttributionMethod> sharesOfAState() {
        return Stream.of(
                new LayerConductance(NEURONS),
                new NeuronConductance(NEURONS, 0, 0),
                new InternalInfluence(NEURONS),
                new LayerGradientTimesActivation(NEURONS),
                new IntegratedGradients().at(NEURONS));
    }

    /** The residual connection leads around it: what flows there would be missing, and no sum would show it. */
    @ParameterizedTest
    @MethodSource("sharesOfAState")
    void aStateThatDoesNotCutTheNetworkHasNoShares(AttributionMethod method) {
        assertThatThrownBy(() -> attribution(method))
                .isInstanceOf(UnsupportedModelException.class)
                .hasMessageStartingWith("The feed-forward activation of layer 1 does not cut the network of model ")
                .hasMessageContaining("Take NeuronAttribution or LayerActivation");
    }

    @Test
    void onlyEncoderLayersHaveAnInside() {
        assertThatIllegalArgumentException()
                .isThrownBy(Layer.POOLED::attention)
                .withMessageContaining("those of the pooled output were asked for");
        assertThatIllegalArgumentException().isThrownBy(Layer.EMBEDDING_OUTPUT::feedForward);
        assertThatThrownBy(
                        () -> attribution(new NeuronAttribution(Layer.encoder(9).feedForward(), 0, 0)))
                .isInstanceOf(UnsupportedModelException.class)
                .hasMessageContaining("has no feed-forward activation of layer 9")
                .hasMessageContaining("feed-forward activation of layer 1, layer 1");
    }
}
