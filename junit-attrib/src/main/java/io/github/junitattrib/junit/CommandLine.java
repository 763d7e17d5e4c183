package io.github.junitattrib.junit;

import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/** The system properties {@code attrib.*} of this process: what a command line said, and a rerun has to say again. */
final class CommandLine {

    /** They change what is written and where, but not what a test says. */
    private static final Set<String> OF_REPORTS = Set.of("attrib.report", "attrib.report.dir", "attrib.run");

    private CommandLine() {}

    /** Returns the properties that tell how tests are judged. */
    static Map<String, String> toRunAgain(Properties system) {
        Map<String, String> again = new TreeMap<>();
        for (String name : system.stringPropertyNames()) {
            if (name.startsWith("attrib.") && !OF_REPORTS.contains(name)) {
                again.put(name, system.getProperty(name));
            }
        }
        return again;
    }
}
