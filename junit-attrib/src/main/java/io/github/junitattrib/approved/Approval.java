package io.github.junitattrib.approved;

import io.github.junitattrib.Attribution;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the files say of an attribution. */
public sealed interface Approval {

    /**
     * Returns the file.
     *
     * @return path relative to the project's directory, if it was given so
     */
    Path file();

    /**
     * There is an approved attribution.
     *
     * @param file where
     * @param approved what was accepted: toward the class that was predicted then, if another is predicted now
     */
    record Found(Path file, Attribution approved) implements Approval {}

    /**
     * There is none.
     *
     * @param file where it should be
     * @param others approved attributions of the same text: by another method or toward another target
     * @param abandoned the file of a test method that is gone, which has this one: the method was renamed
     */
    record Missing(Path file, List<Attribution> others, Optional<Path> abandoned) implements Approval {

        /**
         * Tells of no other file.
         *
         * @param file where it should be
         * @param others approved attributions of the same text: by another method or toward another target
         */
        public Missing(Path file, List<Attribution> others) {
            this(file, others, Optional.empty());
        }

        /**
         * Tells of another file.
         *
         * @param renamed the file of a test method that is gone, if there is one that has this attribution
         * @return a changed copy
         */
        public Missing withAbandoned(Optional<Path> renamed) {
            return new Missing(file, others, renamed);
        }
    }

    /**
     * It has just been approved.
     *
     * @param file where it was written to
     */
    record Written(Path file) implements Approval {}
}
