package io.github.junitattrib.report;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What is written beyond pages, sidecars and their index.
 *
 * @param previous the summary.json of a run to compare with
 * @param junitXml whether junit.xml is written
 * @param github the file that GitHub shows as summary of a step; empty if it is left alone
 */
public record ReportOptions(Optional<Path> previous, boolean junitXml, Optional<Path> github) {

    /** Nothing more. */
    public static final ReportOptions NONE = new ReportOptions(Optional.empty(), false, Optional.empty());
}
