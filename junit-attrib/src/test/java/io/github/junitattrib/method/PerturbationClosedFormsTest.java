package io.github.junitattrib.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Baseline;
import io.github.junitattrib.Target;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.conformance.ClosedForm;
import io.github.junitattrib.conformance.ClosedForms;
import io.github.junitattrib.model.TextClassifier;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The methods on formulas whose attributions are known exactly: numbers of Captum's tests, recomputed by hand. With F =
 * 4s − 8 for a sum s of at least 10 and 3s + 2 below, every number of the four units can be checked on paper.
 */
class PerturbationClosedFormsTest {

    private static final TextClassifier FOUR_UNITS = ClosedForms.fourUnits();

    static Stream<Removal> zeroes() {
        return Stream.of(Removal.BY_MODEL, Removal.BASELINE, Removal.replaceBy("0"));
    }

    private static Attribution attribution(TextClassifier model, String text, AttributionMethod method) {
        return AttributionRequest.of(model, text, method)
                .toward(Target.index(0))
                .attribution();
    }

    private static void assertScores(Attribution attribution, double... expected) {
        List<TokenScore> tokens = attribution.tokens();
        assertThat(tokens).hasSize(expected.length);
        for (int t = 0; t < expected.length; t++) {
            assertThat(tokens.get(t).score())
                    .as(tokens.get(t).text())
                    .isCloseTo(expected[t], within(1e-6 * attribution.maxMagnitude()));
        }
    }

    @ParameterizedTest
    @MethodSource("zeroes")
    void ablationTakesEachNumberAwayAlone(Removal removal) {
        FeatureAblation ablation = new FeatureAblation().with(removal);

        assertScores(attribution(FOUR_UNITS, "20 50 30", ablation), 80, 200, 120);
        assertScores(attribution(FOUR_UNITS, "2 10 3", ablation), 8, 35, 12);
    }

    @ParameterizedTest
    @MethodSource("zeroes")
    void ablationOfGroupsTakesThemAwayAsAWhole(Removal removal) {
        FeatureAblation ablation = new FeatureAblation().with(removal);

        Attribution neighbours = attribution(FOUR_UNITS, "20 50 30", ablation.with(Units.groups(0, 0, 1)));
        assertThat(neighbours.tokens()).extracting(TokenScore::text).containsExactly("20 50", "30");
        assertScores(neighbours, 280, 120);

        // The same for numbers that do not stand together: the score of the group stands at each.
        assertScores(attribution(FOUR_UNITS, "20 30 50", ablation.with(Units.groups(0, 1, 0))), 280, 120, 280);
    }

    @Test
    void ablationStartsAtTheBaselineThatIsAskedFor() {
        FeatureAblation groups = new FeatureAblation().with(Units.groups(0, 0, 1));

        assertScores(attribution(FOUR_UNITS, "20 50 30", groups.with(Removal.replaceBy("4"))), 248, 104);
        assertScores(attribution(ClosedForms.fourUnits().baseline(Baseline.PAD, 4), "20 50 30", groups), 248, 104);
    }

    @Test
    void occlusionAveragesOverlappingWindows() {
        Occlusion pairs = new Occlusion().window(2, 1).with(Removal.replaceBy("10"));

        Attribution attribution = attribution(FOUR_UNITS, "20 50 30", pairs);

        assertScores(attribution, 200, 220, 240);
        assertThat(attribution.convergence().evaluations()).isEqualTo(3);
        assertThat(attribution.baselineScore()).isNaN();
        assertThat(attribution.inputScore()).isEqualTo(392);
    }

    @Test
    void theLastWindowOfOcclusionMayBeSmaller() {
        // Windows {20, 50} and {30}.
        assertScores(attribution(FOUR_UNITS, "20 50 30", new Occlusion().window(2, 2)), 280, 280, 120);
    }

    @Test
    void occlusionOfAClosedReluIsZero() {
        Occlusion occlusion = new Occlusion();

        assertScores(attribution(ClosedForms.reluLater(), "-10 -5", occlusion), 0, 0);
        assertScores(attribution(ClosedForms.reluLater(), "3 1", occlusion), 1, -1);
    }

    @ParameterizedTest
    @MethodSource("zeroes")
    void shapleyValuesShareOutCompletely(Removal removal) {
        ShapleyValues shapley = new ShapleyValues().with(removal);

        Attribution attribution = attribution(FOUR_UNITS, "20 50 30", shapley);
        assertScores(attribution, 230.0 / 3, 590.0 / 3, 350.0 / 3);
        assertThat(attribution.inputScore()).isEqualTo(392);
        assertThat(attribution.baselineScore()).isEqualTo(2);
        assertThat(attribution.delta()).isCloseTo(0, within(1e-9));
        assertThat(attribution.convergence().evaluations()).isEqualTo(8);
        // 1 % of F(x) − F(x') = 390; float32 gives F to 1e-6 of the largest, 392.
        assertThat(attribution.convergence().deltaLimit()).isCloseTo(3.9, within(1e-9));
        assertThat(attribution.tokens())
                .allSatisfy(token -> assertThat(token.uncertainty()).isCloseTo(392e-6, within(1e-12)));

        assertScores(attribution(FOUR_UNITS, "2 10 3", shapley), 7, 32.5, 10.5);
        assertScores(attribution(FOUR_UNITS, "20 50 30", shapley.with(Units.groups(0, 0, 1))), 275, 115);
        assertScores(attribution(FOUR_UNITS, "20 50 30", shapley.with(Units.phrases("50 30"))), 75, 315);
    }

    @Test
    void aGroupOfSeveralPlacesSharesItsShapleyValueAmongThem() {
        Attribution attribution = attribution(FOUR_UNITS, "20 30 50", new ShapleyValues().with(Units.groups(0, 1, 0)));

        assertScores(attribution, 137.5, 115, 137.5);
        assertThat(attribution.delta()).isCloseTo(0, within(1e-9));
    }

    @Test
    void shapleyValuesFromATextAsBaseline() {
        Attribution attribution = AttributionRequest.of(FOUR_UNITS, "20 50 30", new ShapleyValues())
                .toward("F0")
                .from(Baseline.text("10 20 10"))
                .attribution();

        assertScores(attribution, 40, 120, 80);
    }

    @Test
    void shapleyValuesOfAProductAreEqualShares() {
        ClosedForm product = ClosedForm.of("xyz", 3, x -> new org.hipparchus.analysis.differentiation.Gradient[] {
            x[0].multiply(x[1]).multiply(x[2])
        });

        assertScores(attribution(product, "2 3 4", new ShapleyValues()), 8, 8, 8);
    }
}
