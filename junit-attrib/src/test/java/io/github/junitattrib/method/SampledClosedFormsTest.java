package io.github.junitattrib.method;

import static io.github.junitattrib.Numbers.scores;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Baseline;
import io.github.junitattrib.Target;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.conformance.ClosedForm;
import io.github.junitattrib.conformance.ClosedForms;
import io.github.junitattrib.model.TextClassifier;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.hipparchus.analysis.differentiation.Gradient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Regressions, samples and hierarchies on formulas, against exact Shapley values and against numbers of Captum's tests. */
class SampledClosedFormsTest {

    private static final TextClassifier FOUR_UNITS = ClosedForms.fourUnits();
    private static final double[] SHAPLEY = {230.0 / 3, 590.0 / 3, 350.0 / 3};

    /** Ten numbers, each of which works with the next: Shapley values are halves of the two products. */
    private static final ClosedForm CHAIN = ClosedForm.of("chain", 10, x -> {
        Gradient sum = x[0].multiply(0);
        for (int i = 0; i + 1 < x.length; i++) {
            sum = sum.add(x[i].multiply(x[i + 1]));
        }
        return new Gradient[] {sum};
    });

    private static final String NUMBERS = "1 2 -1 3 1 2 2 -2 1 4";
    private static final double[] CHAIN_SHAPLEY = {1, 0, -2.5, 0, 2.5, 3, 0, -3, 1, 2};

    private static Attribution attribution(TextClassifier model, String text, AttributionMethod method) {
        return AttributionRequest.of(model, text, method)
                .toward(Target.index(0))
                .attribution();
    }

    private static void assertScores(Attribution attribution, double... expected) {
        assertThat(scores(attribution)).containsExactly(expected, within(1e-6 * attribution.maxMagnitude()));
    }

    @Test
    void kernelShapOfAllCoalitionsIsTheShapleyValue() {
        assertScores(attribution(FOUR_UNITS, "20 50 30", new KernelShap()), SHAPLEY);
        assertScores(attribution(FOUR_UNITS, "2 10 3", new KernelShap()), 7, 32.5, 10.5);
        assertScores(attribution(FOUR_UNITS, "20 50 30", new KernelShap().with(Units.groups(0, 0, 1))), 275, 115);
        assertScores(attribution(CHAIN, NUMBERS, new KernelShap()), CHAIN_SHAPLEY);
    }

    @Test
    void kernelShapFromATextAsBaseline() {
        Attribution attribution = AttributionRequest.of(FOUR_UNITS, "20 50 30", new KernelShap())
                .toward("F0")
                .from(Baseline.text("10 20 10"))
                .attribution();

        assertScores(attribution, 40, 120, 80);
        assertThat(attribution.delta()).isCloseTo(0, within(1e-9));
    }

    @Test
    void limeWithALassoOnAllMasksGivesCaptumsNumbers() {
        double[] x = {20, 50, 30};
        Game game = FormulaGame.of(3, coalition -> {
            double sum = coalition.stream().mapToDouble(i -> x[i]).sum();
            return Math.max(0, sum - 10) + 3 * (sum + 1) - 1;
        });
        List<BitSet> masks = Coalitions.all(3);
        // Captum's distance is that of the numbers, so that 50 weighs more than 20.
        double[] weights = masks.stream()
                .mapToDouble(mask -> {
                    double present = mask.stream().mapToDouble(i -> x[i] * x[i]).sum();
                    double distance = 1 - Math.sqrt(present / 3800);
                    return Math.exp(-distance * distance / 200);
                })
                .toArray();

        LimeFit fit = LimeFit.of(masks, 3, game.values(masks), weights, Lime.Penalty.LASSO, 1);

        assertThat(fit.scores()).containsExactly(new double[] {73.5040, 193.5001, 113.5019}, within(1e-4));
    }

