package io.github.junitattrib.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Baseline;
import io.github.junitattrib.Target;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.conformance.ClosedForm;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.analysis.differentiation.Gradient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What sampling promises: the expected value within the standard error, and the same numbers for the same seed. */
class SampledGradientsTest {

    private static final ClosedForm PRODUCT = ClosedForm.of("ab", 2, x -> new Gradient[] {x[0].multiply(x[1])});
    private static final ClosedForm SQUARE = ClosedForm.of("a²", 1, x -> new Gradient[] {x[0].multiply(x[0])});
    private static final NoiseLevel NOISE = NoiseLevel.stdev(0.5);

    private static Attribution explain(ClosedForm model, String text, AttributionMethod method) {
        return AttributionRequest.of(model, text, method).attribution();
    }

    private static void isWithinFourStandardErrors(Attribution attribution, double... expected) {
        assertThat(attribution.tokens()).hasSize(expected.length);
        for (int t = 0; t < expected.length; t++) {
            TokenScore token = attribution.tokens().get(t);
            assertThat(token.uncertainty()).isPositive();
            assertThat(token.score()).isCloseTo(expected[t], within(4 * token.uncertainty()));
        }
    }

    static Stream<AttributionMethod> sampled() {
        return Stream.of(
                new ExpectedGradients(),
                new ExpectedGradients().noise(NOISE),
                new SmoothGrad(new InputTimesGradient()).noise(NOISE),
                new VarGrad(new Saliency()).noise(NOISE),
                new SmoothGrad(new ExpectedGradients(GradientSampling.of(20), NoiseLevel.NONE)).noise(NOISE));
    }

    @Test
    void expectedGradientsAreIntegratedGradientsInTheMean() {
        // IG of ab from (0, 0) is ab/2 for both.
        Attribution attribution = explain(PRODUCT, "3 4", new ExpectedGradients());

        isWithinFourStandardErrors(attribution, 6, 6);
        assertThat(attribution.convergence().converged()).isTrue();
        assertThat(attribution.convergence().evaluations()).isEqualTo(200);
        assertThat(attribution.baselineScore()).isZero();
        assertThat(attribution.delta()).isCloseTo(0, within(12 * 0.3));
    }

    @Test
    void expectedGradientsDrawAmongTheBaselines() {
        ClosedForm model = PRODUCT.baseline(Baseline.MASK, 1);
        // From (1, 1) IG has 5 and 6, see ClosedFormTest; so the mean of both baselines has 5.5 and 6.
        Attribution attribution = AttributionRequest.of(
                        model, "3 4", new ExpectedGradients(GradientSampling.of(4000), NoiseLevel.NONE))
                .from(Baseline.average(Baseline.ZERO, Baseline.MASK))
                .attribution();

        isWithinFourStandardErrors(attribution, 5.5, 6);
        assertThat(attribution.baselineScore()).isEqualTo(0.5);
        assertThat(attribution.method().parameters()).containsEntry("baseline", "average of [ZERO, MASK]");
    }

    @Test
    void theErrorBarOfExpectedGradientsHolds() {
        long within = IntStream.range(0, 300)
                .mapToObj(seed -> explain(
                        PRODUCT,
                        "3 4",
                        new ExpectedGradients(GradientSampling.of(100).seed(seed), NoiseLevel.NONE)))
                .map(attribution -> attribution.tokens().get(0))
                .filter(token -> Math.abs(token.score() - 6) <= token.uncertainty())
                .count();

        // One standard error holds 68 % of the time; four deviations of 300 trials are 11 %.
        assertThat(within / 300.0).isBetween(0.57, 0.79);
    }

    @Test
    void smoothGradAveragesOverTheNoise() {
        // E[2 (a + ε)²] = 2 a² + 2 σ², and a slope of 2 a keeps its mean.
        Attribution products = explain(SQUARE, "3", new SmoothGrad(new InputTimesGradient()).noise(NOISE));
        Attribution slopes = explain(SQUARE, "3", new SmoothGrad(new Saliency()).noise(NOISE));

        isWithinFourStandardErrors(products, 18.5);
        isWithinFourStandardErrors(slopes, 6);
        assertThat(products.inputScore()).isEqualTo(9);
        assertThat(products.baselineScore()).isNaN();
        assertThat(products.delta()).isNaN();
        assertThat(products.convergence().evaluations()).isEqualTo(200);
    }

    @Test
    void smoothGradRunsAroundAPathMethod() {
        // IG of a² from 0 is a² wherever a is.
        Attribution attribution = explain(SQUARE, "3", new SmoothGrad(new IntegratedGradients()).noise(NOISE));

        isWithinFourStandardErrors(attribution, 9.25);
        assertThat(attribution.method().parameters())
                .containsEntry("around", "IntegratedGradients")
                .containsEntry("IntegratedGradients rule", "adaptive")
                .containsEntry("noise", "0.5");
    }

