package io.github.junitattrib.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Baseline;
import io.github.junitattrib.ModelFacts;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.SentimentModel;
import io.github.junitattrib.Span;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.UnsupportedModelException;
import io.github.junitattrib.method.DiscretizedIntegratedGradients.Strategy;
import io.github.junitattrib.model.DifferentiableClassifier;
import io.github.junitattrib.model.EmbeddingTable;
import io.github.junitattrib.model.ExplainedInput;
import io.github.junitattrib.model.ScoreFunction;
import io.github.junitattrib.text.Token;
import io.github.junitattrib.text.TokenizedText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Paths over small tables of words that can be followed by hand. */
class DiscretizedIntegratedGradientsTest {

    private static final Offset<Double> EXACT = within(1e-9);
    private static final DiscretizedIntegratedGradients METHOD = new DiscretizedIntegratedGradients();

    /** A table in memory. */
    @SuppressWarnings("ArrayRecordComponent") // a test double, never compared
    private record Rows(double[]... rows) implements EmbeddingTable {

        @Override
        public int size() {
            return rows.length;
        }

        @Override
        public double[][] rows(int[] ids) {
            return Arrays.stream(ids).mapToObj(id -> rows[id]).toArray(double[][]::new);
        }

        /** Row i is (i). */
        static Rows numbers(int size) {
            return new Rows(
                    IntStream.range(0, size).mapToObj(i -> new double[] {i}).toArray(double[][]::new));
        }
    }

    /** A text of row numbers, as "8 3", with F by what {@link ClosedForm} makes of its rows, from rows of zeros. */
    private record Numbers(Rows table, ToDoubleFunction<double[]> f, UnaryOperator<double[]> gradient)
            implements DifferentiableClassifier {

        private ClosedForm form(TokenizedText text) {
            return ClosedForm.of(f, gradient, embed(text, Baseline.ZERO).input());
        }

        @Override
        public Optional<EmbeddingTable> embeddingTable() {
            return Optional.of(table);
        }

        @Override
        public TokenizedText tokenize(String text) {
            List<Token> tokens = new ArrayList<>();
            int start = 0;
            for (String word : text.split(" ", -1)) {
                Span span = new Span(start, start + word.length());
                tokens.add(
                        new Token(Long.parseLong(word), word, Optional.of(span), OptionalInt.of(tokens.size()), false));
                start = span.end() + 1;
            }
            return new TokenizedText(text, tokens);
        }

        @Override
        public Prediction predict(TokenizedText text) {
            return form(text).predict(text);
        }

        @Override
        public Prediction predict(String text) {
            return predict(tokenize(text));
        }

        @Override
        public ExplainedInput embed(TokenizedText text, Baseline.Row baseline) {
            double[] input = text.tokens().stream()
                    .flatMapToDouble(token -> Arrays.stream(table.rows[(int) token.id()]))
                    .toArray();
            return new ExplainedInput(text, input, new double[input.length]);
        }

        @Override
        public ScoreFunction function(TokenizedText text) {
            return form(text).function(text);
        }

        @Override
        public List<String> labels() {
            return List.of("F");
        }

        @Override
        public ModelFacts facts() {
            return ModelFacts.unknown("numbers");
        }
    }

    private static final Numbers SQUARES = new Numbers(
            Rows.numbers(11),
            z -> Arrays.stream(z).map(x -> x * x).sum(),
            z -> Arrays.stream(z).map(x -> 2 * x).toArray());

    private static double[][] corners(Rows table, Strategy strategy, int steps, int neighbours, int word) {
        double[] row = table.rows[word];
        TokenizedText text = SQUARES.tokenize(Integer.toString(word));
        return new WordPaths(table, new NearestRows(table, neighbours), strategy, steps)
                .corners(new ExplainedInput(text, row, new double[row.length]));
    }

    private static double[] scores(Attribution attribution) {
        return attribution.tokens().stream().mapToDouble(TokenScore::score).toArray();
    }

    private static Attribution attribution(DiscretizedIntegratedGradients method, String text) {
        return method.attribute(SQUARES, Question.of(text).from(Baseline.ZERO));
    }

    @Test
    void pathsGoOverWordsBetween() {
        assertThat(corners(Rows.numbers(11), Strategy.GREEDY, 3, 3, 8))
                .isDeepEqualTo(new double[][] {{0}, {5}, {6}, {7}, {8}});
    }

    @Test
    void sumsAsPublishedTakeTheGradientAtTheEndNearerToTheBaseline() {
        // Over 0, 5, 6, 7, 8: 0 · 5 + 10 + 12 + 14 of 64; halved once: 5 · 2.5, then 10 + 11 + 12 + 13 + 14 + 15
        // halves.
        Attribution once = attribution(METHOD.over(3, 3).asPublished(0), "8");
        assertThat(scores(once)).containsExactly(new double[] {36}, EXACT);
        assertThat(once.delta()).isCloseTo(-28, EXACT);
        assertThat(once.convergence().converged()).isFalse();
        assertThat(once.convergence().evaluations()).isEqualTo(4);
        assertThat(scores(attribution(METHOD.over(3, 3).asPublished(1), "8")))
                .containsExactly(new double[] {12.5 + 37.5}, EXACT);
    }