    @Test
    void limeOfALinearFormulaFindsItsCoefficients() {
        ClosedForm linear = ClosedForm.of("x + 2y − z", 3, x ->
                new Gradient[] {x[0].add(x[1].multiply(2)).subtract(x[2])});

        Lime method = new Lime().with(Removal.replaceBy("0"));

        assertScores(attribution(linear, "4 3 2", method.penalty(Lime.Penalty.RIDGE, 1e-9)), 4, 6, -2);
        // On 5000 samples a ridge of 1 moves coefficients by less than a hundredth of the largest.
        Attribution lime = attribution(linear, "4 3 2", method);
        assertThat(scores(lime)).containsExactly(new double[] {4, 6, -2}, within(0.06));
        assertThat(lime.convergence().converged()).isTrue();
        assertThat(lime.convergence().evaluations()).isEqualTo(8);
        assertThat(lime.baselineScore()).isNaN();
        assertThat(Double.parseDouble(lime.method().parameters().get("R2"))).isCloseTo(1, within(1e-3));
    }

    @Test
    void limeWeightsAsLimeTextDoes() {
        Lime lime = new Lime();

        assertThat(lime.weight(10, 10)).isEqualTo(1);
        assertThat(lime.weight(9, 10)).isCloseTo(.97915, within(1e-5));
        assertThat(lime.weight(7, 10)).isCloseTo(.80780, within(1e-5));
        assertThat(lime.weight(5, 10)).isCloseTo(.50344, within(1e-5));
        assertThat(lime.weight(1, 10)).isCloseTo(.02375, within(1e-5));
        assertThat(lime.weight(0, 10)).isCloseTo(3.35e-4, within(1e-6));
    }

    @Test
    void sampledShapleyValuesLieWithinTheirStandardErrors() {
        // All pairs of opposite orders give the Shapley values of a formula of products at once.
        assertScores(attribution(CHAIN, NUMBERS, new ShapleySampling()), CHAIN_SHAPLEY);

        Attribution plain = attribution(
                CHAIN, NUMBERS, new ShapleySampling().antithetic(false).permutations(400));
        assertWithin(4, plain, CHAIN_SHAPLEY);
        assertThat(plain.convergence().converged()).isTrue();
        assertThat(plain.delta()).isCloseTo(0, within(1e-9));
    }

    @Test
    void sampledKernelShapLiesWithinItsStandardErrors() {
        Attribution sampled = attribution(CUBES, NUMBERS, new KernelShap().maxEvaluations(400));
        double[] exact = scores(attribution(CUBES, NUMBERS, new KernelShap()));

        assertWithin(4, sampled, exact);
        assertThat(sampled.delta()).isCloseTo(0, within(1e-9 * sampled.maxMagnitude()));
        assertThat(sampled.convergence().evaluations()).isLessThanOrEqualTo(400);
    }

    @Test
    void ordersCostTheTextsThatTheyGoThrough() {
        ShapleySampling pairs = new ShapleySampling().permutations(4);

        // M − 1 = 9 texts for an order, and the two ends; some orders have a text in common.
        assertThat(attribution(CHAIN, NUMBERS, pairs).convergence().evaluations())
                .isBetween(30, 4 * 9 + 2);
        assertThat(attribution(CHAIN, NUMBERS, pairs.antithetic(false))
                        .convergence()
                        .evaluations())
                .isBetween(30, 4 * 9 + 2);
    }

    @Test
    void kernelShapDrawsSizesAsTheKernelWeighsThem() {
        // k(S) times the number of subsets of a size s is in proportion to 1 / (s (M − s)).
        double[] shares = {1 / 4.0, 1 / 6.0, 1 / 6.0, 1 / 4.0};
        double all = DoubleStream.of(shares).sum();
        int pairs = 10_000;

        List<BitSet> drawn = new KernelShap().maxEvaluations(2 * pairs + 2).draw(5);

        assertThat(drawn).hasSize(2 * pairs);
        for (int size = 1; size < 5; size++) {
            int wanted = size;
            double share = shares[size - 1] / all;
            long first = IntStream.range(0, pairs)
                    .filter(pair -> drawn.get(2 * pair).cardinality() == wanted)
                    .count();
            assertThat(first / (double) pairs).isCloseTo(share, within(4 * Math.sqrt(share * (1 - share) / pairs)));
        }
        assertThat(IntStream.range(0, pairs))
                .allMatch(pair -> Coalitions.without(drawn.get(2 * pair), 5).equals(drawn.get(2 * pair + 1)));
    }

