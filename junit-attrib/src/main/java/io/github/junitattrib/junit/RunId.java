package io.github.junitattrib.junit;

import java.lang.management.ManagementFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells the runs of a build apart, so that an index holds one run only, with all its forks and reruns. */
final class RunId {

    /** Surefire names the files of its forks by the second of the run's start; the forks differ in the number behind. */
    private static final Pattern SUREFIRE =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2}T\\d{2}-\\d{2}-\\d{2}_\\d+)-jvmRun\\d+");

    private RunId() {}

    /** Returns what the forks of one Surefire run have in common, else the start of this process. */
    static String detect() {
        Matcher matcher = SUREFIRE.matcher(System.getProperty("sun.java.command", ""));
        return matcher.find()
                ? matcher.group(1)
                : ManagementFactory.getRuntimeMXBean().getStartTime() + "-"
                        + ProcessHandle.current().pid();
    }
}