    @Test
    void varGradIsTheVarianceOfTheScore() {
        // The slope 2 (a + ε) has the variance 4 σ².
        Attribution attribution = explain(SQUARE, "3", new VarGrad(new Saliency()).noise(NOISE));

        isWithinFourStandardErrors(attribution, 1);
        assertThat(attribution.tokens().get(0).uncertainty()).isCloseTo(Math.sqrt(2.0 / 1000), within(0.01));
    }

    @Test
    void theNoiseDoesNotChangeWhatIsExplained() {
        ClosedForm tie =
                ClosedForm.of("a against −a", 1, List.of("PLUS", "MINUS"), x -> new Gradient[] {x[0], x[0].negate()});
        SmoothGrad method = new SmoothGrad(new InputTimesGradient(), GradientSampling.of(400), NoiseLevel.stdev(1));

        Attribution attribution = explain(tie, "0.1", method);
        Attribution contrast = AttributionRequest.of(tie, "0.1", method)
                .toward(Target.contrast("PLUS", "MINUS"))
                .attribution();

        assertThat(attribution.label()).isEqualTo("PLUS");
        isWithinFourStandardErrors(attribution, 0.1);
        isWithinFourStandardErrors(contrast, 0.2);
    }

    @ParameterizedTest
    @MethodSource("sampled")
    void theSameSeedGivesTheSameResultOnEveryThread(AttributionMethod method) {
        Attribution once = explain(PRODUCT, "3 4", method);

        assertThat(IntStream.range(0, 8)
                        .parallel()
                        .mapToObj(i -> explain(PRODUCT, "3 4", method))
                        .toList())
                .containsOnly(once);
    }

    @ParameterizedTest
    @MethodSource("sampled")
    void theSizeOfChunksDoesNotMatter(AttributionMethod method) {
        Question question = Question.of("3 4");
        Attribution once = method.attribute(PRODUCT, question);

        assertThat(method.attribute(new Chunked(PRODUCT, 1), question)).isEqualTo(once);
        assertThat(method.attribute(new Chunked(PRODUCT, 7), question)).isEqualTo(once);
    }

    @Test
    void anotherSeedGivesOtherSamples() {
        ExpectedGradients method = new ExpectedGradients();
        ExpectedGradients other = method.sampling(GradientSampling.of(200).seed(2));

        assertThat(explain(PRODUCT, "3 4", other).tokens())
                .isNotEqualTo(explain(PRODUCT, "3 4", method).tokens());
        assertThat(other).isNotEqualTo(method);
        assertThat(other.facts().parameters()).containsEntry("seed", "2").containsEntry("samples", "200");
    }

    @Test
    void tooFewSamplesAreInconclusiveAndTheRemedyIsEnough() {
        ExpectedGradients few = new ExpectedGradients(GradientSampling.of(5), NoiseLevel.NONE);
        Attribution attribution = explain(PRODUCT, "3 4", few);

        assertThat(attribution.convergence().converged()).isFalse();
        Matcher remedy = Pattern.compile(
                        "Take about (\\d+) samples instead of 5: the largest standard error is \\d+ % of"
                                + " the largest score, more than 10 %\\.")
                .matcher(attribution.convergence().remedy());
        assertThat(remedy.matches()).as(attribution.convergence().remedy()).isTrue();
        // The number is itself estimated from 5 samples: twice as many leave room for that.
        int enough = 2 * Integer.parseInt(remedy.group(1));
        Attribution more = explain(PRODUCT, "3 4", few.sampling(GradientSampling.of(enough)));
        assertThat(more.convergence().converged()).isTrue();
        assertThat(more.convergence().remedy()).isEmpty();
    }

    @Test
    void whatIsOpenInsideStaysOpen() {
        IntegratedGradients inside = new IntegratedGradients(
                IntegrationRule.adaptive().within(new Tolerance(0, 0, 0)).maxEvaluations(9));
        ClosedForm root =
                ClosedForm.of("√a", 1, x -> new Gradient[] {x[0].add(1e-3).sqrt()});

        Attribution attribution = explain(root, "3", new SmoothGrad(inside).noise(NOISE));

        assertThat(attribution.convergence().converged()).isFalse();
        assertThat(attribution.convergence().remedy()).isEqualTo(inside.rule().remedy());
    }

    @Test
    void optionsAreChecked() {
        assertThatThrownBy(() -> GradientSampling.of(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A standard error needs at least 2 samples, but 1 were asked for. Take 50 or more.");
        assertThatThrownBy(() -> GradientSampling.of(50).within(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be a share above 0");
        assertThatThrownBy(() -> NoiseLevel.stdev(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("needs a finite standard deviation from 0, but got NaN");
        assertThatThrownBy(() -> new SmoothGrad(new Saliency()).noise(NoiseLevel.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("SmoothGrad needs noise.");
        assertThatThrownBy(() -> new VarGrad(new Saliency()).noise(NoiseLevel.ofRange(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("VarGrad needs noise.");
    }
}