    @Test
    void theAdaptiveRuleIsComplete() {
        Attribution attribution = attribution(METHOD.over(3, 3), "8 3");

        assertThat(scores(attribution)).containsExactly(new double[] {64, 9}, EXACT);
        assertThat(attribution.inputScore()).isEqualTo(73);
        assertThat(attribution.baselineScore()).isZero();
        assertThat(attribution.convergence().converged()).isTrue();
        assertThat(attribution.convergence().path())
                .hasSizeGreaterThanOrEqualTo(9)
                .isSortedAccordingTo(Comparator.comparingDouble(io.github.junitattrib.PathPoint::alpha));
    }

    @Test
    void interactionsAreSharedAlongTheWayThatWordsTakeTogether() {
        // F = ab from (0, 0) over (1, 7) to (2, 8): all of the first stretch shares evenly, then 7.5 and 1.5.
        Numbers product = new Numbers(Rows.numbers(11), z -> z[0] * z[1], z -> new double[] {z[1], z[0]});

        Attribution attribution =
                METHOD.over(1, 3).attribute(product, Question.of("2 8").from(Baseline.ZERO));

        assertThat(scores(attribution)).containsExactly(new double[] {3.5 + 7.5, 3.5 + 1.5}, EXACT);
    }

    @Test
    void theBudgetMayBeTooSmall() {
        Numbers bent = new Numbers(Rows.numbers(11), z -> z[0] > 3.3 ? Math.pow(z[0] - 3.3, .2) : 0, z ->
                new double[] {z[0] > 3.3 ? .2 * Math.pow(z[0] - 3.3, -.8) : 0});

        Attribution attribution = METHOD.over(3, 3)
                .by(IntegrationRule.adaptive().maxEvaluations(40))
                .attribute(bent, Question.of("8").from(Baseline.ZERO));

        assertThat(attribution.convergence().converged()).isFalse();
        assertThat(attribution.convergence().evaluations()).isLessThanOrEqualTo(40);
        assertThat(attribution.convergence().remedy()).contains("more than 40 evaluations");
    }

    @Test
    void greedyTakesTheWordThatIsMovedLeastAndMaxCountTheOneWithMostDimensionsBetween() {
        Rows table = new Rows(
                new double[] {4, 4, 4}, // the word
                new double[] {4.1, 4.1, 2}, // moved by a little in two dimensions
                new double[] {2, 2, 9}); // moved by much in one

        // With m = 2, what is not between goes half of the way to the baseline: 2.
        assertThat(corners(table, Strategy.GREEDY, 2, 2, 0))
                .isDeepEqualTo(new double[][] {{0, 0, 0}, {2, 2, 1}, {2, 2, 2}, {4, 4, 4}});
        assertThat(corners(table, Strategy.MAX_COUNT, 2, 2, 0))
                .isDeepEqualTo(new double[][] {{0, 0, 0}, {1, 1, 2}, {2, 2, 2}, {4, 4, 4}});
    }

    @Test
    void theNearerNeighbourWinsATie() {
        Rows table = new Rows(new double[] {8}, new double[] {2}, new double[] {6}, new double[] {5});

        assertThat(corners(table, Strategy.MAX_COUNT, 1, 3, 0)).isDeepEqualTo(new double[][] {{0}, {6}, {8}});
    }

    @Test
    void withoutAWordThatIsLeftThePathGoesToTheBaseline() {
        // The single neighbour of 8 is 7, that of 7 is 6 (equally near, but first), and on to that of 4.
        assertThat(corners(Rows.numbers(11), Strategy.GREEDY, 4, 1, 8))
                .isDeepEqualTo(new double[][] {{0}, {4}, {5}, {6}, {7}, {8}});
        // The only other row is that of the baseline, which is no anchor.
        assertThat(corners(new Rows(new double[] {0}, new double[] {1}), Strategy.GREEDY, 2, 5, 1))
                .isDeepEqualTo(new double[][] {{0}, {0}, {0}, {1}});
    }

