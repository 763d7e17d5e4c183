package io.github.junitattrib.metric;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.model.TextClassifier;
import java.util.BitSet;
import java.util.Objects;

/**
 * Comprehensiveness: how much the score falls without the words that the attribution ranks highest, (1/|B|) Σ_q (m(x) −
 * m(x without the top q)). High is good: the words that were named were needed.
 *
 * <p>Source: J. DeYoung et al., ERASER: A Benchmark to Evaluate Rationalized NLP Models, 2020, section 4.2, equations 1 and
 * 3; peer: its {@code rationale_benchmark}, which averages over the five bins alone where equation 3 also counts an empty
 * one. The top q of n words are the ⌈q·n⌉ with the highest signed scores; the parts of the result are the bins. In short
 * texts several bins hold the same words.
 *
 * <p>It works with any classifier (rung 1) and costs one evaluation for the prediction, one for the text and one for each
 * set of words: one per bin, and at most 20 more per bin where error bars or ties leave open which words these are. How
 * much other choices change the value is its uncertainty.
 *
 * @param erasure bins, units, removal and the measured number
 */
public record Comprehensiveness(Erasure erasure) implements FaithfulnessMetric {

    /** Makes the metric with ERASER's choices. */
    public Comprehensiveness() {
        this(Erasure.DEFAULT);
    }

    /**
     * Checks the options.
     *
     * @param erasure bins, units, removal and the measured number
     */
    public Comprehensiveness {
        Objects.requireNonNull(erasure, "The options must not be null. Leave them out for ERASER's.");
    }

    @Override
    public MetricResult measure(TextClassifier model, Attribution attribution) {
        return new TopUnits("Comprehensiveness", erasure, (top, units) -> {
                    BitSet left = new BitSet();
                    left.set(0, units);
                    left.andNot(top);
                    return left;
                })
                .measure(model, attribution);
    }
}
