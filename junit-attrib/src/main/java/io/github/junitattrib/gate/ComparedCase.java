package io.github.junitattrib.gate;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Span;
import io.github.junitattrib.WordScore;
import io.github.junitattrib.corpus.CorpusCase;
import io.github.junitattrib.metric.MetricResult;
import io.github.junitattrib.metric.RankAgreement;
import io.github.junitattrib.metric.UndefinedMetricException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A case of the corpus as both models explain it, toward the same class.
 *
 * @param origin the case
 * @param released how the released model explains it
 * @param candidate how the candidate does
 * @param agreement Spearman's correlation of both models' word scores; empty if there is none, as of a single word
 */
public record ComparedCase(CorpusCase origin, Attribution released, Attribution candidate, Optional<Figure> agreement) {

    private static final Figure UNKNOWN = new Figure(0, -1, 1);

    /** A correlation of equal numbers is 1 up to this. */
    private static final double ROUNDING = 1e-9;

    private static final double PLACES = 1e9;

    static ComparedCase of(CorpusCase origin, Attribution released, Attribution candidate) {
        return new ComparedCase(origin, released, candidate, agreement(released, candidate));
    }

    private static Optional<Figure> agreement(Attribution released, Attribution candidate) {
        if (released.words().size() < 2) {
            return Optional.empty();
        }
        boolean known = isConclusive(released) && isConclusive(candidate);
        try {
            MetricResult spearman = RankAgreement.between(released.withVerdictBars(), candidate.withVerdictBars())
                    .spearman();
            return Optional.of(
                    known && spearman.converged()
                            ? Figure.of(spearman.value(), spearman.uncertainty())
                                    .within(-1, 1)
                            : new Figure(spearman.value(), -1, 1));
        } catch (UndefinedMetricException e) {
            if (!known) {
                return Optional.of(UNKNOWN);
            }
            // All words are equal: in both models, or in one, where nothing is left of the other's reasons.
            return hasOrder(released) || hasOrder(candidate) ? Optional.of(Figure.exact(0)) : Optional.empty();
        }
    }

    private static boolean hasOrder(Attribution attribution) {
        return attribution.words().stream()
                        .mapToDouble(WordScore::score)
                        .distinct()
                        .count()
                > 1;
    }

    /**
     * Names the case: its id, or its text.
     *
     * @return what known failures call it
     */
    public String name() {
        return origin.id().orElse(origin.text());
    }

    /**
     * Finds a word.
     *
     * @param word in lower case, as {@link WordShare#word()}
     * @return where it stands in the text
     */
    public List<Span> places(String word) {
        return candidate.words().stream()
                .filter(one -> WordShares.lower(one).equals(word))
                .map(WordScore::span)
                .toList();
    }

    /**
     * Says whether both methods met their tolerance, and gave numbers.
     *
     * @return false if the numbers say nothing
     */
    public boolean isConclusive() {
        return isConclusive(released) && isConclusive(candidate);
    }

    private static boolean isConclusive(Attribution attribution) {
        return attribution.convergence().converged()
                && attribution.words().stream().allMatch(word -> Double.isFinite(word.score()));
    }

    /**
     * Says whether the models predict different classes.
     *
     * @return true if so
     */
    public boolean isPredictionChanged() {
        return released.prediction().contradicts(candidate.prediction());
    }

    /**
     * Says whether the reasons changed although the prediction stayed.
     *
     * @param least the lowest Spearman correlation of word scores that counts as the same reasons
     * @return false too if nothing can be correlated
     */
    public boolean hasOtherReasons(double least) {
        return !isPredictionChanged()
                && isConclusive()
                && agreement.filter(figure -> isBelow(figure.value(), least)).isPresent();
    }

    static boolean isBelow(double correlation, double least) {
        return correlation < least - ROUNDING;
    }

    /** A correlation, or the mean of some, without what rounding may have taken. */
    static double rounded(double correlation) {
        return Math.rint(correlation * PLACES) / PLACES;
    }

    /** Whether the candidate misses what the released model gets right. */
    boolean isLost() {
        return isCandidateWrong() && !isReleasedWrong();
    }

    /** Whether the candidate gets right what the released model misses. */
    boolean isWon() {
        return isReleasedWrong() && !isCandidateWrong();
    }

    /**
     * Says whether the released model predicts another class than a person gave.
     *
     * @return false too if no person gave one
     */
    public boolean isReleasedWrong() {
        return isWrong(released);
    }

    /**
     * Says whether the candidate predicts another class than a person gave.
     *
     * @return false too if no person gave one
     */
    public boolean isCandidateWrong() {
        return isWrong(candidate);
    }

    private boolean isWrong(Attribution attribution) {
        return origin.label()
                .filter(gold -> !gold.equals(attribution.prediction().label()))
                .isPresent();
    }

    /**
     * Says whether a word that no person marked leads the candidate's explanation, by more than the error bars.
     *
     * @return false too if nothing is marked, or the method did not converge
     */
    public boolean isViolated() {
        return candidateOrder() == RationaleOrder.VIOLATED;
    }

    RationaleOrder releasedOrder() {
        return order(released);
    }

    RationaleOrder candidateOrder() {
        return order(candidate);
    }

    private RationaleOrder order(Attribution attribution) {
        return origin.label().isPresent()
                ? RationaleOrder.of(attribution, origin.rationale())
                : RationaleOrder.NOT_ASKED;
    }

    /** Whether another word leads than before, whatever the error bars. */
    TopWord topWord() {
        return isConclusive() ? TopWord.of(released.withVerdictBars(), candidate.withVerdictBars()) : TopWord.UNCLEAR;
    }

    /** How much it deserves a look: a lost case above a newly violated rationale, above other reasons. */
    double severity() {
        boolean newlyViolated = isViolated() && releasedOrder() != RationaleOrder.VIOLATED;
        return (isLost() ? 4 : 0) + (newlyViolated ? 2 : 0) + (isPredictionChanged() ? 1 : 0) + moved();
    }

    /** How far the words are from their order in the released model: 0 for the same, 1 for the opposite. */
    double moved() {
        return agreement.map(figure -> (1 - rounded(figure.value())) / 2).orElse(0.0);
    }

    /**
     * Says in a few words what became of the case.
     *
     * @param settings by which its reasons count as the same
     * @return such as {@code was POSITIVE, is NEGATIVE}
     */
    public List<String> findings(GateSettings settings) {
        List<String> findings = new ArrayList<>();
        if (isPredictionChanged()) {
            findings.add("was " + released.prediction().label() + ", is "
                    + candidate.prediction().label());
        }
        origin.label()
                .ifPresent(gold -> findings.add("labeled " + gold + (isCandidateWrong() ? ", which it misses" : "")));
        findings.add("led by \"" + candidate.ranking().get(0).text() + "\""
                + (isViolated() ? ", which nobody marked as reason; before by" : ", before by") + " \""
                + released.ranking().get(0).text() + "\"");
        agreement.ifPresent(figure -> findings.add((hasOtherReasons(settings.agreement()) ? "other reasons: " : "")
                + String.format(Locale.ROOT, "Spearman correlation %.2f", figure.value())));
        CompletenessGap.of(candidate)
                .map(gap -> String.format(Locale.ROOT, "%.2f", gap.value()))
                .filter(gap -> !gap.equals("0.00"))
                .ifPresent(gap -> findings.add("completeness gap " + gap));
        if (!isConclusive()) {
            findings.add("the method did not converge");
        }
        return List.copyOf(findings);
    }
}
