package io.github.junitattrib.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.SentimentModel;
import io.github.junitattrib.Span;
import io.github.junitattrib.Target;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.UnsupportedModelException;
import io.github.junitattrib.method.LayeredForm.Stage;
import io.github.junitattrib.model.Layer;
import io.github.junitattrib.model.TextClassifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Means and z-scores of layer methods, on a sum F = x + 2y + 3z whose shares are its terms. */
class LayerViewTest {

    private static final Offset<Double> EXACT = within(1e-12);
    /** Six units behind a layer of three tokens: two for each. */
    private static final Layer DOUBLED = Layer.EMBEDDING_OUTPUT;

    private static LayeredForm sum(double... x) {
        double[][] twice = {{1, 0, 0}, {1, 0, 0}, {0, 1, 0}, {0, 1, 0}, {0, 0, 1}, {0, 0, 1}};
        return new LayeredForm(
                x,
                new double[3],
                List.of(
                        Stage.linear(twice, new double[6]),
                        Stage.linear(new double[][] {{.5, .5, 1, 1, 1.5, 1.5}, new double[6]}, new double[2])),
                Optional.empty());
    }

    private static Attribution attribution(AttributionMethod method, LayeredForm model) {
        return method.attribute(model, Question.of(model.text()).toward(Target.index(0)));
    }

    private static double[] scores(Attribution attribution) {
        return attribution.tokens().stream().mapToDouble(TokenScore::score).toArray();
    }

    private static double[] bars(Attribution attribution) {
        return attribution.tokens().stream()
                .mapToDouble(TokenScore::uncertainty)
                .toArray();
    }

    @Test
    void sumsAreWhatTheMethodGives() {
        LayerMethod method = new IntegratedGradients().at(DOUBLED);
        LayeredForm model = sum(1, 1, 1);

        assertThat(attribution(method.reduced(Reduction.SUM), model)).isEqualTo(attribution(method, model));
        assertThat(scores(attribution(method, model))).containsExactly(new double[] {1, 2, 3}, EXACT);
    }

    @Test
    void meansDivideScoresAndErrorBarsByTheNumberOfUnits() {
        LayerMethod method = new LayerConductance(DOUBLED);
        LayeredForm model = sum(1, 1, 1);

        Attribution sums = attribution(method, model);
        Attribution means = attribution(method.reduced(Reduction.MEAN), model);

        assertThat(scores(means)).containsExactly(new double[] {.5, 1, 1.5}, EXACT);
        for (int t = 0; t < 3; t++) {
            assertThat(bars(means)[t]).isEqualTo(bars(sums)[t] / 2).isPositive();
        }
        assertThat(means.method().parameters())
                .containsEntry("layer", "embedding output")
                .containsEntry("reduction", "MEAN")
                .containsEntry("units", "2");
    }

    @Test
    void zScoresHaveMeanZeroAndDeviationOne() {
        Attribution scores =
                attribution(new IntegratedGradients().at(DOUBLED).reduced(Reduction.Z_SCORE), sum(1, 1, 1));

        assertThat(scores(scores)).containsExactly(new double[] {-Math.sqrt(1.5), 0, Math.sqrt(1.5)}, within(1e-9));
        assertThat(scores.convergence().converged()).isTrue();
        assertThat(scores.method().parameters()).containsEntry("reduction", "Z_SCORE");
    }

    @Test
    void zScoresOfMeansAndSumsAreTheSame() {
        // x · ∂F/∂x at the text, of one unit and of two for each token.
        Attribution one = attribution(
                new LayerGradientTimesActivation(Layer.WORD_EMBEDDINGS).reduced(Reduction.Z_SCORE), sum(4, 1, 7));
        Attribution two =
                attribution(new LayerGradientTimesActivation(DOUBLED).reduced(Reduction.Z_SCORE), sum(4, 1, 7));

        assertThat(scores(one)).containsExactly(scores(two), EXACT);
    }

    @ParameterizedTest
    @EnumSource(
            value = Reduction.class,
            names = {"MEAN", "Z_SCORE"})
    void onlySumsClaimCompleteness(Reduction reduction) {
        LayerMethod method = new IntegratedGradients().at(DOUBLED);

        Attribution sums = attribution(method, sum(1, 1, 1));
        Attribution reduced = attribution(method.reduced(reduction), sum(1, 1, 1));

        assertThat(sums.claimsCompleteness()).isTrue();
        assertThat(reduced.claimsCompleteness()).isFalse();
        assertThat(reduced.delta()).isNaN();
        assertThat(reduced.convergence().deltaLimit()).isNaN();
        assertThat(reduced.inputScore()).isEqualTo(6);
        assertThat(reduced.method().name())
                .isEqualTo("IntegratedGradients as " + (reduction == Reduction.MEAN ? "means over units" : "z-scores"));
        assertThat(method.reduced(reduction).facts().name())
                .isEqualTo(reduced.method().name());
    }

    @Test
    void tokensThatCannotBeToldApartHaveNoZScores() {
        Attribution same = attribution(new LayerActivation(DOUBLED).reduced(Reduction.Z_SCORE), sum(5, 5, 5));

        assertThat(same.convergence().converged()).isFalse();
        assertThat(same.convergence().remedy())
                .contains("standard deviation of the scores over the 3 tokens")
                .contains("Reduction.SUM");
        assertThat(scores(same)).containsExactly(0, 0, 0);
        assertThat(bars(same)).containsOnly(Double.POSITIVE_INFINITY);
    }

