package io.github.junitattrib.axiom;

/**
 * A point in shares: how far each part of a text is on its way to the baseline, or whether it is taken away.
 *
 * @param shares one for each part, or for each dimension of each part; 0 leaves it
 * @param point its name
 */
@SuppressWarnings("ArrayRecordComponent") // read-only inside this package, never compared
record Probe(double[] shares, ProbePoint point) {}
