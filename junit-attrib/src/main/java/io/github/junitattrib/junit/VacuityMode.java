package io.github.junitattrib.junit;

/** What follows from checks that would pass on any model. */
enum VacuityMode {
    /** They are not looked for. */
    OFF,
    /** They are listed. */
    REPORT,
    /** They are listed, and fail their class. */
    FAIL
}
