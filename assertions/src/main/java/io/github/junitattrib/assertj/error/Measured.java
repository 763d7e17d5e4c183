package io.github.junitattrib.assertj.error;

import io.github.junitattrib.Verdict;
import io.github.junitattrib.metric.MetricResult;

/**
 * A metric against the bound that a test gives for it.
 *
 * @param name names the number in a sentence, such as {@code Spearman correlation}
 * @param bound what it should be
 * @param result what it is
 */
public record Measured(String name, Bound bound, MetricResult result) {

    /**
     * Says whether the number is within its bound.
     *
     * @return inconclusive where its error bar reaches over the bound, or the metric says that its numbers do not suffice
     */
    public Verdict verdict() {
        return result.converged()
                ? bound.verdict(Estimate.of(result.value(), result.uncertainty()))
                : Verdict.INCONCLUSIVE;
    }

    /** The number alone. */
    String value() {
        return Numbers.ofShares().plain(result.value());
    }

    /** The number with its error bar, for the facts. */
    String withBar() {
        Numbers numbers = Numbers.ofShares();
        return name + " " + numbers.plain(result.value()) + "  (" + numbers.uncertainty(result.uncertainty()) + ")";
    }

    /**
     * Why there is no verdict, and what to do.
     *
     * @param tighter what to do if the error bar is too wide
     */
    CannotTell unclear(String question, String tighter, Evidence evidence) {
        return result.converged()
                ? CannotTell.because(
                        question,
                        "it is " + value() + " and may be off by "
                                + Numbers.ofShares().plain(result.uncertainty())
                                + " within the error bars of the scores",
                        tighter,
                        evidence)
                : CannotTell.because(question, "the scores are not good enough", result.remedy(), evidence);
    }
}
