package io.github.junitattrib.metric;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.WordScore;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import java.util.function.UnaryOperator;
import org.hipparchus.stat.correlation.KendallsCorrelation;
import org.hipparchus.stat.correlation.SpearmansCorrelation;

/**
 * How far two attributions of a text agree on its words: of two methods, two targets, or two models.
 *
 * <pre>{@code
 * RankAgreement.between(ig.attribution(), occlusion.attribution()).kendall().value()
 * }</pre>
 *
 * <p>Words are compared, with the sums of their pieces and without special tokens, so that models with different
 * tokenizers can be. The uncertainty of each number is how far it changes at most in 200 draws of all scores within their
 * error bars: words whose order the bars hide make it large. No evaluation of a model is needed.
 */
public final class RankAgreement {

    private final UnitScores first;
    private final UnitScores second;
    private final UnaryOperator<Draw> view;

    private RankAgreement(UnitScores first, UnitScores second, UnaryOperator<Draw> view) {
        this.first = first;
        this.second = second;
        this.view = view;
    }

    /**
     * Compares two attributions of the same words.
     *
     * @param first an attribution
     * @param second another one of the same text
     * @return their agreement
     * @throws IllegalArgumentException if they have different texts or words
     * @throws UndefinedMetricException if there are fewer than two words, or scores that are no finite numbers
     */
    public static RankAgreement between(Attribution first, Attribution second) {
        requireSameWords(first, second);
        return new RankAgreement(
                UnitScores.ofWords(first, "Rank agreement"),
                UnitScores.ofWords(second, "Rank agreement"),
                UnaryOperator.identity());
    }

    /** Compares scores that are known to belong to the same units. */
    static RankAgreement between(UnitScores first, UnitScores second) {
        return new RankAgreement(first, second, UnaryOperator.identity());
    }

    private static void requireSameWords(Attribution first, Attribution second) {
        if (!first.text().equals(second.text())) {
            throw new IllegalArgumentException("Only attributions of the same text can be compared, but one is of \""
                    + first.text() + "\" and the other of \"" + second.text() + "\".");
        }
        List<Integer> indices = first.words().stream().map(WordScore::index).toList();
        List<Integer> others = second.words().stream().map(WordScore::index).toList();
        if (!indices.equals(others)) {
            throw new IllegalArgumentException("Only attributions of the same words can be compared, but "
                    + first.method().name() + " scores " + texts(first) + " and "
                    + second.method().name() + " " + texts(second) + ". Explain both by words or their pieces.");
        }
    }

    private static List<String> texts(Attribution attribution) {
        return attribution.words().stream().map(WordScore::text).toList();
    }

    /**
     * Compares magnitudes in place of signed scores, for methods without a sign such as {@code Saliency}; {@link #signs()}
     * stays as it is.
     *
     * @return a changed copy
     */
    public RankAgreement byMagnitude() {
        return new RankAgreement(first, second, Draw::magnitudes);
    }

    /**
     * Returns Spearman's ρ: Pearson's correlation of the ranks, equal scores sharing the mean of theirs.
     *
     * @return from −1 to 1
     * @throws UndefinedMetricException if all words have the same score in one of the attributions
     */
    public MetricResult spearman() {
        return ordered("Spearman", Map.of(), (a, b) -> new SpearmansCorrelation().correlation(a.scores(), b.scores()));
    }

    /**
     * Returns Kendall's τ-b: concordant minus discordant pairs, over √((n₀ − n₁)(n₀ − n₂)) with the pairs n₁ and n₂ that
     * are equal in one of the attributions (M. G. Kendall, The Treatment of Ties in Ranking Problems, 1945).
     *
     * @return from −1 to 1
     * @throws UndefinedMetricException if all words have the same score in one of the attributions
     */
    public MetricResult kendall() {
        return ordered("Kendall", Map.of(), (a, b) -> new KendallsCorrelation().correlation(a.scores(), b.scores()));
    }

    /**
     * Returns the Jaccard index of the k words with the highest scores: |A ∩ B| / |A ∪ B|. Of equal words the first of the
     * text counts as higher; the uncertainty says what another choice would change.
     *
     * @param k number of words, fewer than the text has
     * @return from 0 to 1
     * @throws UndefinedMetricException if all words have the same score in one of the attributions
     * @throws IllegalArgumentException if k is less than 1, or takes all words
     */
    public MetricResult jaccard(int k) {
        if (k < 1 || k >= first.size()) {
            throw new IllegalArgumentException("The top words to compare must be some of the " + first.size()
                    + " words of the text, but k is " + k + ". Take a number from 1 to " + (first.size() - 1) + ".");
        }
        return ordered("TopKJaccard", Map.of("k", Integer.toString(k)), (a, b) -> jaccard(a.top(k), b.top(k)));
    }

    /** |A ∩ B| / |A ∪ B|. */
    static double jaccard(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.and(other);
        BitSet any = (BitSet) one.clone();
        any.or(other);
        return (double) both.cardinality() / any.cardinality();
    }

    /**
     * Returns the share of the words that both attributions give the same sign; zero agrees with zero.
     *
     * @return from 0 to 1
     */
    public MetricResult signs() {
        return result("SignAgreement", Map.of(), UnaryOperator.identity(), RankAgreement::sameSigns);
    }

    private static double sameSigns(Draw one, Draw other) {
        int same = 0;
        for (int word = 0; word < one.scores().length; word++) {
            same += Math.signum(one.scores()[word]) == Math.signum(other.scores()[word]) ? 1 : 0;
        }
        return (double) same / one.scores().length;
    }

    private MetricResult ordered(String name, Map<String, String> parameters, ToDoubleBiFunction<Draw, Draw> number) {
        first.requireOrder(name, view);
        second.requireOrder(name, view);
        return result(name, parameters, view, number);
    }

    private MetricResult result(
            String name,
            Map<String, String> parameters,
            UnaryOperator<Draw> as,
            ToDoubleBiFunction<Draw, Draw> number) {
        ScoreDraws ofFirst = first.draws(1).map(as);
        ScoreDraws ofSecond = second.draws(2).map(as);
        return new MetricResult(
                name,
                parameters,
                number.applyAsDouble(ofFirst.nominal(), ofSecond.nominal()),
                ScoreDraws.spread(ofFirst, ofSecond, number),
                0,
                Caveat.first(first.caveat(), second.caveat()),
                Map.of());
    }
}
