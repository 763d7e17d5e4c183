package io.github.junitattrib.assertj;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.corpus.CorpusCase;
import io.github.junitattrib.method.AttributionRequest;
import java.util.Optional;

/** Judges many texts one after the other, and keeps no more of them than the outcome shows. */
interface Tally {

    /** Hears of a text, with what a corpus says of it. */
    void add(AttributionRequest request, Attribution attribution, Optional<CorpusCase> noted);

    /** Says what all of them come to; there must have been one. */
    Outcome outcome();
}
