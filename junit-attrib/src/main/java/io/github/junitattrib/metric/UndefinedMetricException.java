package io.github.junitattrib.metric;

import io.github.junitattrib.AttributionException;

/**
 * Thrown where a metric has no value: the scores are all equal or no numbers, there is one word alone, the rationale is
 * empty, or the method does not claim what is measured.
 */
public final class UndefinedMetricException extends AttributionException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message which metric has no value, why, and what to do
     */
    public UndefinedMetricException(String message) {
        super(message);
    }
}
