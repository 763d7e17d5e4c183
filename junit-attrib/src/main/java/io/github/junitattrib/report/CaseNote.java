package io.github.junitattrib.report;

import java.util.Optional;

/**
 * What a corpus says of a text.
 *
 * @param label the class that people gave it; empty if they disagree
 * @param origin where it stands, such as {@code reviews.jsonl, line 12 (x1)}, or the places; empty text if it is of no
 *     file
 */
public record CaseNote(Optional<String> label, String origin) {}