    @Test
    void aMethodThatDidNotConvergeSaysItsOwnRemedy() {
        FixedRule none = new FixedRule(FixedRule.Kind.RIEMANN_LEFT, 2, new Tolerance(0, 0, 0));
        LayeredForm bent = new LayeredForm(
                new double[] {1, 2, 4},
                new double[] {-1, -1, -1},
                List.of(Stage.relu(), Stage.linear(new double[][] {{1, 1, 1}, new double[3]}, new double[2])),
                Optional.empty());

        Attribution reduced =
                attribution(new InternalInfluence(Layer.WORD_EMBEDDINGS, none).reduced(Reduction.MEAN), bent);

        assertThat(reduced.convergence().converged()).isFalse();
        assertThat(reduced.convergence().remedy()).contains("more than 2 points");
    }

    @Test
    void activationsAreTheStateItself() {
        LayeredForm model = sum(4, 1, 7);
        LayerActivation method = new LayerActivation(DOUBLED);

        Attribution attribution = attribution(method, model);

        assertThat(scores(attribution)).containsExactly(8, 2, 14);
        assertThat(attribution.inputScore()).isEqualTo(27);
        assertThat(attribution.claimsCompleteness()).isFalse();
        assertThat(method.units(model, Question.of(model.text())))
                .isDeepEqualTo(new double[][] {{4, 4}, {1, 1}, {7, 7}});
    }

    @Test
    void specialTokensStandOnTheScaleOfTheOthers() {
        List<TokenScore> tokens = List.of(token(20, .1, true), token(1, .1, false), token(3, .1, false));

        ZScores scale = ZScores.over(tokens);

        assertThat(scale.mean()).isEqualTo(2);
        assertThat(scale.deviation()).isEqualTo(1);
        assertThat(scale.of(tokens.get(0)).score()).isEqualTo(18);
        assertThat(scale.of(tokens.get(1)).score()).isEqualTo(-1);
        // (moved + |z| · rms)/(σ − rms), where a special token does not move the mean.
        assertThat(scale.of(tokens.get(0)).uncertainty()).isCloseTo((.2 + 18 * .1) / .9, EXACT);
        assertThat(scale.of(tokens.get(1)).uncertainty()).isCloseTo((.1 + .1) / .9, EXACT);
    }

    @Test
    void errorBarsOfZScoresHoldWhateverTheErrorsAre() {
        Random random = new Random(1);
        double closest = 0;
        for (int run = 0; run < 2000; run++) {
            List<TokenScore> tokens = new ArrayList<>();
            List<TokenScore> moved = new ArrayList<>();
            int size = 2 + random.nextInt(6);
            double largest = random.nextDouble();
            for (int t = 0; t < size; t++) {
                double score = random.nextGaussian();
                double bar = largest * random.nextDouble();
                // Corners of the box of errors are the worst.
                double error = random.nextBoolean() ? bar : -bar;
                boolean special = t > 1 && random.nextInt(4) == 0;
                tokens.add(token(score, bar, special));
                moved.add(token(score + error, bar, special));
            }
            ZScores scale = ZScores.over(tokens);
            ZScores other = ZScores.over(moved);
            for (int t = 0; t < size; t++) {
                TokenScore z = scale.of(tokens.get(t));
                double change = Math.abs(other.of(moved.get(t)).score() - z.score());
                assertThat(change).isLessThanOrEqualTo(z.uncertainty() * (1 + 1e-9) + 1e-12);
                if (scale.areMeaningful()) {
                    closest = Math.max(closest, change / z.uncertainty());
                }
            }
        }
        // They are not wide for nothing either.
        assertThat(closest).isGreaterThan(.8);
    }

    @Test
    void aSingleTokenHasNoZScore() {
        Attribution single = new IntegratedGradients()
                .reduced(Reduction.Z_SCORE)
                .attribute(SentimentModel.get(), Question.of("great"));

        assertThat(single.convergence().converged()).isFalse();
        assertThat(single.convergence().remedy()).contains("needs two that are not special, but the text has 1");
    }

    @Test
    void scoresThatAreNoNumbersHaveNoZScores() {
        ZScores scale = ZScores.over(List.of(token(Double.NaN, 0, false), token(1, 0, false)));

        assertThat(scale.areMeaningful()).isFalse();
        assertThat(scale.remedy()).contains("no finite numbers");
    }

    @Test
    void wordEmbeddingsNeedGradientsAlone() {
        TextClassifier product = io.github.junitattrib.conformance.ClosedForm.of(
                "xy", 2, x -> new org.hipparchus.analysis.differentiation.Gradient[] {x[0].multiply(x[1])});

        Attribution means = new IntegratedGradients()
                .reduced(Reduction.MEAN)
                .attribute(product, Question.of("3 4").toward(Target.index(0)));

        assertThat(scores(means)).containsExactly(new double[] {6, 6}, within(1e-9));
        assertThat(means.method().parameters()).containsEntry("units", "1");
    }

    @Test
    void aModelWithoutTheLayerIsRefusedAsByTheMethodItself() {
        LayeredForm model = sum(1, 2, 3);
        LayerView view = new LayerConductance(Layer.POOLED).reduced(Reduction.MEAN);

        assertThatExceptionOfType(UnsupportedModelException.class)
                .isThrownBy(() -> attribution(view, model))
                .withMessageContaining("small network has no pooled output");
    }

    @Test
    void severalTextsGiveWhatEachGives() {
        LayerView view = new LayerActivation(Layer.encoder(1)).reduced(Reduction.Z_SCORE);
        List<Question> questions = List.of(Question.of("They said it was great"), Question.of("It was dull"));

        assertThat(view.attributeAll(SentimentModel.get(), questions))
                .containsExactly(
                        view.attribute(SentimentModel.get(), questions.get(0)),
                        view.attribute(SentimentModel.get(), questions.get(1)));
    }

    private static TokenScore token(double score, double bar, boolean special) {
        return new TokenScore("w", Optional.of(new Span(0, 1)), OptionalInt.of(0), special, score, bar);
    }
}