    @Test
    void aWordThatIsTheBaselineStaysWhereItIs() {
        Attribution attribution = attribution(METHOD.over(2, 3), "0 4");

        assertThat(scores(attribution)).containsExactly(new double[] {0, 16}, EXACT);
        assertThat(attribution.tokens().get(0).uncertainty()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Strategy.class)
    void noDimensionOfAPathTurnsBack(Strategy strategy) {
        DifferentiableClassifier model = SentimentModel.get();
        EmbeddingTable table = model.embeddingTable().orElseThrow();
        ExplainedInput input = model.embed(model.tokenize("They said it was great"), Baseline.PAD);

        double[][] corners = new WordPaths(table, new NearestRows(table, 20), strategy, 6).corners(input);

        assertThat(corners[0]).containsExactly(input.baseline());
        assertThat(corners[7]).containsExactly(input.input());
        for (int i = 0; i < corners[0].length; i++) {
            double sign = Math.signum(input.input()[i] - input.baseline()[i]);
            for (int k = 0; k < 7; k++) {
                assertThat(sign * (corners[k + 1][i] - corners[k][i])).isGreaterThanOrEqualTo(0);
                assertThat(corners[k + 1][i] == corners[k][i] || sign != 0).isTrue();
            }
        }
    }

    @Test
    void theTableHoldsTheRowsOfTheText() {
        DifferentiableClassifier model = SentimentModel.get();
        TokenizedText text = model.tokenize("They said it was great");
        EmbeddingTable table = model.embeddingTable().orElseThrow();

        double[][] rows =
                table.rows(Arrays.stream(text.ids()).mapToInt(Math::toIntExact).toArray());

        assertThat(Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray())
                .containsExactly(model.embed(text, Baseline.PAD).input());
        assertThat(table.size()).isEqualTo(8000);
    }

    @Test
    void neighboursAreThoseOfAFullSortWhateverThePartsOfTheTable() {
        Random random = new Random(1);
        // Few different rows, so that many are equally near; more rows than are read at once.
        Rows table = new Rows(IntStream.range(0, 5000)
                .mapToObj(i -> new double[] {random.nextInt(9), random.nextInt(9)})
                .toArray(double[][]::new));
        NearestRows nearest = new NearestRows(table, 300);
        nearest.prepare(Set.of(17, 4999));

        for (int word : new int[] {17, 4999, 4096}) {
            int[] sorted = IntStream.range(0, table.size())
                    .filter(id -> id != word)
                    .boxed()
                    .sorted(Comparator.comparingDouble(
                            (Integer id) -> Math.pow(table.rows[id][0] - table.rows[word][0], 2)
                                    + Math.pow(table.rows[id][1] - table.rows[word][1], 2)))
                    .limit(300)
                    .mapToInt(id -> id)
                    .toArray();
            assertThat(nearest.of(word)).containsExactly(sorted);
        }
        assertThat(new NearestRows(new Rows(new double[] {1}, new double[] {2}), 500).of(0))
                .containsExactly(1);
    }

    @Test
    void severalBaselinesAreAveraged() {
        Question question = Question.of("It was great");
        DiscretizedIntegratedGradients method = METHOD.over(4, 20);
        double[] pad = scores(method.attribute(SentimentModel.get(), question));
        double[] zero = scores(method.attribute(SentimentModel.get(), question.from(Baseline.ZERO)));

        double[] both = scores(
                method.attribute(SentimentModel.get(), question.from(Baseline.average(Baseline.PAD, Baseline.ZERO))));

        for (int t = 0; t < both.length; t++) {
            assertThat(both[t]).isCloseTo((pad[t] + zero[t]) / 2, EXACT);
        }
    }

    @Test
    void aModelWithoutATableIsRefusedWithTheFormatsThatHaveOne() {
        ClosedForm model = ClosedForm.of(z -> z[0], z -> new double[] {1}, 3);

        assertThatExceptionOfType(UnsupportedModelException.class)
                .isThrownBy(() -> METHOD.attribute(model, Question.of(model.text())))
                .withMessageContaining("model closed form does not show them")
                .withMessageContaining("Hugging Face checkpoint")
                .withMessageContaining("TorchScript")
                .withMessageContaining("or by IntegratedGradients");
    }

    @Test
    void wrongOptionsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> METHOD.over(0, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> METHOD.over(10, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> METHOD.asPublished(-1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> METHOD.by(IntegrationRule.adaptive().maxEvaluations(62)))
                .withMessageContaining("31 steps needs at least 63 evaluations");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> METHOD.by(IntegrationRule.gaussLegendre(31)))
                .withMessageContaining("RIEMANN_LEFT with a multiple of 31 points, but not GAUSS_LEGENDRE");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> METHOD.by(IntegrationRule.fixed(FixedRule.Kind.RIEMANN_LEFT, 32)));
    }

    @Test
    void itsOptionsAreNamed() {
        assertThat(METHOD.by(Strategy.MAX_COUNT).asPublished(1).facts().parameters())
                .containsEntry("strategy", "max count")
                .containsEntry("steps", "30")
                .containsEntry("neighbours", "500")
                .containsEntry("rule", "RIEMANN_LEFT")
                .containsEntry("points", "62");
    }
}
