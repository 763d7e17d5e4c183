package io.github.junitattrib;

import java.util.List;

/** Implemented by errors of checks on attributions: the evidence that reports draw. */
public interface AttributionFailure {

    /**
     * Returns the attribution that was judged.
     *
     * @return the attribution
     */
    Attribution attribution();

    /**
     * Returns the stretches of the text that the check named, to be marked in the report.
     *
     * @return spans of the text; empty if the check named none
     */
    List<Span> marked();

    /**
     * Returns the outcome.
     *
     * @return {@link Verdict#FAIL} or {@link Verdict#INCONCLUSIVE}
     */
    Verdict verdict();
}
