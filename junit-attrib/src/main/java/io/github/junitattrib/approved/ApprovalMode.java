package io.github.junitattrib.approved;

/** What happens to the files of approved attributions: the values of {@code attrib.approved}. */
public enum ApprovalMode {
    /** Nothing is written; an attribution without an approved one is an error. */
    VERIFY,
    /** What has no approved attribution yet gets one; all else as {@link #VERIFY}. */
    CREATE,
    /** What differs from the approved attribution replaces it. */
    UPDATE,
    /** Approved attributions that no test asks for any more are deleted; all else as {@link #VERIFY}. */
    PRUNE
}
