package io.github.junitattrib.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.junitattrib.Baseline;
import io.github.junitattrib.InteractionMatrix;
import io.github.junitattrib.InteractionMatrix.Interaction;
import io.github.junitattrib.InteractionMatrix.Unit;
import io.github.junitattrib.InvalidTextException;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.SentimentModel;
import io.github.junitattrib.Span;
import io.github.junitattrib.Target;
import io.github.junitattrib.conformance.ClosedForm;
import io.github.junitattrib.method.ShapleyInteraction.Index;
import io.github.junitattrib.model.TextClassifier;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.hipparchus.analysis.differentiation.Gradient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Interactions of pairs against formulas, the definition by merged players, and the definition and shapiq in double
 * precision on the embedded model (fixtures/training/interaction_references.py).
 */
class ShapleyInteractionTest {

    private static final Offset<Double> EXACT = within(1e-12);
    private static final ShapleyInteraction METHOD = new ShapleyInteraction();

    /** "good" says 1 and "not" turns it round. */
    private record Negation() implements TextClassifier {

        @Override
        public List<String> labels() {
            return List.of("NEGATIVE", "POSITIVE");
        }

        @Override
        public Prediction predict(String text) {
            List<String> words = List.of(text.split(" ", -1));
            double score = words.contains("good") ? words.contains("not") ? -1 : 1 : 0;
            return Prediction.ofLogits(labels(), new double[] {0, score});
        }
    }

    private static InteractionMatrix negation(String text) {
        return METHOD.interactions(new Negation(), Question.of(text).toward(Target.label("POSITIVE")));
    }

    private static InteractionMatrix product(ShapleyInteraction method, String numbers) {
        ClosedForm product =
                ClosedForm.of("xyz", 3, x -> new Gradient[] {x[0].multiply(x[1]).multiply(x[2])});
        return method.interactions(product, Question.of(numbers).toward(Target.index(0)));
    }

    @Test
    void notAndGoodTurnEachOtherRound() {
        InteractionMatrix matrix = negation("it was not good");

        assertThat(matrix.score("not", "good")).isCloseTo(-2, EXACT);
        assertThat(matrix.score("good", "not")).isEqualTo(matrix.score("not", "good"));
        assertThat(matrix.score("was", "good")).isCloseTo(0, EXACT);
        assertThat(matrix.mainEffect("good")).isCloseTo(1, EXACT);
        assertThat(matrix.mainEffect("not")).isCloseTo(0, EXACT);
        assertThat(matrix.delta()).isCloseTo(0, EXACT);
        assertThat(matrix.strongest()).hasSize(6).first().satisfies(pair -> {
            assertThat(pair.first()).isEqualTo(new Unit("not", List.of(new Span(7, 10))));
            assertThat(pair.second()).isEqualTo(new Unit("good", List.of(new Span(11, 15))));
        });
        assertThat(matrix.convergence().converged()).isTrue();
        assertThat(matrix.convergence().evaluations()).isEqualTo(16);
        assertThat(matrix.method().parameters())
                .containsEntry("index", "SHAPLEY")
                .containsEntry("removal", "delete")
                .containsEntry("coalitions", "all");
        assertThat(matrix.matrix().title()).isEqualTo("Interactions toward POSITIVE (ShapleyInteraction)");
        assertThat(matrix.matrix().rows()).containsExactly("it", "was", "not", "good");
        assertThat(matrix.matrix().scores()).isEqualTo(matrix.scores());
    }

