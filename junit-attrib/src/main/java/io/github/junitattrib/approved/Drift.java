package io.github.junitattrib.approved;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Span;
import io.github.junitattrib.Verdict;
import io.github.junitattrib.WordScore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * How an attribution differs from the approved one of the same text, in the signs and the order of its words.
 *
 * <p>Scores are measured by the largest magnitude of their own side, so that a release with larger logits has not drifted.
 * The order is Somers' D (1962) of the present scores given the approved ones: of all pairs of words that are clearly apart
 * in the approved attribution, the share that keeps its order less the share that reverses it. Pairs that have come closer
 * than half a tie count for neither: half, so that a pair just beyond it does not depend on the last digit.
 */
public final class Drift {

    private final Attribution approved;
    private final Attribution now;
    private final DriftTolerance tolerance;
    private final List<WordDrift> words;
    private final double approvedTie;
    private final double tie;

    private Drift(Attribution approved, Attribution now, DriftTolerance tolerance, List<WordDrift> words) {
        this.approved = approved;
        this.now = now;
        this.tolerance = tolerance;
        this.words = words;
        this.approvedTie =
                tolerance.tie() * largest(words, word -> word.approved().score());
        this.tie = tolerance.tie() * largest(words, word -> word.now().score());
    }

    /**
     * Compares two attributions.
     *
     * @param approved what was accepted
     * @param now what the model gives
     * @param tolerance how far they may be apart
     * @return their differences; without words if the texts are cut into other words, or other numbers are explained
     * @throws IllegalArgumentException if they explain other texts
     */
    public static Drift between(Attribution approved, Attribution now, DriftTolerance tolerance) {
        if (!approved.text().equals(now.text())) {
            throw new IllegalArgumentException("Attributions of two texts cannot be compared: \"" + approved.text()
                    + "\" and \"" + now.text() + "\". Give two of one text.");
        }
        return new Drift(approved, now, tolerance, paired(approved, now));
    }

