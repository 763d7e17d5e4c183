package io.github.junitattrib.metric;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Span;
import io.github.junitattrib.text.WordSelection;
import io.github.junitattrib.text.WordSelector;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/**
 * How far an attribution agrees with a human rationale, the words that a person gives as reason: plausibility, which is
 * not faithfulness.
 *
 * <pre>{@code
 * RationaleAgreement.of(ig("They said it was great").attribution(), word("great")).auprc().value()
 * }</pre>
 *
 * <p>Source: J. DeYoung et al., ERASER: A Benchmark to Evaluate Rationalized NLP Models, 2020, section 4.1; peer: its
 * {@code rationale_benchmark}. Words with high signed scores toward the explained target count as the attribution's
 * rationale; where k words are asked for, ERASER takes the mean length of the rationales of a data set. The uncertainty is
 * how far a number changes at most in 200 draws of the scores within their error bars. No evaluation of a model is needed.
 */
public final class RationaleAgreement {

    private static final double MATCH = 0.5;

    private final UnitScores scores;
    private final Rationale rationale;
    private final UnaryOperator<Draw> view;

    private RationaleAgreement(UnitScores scores, Rationale rationale, UnaryOperator<Draw> view) {
        this.scores = scores;
        this.rationale = rationale;
        this.view = view;
    }

    /**
     * Compares with marked stretches of the text.
     *
     * @param attribution the scores
     * @param rationale UTF-16 offsets of the stretches; a word belongs to it if it is touched
     * @return the agreement
     * @throws UndefinedMetricException if the rationale is empty or covers all words, or the scores are all equal, of one
     *     word alone or no finite numbers
     * @throws IllegalArgumentException if a stretch holds no word of the text
     */
    public static RationaleAgreement of(Attribution attribution, List<Span> rationale) {
        UnitScores scores =
                UnitScores.ofWords(attribution, "Rationale agreement").requireOrder("Rationale agreement");
        return new RationaleAgreement(scores, Rationale.of(attribution, rationale), UnaryOperator.identity());
    }

    /**
     * Compares with words of the text.
     *
     * @param attribution the scores
     * @param rationale words or phrases, each at one place
     * @return the agreement
     * @throws UndefinedMetricException as for spans
     * @throws IllegalArgumentException if a word is absent or stands at several places
     */
    public static RationaleAgreement of(Attribution attribution, WordSelector... rationale) {
        return of(
                attribution,
                Arrays.stream(rationale)
                        .map(selector -> place(attribution, selector))
                        .toList());
    }

    private static Span place(Attribution attribution, WordSelector selector) {
        List<WordSelection> found = selector.in(attribution);
        if (found.size() != 1) {
            throw new IllegalArgumentException("The rationale names " + selector + ", which stands at " + found.size()
                    + " places of \"" + attribution.text()
                    + "\". Name a word of the text, and one of several by occurrence(n).");
        }
        return found.get(0).span();
    }

    /**
     * Looks for words with large magnitudes in place of high scores, for methods without a sign such as {@code Saliency}.
     *
     * @return a changed copy
     * @throws UndefinedMetricException if all words have the same magnitude
     */
    public RationaleAgreement byMagnitude() {
        return new RationaleAgreement(
                scores.requireOrder("Rationale agreement", Draw::magnitudes), rationale, Draw::magnitudes);
    }

    /**
     * Returns the number of words of the rationale, a usual choice of k.
     *
     * @return at least 1
     */
    public int size() {
        return rationale.words().cardinality();
    }

    /**
     * Returns the area under the precision-recall curve of the scores, by trapezoids as ERASER has it.
     *
     * @return from 0 to 1; scores without relation to the rationale come near its share of the words
     */
    public MetricResult auprc() {
        return result(
                "AUPRC",
                Map.of(),
                draw -> PrecisionRecall.of(draw.scores(), rationale.words()).area());
    }

    /**
     * Returns the average precision of the scores: the area under the precision-recall curve by steps, which is a little
     * less optimistic between few words.
     *
     * @return from 0 to 1
     */
    public MetricResult averagePrecision() {
        return result(
                "AveragePrecision",
                Map.of(),
                draw -> PrecisionRecall.of(draw.scores(), rationale.words()).averagePrecision());
    }

    /**
     * Returns the F1 of the k highest words: 2·|A ∩ R| / (|A| + |R|), ERASER's token F1 of one text.
     *
     * @param k number of words that the attribution gives as reason
     * @return from 0 to 1
     * @throws IllegalArgumentException if k is less than 1 or more than there are words
     */
    public MetricResult tokenF1(int k) {
        return ofTop("TokenF1", k, top -> {
            BitSet both = (BitSet) top.clone();
            both.and(rationale.words());
            return 2.0 * both.cardinality() / (k + size());
        });
    }

    /**
     * Returns the intersection over union of the k highest words and the rationale: |A ∩ R| / |A ∪ R|.
     *
     * @param k number of words that the attribution gives as reason
     * @return from 0 to 1
     * @throws IllegalArgumentException if k is less than 1 or more than there are words
     */
    public MetricResult iou(int k) {
        return ofTop("IOU", k, top -> RankAgreement.jaccard(top, rationale.words()));
    }

    /**
     * Returns ERASER's IOU F1 of one text: runs of neighbouring words among the k highest match if their intersection over
     * union with a stretch of the rationale is at least one half; F1 of the matches.
     *
     * @param k number of words that the attribution gives as reason
     * @return from 0 to 1
     * @throws IllegalArgumentException if k is less than 1 or more than there are words
     */
    public MetricResult iouF1(int k) {
        return ofTop("IOUF1", k, top -> {
            Set<Rationale.Run> runs = Rationale.runs(top);
            double matches = runs.stream()
                    .filter(run -> rationale.runs().stream().anyMatch(marked -> run.iou(marked) >= MATCH))
                    .count();
            double precision = matches / runs.size();
            double recall = matches / rationale.runs().size();
            return matches == 0 ? 0 : 2 * precision * recall / (precision + recall);
        });
    }

    private MetricResult ofTop(String name, int k, ToDoubleFunction<BitSet> number) {
        if (k < 1 || k > scores.size()) {
            throw new IllegalArgumentException("The text has " + scores.size() + " words, so that k = " + k
                    + " of them cannot be its reasons. Take size(), or another number from 1 to " + scores.size()
                    + ".");
        }
        return result(name, Map.of("k", Integer.toString(k)), draw -> number.applyAsDouble(draw.top(k)));
    }

    private MetricResult result(String name, Map<String, String> parameters, ToDoubleFunction<Draw> number) {
        ScoreDraws draws = scores.draws(1).map(view);
        return new MetricResult(
                name,
                parameters,
                number.applyAsDouble(draws.nominal()),
                draws.spread(number),
                0,
                scores.caveat(),
                Map.of());
    }
}