    @Test
    void theProductOfThreeIsSharedByTheIndicesInTheirOwnWays() {
        // All of 24 is in S = {k}: it counts ½ for the Shapley index, whose main effects are 8 − 12, and ⅓ for the
        // other.
        InteractionMatrix shapley = product(METHOD, "2 3 4");
        assertThat(shapley.scores())
                .containsExactly(List.of(-4.0, 12.0, 12.0), List.of(12.0, -4.0, 12.0), List.of(12.0, 12.0, -4.0));

        // All coalitions are asked about up to the number that is allowed; 1 % of 24 counts as complete, and float32 is
        // off by 1e-6 of 24 in each of two differences.
        InteractionMatrix just = product(METHOD.maxExact(3), "2 3 4");
        assertThat(just.method().parameters()).containsEntry("coalitions", "all");
        assertThat(just.convergence().deltaLimit()).isCloseTo(0.24, EXACT);
        assertThat(just.uncertainties().get(0))
                .allSatisfy(bar -> assertThat(bar).isCloseTo(48e-6, EXACT));

        InteractionMatrix taylor = product(METHOD.by(Index.SHAPLEY_TAYLOR), "2 3 4");
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                assertThat(taylor.scores().get(i).get(j)).isCloseTo(i == j ? 0 : 8, EXACT);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Index.class)
    void exclusiveOrInteractsByTwo(Index index) {
        ClosedForm or = ClosedForm.of("a + b − 2ab", 2, x ->
                new Gradient[] {x[0].add(x[1]).subtract(x[0].multiply(x[1]).multiply(2))});

        InteractionMatrix matrix =
                METHOD.by(index).interactions(or, Question.of("1 1").toward(Target.index(0)));

        assertThat(matrix.scores()).containsExactly(List.of(1.0, -2.0), List.of(-2.0, 1.0));
        assertThat(matrix.inputScore()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Index.class)
    void sumsDoNotInteract(Index index) {
        ClosedForm sum = ClosedForm.of("x + 2y + 3z", 3, x ->
                new Gradient[] {x[0].add(x[1].multiply(2)).add(x[2].multiply(3))});

        InteractionMatrix matrix =
                METHOD.by(index).interactions(sum, Question.of("1 1 1").toward(Target.index(0)));

        for (Interaction pair : matrix.strongest()) {
            assertThat(pair.score()).isCloseTo(0, within(pair.uncertainty()));
        }
        assertThat(IntStream.range(0, 3)
                        .mapToDouble(i -> matrix.scores().get(i).get(i))
                        .toArray())
                .containsExactly(new double[] {1, 2, 3}, EXACT);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 6})
    void theShapleyIndexIsWhatAPairGainsAsOnePlayer(int players) {
        Game game = random(players, 3);

        PairScores pairs = PairScores.exact(game, Index.SHAPLEY);

        for (int i = 0; i < players; i++) {
            for (int j = 0; j < i; j++) {
                // Grabisch and Roubens: the value of both as one, less that of each where the other is not there.
                double merged = value(game, List.of(i, j), List.of());
                double alone = value(game, List.of(i), List.of(j)) + value(game, List.of(j), List.of(i));
                assertThat(pairs.scores()[PairScores.place(i, j)]).isCloseTo(merged - alone, EXACT);
            }
        }
        assertThat(Arrays.stream(pairs.scores()).sum())
                .isCloseTo(game.value(game.all()) - game.value(new BitSet()), EXACT);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 6})
    void theTaylorIndexIsTheMeanOverOrdersOfWhatBothAddAfterThoseBefore(int players) {
        Game game = random(players, 4);

        PairScores pairs = PairScores.exact(game, Index.SHAPLEY_TAYLOR);

        double[] means = new double[PairScores.size(players)];
        List<List<Integer>> orders = orders(players);
        for (List<Integer> order : orders) {
            for (int l = 0; l < players; l++) {
                for (int k = 0; k < l; k++) {
                    BitSet before = set(order.subList(0, k));
                    means[PairScores.place(order.get(k), order.get(l))] +=
                            together(game, before, order.get(k), order.get(l)) / orders.size();
                }
            }
        }
        for (int i = 0; i < players; i++) {
            means[PairScores.place(i, i)] = game.value(set(List.of(i))) - game.value(new BitSet());
        }
        assertThat(pairs.scores()).containsExactly(means, EXACT);
        assertThat(Arrays.stream(pairs.scores()).sum())
                .isCloseTo(game.value(game.all()) - game.value(new BitSet()), EXACT);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 7, 8})
    void aRoundOfOrdersHasEveryPairAsNeighboursEquallyOften(int players) {
        int orders = players % 2 == 0 ? players / 2 : players;
        int[] seen = new int[PairScores.size(players)];
        for (int start = 0; start < orders; start++) {
            int[] order = PairRounds.zigzag(start, players);
            assertThat(order).doesNotHaveDuplicates();
            for (int place = 0; place + 1 < players; place++) {
                seen[PairScores.place(order[place], order[place + 1])]++;
            }
        }
        for (int i = 0; i < players; i++) {
            for (int j = 0; j < i; j++) {
                assertThat(seen[PairScores.place(i, j)]).isEqualTo(players % 2 == 0 ? 1 : 2);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Index.class)
    void sampledInteractionsLieWithinFourStandardErrorsAndSumExactly(Index index) {
        for (int players : new int[] {1, 2, 6, 7}) {
            Game game = random(players, 5);
            double[] exact = PairScores.exact(game, index).scores();
            PairRounds rounds = new PairRounds(game, 1);
            Means means = new Means(exact.length);
            for (int round = 0; round < 400; round++) {
                double[] sample = index == Index.SHAPLEY ? rounds.neighbours() : rounds.successors();
                assertThat(Arrays.stream(sample).sum())
                        .isCloseTo(game.value(game.all()) - game.value(new BitSet()), EXACT);
                means.add(sample);
            }
            for (int place = 0; place < exact.length; place++) {
                assertThat(means.means()[place])
                        .as("%d of %d players", place, players)
                        .isCloseTo(exact[place], within(4 * means.standardErrors()[place] + 1e-9));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Index.class)
    void textsOfMoreWordsAreSampled(Index index) {
        ShapleyInteraction sampling = METHOD.by(index).maxExact(3).rounds(300);
        Question question = Question.of("it was not good at all").toward(Target.label("POSITIVE"));

        InteractionMatrix sampled = sampling.interactions(new Negation(), question);
        InteractionMatrix exact = METHOD.by(index).interactions(new Negation(), question);

        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < 6; j++) {
                assertThat(sampled.scores().get(i).get(j))
                        .isCloseTo(
                                exact.scores().get(i).get(j),
                                within(4 * sampled.uncertainties().get(i).get(j)));
            }
        }
        assertThat(sampled.delta()).isCloseTo(0, EXACT);
        assertThat(sampled.convergence().converged()).isTrue();
        assertThat(sampled.method().parameters()).containsEntry("coalitions", "sampled");
        assertThat(sampling.interactions(new Negation(), question)).isEqualTo(sampled);
    }

    @Test
    void otherSeedsDrawOtherOrders() {
        Question question = Question.of("They were wrong to say that it was great");
        ShapleyInteraction sampling = METHOD.maxExact(3).rounds(2);

        InteractionMatrix one = sampling.interactions(SentimentModel.get(), question);
        InteractionMatrix other = sampling.seed(2).interactions(SentimentModel.get(), question);

        assertThat(one.scores()).isNotEqualTo(other.scores());
    }

    @Test
    void tooFewRoundsAreInconclusiveAndSayHowManyWouldDo() {
        Question question = Question.of("They were wrong to say that it was great");

        InteractionMatrix matrix =
                METHOD.maxExact(3).rounds(2).tolerance(1e-3).interactions(SentimentModel.get(), question);

        assertThat(matrix.convergence().converged()).isFalse();
        assertThat(matrix.convergence().remedy()).contains("after 2 rounds").contains("Take about");
    }

    static List<JsonNode> cases() throws IOException {
        try (InputStream json = ShapleyInteractionTest.class.getResourceAsStream("/references/interactions.json")) {
            JsonNode all = new ObjectMapper().readTree(Objects.requireNonNull(json));
            return StreamSupport.stream(all.path("cases").spliterator(), false).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void interactionsOnTheEmbeddedModelEqualTheDefinitionAndShapiq(JsonNode expected) {
        Question question = Question.of(expected.path("text").asText())
                .toward(Target.label(expected.path("label").asText()));
        for (Index index : Index.values()) {
            InteractionMatrix matrix = METHOD.by(index).interactions(SentimentModel.get(), question);
            JsonNode rows = expected.path(index.name());
            assertThat(matrix.units())
                    .extracting(Unit::text)
                    .containsExactlyElementsOf(
                            StreamSupport.stream(expected.path("words").spliterator(), false)
                                    .map(JsonNode::asText)
                                    .toList());
            double largest = 0;
            double error = 0;
            for (int i = 0; i < rows.size(); i++) {
                for (int j = 0; j < rows.size(); j++) {
                    double number = rows.get(i).get(j).asDouble();
                    largest = Math.max(largest, Math.abs(number));
                    error = Math.max(
                            error, Math.abs(number - matrix.scores().get(i).get(j)));
                }
            }
            assertThat(error).isLessThanOrEqualTo(1e-6 * largest);
            System.out.printf(
                    Locale.ROOT, "%s of %d words within %.1e of the largest%n", index, rows.size(), error / largest);
            assertThat(matrix.delta()).isCloseTo(0, within(1e-9));
            assertThat(matrix.inputScore()).isCloseTo(expected.path("f_input").asDouble(), within(1e-5));
        }
    }

    @Test
    void absentAndRepeatedWordsAreRefusedWithThoseThatThereAre() {
        InteractionMatrix matrix = negation("good or not so good");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> matrix.score("bad", "not"))
                .withMessageContaining("\"bad\" is no unit of the text")
                .withMessageContaining("0 \"good\", 1 \"or\", 2 \"not\", 3 \"so\", 4 \"good\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> matrix.score("good", "not"))
                .withMessageContaining("\"good\" stands in the text 2 times. Name it by its number in between(i, j)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> matrix.score("not", "not"))
                .withMessageContaining("Two different units interact, but 2 and 2 of 5");
        assertThatIllegalArgumentException().isThrownBy(() -> matrix.between(0, 5));
        assertThat(matrix.between(4, 2).first().text()).isEqualTo("not");
    }

    @Test
    void unitsOfSeveralPlacesAreNamedByAllOfThem() {
        InteractionMatrix matrix = METHOD.with(Units.groups(0, 1, 1, 0))
                .interactions(new Negation(), Question.of("it was not good").toward(Target.label("POSITIVE")));

        assertThat(matrix.units())
                .containsExactly(
                        new Unit("it … good", List.of(new Span(0, 2), new Span(11, 15))),
                        new Unit("was not", List.of(new Span(3, 10))));
        assertThat(matrix.score("it … good", "was not")).isEqualTo(-2);
    }

    @Test
    void aSingleWordHasAMainEffectAndNoPair() {
        InteractionMatrix matrix = negation("good");

        assertThat(matrix.scores()).containsExactly(List.of(1.0));
        assertThat(matrix.strongest()).isEmpty();
        assertThat(matrix.delta()).isZero();
    }

    @Test
    void baselinesAndRemovalsAreThoseOfOtherPerturbations() {
        ClosedForm product = ClosedForm.of("xy", 2, x -> new Gradient[] {x[0].multiply(x[1])});
        Question question = Question.of("3 4").toward(Target.index(0));

        // From (1, 1): 12 − 3 − 4 + 1.
        assertThat(METHOD.with(Removal.replaceBy("1"))
                        .interactions(product, question)
                        .score("3", "4"))
                .isEqualTo(6);
        assertThat(METHOD.interactions(product.baseline(Baseline.MASK, 1), question.from(Baseline.MASK))
                        .score("3", "4"))
                .isEqualTo(6);
    }

    @Test
    void wrongOptionsAndTextsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> METHOD.maxExact(17))
                .withMessageContaining("2^17 evaluations");
        assertThatIllegalArgumentException().isThrownBy(() -> METHOD.rounds(1));
        assertThatIllegalArgumentException().isThrownBy(() -> METHOD.tolerance(0));
        assertThatExceptionOfType(InvalidTextException.class)
                .isThrownBy(() -> negation("  "))
                .withMessageContaining("no words");
    }

    private static Game random(int players, long seed) {
        Random numbers = new Random(seed);
        double[] values = numbers.doubles(1L << players).toArray();
        return FormulaGame.of(
                players,
                coalition -> values[coalition.isEmpty() ? 0 : (int) coalition.toLongArray()[0]]);
    }

    private static double together(Game game, BitSet before, int i, int j) {
        BitSet withI = with(before, i);
        return game.value(with(withI, j)) - game.value(withI) - game.value(with(before, j)) + game.value(before);
    }

    /** The Shapley value of some players as one, in the game without others, as the mean over orders. */
    private static double value(Game game, List<Integer> asOne, List<Integer> absent) {
        List<Integer> others =
                new ArrayList<>(IntStream.range(0, game.players()).boxed().toList());
        others.removeAll(asOne);
        others.removeAll(absent);
        List<List<Integer>> orders = orders(others.size() + 1);
        double sum = 0;
        for (List<Integer> order : orders) {
            List<Integer> before = order.subList(0, order.indexOf(others.size())).stream()
                    .map(others::get)
                    .toList();
            BitSet with = set(before);
            asOne.forEach(with::set);
            sum += game.value(with) - game.value(set(before));
        }
        return sum / orders.size();
    }

    private static List<List<Integer>> orders(int players) {
        if (players == 0) {
            return List.of(List.of());
        }
        List<List<Integer>> all = new ArrayList<>();
        for (List<Integer> shorter : orders(players - 1)) {
            for (int place = 0; place < players; place++) {
                List<Integer> order = new ArrayList<>(shorter);
                order.add(place, players - 1);
                all.add(order);
            }
        }
        return all;
    }

    private static BitSet set(List<Integer> players) {
        BitSet set = new BitSet();
        players.forEach(set::set);
        return set;
    }

    private static BitSet with(BitSet coalition, int player) {
        BitSet with = (BitSet) coalition.clone();
        with.set(player);
        return with;
    }
}
