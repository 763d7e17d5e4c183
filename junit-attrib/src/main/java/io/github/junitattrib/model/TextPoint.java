package io.github.junitattrib.model;

import io.github.junitattrib.TargetScore;
import io.github.junitattrib.text.TokenizedText;
import java.util.Objects;

/**
 * A point in the embeddings of one text, among those of other texts.
 *
 * @param text whose positions, token types and mask the point has [T]
 * @param point z [T·D]
 * @param target t, the number that is differentiated
 */
@SuppressWarnings("ArrayRecordComponent") // passed on for one call, never compared
public record TextPoint(TokenizedText text, double[] point, TargetScore target) {

    /**
     * Checks the parts.
     *
     * @param text whose positions, token types and mask the point has [T]
     * @param point z [T·D]
     * @param target t, the number that is differentiated
     */
    public TextPoint {
        Objects.requireNonNull(text, "The text of a point must not be null.");
        Objects.requireNonNull(point, "The point must not be null.");
        Objects.requireNonNull(target, "The target must not be null.");
    }
}
