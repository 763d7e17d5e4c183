package io.github.junitattrib.junit;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Check;
import io.github.junitattrib.CheckResult;
import java.util.Optional;

/** What the running test computed and checked. */
public final class AttributionLog {

    private AttributionLog() {}

    /**
     * Returns the log of the test that runs on this thread.
     *
     * @return empty outside of a test of ours
     */
    public static Optional<AttributionLog> current() {
        return Optional.empty();
    }

    /**
     * Notes a check.
     *
     * @param attribution what was judged
     * @param check the check
     * @param result what it found
     */
    public void record(Attribution attribution, Check check, CheckResult result) {}

    /**
     * Returns the page that is written if this test fails.
     *
     * @return path relative to the project's directory, with slashes
     */
    public String page() {
        return "";
    }

    /**
     * Returns the command that runs this test alone.
     *
     * @return a Maven command
     */
    public String rerunCommand() {
        return "";
    }
}
