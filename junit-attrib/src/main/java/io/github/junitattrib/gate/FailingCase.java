package io.github.junitattrib.gate;

import java.util.Locale;

/**
 * A case that the candidate fails.
 *
 * @param kind in which way
 * @param name id of the case, or its text
 */
public record FailingCase(Kind kind, String name) {

    /** In which way a case fails. */
    public enum Kind {
        /** The candidate predicts another class than a person gave. */
        WRONG,
        /** A word that no person marked leads, by more than the error bars. */
        VIOLATION;

        /**
         * Names it as lists do.
         *
         * @return such as {@code wrong}
         */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
