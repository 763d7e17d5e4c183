package io.github.junitattrib.approved;

import io.github.junitattrib.Span;
import io.github.junitattrib.TokenScore;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A token of an approved attribution as a file holds it: one line. */
record ApprovedToken(
        @Nullable String token,
        @Nullable Integer start,
        @Nullable Integer end,
        @Nullable Integer word,
        @Nullable Boolean special,
        @Nullable Double score,
        @Nullable Double uncertainty) {

    /**
     * Returns the score.
     *
     * @param text that it is a piece of
     * @param check of this token
     * @throws IllegalArgumentException if a field is missing or cannot be what it is
     */
    TokenScore score(String text, EntryCheck check) {
        String piece = check.present("token", token);
        EntryCheck named = new EntryCheck(check.subject() + " \"" + piece + "\"");
        Optional<Span> span = span(text, named);
        if (word != null && span.isEmpty()) {
            throw named.problem("belongs to word " + word + ", but has no \"start\" and \"end\"");
        }
        double bar = named.finite("uncertainty", uncertainty);
        if (bar < 0) {
            throw named.problem("has a negative \"uncertainty\": " + bar);
        }
        return new TokenScore(
                piece,
                span,
                word == null ? OptionalInt.empty() : OptionalInt.of(word),
                special != null && special,
                named.finite("score", score),
                bar);
    }

    private Optional<Span> span(String text, EntryCheck check) {
        if (start == null && end == null) {
            return Optional.empty();
        }
        if (start == null || end == null) {
            throw check.problem("has only one of \"start\" and \"end\"");
        }
        if (start < 0 || end < start || end > text.length()) {
            throw check.problem("starts at " + start + " and ends at " + end + ", but the text at " + text.length());
        }
        return Optional.of(new Span(start, end));
    }
}