    @Test
    void kernelShapLeavesRoomForTheWholeAndTheEmptyText() {
        assertThat(new KernelShap().maxEvaluations(10).draw(5)).hasSize(8);
        assertThat(new KernelShap().maxEvaluations(9).draw(5)).hasSize(6);
    }

    @Test
    void kernelShapIsExactWhereAllCoalitionsAreAllowed() {
        Attribution exact = attribution(FOUR_UNITS, "20 50 30", new KernelShap().maxEvaluations(8));

        assertScores(exact, SHAPLEY);
        assertThat(exact.convergence().evaluations()).isEqualTo(8);
        assertThat(exact.tokens())
                .allSatisfy(token -> assertThat(token.uncertainty()).isCloseTo(392e-6, within(1e-12)));
        // F(∅) = 2 is no part of the scores.
        assertScores(attribution(FOUR_UNITS, "20 50 30", new KernelShap().with(Units.groups(0, 0, 0))), 390);
    }

    @Test
    void tooFewCoalitionsForARegressionSayNothingAboutAnyWord() {
        Attribution none = attribution(CUBES, NUMBERS, new KernelShap().maxEvaluations(12));

        assertThat(none.convergence().remedy())
                .isEqualTo(
                        "A regression on 10 units needs more than 10 coalitions: allow at least 200 maxEvaluations, or"
                                + " take coarser units, such as Units.SENTENCES or Units.windows(3).");
        assertThat(none.tokens()).allMatch(token -> token.uncertainty() == Double.POSITIVE_INFINITY);
        assertThat(scores(none)).containsOnly(0);
    }

    @Test
    void roundsOfPairsGoThroughZigzagOrders() {
        assertThat(PairRounds.zigzag(0, 5)).containsExactly(0, 1, 4, 2, 3);
        assertThat(PairRounds.zigzag(3, 4)).containsExactly(3, 0, 2, 1);
        assertThat(PairScores.size(4)).isEqualTo(4 + 6);
    }

    /** A formula that is neither linear nor a sum of products of two, so that sampling has an error. */
    private static final ClosedForm CUBES = ClosedForm.of("(Σ x)³ / 100", 10, x -> {
        Gradient sum = x[0].multiply(0);
        for (Gradient each : x) {
            sum = sum.add(each);
        }
        return new Gradient[] {sum.multiply(sum).multiply(sum).divide(100)};
    });

    private static void assertWithin(double errors, Attribution attribution, double... expected) {
        double largest = 0;
        for (int t = 0; t < expected.length; t++) {
            TokenScore token = attribution.tokens().get(t);
            assertThat(token.score()).as("%s", token).isCloseTo(expected[t], within(errors * token.uncertainty()));
            largest = Math.max(largest, Math.abs(token.score() - expected[t]));
        }
        // The errors must not hide that nothing was computed.
        assertThat(largest).isLessThan(0.3 * attribution.maxMagnitude());
    }

    @Test
    void standardErrorsAreThoseOfManyRuns() {
        double stated = 0;
        double seen = 0;
        double[] exact = scores(attribution(CUBES, NUMBERS, new KernelShap()));
        List<AttributionMethod> runs = LongStream.range(0, 60)
                .<AttributionMethod>mapToObj(seed -> seed % 2 == 0
                        ? new KernelShap().maxEvaluations(200).seed(seed)
                        : new ShapleySampling().permutations(20).seed(seed))
                .toList();
        for (AttributionMethod run : runs) {
            Attribution sampled = attribution(CUBES, NUMBERS, run);
            for (int t = 0; t < exact.length; t++) {
                TokenScore token = sampled.tokens().get(t);
                stated += token.uncertainty() * token.uncertainty();
                seen += Math.pow(token.score() - exact[t], 2);
            }
        }

        assertThat(Math.sqrt(stated / seen)).isBetween(0.75, 1.33);
    }

