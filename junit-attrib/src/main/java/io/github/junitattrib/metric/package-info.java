/**
 * Metrics on attributions, computed and not asserted: does an attribution name what the model uses, what a person would
 * name, what another method names?
 *
 * <p>Open {@link io.github.junitattrib.metric.FaithfulnessMetric} for those that ask the model, {@link
 * io.github.junitattrib.metric.RankAgreement} for two attributions, {@link
 * io.github.junitattrib.metric.RationaleAgreement} for an attribution and a person.
 */
@NullMarked
package io.github.junitattrib.metric;

import org.jspecify.annotations.NullMarked;
