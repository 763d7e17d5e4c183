package io.github.junitattrib.assertj;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.method.AttributionRequest;

/** Judges many texts one after the other, and keeps no more of them than the outcome shows. */
interface Tally {

    /** Hears of a text. */
    void add(AttributionRequest request, Attribution attribution);

    /** Says what all of them come to; there must have been one. */
    Outcome outcome();
}