    @Test
    void standardErrorsOfLimeAreThoseOfManyRuns() {
        int runs = 40;
        Means means = new Means(10);
        double stated = 0;
        for (int seed = 0; seed < runs; seed++) {
            Attribution lime = attribution(
                    CUBES,
                    NUMBERS,
                    new Lime().samples(1000).seed(seed).with(Units.WORDS).with(Removal.BASELINE));
            means.add(scores(lime));
            for (TokenScore token : lime.tokens()) {
                stated += token.uncertainty() * token.uncertainty() / runs;
            }
        }
        double seen = 0;
        for (double error : means.standardErrors()) {
            seen += error * error * runs;
        }

        assertThat(Math.sqrt(stated / seen)).isBetween(0.75, 1.33);
    }

    @Test
    void theSeedAloneDecides() {
        for (AttributionMethod method : List.of(new KernelShap().maxEvaluations(300), new ShapleySampling())) {
            assertThat(scores(attribution(CUBES, NUMBERS, method)))
                    .isEqualTo(scores(attribution(CUBES, NUMBERS, method)));
        }
        assertThat(scores(attribution(CUBES, NUMBERS, new ShapleySampling().seed(2))))
                .isNotEqualTo(scores(attribution(CUBES, NUMBERS, new ShapleySampling())));
    }

    @Test
    void partitionShapSplitsHalves() {
        // Halves {1} and {2, 3}: 50 and 30 share what they add, before and after 20.
        Attribution attribution = attribution(FOUR_UNITS, "20 50 30", new PartitionShap());

        // F: none 2, 20: 72, 50: 192, 30: 112, 20+50: 272, 20+30: 192, 50+30: 312, all 392.
        assertScores(attribution, 75, (190 + 200 + 200 + 200) / 4.0, (110 + 120 + 120 + 120) / 4.0);
        assertThat(attribution.delta()).isCloseTo(0, within(1e-9));
        assertThat(attribution.convergence().evaluations()).isEqualTo(8);
    }

    @Test
    void partitionShapOfProductsOfNeighboursIsTheShapleyValue() {
        assertScores(attribution(CHAIN, NUMBERS, new PartitionShap()), CHAIN_SHAPLEY);
    }

    @Test
    void partitionShapWithoutBudgetSaysSo() {
        Attribution attribution = attribution(CHAIN, NUMBERS, new PartitionShap().maxEvaluations(10));

        assertThat(attribution.convergence().converged()).isFalse();
        assertThat(attribution.convergence().remedy())
                .startsWith("Parts of the text could not be split with 10 evaluations. Allow more");
        assertThat(attribution.convergence().evaluations()).isLessThanOrEqualTo(10);
        assertThat(attribution.delta()).isCloseTo(0, within(1e-9));
    }

    @Test
    void theBudgetThatPartitionShapAsksForIsEnough() {
        Attribution few = attribution(CHAIN, NUMBERS, new PartitionShap().maxEvaluations(10));
        assertThat(few.convergence().remedy()).endsWith("10 units need up to 76.");

        Attribution enough = attribution(CHAIN, NUMBERS, new PartitionShap().maxEvaluations(76));
        assertThat(enough.convergence().converged()).isTrue();
        assertScores(enough, CHAIN_SHAPLEY);
    }

    static List<AttributionMethod> tooFew() {
        return List.of(
                new KernelShap().maxEvaluations(12),
                new KernelShap().maxEvaluations(40).tolerance(1e-6),
                new ShapleySampling().permutations(4).tolerance(1e-6),
                new Lime().samples(1000).tolerance(1e-6).with(Removal.BASELINE));
    }

    @ParameterizedTest
    @MethodSource("tooFew")
    void tooFewSamplesDecideNothing(AttributionMethod method) {
        Attribution attribution = attribution(CUBES, NUMBERS, method);

        assertThat(attribution.convergence().converged()).isFalse();
        assertThat(attribution.convergence().remedy()).containsAnyOf("Take about", "Take many more", "allow at least");
    }

    @Test
    void drawnSubsetsHaveTheirSizeAndReachEveryPlayer() {
        Random random = new Random(1);
        BitSet seen = new BitSet();
        for (int draw = 0; draw < 200; draw++) {
            BitSet subset = Coalitions.random(3, 9, random);
            assertThat(subset.cardinality()).isEqualTo(3);
            seen.or(subset);
        }
        assertThat(seen.cardinality()).isEqualTo(9);
    }
}
