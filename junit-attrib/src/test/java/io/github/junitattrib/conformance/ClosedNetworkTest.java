package io.github.junitattrib.conformance;

import static io.github.junitattrib.Numbers.scores;
import static io.github.junitattrib.conformance.Stage.attention;
import static io.github.junitattrib.conformance.Stage.identity;
import static io.github.junitattrib.conformance.Stage.linear;
import static io.github.junitattrib.conformance.Stage.relu;
import static io.github.junitattrib.conformance.Stage.tanh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Baseline;
import io.github.junitattrib.Target;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.UnsupportedModelException;
import io.github.junitattrib.method.AttributionMethod;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.DeepLift;
import io.github.junitattrib.method.FeatureAblation;
import io.github.junitattrib.method.InputTimesGradient;
import io.github.junitattrib.method.IntegratedGradients;
import io.github.junitattrib.method.LayerwiseRelevance;
import io.github.junitattrib.method.Removal;
import io.github.junitattrib.method.Units;
import io.github.junitattrib.model.AttentionGradients;
import io.github.junitattrib.model.TextClassifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules of relevance and differences on networks whose numbers can be computed by hand (cases of Captum's tests). */
class ClosedNetworkTest {

    private static final LayerwiseRelevance LRP = LayerwiseRelevance.cpLrp();

    private static double[] row(double... weights) {
        return weights;
    }

    private static double[][] rows(double[]... rows) {
        return rows;
    }

    private static double[][] all(int rows, int columns, double weight) {
        return IntStream.range(0, rows)
                .mapToObj(i ->
                        IntStream.range(0, columns).mapToDouble(j -> weight).toArray())
                .toArray(double[][]::new);
    }

    private static Attribution attribution(TextClassifier model, AttributionMethod method, double... x) {
        return AttributionRequest.of(model, ClosedForm.text(x), method)
                .toward(Target.index(0))
                .attribution();
    }

    private static double[] shares(TextClassifier model, AttributionMethod method, double... x) {
        return scores(attribution(model, method, x));
    }

    /** Three units of weights 2, relu, one unit of weights 3. */
    private static ClosedNetwork layers(double firstWeight) {
        double[][] first = all(3, 3, 2);
        first[0][0] = firstWeight;
        return ClosedNetwork.of("3 → 3 → 1", 3, linear(first, 0), relu(), linear(all(1, 3, 3), 0));
    }

    /** Case 19. */
    /** relu(2a + b + 3) is 10 at (3, 1), of which the bias takes 3. */
    @Test
    void relevancePropagationSaysWhatItsBiasesTook() {
        ClosedNetwork biased = ClosedNetwork.of(
                "relu(2a + b + 3)", 2, Stage.identity(2), Stage.linear(new double[][] {{2, 1}}, 3), Stage.relu());

        Attribution relevance = AttributionRequest.of(biased, "3 1", LayerwiseRelevance.attnLrp())
                .attribution();

        assertThat(relevance.delta()).isEqualTo(-3);
        assertThat(relevance.convergence().caveat())
                .isEqualTo(
                        "AttnLRP conserves F(x) but for the relevance that biases, positions, token types and softmaxes"
                                + " take, here +3.0000 of +10.0000 (30.0 %), which is no error of its numbers. Say how much"
                                + " of it you accept, as isComplete(within(..)) does, or ask a method that is complete, such as IntegratedGradients.");
        assertThat(AttributionRequest.of(
                                biased, "3 1", LayerwiseRelevance.cpLrp().epsilon(0.5))
                        .attribution()
                        .convergence()
                        .caveat())
                .startsWith(
                        "CP-LRP conserves F(x) but for the relevance that biases, positions, token types and the epsilon rule take,");
    }

    @Test
    void deepLiftTakesDifferences() {
        ClosedNetwork model = ClosedNetwork.of(
                "2 relu(a) + 2 relu(b − 1.5)",
                2,
                linear(rows(row(1, 0), row(0, 1)), 0, -1.5),
                relu(),
                linear(rows(row(2, 2)), 0));

        assertThat(shares(model, new DeepLift(), 1, 2)).containsExactly(new double[] {2, 1}, within(1e-12));
    }

    /** Case 20. */
    @Test
    void deepLiftLeavesDeadUnitsOut() {
        ClosedNetwork model = ClosedNetwork.of(
                "relu(3a₁ + a₂) + relu(2b₁ + 3b₂)",
                4,
                linear(rows(row(3, 1, 0, 0), row(0, 0, 2, 3)), 0),
                relu(),
                linear(rows(row(1, 1)), 0));

        assertThat(shares(model, new DeepLift(), -10, 1, 3, 3))
                .containsExactly(new double[] {0, 0, 6, 9}, within(1e-12));
    }

    /** Case 21. */
    @Test
    void relevanceIsSharedByContribution() {
        assertThat(shares(layers(2), LRP, 1, 2, 3)).containsExactly(new double[] {18, 36, 54}, within(1e-12));
        assertThat(shares(layers(2), LRP, 1, 2, 3)).isEqualTo(shares(layers(2), new InputTimesGradient(), 1, 2, 3));
        // With ε = 12: z = 12 at each unit, so half is lost there; at the output 108/(108 + 12).
        assertThat(shares(layers(2), LRP.epsilon(12), 1, 2, 3))
                .containsExactly(new double[] {18 * 0.45, 36 * 0.45, 54 * 0.45}, within(1e-12));
        // γ(1) in the first layer; in the second, of weights of one size, γ changes nothing.
        assertThat(shares(layers(-2), LRP.gamma(1), 1, 2, 3))
                .containsExactly(new double[] {28 / 3.0, 104 / 3.0, 52}, within(1e-12));
    }

    /** Case 22: the four units on x + 3x. */
    @Test
    void relevanceOfASumIsSharedAndNotDuplicated() {
        double[] both = row(1, 1, 1);
        Stage[] units = {linear(rows(both, both, both, both), -10, 1, 1, 1), relu(), linear(rows(row(1, 1, 1, 1)), -1)};
        ClosedNetwork ofTheSum = ClosedNetwork.of("four units", 3, units);
        ClosedNetwork ofItsParts = ClosedNetwork.of(
                "four units of x + y",
                6,
                linear(rows(row(1, 0, 0, 1, 0, 0), row(0, 1, 0, 0, 1, 0), row(0, 0, 1, 0, 0, 1)), 0),
                units[0],
                units[1],
                units[2]);

        Attribution sum = attribution(ofTheSum, LRP, 4, 8, 12);
        Attribution parts = attribution(ofItsParts, LRP, 1, 2, 3, 3, 6, 9);

        // Captum, which does not see a functional +, gives each part all of this: F − ΣR = 88 − 2·96 = −104.
        assertThat(scores(sum)).containsExactly(new double[] {16, 32, 48}, within(1e-12));
        assertThat(scores(parts)).containsExactly(new double[] {4, 8, 12, 12, 24, 36}, within(1e-12));
        // What is left is what the biases −10 + 1 + 1 + 1 − 1 take.
        assertThat(parts.inputScore()).isEqualTo(88);
        assertThat(parts.delta()).isCloseTo(8, within(1e-12));
    }

    /** Case 23. */
    @Test
    void aSkippedLayerSharesWithTheLayer() {
        ClosedNetwork model = ClosedNetwork.of(
                "W x + x",
                2,
                linear(rows(row(5, 5), row(5, 5), row(1, 0), row(0, 1)), 0),
                linear(rows(row(0, 1, 0, 1)), 0));

        assertThat(shares(model, LRP, 2, 3)).containsExactly(new double[] {10, 18}, within(1e-12));
    }

    /** Case 24. */
    @Test
    void tanhPassesRelevanceOn() {
        ClosedNetwork model = ClosedNetwork.of("tanh", 3, linear(all(3, 3, .1), 0), tanh(), linear(all(1, 3, .1), 0));
        double unit = Math.tanh(0.6) * 0.1;

        assertThat(shares(model, LRP, 1, 2, 3))
                .containsExactly(new double[] {unit / 2, unit, unit * 1.5}, within(1e-12))
                .containsExactly(new double[] {0.0269, 0.0537, 0.0806}, within(1e-4));
    }

    /**
     * Case 25. No model family of the library has a maximum, so that the rule is this stage's: the way from the reference's
     * maximum to the text's leads over the larger of both, as Captum and shap have it.
     */
    private record Maximum() implements Stage {

        private static int place(double[] x) {
            return IntStream.range(0, x.length)
                    .reduce((i, j) -> x[j] > x[i] ? j : i)
                    .orElseThrow();
        }

        @Override
        public double[] forward(double[] x) {
            return new double[] {x[place(x)]};
        }

        @Override
        public double[] backward(double[] x, double[] slopes) {
            double[] back = new double[x.length];
            back[place(x)] = slopes[0];
            return back;
        }

        @Override
        public double[] differences(double[] x, double[] reference, double[] slopes) {
            double largest = Math.max(x[place(x)], reference[place(reference)]);
            double[] shares = new double[x.length];
            shares[place(x)] += largest - reference[place(reference)];
            shares[place(reference)] += x[place(x)] - largest;
            double[] back = new double[x.length];
            Arrays.setAll(back, i -> shares[i] == 0 ? 0 : slopes[0] * shares[i] / (x[i] - reference[i]));
            return back;
        }
    }

    /** Case 25. */
    @ParameterizedTest
    @CsvSource({"1 2 3 9, 3, -8", "4 8 6 7, 1, -7"})
    void aMaximumIsSharedByTheLargestOfBothEnds(String baseline, int place, double share) {
        ClosedNetwork model = ClosedNetwork.of("max", 4, identity(4), new Maximum(), linear(rows(row(1)), 0));
        Attribution attribution = AttributionRequest.of(model, ClosedForm.text(1, 1, 1, 1), new DeepLift())
                .from(Baseline.text(baseline))
                .attribution();

        double[] expected = new double[4];
        expected[place] = share;
        assertThat(scores(attribution)).containsExactly(expected, within(1e-12));
        assertThat(attribution.delta()).isCloseTo(0, within(1e-12));
    }

    /** Case 27: what goes into the first linear layer are the embeddings, whose rows the baseline replaces by group. */
    @Test
    void ablationOfTheFirstLayersInputByGroups() {
        FeatureAblation groups =
                new FeatureAblation().with(Units.groups(0, 0, 1)).with(Removal.BASELINE);

        Attribution attribution = attribution(Networks.fourUnits(), groups, 20, 50, 30);

        assertThat(attribution.tokens()).extracting(TokenScore::text).containsExactly("20.0 50.0", "30.0");
        // Captum writes a group's score at each of its places: 280, 280, 120.
        assertThat(scores(attribution)).containsExactly(new double[] {280, 120}, within(1e-12));
        assertThat(scores(attribution(
                        Networks.fourUnits(),
                        new FeatureAblation().with(Units.groups(0, 1, 0)).with(Removal.BASELINE),
                        20,
                        30,
                        50)))
                .containsExactly(new double[] {280, 120, 280}, within(1e-12));
    }

    @Test
    void isTheFormulaThatItIsNamedAfter() {
        for (double[] x : List.of(row(20, 50, 30), row(1, 2, 3), row(-4, 0.5, 2))) {
            String text = ClosedForm.text(x);
            assertThat(Networks.fourUnits().predict(text).scores().get(0))
                    .isCloseTo(ClosedForms.fourUnits().predict(text).scores().get(0), within(1e-12));
            assertThat(shares(Networks.fourUnits(), new InputTimesGradient(), x))
                    .containsExactly(shares(ClosedForms.fourUnits(), new InputTimesGradient(), x), within(1e-12));
        }
        assertThat(Networks.saturating().predict("2").scores()).containsExactly(1.0);
        assertThat(shares(Networks.reluFirst(), new IntegratedGradients(), 3, 1))
                .containsExactly(new double[] {1.5, -0.5}, within(0.02));
        // Sundararajan, Taly, Yan 2017, figure 7.
        assertThat(shares(Networks.reluFirst(), new DeepLift(), 3, 1))
                .containsExactly(new double[] {1.5, -0.5}, within(1e-12));
        assertThat(shares(Networks.reluLater(), new DeepLift(), 3, 1))
                .containsExactly(new double[] {2, -1}, within(1e-12));
    }

    @Test
    void equalFormsAreEqualFunctions() {
        for (double a = -2; a < 5; a += 0.375) {
            for (double b = -2; b < 5; b += 0.375) {
                String text = ClosedForm.text(a, b);
                assertThat(Networks.reluFirst().predict(text).scores())
                        .isEqualTo(Networks.reluLater().predict(text).scores());
                assertThat(Networks.hyperbolic().predict(text).scores().get(0))
                        .isCloseTo(Networks.logistic().predict(text).scores().get(0), within(1e-12));
                String three = ClosedForm.text(3, a, b);
                assertThat(Networks.hiddenDummy().predict(three).scores()).containsExactly(3.0);
            }
        }
    }

    @Test
    void slopesOfAttentionAreThoseOfDifferences() {
        ClosedNetwork model = AttentionTrials.model();
        double[] x = {1, 2, 3};
        double[] slopes = shares(model, new InputTimesGradient(), x);
        double step = 1e-6;
        for (int i = 0; i < x.length; i++) {
            double[] more = x.clone();
            double[] less = x.clone();
            more[i] += step;
            less[i] -= step;
            double change = model.predict(ClosedForm.text(more)).scores().get(0)
                    - model.predict(ClosedForm.text(less)).scores().get(0);
            assertThat(slopes[i]).isCloseTo(x[i] * change / (2 * step), within(1e-6));
        }
        AttentionGradients shown = model.attentionGradients(
                model.tokenize("1 2 3"), x, Target.index(0).resolve(model.predict("1 2 3")));
        assertThat(shown.maps()[0][0][0])
                .satisfies(weights -> assertThat(Arrays.stream(weights).sum()).isCloseTo(1, within(1e-12)));
        // F = y₀ + a, y₀ = Σ A₀ₛ vₛ xₛ: the gradient by A₀ₛ is vₛ xₛ.
        assertThat(shown.gradients()[0][0][0]).containsExactly(new double[] {2, 2, 0}, within(1e-12));
        assertThat(shown.gradients()[0][0][1]).containsExactly(new double[3], within(0.0));
    }

    @Test
    void refusesRulesThatAStageDoesNotKnow() {
        ClosedNetwork model =
                ClosedNetwork.of("attention", 2, attention(row(1, 1), row(1, 1), 0), linear(rows(row(1, 0, 0, 0)), 0));

        assertThatThrownBy(() -> shares(model, LRP, 1, 2))
                .isInstanceOf(UnsupportedModelException.class)
                .hasMessageContaining("no rule of relevance propagation");
        assertThatThrownBy(() -> shares(model, new DeepLift(), 1, 2))
                .isInstanceOf(UnsupportedModelException.class)
                .hasMessageContaining("no rule of differences");
    }

    @Test
    void refusesWhatIsNoNetwork() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClosedNetwork.of("one", 1, relu()))
                .withMessageContaining("needs at least two stages")
                .withMessageContaining("Put Stage.identity(1) in front");
        assertThatIllegalArgumentException().isThrownBy(() -> linear(rows(row(1), row(1, 2)), 0));
        assertThatIllegalArgumentException().isThrownBy(() -> linear(rows(row(1), row(2)), 1, 2, 3));
    }
}
