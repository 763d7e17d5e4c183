package io.github.junitattrib.metric;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.model.TextClassifier;

/**
 * A metric that asks the model whether an attribution names what it uses.
 *
 * <p>Metrics are immutable and compare by their options. What samples has a seed, and gives the same numbers on every
 * thread.
 */
public interface FaithfulnessMetric {

    /**
     * Computes the metric for one text.
     *
     * @param model the model that the attribution explains
     * @param attribution the scores to be judged
     * @return the value with its error bar
     * @throws UndefinedMetricException if the metric has no value for these scores
     * @throws IllegalArgumentException if scores and units of the text do not fit together
     * @throws io.github.junitattrib.AttributionException if the model or the text does not allow it
     */
    MetricResult measure(TextClassifier model, Attribution attribution);
}
