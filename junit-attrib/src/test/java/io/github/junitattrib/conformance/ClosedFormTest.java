package io.github.junitattrib.conformance;

import static io.github.junitattrib.Numbers.scores;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Baseline;
import io.github.junitattrib.InvalidTextException;
import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.Target;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.IntegratedGradients;
import io.github.junitattrib.method.IntegrationRule;
import io.github.junitattrib.method.Tolerance;
import java.util.stream.Stream;
import org.hipparchus.analysis.differentiation.Gradient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ClosedFormTest {

    private static final IntegratedGradients METHOD = new IntegratedGradients(
            IntegrationRule.adaptive().within(new Tolerance(1e-9, 1e-9, 1e-9)).maxEvaluations(20_000));

    static Stream<Arguments> integrals() {
        return Stream.of(
                Arguments.of(ClosedForms.saturating(), "2", new double[] {1}),
                Arguments.of(ClosedForms.saturating(), "0.25", new double[] {0.25}),
                Arguments.of(ClosedForms.reluFirst(), "3 1", new double[] {1.5, -0.5}),
                Arguments.of(ClosedForms.reluLater(), "3 1", new double[] {1.5, -0.5}),
                Arguments.of(ClosedForms.fourUnits(), "0 100 0", new double[] {0, 390, 0}));
    }

    @ParameterizedTest
    @MethodSource("integrals")
    void integratesToWhatTheBooksSay(ClosedForm model, String text, double[] expected) {
        Attribution attribution = AttributionRequest.of(model, text, METHOD)
                .toward(Target.index(0))
                .attribution();

        assertThat(scores(attribution)).containsExactly(expected, within(1e-6 * (1 + Math.abs(expected[0]))));
    }

    @Test
    void startsWhereItIsTold() {
        ClosedForm product = ClosedForm.of("ab", 2, x -> new Gradient[] {x[0].multiply(x[1])})
                .baseline(Baseline.MASK, 1);
        AttributionRequest request = AttributionRequest.of(product, ClosedForm.text(3, 4), METHOD);

        assertThat(scores(request.attribution())).containsExactly(new double[] {6, 6}, within(1e-9));
        // from (1,1): (3−1)·mean of b over [1,4] and (4−1)·mean of a over [1,3]
        assertThat(scores(request.from(Baseline.MASK).attribution()))
                .containsExactly(new double[] {5, 6}, within(1e-9));
        assertThat(scores(request.from(Baseline.text("3 0")).attribution()))
                .containsExactly(new double[] {0, 12}, within(1e-9));
        assertThatThrownBy(() -> request.from(Baseline.UNK).attribution())
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("has no UNK baseline");
    }

    @Test
    void readsNumbersAlone() {
        ClosedForm model = ClosedForms.fourUnits();

        assertThat(model.predict("20 50 -30.5").scores()).containsExactly(150.0, 152.0);
        assertThatThrownBy(() -> model.predict("20 50 thirty"))
                .isInstanceOf(InvalidTextException.class)
                .hasMessage("\"thirty\" is no number, as a formula needs. Write it as in 1.5.");
        assertThatThrownBy(() -> model.predict("20 50"))
                .isInstanceOf(InvalidTextException.class)
                .hasMessageContaining("needs 3 numbers, but the text \"20 50\" has 2");
    }
}
