package io.github.junitattrib.axiom;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Scores beside those that an axiom asks for.
 *
 * @param comparisons one for each number, in the order of the text
 * @param attributions all that the method gave for them
 * @param obstacle why the scores cannot be compared; empty text if they can
 */
public record ScoreAgreement(List<Comparison> comparisons, List<Attribution> attributions, String obstacle) {

    /**
     * Copies the lists.
     *
     * @param comparisons one for each number, in the order of the text
     * @param attributions all that the method gave for them
     * @param obstacle why the scores cannot be compared; empty text if they can
     */
    public ScoreAgreement {
        comparisons = List.copyOf(comparisons);
        attributions = List.copyOf(attributions);
    }

    /**
     * Compares without an obstacle.
     *
     * @param comparisons one for each number, in the order of the text
     * @param attributions all that the method gave for them
     */
    public ScoreAgreement(List<Comparison> comparisons, List<Attribution> attributions) {
        this(comparisons, attributions, "");
    }

    static ScoreAgreement impossible(String obstacle, List<Attribution> attributions) {
        return new ScoreAgreement(List.of(), attributions, obstacle);
    }

    /**
     * Judges all numbers: one that is off by more than its error bars fails them, whether or not the method thinks that it
     * is done; they pass only where every number holds and the method has converged.
     *
     * @return inconclusive too if nothing was compared
     */
    public Verdict verdict() {
        if (!obstacle.isEmpty()) {
            return Verdict.INCONCLUSIVE;
        }
        if (first(Verdict.FAIL).isPresent()) {
            return Verdict.FAIL;
        }
        boolean open = comparisons.isEmpty()
                || first(Verdict.INCONCLUSIVE).isPresent()
                || unconverged().isPresent();
        return open ? Verdict.INCONCLUSIVE : Verdict.PASS;
    }

    /**
     * Returns the first number of a verdict.
     *
     * @param verdict which one
     * @return empty if no number has it
     */
    public Optional<Comparison> first(Verdict verdict) {
        return comparisons.stream().filter(each -> each.verdict() == verdict).findFirst();
    }

    /**
     * Returns the number that is off by most, measured by its tolerance.
     *
     * @return empty if no number fails
     */
    public Optional<Comparison> worst() {
        return comparisons.stream()
                .filter(each -> each.verdict() == Verdict.FAIL)
                .max(Comparator.comparingDouble(each -> Math.abs(each.seen() - each.expected()) - each.tolerance()));
    }

    /**
     * Returns the attribution that keeps the others from a verdict.
     *
     * @return the first that has not converged; empty where numbers are compared to the last bit, as what is the same is
     *     the same, however far from the limit
     */
    public Optional<Attribution> unconverged() {
        return comparisons.stream().allMatch(each -> each.kind() == Comparison.Kind.SAME)
                ? Optional.empty()
                : attributions.stream()
                        .filter(attribution -> !attribution.convergence().converged())
                        .findFirst();
    }

    /**
     * Says why there is no verdict.
     *
     * @return part of a sentence, for an inconclusive verdict
     */
    public String open() {
        if (!obstacle.isEmpty()) {
            return obstacle;
        }
        return first(Verdict.INCONCLUSIVE)
                .map(Comparison::open)
                .or(() -> unconverged()
                        .map(each -> "the method has not converged: "
                                + each.convergence().remedy().replaceFirst("\\.$", "")))
                .orElse("nothing was compared");
    }
}
