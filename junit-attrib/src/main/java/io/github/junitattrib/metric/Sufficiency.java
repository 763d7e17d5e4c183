package io.github.junitattrib.metric;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.model.TextClassifier;
import java.util.Objects;

/**
 * Sufficiency: how much the score falls where nothing is left but the words that the attribution ranks highest,
 * (1/|B|) Σ_q (m(x) − m(the top q alone)). Low is good: the words that were named suffice. It is below 0 where they speak
 * for the class even more than the whole text.
 *
 * <p>Source: J. DeYoung et al., ERASER: A Benchmark to Evaluate Rationalized NLP Models, 2020, section 4.2, equations 2 and
 * 3; peer: its {@code rationale_benchmark}, which averages over the five bins alone where equation 3 also counts an empty
 * one. Words, bins, cost and uncertainty are those of {@link Comprehensiveness}.
 *
 * @param erasure bins, units, removal and the measured number
 */
public record Sufficiency(Erasure erasure) implements FaithfulnessMetric {

    /** Makes the metric with ERASER's choices. */
    public Sufficiency() {
        this(Erasure.DEFAULT);
    }

    /**
     * Checks the options.
     *
     * @param erasure bins, units, removal and the measured number
     */
    public Sufficiency {
        Objects.requireNonNull(erasure, "The options must not be null. Leave them out for ERASER's.");
    }

    @Override
    public MetricResult measure(TextClassifier model, Attribution attribution) {
        return new TopUnits("Sufficiency", erasure, (top, units) -> top).measure(model, attribution);
    }
}
