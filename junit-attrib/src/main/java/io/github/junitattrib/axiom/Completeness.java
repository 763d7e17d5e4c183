package io.github.junitattrib.axiom;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.TargetScore;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.method.AttributionMethod;
import io.github.junitattrib.method.Question;
import io.github.junitattrib.model.TextClassifier;
import java.util.ArrayList;
import java.util.List;

/**
 * Completeness: the scores sum to F(x) − F(x'), and F(x) is what the model says of the text.
 *
 * <p>Source: M. Sundararajan, A. Taly, Q. Yan, Axiomatic Attribution for Deep Networks, 2017, proposition 1. The sum may be
 * off by three times the error bars and by the gap that the method was allowed; how large it is in the unit of the scores
 * is {@link Attribution#delta()}.
 */
public final class Completeness {

    /** How far the score from word embeddings may be from the ordinary one, as methods ask before they begin. */
    private static final double FIDELITY = 1e-5;

    private Completeness() {}

    /**
     * Runs a method and compares.
     *
     * @param model the model to explain
     * @param method the method with its options
     * @param question text, target and baseline
     * @return inconclusive if the method claims no sum
     * @throws io.github.junitattrib.AttributionException if the model, the text or the target does not allow it
     */
    public static ScoreAgreement measure(TextClassifier model, AttributionMethod method, Question question) {
        Attribution attribution = method.attribute(model, question);
        if (!attribution.claimsCompleteness()) {
            return ScoreAgreement.impossible(
                    attribution.method().name() + " claims no sum of its scores", List.of(attribution));
        }
        double input = attribution.target() instanceof TargetScore.HiddenUnit
                ? attribution.inputScore()
                : attribution
                        .target()
                        .value(model.predict(question.text()).scores().stream()
                                .mapToDouble(score -> score)
                                .toArray());
        double limit = attribution.convergence().deltaLimit();
        List<Comparison> comparisons = new ArrayList<>(compare(attribution, input, attribution.baselineScore()));
        comparisons.set(0, comparisons.get(0).allowing(Double.isFinite(limit) ? limit : 0));
        comparisons.set(1, comparisons.get(1).allowing(FIDELITY * Math.max(1, Math.abs(input))));
        return new ScoreAgreement(comparisons, List.of(attribution));
    }

    /**
     * Compares an attribution with the explained number of its two ends, however that was found.
     *
     * @param attribution what is judged
     * @param input F(x)
     * @param baseline F(x')
     * @return the sum, F(x), and F(x') if the attribution has one
     */
    public static List<Comparison> compare(Attribution attribution, double input, double baseline) {
        double range = input - baseline;
        double scale = Math.max(Math.abs(range), attribution.maxMagnitude());
        double sum = 0;
        double bars = 0;
        for (TokenScore token : attribution.tokens()) {
            sum += token.score();
            bars += token.uncertainty();
        }
        List<Comparison> comparisons = new ArrayList<>();
        comparisons.add(Comparison.equal("the sum of the scores", range, sum, bars, scale));
        comparisons.add(reported("F(x)", input, attribution.inputScore(), scale));
        if (attribution.claimsCompleteness()) {
            comparisons.add(reported("F(x')", baseline, attribution.baselineScore(), scale));
        }
        return comparisons;
    }

    private static Comparison reported(String what, double expected, double seen, double scale) {
        return Comparison.equal(what + " of the attribution", expected, seen, 0, scale);
    }
}