    private static List<WordDrift> paired(Attribution approved, Attribution now) {
        List<WordScore> before = approved.words();
        List<WordScore> after = now.words();
        if (!spans(before).equals(spans(after)) || !approved.label().equals(now.label())) {
            return List.of();
        }
        Map<Span, Integer> oldRanks = ranks(approved);
        Map<Span, Integer> ranks = ranks(now);
        List<WordDrift> paired = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            Span span = before.get(i).span();
            paired.add(new WordDrift(
                    before.get(i), oldRanks.getOrDefault(span, 0), after.get(i), ranks.getOrDefault(span, 0)));
        }
        return List.copyOf(paired);
    }

    private static List<Span> spans(List<WordScore> words) {
        return words.stream().map(WordScore::span).toList();
    }

    private static Map<Span, Integer> ranks(Attribution attribution) {
        Map<Span, Integer> ranks = new HashMap<>();
        attribution.ranking().forEach(word -> ranks.put(word.span(), ranks.size() + 1));
        return ranks;
    }

    private static double largest(List<WordDrift> words, ToDoubleFunction<WordDrift> score) {
        return words.stream().mapToDouble(score).map(Math::abs).max().orElse(0);
    }

    /**
     * Returns what was accepted.
     *
     * @return the approved attribution
     */
    public Attribution approved() {
        return approved;
    }

    /**
     * Returns what the model gives.
     *
     * @return the present attribution
     */
    public Attribution now() {
        return now;
    }

    /**
     * Returns what is allowed.
     *
     * @return the tolerance of the comparison
     */
    public DriftTolerance tolerance() {
        return tolerance;
    }

    /**
     * Returns the words on both sides, in the order of the text.
     *
     * @return empty if the two sides cut the text into other words, or explain other numbers
     */
    public List<WordDrift> words() {
        return words;
    }

    /**
     * Says whether the text is cut into the same words.
     *
     * @return false if words cannot be compared
     */
    public boolean hasSameWords() {
        return spans(approved.words()).equals(spans(now.words()));
    }

    /**
     * Says whether another number is explained, as after {@link #changesPrediction()} where the predicted class is: its words
     * have other scores whatever the reasons.
     *
     * @return true if the labels of the targets differ
     */
    public boolean changesTarget() {
        return !approved.label().equals(now.label());
    }

    /**
     * Says whether the model predicts another class, or other labels where each stands for itself; a regression predicts
     * none.
     *
     * @return true if so, whatever the reasons
     */
    public boolean changesPrediction() {
        return approved.prediction().contradicts(now.prediction());
    }

    /**
     * Returns the words whose sign has changed beyond the tie and the error bars of both sides.
     *
     * @return in the order of the text
     */
    public List<WordDrift> flips() {
        return words.stream()
                .filter(word -> hasClearSign(word) && along(word) <= -tie && -along(word) > bar(word))
                .toList();
    }

    private long possibleFlips() {
        return words.stream()
                .filter(word -> hasClearSign(word) && along(word) - bar(word) < -tie)
                .count();
    }

    private boolean hasClearSign(WordDrift word) {
        double before = Math.abs(word.approved().score());
        return before >= approvedTie && before > word.approved().uncertainty();
    }

    /** The score now, positive where it has the approved sign. */
    private static double along(WordDrift word) {
        return word.now().score() * Math.signum(word.approved().score());
    }

    private static double bar(WordDrift word) {
        return word.now().uncertainty();
    }

    /**
     * Returns the word that clearly had the highest score and clearly has it no more.
     *
     * @return empty if the top was kept, or was clear on neither side
     */
    public Optional<WordDrift> lostTop() {
        return clearTop().filter(top -> isOvertaken(top, 1));
    }

    private boolean mayLoseTop() {
        return clearTop().filter(top -> isOvertaken(top, -1)).isPresent();
    }

    private Optional<WordDrift> clearTop() {
        return words.stream()
                .filter(top -> words.size() > 1
                        && words.stream().allMatch(other -> other.equals(top) || isClearlyAbove(top, other)))
                .findFirst();
    }

    /** With a side of 1 beyond the error bars, with one of −1 possibly. */
    private boolean isOvertaken(WordDrift top, int side) {
        return words.stream()
                .anyMatch(other -> !other.equals(top)
                        && other.now().score() - top.now().score() - side * (bar(top) + bar(other)) > tie);
    }

    /** Beyond tie and error bars, so that the same numbers again are in the same order whatever the bars. */
    private boolean isClearlyAbove(WordDrift high, WordDrift low) {
        double bars = high.approved().uncertainty() + low.approved().uncertainty();
        return high.approved().score() - low.approved().score() > approvedTie + bars;
    }

    /**
     * Returns how much of the order was kept: Somers' D.
     *
     * @return from −1, where every pair is reversed, to 1; NaN if no two words are clearly apart in the approved attribution
     */
    public double order() {
        return order(0);
    }

    /** The order if all error bars point to one side: −1 against the approved order, 1 for it. */
    private double order(int side) {
        int pairs = 0;
        int sum = 0;
        for (WordDrift high : words) {
            for (WordDrift low : words) {
                if (isClearlyAbove(high, low)) {
                    double apart = high.now().score() - low.now().score() + side * (bar(high) + bar(low));
                    sum += apart > tie / 2 ? 1 : apart < -tie / 2 ? -1 : 0;
                    pairs++;
                }
            }
        }
        return pairs == 0 ? Double.NaN : (double) sum / pairs;
    }

    /**
     * Says whether the approved attribution has an order to keep.
     *
     * @return false if no two of its words are clearly apart, so that nothing can drift
     */
    public boolean hasOrder() {
        return !Double.isNaN(order());
    }

    /**
     * Judges the drift.
     *
     * @return {@link Verdict#FAIL} if prediction, words, signs, top word or order clearly went beyond the tolerance;
     *     {@link Verdict#INCONCLUSIVE} if error bars decide it, or there is no order to keep
     */
    public Verdict verdict() {
        boolean broken = changesPrediction()
                || !hasSameWords()
                || flips().size() > tolerance.flips()
                || (tolerance.keepsTop() && lostTop().isPresent())
                || order(1) < tolerance.order();
        if (broken) {
            return Verdict.FAIL;
        }
        boolean clear = possibleFlips() <= tolerance.flips()
                && !(tolerance.keepsTop() && mayLoseTop())
                && order(-1) >= tolerance.order();
        return clear ? Verdict.PASS : Verdict.INCONCLUSIVE;
    }
}
