package io.github.junitattrib.approved;

import org.jspecify.annotations.Nullable;

/**
 * Refuses what an entry of a file lacks, and numbers that are none.
 *
 * @param subject what messages begin with, such as {@code the entry of "a good film"}
 */
record EntryCheck(String subject) {

    /** Returns the check of a part of the entry. */
    EntryCheck of(String part) {
        return new EntryCheck(subject + ": " + part);
    }

    IllegalArgumentException problem(String predicate) {
        return new IllegalArgumentException(subject + " " + predicate);
    }

    <T> T present(String field, @Nullable T value) {
        if (value == null) {
            throw problem("has no \"" + field + "\"");
        }
        return value;
    }

    double finite(String field, @Nullable Double value) {
        double number = present(field, value);
        if (!Double.isFinite(number)) {
            throw problem("has no finite \"" + field + "\": " + number);
        }
        return number;
    }
}
